import type { Attributes } from '../../../core/attributes.ts';
import { differences } from '../../../core/leaves.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { documentOf } from '../normal-form/documents.ts';
import { awsAttributes, type RoleAttributes } from '../normal-form/model.ts';
import { creation, deletion, edit, effect, members } from './effect.ts';
import { memberChanges, memberSteps, removed, tagList, tagSteps, type MemberChange } from './lists.ts';
import { facet, permissionSteps, takenAway, type Surroundings } from './permissions.ts';
import type { Refuses } from './refuses.ts';

const SETTINGS = ['description', 'maxSessionSeconds'] as const;
/** What CreateRole itself says. */
const CREATED = ['path', 'description', 'maxSessionSeconds', 'boundary', 'trust'] as const;

/** The role first, with its trust; then what it may do; then who gets it through an instance profile. */
export function roleEdits(before: Attributes, after: Attributes, around: Surroundings): readonly StepDraft[] {
  return [
    ...tagSteps(memberChanges(before, after, 'tags'), {
      untag: (keys) => effect('UntagRole', { TagKeys: [...keys] }),
      tag: (tags) => effect('TagRole', { Tags: tags }),
    }),
    ...settingsStep(before, after),
    ...trustStep(before, after),
    ...profileSteps(memberChanges(before, after, 'instanceProfiles').filter(removed)),
    ...permissionSteps('Role', before, after, around),
    ...profileSteps(memberChanges(before, after, 'instanceProfiles').filter((one) => !removed(one))),
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

function trustStep(before: Attributes, after: Attributes): readonly StepDraft[] {
  const [old, next] = [facet(before, ['trust']), facet(after, ['trust'])];
  const { trust } = awsAttributes(after);
  if (trust === undefined || differences(old, next).length === 0) return [];
  return [edit(effect('UpdateAssumeRolePolicy', { PolicyDocument: documentOf(trust) }), old, next)];
}

function profileSteps(changes: readonly MemberChange[]): readonly StepDraft[] {
  return memberSteps('instanceProfiles', changes, ({ name, after }) =>
    effect(after === undefined ? 'RemoveRoleFromInstanceProfile' : 'AddRoleToInstanceProfile', {
      InstanceProfileName: name,
    }),
  );
}
