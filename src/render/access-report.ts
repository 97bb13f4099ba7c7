import { basisText } from '../core/access/basis.ts';
import type { AccessChange } from '../core/access/difference.ts';
import type { Basis, EffectivePermission } from '../core/access/effective.ts';
import { compareText, parseAddress, type Address } from '../core/address.ts';
import { visible } from '../core/yaml/text.ts';

/** What one principal holds: a line each way, below each resource. */
export function heldLines(permissions: readonly EffectivePermission[]): string {
  const groups = Map.groupBy(permissions, ({ resource }) => resource);
  return [...groups].map(([resource, members]) => `${visible(resource)}\n${waysOf(members, '  ')}`).join('');
}

/** Who holds something: the same, by principal below each resource. */
export function holderLines(permissions: readonly EffectivePermission[]): string {
  const groups = Map.groupBy(permissions, ({ resource }) => resource);
  return [...groups].map(([resource, members]) => `${visible(resource)}\n${principalsOf(members)}`).join('');
}

function principalsOf(permissions: readonly EffectivePermission[]): string {
  const groups = [...Map.groupBy(permissions, ({ principal }) => principal)];
  return groups
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([principal, members]) => `  ${visible(principal)}\n${waysOf(members, '    ')}`)
    .join('');
}

function waysOf(permissions: readonly EffectivePermission[], indent: string): string {
  const ways = Map.groupBy(permissions, wayPhrase);
  return [...ways].map(([way, members]) => `${indent}${actionList(members)}: ${way}\n`).join('');
}

/** Grant options on all that is held are said once. */
function actionList(permissions: readonly EffectivePermission[]): string {
  const actions = permissions.map(({ action }) => action);
  const plain = actions.filter((action) => !action.startsWith(GRANT));
  const options = actions.filter((action) => action.startsWith(GRANT));
  const all = options.length === plain.length && plain.every((action) => options.includes(`${GRANT}${action}`));
  const text = all && plain.length > 0 ? `${plain.join(', ')}, with grant option` : [...plain, ...options].join(', ');
  return visible(text);
}

const GRANT = 'grant ';

/** `through readers, after SET ROLE to owner`. */
function wayPhrase({ path, condition }: EffectivePermission): string {
  const chain = path.through.map(nameOf).join(' → ');
  const through = chain === '' ? '' : ` through ${chain}`;
  return visible(`${basisPhrase(path.basis)}${through}${condition === null ? '' : `, ${condition}`}`);
}

/** In a list of everything that is held, what was given is told, too. */
function basisPhrase(basis: Basis): string {
  return basisText(basis) ?? (basis === 'attribute' ? 'an attribute' : 'granted');
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
