import type { Attributes } from '../../../core/attributes.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { DISABLED, documentOf } from '../normal-form/documents.ts';
import { awsAttributes } from '../normal-form/model.ts';
import { edit, effect, type Effect } from './effect.ts';
import { memberChanges, memberSteps, removed, type MemberChange } from './lists.ts';

/** What IAM calls the same operations on roles and users. */
export type Holder = 'Role' | 'User';

/**
 * Steps about what a role or user may do. A bound that is set comes first and one that is taken away last; what is added
 * comes before what goes, so that nobody is without access in between, unless the quota has no room for both.
 * @param room whether what is added fits beside what goes
 */
export function permissionSteps(
  holder: Holder,
  before: Attributes,
  after: Attributes,
  room: boolean,
): readonly StepDraft[] {
  const boundary = boundaryStep(holder, before, after);
  const loosens = boundary !== null && awsAttributes(after).boundary === null;
  const inline = memberChanges(before, after, 'inline');
  const attached = memberChanges(before, after, 'attached');
  const coming = [
    ...inlineSteps(
      holder,
      inline.filter((one) => !removed(one)),
    ),
    ...attachedSteps(
      holder,
      attached.filter((one) => !removed(one)),
    ),
  ];
  const going = [...attachedSteps(holder, attached.filter(removed)), ...inlineSteps(holder, inline.filter(removed))];
  return [
    ...(boundary === null || loosens ? [] : [boundary]),
    ...(room ? [...coming, ...going] : [...going, ...coming]),
    ...(boundary !== null && loosens ? [boundary] : []),
  ];
}

/** What refuses access goes last: until the identity is gone, nothing that it refused may come back. */
export function takenAway(holder: Holder, found: Attributes): readonly StepDraft[] {
  const inline = memberChanges(found, null, 'inline');
  return [
    ...attachedSteps(holder, memberChanges(found, null, 'attached')),
    ...inlineSteps(holder, [...inline.filter((one) => !refuses(one)), ...inline.filter(refuses)]),
  ];
}

function refuses({ name, before }: MemberChange): boolean {
  if (name === DISABLED) return true;
  if (!isJsonObject(before)) return false;
  return Object.values(before).some((statement) => isJsonObject(statement) && statement['effect'] === 'Deny');
}

function inlineSteps(holder: Holder, changes: readonly MemberChange[]): readonly StepDraft[] {
  return memberSteps('inline', changes, ({ name, after }) =>
    isJsonObject(after)
      ? effect(`Put${holder}Policy`, { PolicyName: name, PolicyDocument: documentOf(after) })
      : effect(`Delete${holder}Policy`, { PolicyName: name }),
  );
}

function attachedSteps(holder: Holder, changes: readonly MemberChange[]): readonly StepDraft[] {
  return memberSteps('attached', changes, ({ name, after }): Effect =>
    effect(after === undefined ? `Detach${holder}Policy` : `Attach${holder}Policy`, { PolicyArn: name }),
  );
}

function boundaryStep(holder: Holder, before: Attributes, after: Attributes): StepDraft | null {
  const [old, next] = [awsAttributes(before).boundary, awsAttributes(after).boundary];
  if (next === undefined || old === next) return null;
  return edit(
    next === null
      ? effect(`Delete${holder}PermissionsBoundary`)
      : effect(`Put${holder}PermissionsBoundary`, { PermissionsBoundary: next }),
    { boundary: old ?? null },
    { boundary: next },
  );
}

/** Only the attributes named. */
export function facet(attributes: Attributes, keys: readonly string[]): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => keys.includes(key)));
}
