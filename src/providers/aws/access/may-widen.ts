import type { Change } from '../../../core/plan.ts';
import { awsAttributes } from '../normal-form/model.ts';
import { statementsOf } from '../policy/statements.ts';
import { memberChanges, removed } from '../steps/lists.ts';

/**
 * See core's AccessModel: whatever is taken away may have refused something, in a policy that is told by its name alone, or of what another
 * one allows. What bounds a role or is refused in its trust is told as a gain where it changes.
 */
export function mayWiden({ action, before, after }: Change): boolean {
  if (action === 'disable' || after === null) return false;
  const refused = refusalsIn(after);
  return (
    [...memberChanges(before, after, 'attached'), ...memberChanges(before, after, 'groups')].some(removed) ||
    [...refusalsIn(before)].some((refusal) => !refused.has(refusal))
  );
}

/** What its own policies refuse, each as a text. */
function refusalsIn(attributes: Change['before']): ReadonlySet<string> {
  const { inline, document } = awsAttributes(attributes ?? {});
  const own = [...Object.values(inline?.values ?? {}), ...(document === undefined ? [] : [document])];
  const refusals = own.flatMap(statementsOf).filter(({ effect }) => effect === 'Deny');
  return new Set(refusals.map((refusal) => JSON.stringify(refusal)));
}
