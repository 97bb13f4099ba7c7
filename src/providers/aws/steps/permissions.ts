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
  const coming = comingSteps(
    holder,
    inline.filter((one) => !removed(one)),
    attached.filter((one) => !removed(one)),
  );
  const going = goingSteps(holder, inline.filter(removed), attached.filter(removed));
  return [
    ...(boundary === null || loosens ? [] : [boundary]),
    ...(room ? [...coming, ...going] : [...going, ...coming]),
    ...(boundary !== null && loosens ? [boundary] : []),
  ];
}

/** @param found everything that is live */
export function takenAway(holder: Holder, found: Attributes): readonly StepDraft[] {
  return goingSteps(holder, memberChanges(found, null, 'inline'), memberChanges(found, null, 'attached'));
}

type Changes = readonly MemberChange[];

/** What refuses access comes first: wherever the chain stops, nothing is held that the whole of it refuses. */
function comingSteps(holder: Holder, inline: Changes, attached: Changes): readonly StepDraft[] {
  return [
    ...inlineSteps(holder, inline.filter(refuses)),
    ...attachedSteps(holder, attached.filter(isRefusing)),
    ...inlineSteps(
      holder,
      inline.filter((one) => !refuses(one)),
    ),
    ...attachedSteps(
      holder,
      attached.filter((one) => !isRefusing(one)),
    ),
  ];
}

/** What refuses access goes last: nothing that it refused may come back in between. */
function goingSteps(holder: Holder, inline: Changes, attached: Changes): readonly StepDraft[] {
  return [
    ...inlineSteps(
      holder,
      inline.filter((one) => !refuses(one)),
    ),
    ...attachedSteps(
      holder,
      attached.filter((one) => !isRefusing(one)),
    ),
    ...attachedSteps(holder, attached.filter(isRefusing)),
    ...inlineSteps(holder, inline.filter(refuses)),
  ];
}

/** An inline policy with a Deny; of one that is edited, what it becomes. */
function refuses({ name, before, after = before }: MemberChange): boolean {
  if (name === DISABLED) return true;
  if (!isJsonObject(after)) return false;
  return Object.values(after).some((statement) => isJsonObject(statement) && statement['effect'] === 'Deny');
}

/** AWS's own policies that only refuse. What any other says is not known here. */
function isRefusing({ name }: MemberChange): boolean {
  return /^arn:[^:]+:iam::aws:policy\/(?:AWSDenyAll|AWSCompromisedKeyQuarantine(?:V\d+)?)$/u.test(name);
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
