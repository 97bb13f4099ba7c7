import type { Attributes } from '../../../core/attributes.ts';
import { differences } from '../../../core/leaves.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { documentOf } from '../normal-form/documents.ts';
import { awsAttributes, type RoleAttributes } from '../normal-form/model.ts';
import { creation, deletion, edit, effect, members } from './effect.ts';
import { memberChanges, memberSteps, removed, tagList, tagSteps, type MemberChange } from './lists.ts';
import { facet, permissionTurns, takenAway, type Surroundings } from './permissions.ts';
import type { Refuses } from './refuses.ts';
import { inTurn, turnOfTrust, type Turned } from './turns.ts';

const SETTINGS = ['description', 'maxSessionSeconds'] as const;
/** What CreateRole itself says. */
const CREATED = ['path', 'description', 'maxSessionSeconds', 'boundary', 'trust'] as const;

/** The role first; then who may become it, by its trust or through an instance profile, and what it may do, in their turn. */
export function roleEdits(
  before: Attributes,
  after: Attributes,
  { room, refuses }: Surroundings,
): readonly StepDraft[] {
  return [
    ...tagSteps(memberChanges(before, after, 'tags'), {
      untag: (keys) => effect('UntagRole', { TagKeys: [...keys] }),
      tag: (tags) => effect('TagRole', { Tags: tags }),
    }),
    ...settingsStep(before, after),
    ...inTurn(roleTurns(before, after, refuses), room),
  ];
}

/** Who is let in no longer goes before anything is given; who is newly let in comes after everything is taken. */
function roleTurns(before: Attributes, after: Attributes, refuses: Refuses): readonly Turned[] {
  const entries = [...trustTurn(before, after), ...profileTurns(before, after)];
  return [
    ...entries.filter(({ turn }) => turn === 'tightens'),
    ...permissionTurns('Role', before, after, refuses),
    ...entries.filter(({ turn }) => turn !== 'tightens'),
  ];
}

/** @param after declares a trust policy */
export function roleCreation(after: Attributes, refuses: Refuses): readonly StepDraft[] {
  const { path, description, maxSessionSeconds, boundary, trust = {} } = awsAttributes(after);
  const tags = memberChanges(null, after, 'tags');
  const made = effect('CreateRole', {
    Path: path,
    Description: description ?? undefined,
    MaxSessionDuration: maxSessionSeconds,
    PermissionsBoundary: boundary ?? undefined,
    AssumeRolePolicyDocument: documentOf(trust),
    Tags: tags.length === 0 ? undefined : tagList(tags),
  });
  const created = {
    ...facet(after, CREATED),
    ...members(
      'tags',
      tags.map(({ name, after: value }) => [name, value] as const),
    ),
  };
  const edits = roleEdits(facet(after, [...CREATED, 'tags']), after, { room: true, refuses });
  return [creation(made, created), ...edits.map(onNew)];

  /** A path tells the new role from one that it replaces, so that no state comes back. */
  function onNew(step: StepDraft): StepDraft {
    const beside = path === undefined ? {} : { path };
    return { ...step, expect: { ...beside, ...step.expect }, result: { ...beside, ...step.result } };
  }
}

/** IAM deletes a role only when nothing hangs on it any more. @param found everything that is live */
export function roleDeletion(found: Attributes, refuses: Refuses): readonly StepDraft[] {
  const bare = (list: 'inline' | 'attached' | 'instanceProfiles') => ({ [list]: { others: 'remove', values: {} } });
  return [
    ...profileSteps(memberChanges(found, null, 'instanceProfiles')),
    ...takenAway('Role', found, refuses),
    deletion(effect('DeleteRole'), { ...found, ...bare('inline'), ...bare('attached'), ...bare('instanceProfiles') }),
  ];
}

function settingsStep(before: Attributes, after: Attributes): readonly StepDraft[] {
  const [old, next] = [facet(before, SETTINGS), facet(after, SETTINGS)];
  if (differences(old, next).length === 0) return [];
  const { description, maxSessionSeconds }: RoleAttributes = next;
  const changed = SETTINGS.filter((key) => old[key] !== next[key] && next[key] !== undefined);
  return [
    edit(
      effect('UpdateRole', {
        Description: changed.includes('description') ? (description ?? '') : undefined,
        MaxSessionDuration: changed.includes('maxSessionSeconds') ? maxSessionSeconds : undefined,
      }),
      facet(old, changed),
      facet(next, changed),
    ),
  ];
}

function trustTurn(before: Attributes, after: Attributes): readonly Turned[] {
  const [old, next] = [facet(before, ['trust']), facet(after, ['trust'])];
  const { trust } = awsAttributes(after);
  if (trust === undefined || differences(old, next).length === 0) return [];
  const step = edit(effect('UpdateAssumeRolePolicy', { PolicyDocument: documentOf(trust) }), old, next);
  return [{ turn: turnOfTrust(awsAttributes(before).trust, trust), size: 'same', steps: [step] }];
}

function profileTurns(before: Attributes, after: Attributes): readonly Turned[] {
  const changes = memberChanges(before, after, 'instanceProfiles');
  return [
    { turn: 'tightens', size: 'same', steps: profileSteps(changes.filter(removed)) },
    { turn: 'loosens', size: 'same', steps: profileSteps(changes.filter((one) => !removed(one))) },
  ];
}

function profileSteps(changes: readonly MemberChange[]): readonly StepDraft[] {
  return memberSteps('instanceProfiles', changes, ({ name, after }) =>
    effect(after === undefined ? 'RemoveRoleFromInstanceProfile' : 'AddRoleToInstanceProfile', {
      InstanceProfileName: name,
    }),
  );
}
