import { forbids, removes } from './apply/permitted.ts';
import type { Planned } from './assembly.ts';
import { CONFIGURATION_PATH, type Configuration } from './configuration.ts';
import type { Change, Plan } from './plan.ts';
import type { Provider } from './ports.ts';

/**
 * A plan beside which the pull request brings other rules: what these would keep the apply from executing is blocked already. The
 * apply asks the rules before the landing and those at the tip, and a gate that asks only the first would promise too much.
 * @param next null: they cannot be read, or are the same
 */
export function blockedByNext(
  { plan, assessment }: Planned,
  next: Pick<Configuration, 'sources'> | null,
  providers: ReadonlyMap<string, Pick<Provider, 'outside'>>,
): Planned {
  if (next === null) return { plan, assessment };
  const changes = plan.changes.map((change): Change => {
    const reason = forbids(next, change, assessment.changes, providers);
    if (reason === null) return change;
    const message = `By the rules that this pull request brings: ${reason.message} ${mendOf(change)}`;
    return { ...change, blocked: [...change.blocked, { code: reason.code, message }] };
  });
  const applyable = assessment.applyable && changes.every(({ blocked }) => blocked.length === 0);
  return { plan: { ...plan, changes }, assessment: { ...assessment, applyable } };
}

/** Rules of nobody: whoever takes the configuration away leaves no source of which anything could be applied. */
export const NO_RULES: Pick<Configuration, 'sources'> = { sources: [] };

/** Whether a pull request brings a configuration of its own: without one, its branch is only older than the rules of the base. */
export function bringsRules(governance: Plan['governance']): boolean {
  return governance.some(({ path }) => path === CONFIGURATION_PATH);
}

function mendOf(change: Change): string {
  const later = 'Land the rules by a pull request of their own, when this change has been applied.';
  if (!removes(change)) return later;
  return `${later} Or leave what is live as it is: a pull request before this one writes onRemove: forget into the document.`;
}
