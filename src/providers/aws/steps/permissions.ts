import type { Attributes } from '../../../core/attributes.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { documentOf } from '../normal-form/documents.ts';
import { awsAttributes, type PolicyForm } from '../normal-form/model.ts';
import { statementsOf } from '../policy/statements.ts';
import { edit, effect, type Effect } from './effect.ts';
import type { Refuses } from './refuses.ts';
import { memberChanges, memberSteps, removed, type MemberChange } from './lists.ts';
import { inTurn, turnOfPolicy, type Turn, type Turned } from './turns.ts';

/** What IAM calls the same operations on roles and users. */
export type Holder = 'Role' | 'User';

/** `room`: whether what is added fits beside what goes. */
export type Surroundings = { readonly room: boolean; readonly refuses: Refuses };

/** Steps about what a role or user may do. */
export function permissionTurns(
  holder: Holder,
  before: Attributes,
  after: Attributes,
  refuses: Refuses,
): readonly Turned[] {
  const boundary = boundaryTurn(holder, before, after);
  const policies = policyTurns(
    holder,
    memberChanges(before, after, 'inline'),
    memberChanges(before, after, 'attached'),
    refuses,
  );
  return boundary?.turn === 'loosens'
    ? [...policies, boundary]
    : [...(boundary === null ? [] : [boundary]), ...policies];
}

/** @param found everything that is live */
export function takenAway(holder: Holder, found: Attributes, refuses: Refuses): readonly StepDraft[] {
  const [inline, attached] = [memberChanges(found, null, 'inline'), memberChanges(found, null, 'attached')];
  return inTurn(policyTurns(holder, inline, attached, refuses), true);
}

/** What only refuses comes before, and goes after, what also allows something. */
function policyTurns(
  holder: Holder,
  inline: readonly MemberChange[],
  attached: readonly MemberChange[],
  refuses: Refuses,
): readonly Turned[] {
  const own = inline.map((one) => ({ turn: turnOfInline(one), ...sized(one), one, steps: inlineSteps(holder, [one]) }));
  const managed = attached.map((one) => ({
    turn: turnOfAttached(one, refuses),
    ...sized(one),
    one,
    steps: attachedSteps(holder, [one]),
  }));
  const isLoosening = ({ turn }: Turned): boolean => turn === 'loosens';
  const isAllowing = ({ one }: { readonly one: MemberChange }): boolean => allows(one.before) || allows(one.after);
  const [loosening, coming] = [own.filter(isLoosening), own.filter((one) => !isLoosening(one))];
  const isRefusing = ({ turn }: Turned): boolean => turn === 'tightens';
  return [
    ...coming.filter((one) => !isAllowing(one)),
    ...managed.filter(isRefusing),
    ...coming.filter(isAllowing),
    ...loosening.filter(isAllowing),
    ...managed.filter((one) => !isRefusing(one)),
    ...loosening.filter((one) => !isAllowing(one)),
  ].map(({ turn, size, steps }) => ({ turn, size, steps }));
}

function allows(form: Json | undefined): boolean {
  return form !== undefined && statementsOf(form as PolicyForm).some(({ effect: is }) => is === 'Allow');
}

function sized(change: MemberChange): Pick<Turned, 'size'> {
  return { size: removed(change) ? 'less' : 'more' };
}

function turnOfInline({ before, after }: MemberChange): Turn {
  return turnOfPolicy(before as PolicyForm | undefined, after as PolicyForm | undefined);
}

function turnOfAttached(change: MemberChange, refuses: Refuses): Turn {
  if (removed(change)) return refuses(change.name) ? 'loosens' : 'takes';
  return refuses(change.name) ? 'tightens' : 'gives';
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

/** Which of two bounds is the wider one is not known here. */
function boundaryTurn(holder: Holder, before: Attributes, after: Attributes): Turned | null {
  const [old, next] = [awsAttributes(before).boundary ?? null, awsAttributes(after).boundary];
  if (next === undefined || old === next) return null;
  const made =
    next === null
      ? effect(`Delete${holder}PermissionsBoundary`)
      : effect(`Put${holder}PermissionsBoundary`, { PermissionsBoundary: next });
  const turn = old === null ? 'tightens' : next === null ? 'loosens' : 'either';
  return { turn, size: 'same', steps: [edit(made, { boundary: old }, { boundary: next })] };
}

/** Only the attributes named. */
export function facet(attributes: Attributes, keys: readonly string[]): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => keys.includes(key)));
}
