import { compareText } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { membersOf } from '../normal-form/project.ts';
import { creation, deletion, edit, effect, members } from './effect.ts';
import { memberChanges, memberSteps, removed, tagList, tagSteps } from './lists.ts';

/** @param found everything that is live: the call that sets thumbprints replaces them all */
export function oidcProviderEdits(
  before: Attributes,
  after: Attributes,
  found: Attributes,
  arn: string,
): readonly StepDraft[] {
  const on = { OpenIDConnectProviderArn: arn };
  const audiences = memberChanges(before, after, 'audiences');
  const audienceSteps = (changes: typeof audiences): readonly StepDraft[] =>
    memberSteps('audiences', changes, ({ name, after: kept }) =>
      effect(kept === undefined ? 'RemoveClientIDFromOpenIDConnectProvider' : 'AddClientIDToOpenIDConnectProvider', {
        ...on,
        ClientID: name,
      }),
    );
  return [
    ...tagSteps(memberChanges(before, after, 'tags'), {
      untag: (keys) => effect('UntagOpenIDConnectProvider', { ...on, TagKeys: [...keys] }),
      tag: (tags) => effect('TagOpenIDConnectProvider', { ...on, Tags: tags }),
    }),
    ...thumbprintStep(before, after, found, arn),
    ...audienceSteps(audiences.filter((one) => !removed(one))),
    ...audienceSteps(audiences.filter(removed)),
  ];
}

export function oidcProviderCreation(name: string, after: Attributes): readonly StepDraft[] {
  const tags = memberChanges(null, after, 'tags');
  const [audiences, thumbprints] = [listed(after, 'audiences'), listed(after, 'thumbprints')];
  const made = effect('CreateOpenIDConnectProvider', {
    Url: `https://${name}`,
    ClientIDList: audiences.length === 0 ? undefined : [...audiences],
    ThumbprintList: thumbprints.length === 0 ? undefined : [...thumbprints],
    Tags: tags.length === 0 ? undefined : tagList(tags),
  });
  return [
    creation(made, {
      ...members(
        'audiences',
        audiences.map((one) => [one, true] as const),
      ),
      ...members(
        'thumbprints',
        thumbprints.map((one) => [one, true] as const),
      ),
      ...members(
        'tags',
        tags.map(({ name: key, after: value }) => [key, value] as const),
      ),
    }),
  ];
}

/** @param found everything that is live */
export function oidcProviderDeletion(found: Attributes, arn: string): readonly StepDraft[] {
  return [deletion(effect('DeleteOpenIDConnectProvider', { OpenIDConnectProviderArn: arn }), found)];
}

function thumbprintStep(before: Attributes, after: Attributes, found: Attributes, arn: string): readonly StepDraft[] {
  const changes = memberChanges(before, after, 'thumbprints');
  if (changes.length === 0) return [];
  const gone = changes.filter(removed).map(({ name }) => name);
  const old = listed(found, 'thumbprints');
  const next = [...new Set([...old, ...listed(after, 'thumbprints')])]
    .filter((one) => !gone.includes(one))
    .toSorted(compareText);
  const all = [...new Set([...old, ...next])].toSorted(compareText);
  return [
    edit(
      effect('UpdateOpenIDConnectProviderThumbprint', { OpenIDConnectProviderArn: arn, ThumbprintList: next }),
      members(
        'thumbprints',
        all.map((one) => [one, old.includes(one) ? true : undefined] as const),
      ),
      members(
        'thumbprints',
        all.map((one) => [one, next.includes(one) ? true : undefined] as const),
      ),
    ),
  ];
}

function listed(attributes: Attributes, list: 'audiences' | 'thumbprints'): readonly string[] {
  return Object.keys(membersOf(attributes, list)).toSorted(compareText);
}
