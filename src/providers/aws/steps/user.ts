import type { Attributes } from '../../../core/attributes.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { awsAttributes } from '../normal-form/model.ts';
import { creation, deletion, edit, effect, member, members } from './effect.ts';
import { memberChanges, memberSteps, removed, tagList, tagSteps, type MemberChange } from './lists.ts';
import { facet, permissionTurns, takenAway, type Surroundings } from './permissions.ts';
import type { Refuses } from './refuses.ts';
import { inTurn, type Turned } from './turns.ts';

/** What CreateUser itself says. */
const CREATED = ['path', 'boundary'] as const;

/** The user first; then its credentials and what it may do, in their turn. */
export function userEdits(
  before: Attributes,
  after: Attributes,
  { room, refuses }: Surroundings,
): readonly StepDraft[] {
  const groups = memberChanges(before, after, 'groups');
  const keys = memberChanges(before, after, 'accessKeys');
  const isBack = (one: MemberChange): boolean => one.after === 'Active';
  const turns: readonly Turned[] = [
    { turn: 'tightens', size: 'same', steps: keySteps(keys.filter((one) => !isBack(one))) },
    { turn: 'tightens', size: 'same', steps: passwordStep(before, after) },
    ...permissionTurns('User', before, after, refuses),
    { turn: 'gives', size: 'same', steps: groupSteps(groups.filter((one) => !removed(one))) },
    { turn: 'takes', size: 'same', steps: groupSteps(groups.filter(removed)) },
    { turn: 'loosens', size: 'same', steps: keySteps(keys.filter(isBack)) },
  ];
  return [
    ...tagSteps(memberChanges(before, after, 'tags'), {
      untag: (names) => effect('UntagUser', { TagKeys: [...names] }),
      tag: (tags) => effect('TagUser', { Tags: tags }),
    }),
    ...pathStep(before, after),
    ...inTurn(turns, room),
  ];
}

export function userCreation(after: Attributes, refuses: Refuses): readonly StepDraft[] {
  const { path, boundary } = awsAttributes(after);
  const tags = memberChanges(null, after, 'tags');
  const made = effect('CreateUser', {
    Path: path,
    PermissionsBoundary: boundary ?? undefined,
    Tags: tags.length === 0 ? undefined : tagList(tags),
  });
  const created = {
    ...facet(after, CREATED),
    ...members(
      'tags',
      tags.map(({ name, after: value }) => [name, value] as const),
    ),
  };
  const edits = userEdits(facet(after, [...CREATED, 'tags']), after, { room: true, refuses });
  return [creation(made, created), ...edits];
}

/** IAM deletes a user only when nothing hangs on it any more. @param found everything that is live */
export function userDeletion(found: Attributes, refuses: Refuses): readonly StepDraft[] {
  const bare = Object.fromEntries(
    ['inline', 'attached', 'groups', 'accessKeys']
      .filter((list) => found[list] !== undefined)
      .map((list) => [list, { others: 'remove', values: {} }]),
  );
  const password = found['consolePassword'] === undefined ? {} : { consolePassword: false };
  return [
    ...keySteps(memberChanges(found, null, 'accessKeys')),
    ...passwordStep(found, password),
    ...groupSteps(memberChanges(found, null, 'groups')),
    ...takenAway('User', found, refuses),
    deletion(effect('DeleteUser'), { ...found, ...bare, ...password }),
  ];
}

function pathStep(before: Attributes, after: Attributes): readonly StepDraft[] {
  const [old, next] = [awsAttributes(before).path, awsAttributes(after).path];
  if (next === undefined || old === undefined || old === next) return [];
  return [edit(effect('UpdateUser', { NewPath: next }), { path: old }, { path: next })];
}

function groupSteps(changes: readonly MemberChange[]): readonly StepDraft[] {
  return memberSteps('groups', changes, ({ name, after }) =>
    effect(after === undefined ? 'RemoveUserFromGroup' : 'AddUserToGroup', { GroupName: name }),
  );
}

/** A key that goes is made inactive first: until it is destroyed, whoever still needs it can have it back. */
function keySteps(changes: readonly MemberChange[]): readonly StepDraft[] {
  return changes.flatMap(({ name, before, after }) => [
    ...(before === 'Active' || after !== undefined
      ? [
          edit(
            effect('UpdateAccessKey', { AccessKeyId: name, Status: after ?? 'Inactive' }),
            member('accessKeys', name, before),
            member('accessKeys', name, after ?? 'Inactive'),
          ),
        ]
      : []),
    ...(after === undefined
      ? [
          edit(
            effect('DeleteAccessKey', { AccessKeyId: name }),
            member('accessKeys', name, 'Inactive'),
            member('accessKeys', name, undefined),
          ),
        ]
      : []),
  ]);
}

function passwordStep(before: Attributes, after: Attributes): readonly StepDraft[] {
  const [old, next] = [awsAttributes(before).consolePassword, awsAttributes(after).consolePassword];
  if (old !== true || next !== false) return [];
  return [edit(effect('DeleteLoginProfile'), { consolePassword: true }, { consolePassword: false })];
}
