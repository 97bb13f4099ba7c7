import { parseAddress, type Address } from './address.ts';
import type { ChangeAssessment } from './assessment.ts';
import { hashJson } from './digest.ts';
import type { Json } from './json.ts';
import type { Change, IdentityMetadata } from './plan.ts';
import type { Permission } from './ports.ts';

/** One change of a plan, and what is said of it. */
export type Assessed = {
  readonly change: Change;
  readonly assessment: Pick<ChangeAssessment, 'risk' | 'gains' | 'loses' | 'expansions' | 'notes'>;
};

/**
 * Changes that are the same in several sources, of identities with the same kind and name: each group in the order of the list,
 * and by its first member. Whatever a reviewer is shown of one of them is what would be shown of the others, but for the source.
 */
export function alike<T extends Assessed>(changes: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of changes) {
    const key = hashJson(likeness(one));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** Everything but the source, and which object it is there. */
function likeness({ change, assessment }: Assessed): Json {
  const { kind, name } = parseAddress(change.address);
  const own = change.address.slice(0, change.address.indexOf('/'));
  const { action, before, after, irreversible, blocked } = change;
  const { risk, expansions, notes } = assessment;
  const steps = change.steps.map(({ id, dependsOn, ...step }) => ({
    ...step,
    id: within(id, own),
    dependsOn: dependsOn.map((one) => within(one, own)),
  }));
  const metadata = [change.metadata.before, change.metadata.after].map((one) => one && relative(one, own));
  const access = { gains: assessment.gains.map(impersonal), loses: assessment.loses.map(impersonal) };
  return {
    kind,
    name,
    action,
    metadata,
    before,
    after,
    steps,
    irreversible,
    blocked,
    risk,
    expansions,
    notes,
    ...access,
  };
}

/** Plans of earlier versions name no dependencies. */
function relative({ dependsOn, ...rest }: Partial<IdentityMetadata>, source: string): Json {
  return { ...rest, dependsOn: (dependsOn ?? []).map((one) => within(one, source)) };
}

function impersonal({ action, resource, path, power }: Permission): Json {
  return { action, resource, path, power };
}

/** No address begins with a slash, so that one without its source is none of another source. */
function within(address: Address, source: string): string {
  return address.startsWith(`${source}/`) ? address.slice(source.length) : address;
}
