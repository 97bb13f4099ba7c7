import type { AccessChange } from '../core/access/difference.ts';
import type { EffectivePermission } from '../core/access/effective.ts';
import { parseAddress, type Address } from '../core/address.ts';
import { visible } from '../core/yaml/text.ts';

/** Permissions in one line each way that they are held, below what they are about. `by`: what the headings are. */
export function accessLines(permissions: readonly EffectivePermission[], by: 'resource' | 'principal'): string {
  const groups = Map.groupBy(permissions, (permission) => permission[by]);
  return [...groups].map(([heading, members]) => `${visible(heading)}\n${waysOf(members)}`).join('');
}

function waysOf(permissions: readonly EffectivePermission[]): string {
  const ways = Map.groupBy(permissions, wayPhrase);
  return [...ways]
    .map(([way, members]) => `  ${members.map(({ action }) => visible(action)).join(', ')}: ${way}\n`)
    .join('');
}

/** `through readers, after SET ROLE to owner`. */
function wayPhrase({ path, condition }: EffectivePermission): string {
  const chain = path.through.map(nameOf).join(' → ');
  const through = chain === '' ? '' : ` through ${chain}`;
  return visible(`${basisPhrase(path.basis)}${through}${condition === null ? '' : `, ${condition}`}`);
}

function basisPhrase(basis: EffectivePermission['path']['basis']): string {
  switch (basis) {
    case 'grant':
      return 'granted';
    case 'attribute':
      return 'an attribute';
    case 'ownership':
      return 'as owner';
    case 'everyone':
      return 'as everyone';
    case 'built-in':
      return 'by a role of the system';
    case 'superuser':
      return 'as superuser';
  }
}

const SIGNS = { gained: '+', lost: '-', kept: '=', repeated: '=' } as const;

/** One line a change, with how it is or was held otherwise. */
export function changeLine(change: AccessChange): string {
  const { kind, permission, instead } = change;
  const { principal, action, resource } = permission;
  const what = visible(`${principal}: ${action} on ${resource}`);
  const way = wayPhrase(permission);
  return `${SIGNS[kind]} ${what} ${explained(kind, way, instead === null ? null : wayPhrase(instead))}\n`;
}

function explained(kind: AccessChange['kind'], way: string, instead: string | null): string {
  switch (kind) {
    case 'gained':
      return `gained: ${way}${instead === null ? '' : `; before: ${instead}`}`;
    case 'lost':
      return `lost: was ${way}${instead === null ? '' : `; still: ${instead}`}`;
    case 'kept':
      return `revoked, and still held: ${instead ?? way}`;
    case 'repeated':
      return `granted, and held before: ${instead ?? way}`;
  }
}

function nameOf(address: Address): string {
  return parseAddress(address).name.join('/');
}
