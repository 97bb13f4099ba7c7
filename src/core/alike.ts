import { parseAddress, type Address } from './address.ts';
import type { ChangeAssessment } from './assessment.ts';
import { hashJson } from './digest.ts';
import type { Reason } from './errors.ts';
import type { Json } from './json.ts';
import { ownedBy } from './own-source.ts';
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
  // No source has such a name, and no text such a character.
  const named = ownedBy(own, '\0');
  const { expansions } = assessment;
  const said = <T extends Reason>(reasons: readonly T[]): readonly T[] =>
    reasons.map((reason) => ({ ...reason, message: named.sentence(reason.message) }));
  const risk = { ...assessment.risk, reasons: said(assessment.risk.reasons) };
  const notes = said(assessment.notes);
  const impersonal = ({ action, resource, path, power }: Permission): Json => ({
    action,
    resource: named.resource(resource),
    path,
    power,
  });
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
    irreversible: said(irreversible),
    blocked: said(blocked),
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

/** No address begins with a slash, so that one without its source is none of another source. */
function within(address: Address, source: string): string {
  return address.startsWith(`${source}/`) ? address.slice(source.length) : address;
}
