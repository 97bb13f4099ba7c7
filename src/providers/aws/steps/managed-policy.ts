import type { Attributes } from '../../../core/attributes.ts';
import { differences } from '../../../core/leaves.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { documentOf } from '../normal-form/documents.ts';
import { awsAttributes } from '../normal-form/model.ts';
import { creation, deletion, edit, effect, member, members } from './effect.ts';
import { memberChanges, tagList, tagSteps } from './lists.ts';
import { facet } from './permissions.ts';

/** IAM keeps no more versions of one policy. */
const VERSIONS = 5;

/** A policy as it is: where it is, and which versions it has. */
export type PolicyState = {
  readonly arn: string;
  readonly defaultVersion: string;
  readonly versions: readonly string[];
};

export function policyEdits(before: Attributes, after: Attributes, state: PolicyState): readonly StepDraft[] {
  const { arn } = state;
  return [
    ...tagSteps(memberChanges(before, after, 'tags'), {
      untag: (keys) => effect('UntagPolicy', { PolicyArn: arn, TagKeys: [...keys] }),
      tag: (tags) => effect('TagPolicy', { PolicyArn: arn, Tags: tags }),
    }),
    ...documentSteps(before, after, state),
  ];
}

/** @param after declares a document */
export function policyCreation(name: string, after: Attributes): readonly StepDraft[] {
  const { path, description, document = {} } = awsAttributes(after);
  const tags = memberChanges(null, after, 'tags');
  const made = effect('CreatePolicy', {
    PolicyName: name,
    Path: path,
    Description: description ?? undefined,
    PolicyDocument: documentOf(document),
    Tags: tags.length === 0 ? undefined : tagList(tags),
  });
  return [
    creation(made, {
      ...facet(after, ['path', 'description', 'document']),
      ...members(
        'tags',
        tags.map(({ name: key, after: value }) => [key, value] as const),
      ),
    }),
  ];
}

/** @param found everything that is live */
export function policyDeletion(found: Attributes, state: PolicyState): readonly StepDraft[] {
  const old = oldVersions(state);
  return [
    ...old.map((version) => versionDeletion(state, version)),
    deletion(effect('DeletePolicy', { PolicyArn: state.arn }), {
      ...found,
      ...member('versions', state.defaultVersion, true),
    }),
  ];
}

/** The version that makes room for a new one; null: there is room. */
function versionInTheWay(state: PolicyState): string | null {
  return state.versions.length < VERSIONS ? null : (oldVersions(state)[0] ?? null);
}

/** Oldest first; the default one is not among them. */
function oldVersions({ versions, defaultVersion }: PolicyState): readonly string[] {
  return versions
    .filter((version) => version !== defaultVersion)
    .toSorted((left, right) => numberOf(left) - numberOf(right));
}

function numberOf(version: string): number {
  return Number(version.replace(/^v/u, ''));
}

function versionDeletion({ arn }: PolicyState, version: string): StepDraft {
  return edit(
    effect('DeletePolicyVersion', { PolicyArn: arn, VersionId: version }),
    member('versions', version, true),
    member('versions', version, undefined),
  );
}

function documentSteps(before: Attributes, after: Attributes, state: PolicyState): readonly StepDraft[] {
  const [old, next] = [facet(before, ['document']), facet(after, ['document'])];
  const { document } = awsAttributes(after);
  if (document === undefined || differences(old, next).length === 0) return [];
  const full = versionInTheWay(state);
  return [
    ...(full === null ? [] : [versionDeletion(state, full)]),
    edit(
      effect('CreatePolicyVersion', {
        PolicyArn: state.arn,
        PolicyDocument: documentOf(document),
        SetAsDefault: true,
      }),
      old,
      next,
    ),
  ];
}
