import { parseAddress } from '../../../core/address.ts';
import type { Permission } from '../../../core/ports.ts';
import { itself } from '../../../core/risk/facts.ts';
import type { Reached } from '../../../core/risk/model.ts';
import { parseResource, type Resource } from '../access/resources.ts';
import { targetText, type ResourceTarget, type Target } from '../rules/target.ts';
import { powersOf } from './powers.ts';

/** Verbs that are as good as others: a list has the objects whole. */
const AS_GOOD_AS: { readonly [verb: string]: readonly string[] } = {
  list: ['get', 'list'],
  watch: ['get', 'watch'],
  deletecollection: ['delete', 'deletecollection'],
};

const ANY_NAME = ' "*"';

/** What a permission is about, as globs over the resources that permissions name: all that a wildcard or a whole can stand for. */
export function reaches(permission: Permission): readonly Reached[] {
  const { source } = parseAddress(permission.principal);
  const resource = parseResource(source, permission.resource);
  const own = itself(permission);
  if (resource === null) return [own];
  const places = placesOf(source, resource);
  const powers = powersOf(permission.action, resource).map(({ reaches: what }) => what);
  const { action } = permission;
  const actions = (Object.hasOwn(AS_GOOD_AS, action) ? AS_GOOD_AS[action] : undefined) ?? [action];
  const globs = resource.kind === 'role' ? [] : globsOf(resource.target);
  return [
    own,
    ...at(places, globs, actions),
    ...(powers.includes('everything') ? at(places, ['**'], ['*']) : []),
    ...(powers.includes('secrets') ? at(places, ['secrets', `secrets${ANY_NAME}`], ['get']) : []),
  ];
}

function at(places: readonly string[], globs: readonly string[], actions: readonly string[]): readonly Reached[] {
  return places.flatMap((place) => globs.map((glob) => ({ resource: `${place}: ${glob}`, actions })));
}

/** What holds everywhere holds in each namespace. */
function placesOf(source: string, { namespace }: Resource): readonly string[] {
  return namespace === null ? [source, `${source}/*`] : [`${source}/${namespace}`];
}

function globsOf(target: Target): readonly string[] {
  if (target.kind === 'url') {
    const text = targetText(target);
    return text.endsWith('*') ? [text.replace(/\*$/u, '**')] : [];
  }
  const names = target.name === null ? ['', ANY_NAME] : [` ${quotedName(target.name)}`];
  return wholesOf(target).flatMap((whole) => names.map((name) => `${whole}${name}`));
}

/** A group has dots in its name, and only where it is the core group no name at all. */
function wholesOf({ group, resource, subresource }: ResourceTarget): readonly string[] {
  const groups = group === '*' ? ['', '.**'] : [group === '' ? '' : `.${group}`];
  const parts = subresource !== null ? [`/${subresource}`] : resource === '*' ? ['', '/*'] : [''];
  return groups.flatMap((inGroup) => parts.map((part) => `${resource}${inGroup}${part}`));
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
