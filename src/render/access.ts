import { compareText } from '../core/address.ts';
import type { Permission } from '../core/ports.ts';
import { conjoined, data, type Phrase } from './phrase.ts';

/** Actions on one resource that are held in the same way. */
export type AccessGroup = {
  readonly resource: string;
  readonly path: string;
  readonly power: Permission['power'];
  readonly actions: readonly string[];
};

const ACTIONS_SHOWN = 8;

/** What a trust policy lets in is told by the end of a long resource: issuer, audience and subject. */
const RESOURCE_LIMIT = 400;

/** Permissions by resource and path: what lets its holder change access first, then by resource. */
export function groupAccess(permissions: readonly Permission[]): readonly AccessGroup[] {
  const groups = Map.groupBy(permissions, ({ resource, path, power }) => JSON.stringify([power, resource, path]));
  return [...groups.values()]
    .flatMap((members) => {
      const [first] = members;
      if (first === undefined) return [];
      const actions = [...new Set(members.map(({ action }) => action))].toSorted(compareText);
      return [{ resource: first.resource, path: first.path, power: first.power, actions }];
    })
    .toSorted(compareGroups);
}

function compareGroups(left: AccessGroup, right: AccessGroup): number {
  if (left.power !== right.power) return left.power === 'administer' ? -1 : 1;
  return compareText(left.resource, right.resource) || compareText(left.path, right.path);
}

const RESOURCES_SHOWN = 4;

/** `INSERT, UPDATE on billing.invoices through readonly`. @param resources all on which it is the same */
export function accessPhrase(group: AccessGroup, resources: readonly string[] = [group.resource]): Phrase {
  return [
    ...conjoined(
      group.actions.map((action) => [data(action)]),
      ACTIONS_SHOWN,
    ),
    ' on ',
    ...conjoined(
      resources.map((resource) => [data(resource, RESOURCE_LIMIT)]),
      RESOURCES_SHOWN,
    ),
    ...wayPhrase(group.path),
    group.power === 'administer' ? ' (can change access, bypass checks or act as others)' : '',
  ];
}

function wayPhrase(path: string): Phrase {
  switch (path) {
    case 'direct':
      return [];
    case 'pattern':
      return [' (all that match, also later)'];
    case 'membership':
      return [' (what that brings is not spelt out)'];
    default:
      return [' through ', data(path)];
  }
}

/** One gain or loss of many identities. */
export type SharedAccess = { readonly group: AccessGroup; readonly identities: number };

/**
 * The same permissions of many identities, told once: the most powerful first, then what most of them have.
 * @param gains each identity's permissions
 */
export function sharedAccess(gains: readonly (readonly Permission[])[]): readonly SharedAccess[] {
  const holders = new Map<string, { permission: Permission; identities: number; last: number }>();
  for (const [identity, permissions] of gains.entries()) {
    for (const permission of permissions) {
      const { power, resource, path, action } = permission;
      const key = `${power}\0${resource}\0${path}\0${action}`;
      const known = holders.get(key);
      if (known === undefined) holders.set(key, { permission, identities: 1, last: identity });
      else if (known.last !== identity)
        holders.set(key, { permission, identities: known.identities + 1, last: identity });
    }
  }
  return [...Map.groupBy(holders.values(), ({ identities }) => identities)]
    .flatMap(([identities, members]) =>
      groupAccess(members.map(({ permission }) => permission)).map((group) => ({ group, identities })),
    )
    .toSorted((left, right) => {
      const power = Number(right.group.power === 'administer') - Number(left.group.power === 'administer');
      return power || right.identities - left.identities || compareGroups(left.group, right.group);
    });
}
