import type { Attributes } from '../../../core/attributes.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { DISABLED, documentOf } from '../normal-form/documents.ts';
import { awsAttributes } from '../normal-form/model.ts';
import { edit, effect, type Effect } from './effect.ts';
import { hasDeny, type Refuses } from './refuses.ts';
import { memberChanges, memberSteps, removed, type MemberChange } from './lists.ts';

/** What IAM calls the same operations on roles and users. */
export type Holder = 'Role' | 'User';

/** `room`: whether what is added fits beside what goes. */
export type Surroundings = { readonly room: boolean; readonly refuses: Refuses };

/**
 * Steps about what a role or user may do. A bound that is set comes first and one that is taken away last; what is added
 * comes before what goes, so that nobody is without access in between, unless the quota has no room for both.
 */
export function permissionSteps(
  holder: Holder,
  before: Attributes,
  after: Attributes,
  { room, refuses }: Surroundings,
): readonly StepDraft[] {
  const boundary = boundaryStep(holder, before, after);
  const loosens = boundary !== null && awsAttributes(after).boundary === null;
  const inline = memberChanges(before, after, 'inline');
  const attached = memberChanges(before, after, 'attached');
  const coming = comingSteps(
    holder,
    inline.filter((one) => !removed(one)),
    attached.filter((one) => !removed(one)),
    refuses,
  );
  const going = goingSteps(holder, inline.filter(removed), attached.filter(removed), refuses);
  return [
    ...(boundary === null || loosens ? [] : [boundary]),
    ...(room ? [...coming, ...going] : [...going, ...coming]),
    ...(boundary !== null && loosens ? [boundary] : []),
  ];
}

/** @param found everything that is live */
export function takenAway(holder: Holder, found: Attributes, refuses: Refuses): readonly StepDraft[] {
  return goingSteps(holder, memberChanges(found, null, 'inline'), memberChanges(found, null, 'attached'), refuses);
}

type Changes = readonly MemberChange[];

/** What refuses access comes first: wherever the chain stops, nothing is held that the whole of it refuses. */
function comingSteps(holder: Holder, inline: Changes, attached: Changes, refuses: Refuses): readonly StepDraft[] {
  const [refusing, giving] = [inline.filter(isRefusal), inline.filter((one) => !isRefusal(one))];
  return [
    ...inlineSteps(holder, refusing),
    ...attachedSteps(
      holder,
      attached.filter(({ name }) => refuses(name)),
    ),
    ...inlineSteps(holder, giving),
    ...attachedSteps(
      holder,
      attached.filter(({ name }) => !refuses(name)),
    ),
  ];
}

/** What refuses access goes last: nothing that it refused may come back in between. */
function goingSteps(holder: Holder, inline: Changes, attached: Changes, refuses: Refuses): readonly StepDraft[] {
  const [refusing, giving] = [inline.filter(isRefusal), inline.filter((one) => !isRefusal(one))];
  return [
    ...inlineSteps(holder, giving),
    ...attachedSteps(
      holder,
      attached.filter(({ name }) => !refuses(name)),
    ),
    ...attachedSteps(
      holder,
      attached.filter(({ name }) => refuses(name)),
    ),
    ...inlineSteps(holder, refusing),
  ];
}

/** An inline policy with a Deny; of one that is edited, what it becomes. */
function isRefusal({ name, before, after = before }: MemberChange): boolean {
  return name === DISABLED || hasDeny(after);
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
