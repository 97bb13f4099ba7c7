import { own } from '../own.ts';
import type { EstateRole } from './estate.ts';
import { chainTo, type Walk } from './graph.ts';
import { SERVER_POWERS } from './predefined.ts';
import type { Standings } from './standing.ts';
import { best, type Held, type Model, type Way } from './ways.ts';

/** Attributes that count for the role that a session currently is. */
const ATTRIBUTES: readonly (readonly [action: string, administers: boolean, has: (role: EstateRole) => boolean])[] = [
  ['SUPERUSER', true, ({ superuser }) => superuser],
  ['CREATEDB', false, ({ createDatabase }) => createDatabase],
  ['CREATEROLE', true, ({ createRole }) => createRole],
  ['REPLICATION', true, ({ replication }) => replication],
  ['BYPASSRLS', true, ({ bypassRowSecurity }) => bypassRowSecurity],
];

/** Powers over the server's machine: whoever has one gets around every privilege. */
const OVER_THE_MACHINE = new Set(['pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files']);

/** What memberships are good for. Which roles a session may SET ROLE to is decided by the role that logged in, so nothing here is under a condition. */
export function onRole({ estate, graph }: Model, principal: string, role: string): readonly Held[] {
  if (role === principal) return [];
  const more: readonly Way[] =
    own(estate.roles, principal)?.superuser === true ? [{ basis: 'superuser', as: null, through: [] }] : [];
  const administrators = [...graph.administrators(role)].flatMap((other) =>
    wayTo(graph.memberOf(principal), other).map((way) => ({ ...way, basis: 'grant' as const })),
  );
  return [
    ...best('member of', false, [...memberWays(graph.memberOf(principal), role), ...more]),
    ...best('inherit from', false, [...memberWays(graph.inherited(principal), role), ...more]),
    ...best('SET ROLE to', false, [...memberWays(graph.settable(principal), role), ...more]),
    ...best('administer', true, [...administrators, ...more]),
  ];
}

/** The roles before the last one: membership in it is what is held. */
function memberWays(walk: Walk, role: string): readonly Way[] {
  return wayTo(walk, role).map(({ through }) => ({ basis: 'grant', as: null, through: through.slice(0, -1) }));
}

function wayTo(walk: Walk, role: string): readonly Pick<Way, 'as' | 'through'>[] {
  return walk.has(role) ? [{ as: null, through: chainTo(walk, role) }] : [];
}

/** Attributes are not inherited, but a session that is another role has that one's. */
export function onServer({ estate, graph }: Model, principal: string, standings: Standings): readonly Held[] {
  const self = own(estate.roles, principal);
  const superuser = standings.superuser(principal);
  const more: readonly Way[] = superuser === null ? [] : [{ ...superuser, basis: 'superuser' }];
  const login: readonly Way[] =
    self?.login === true && self.connectionLimit !== 0 ? [{ basis: 'attribute', as: null, through: [] }] : [];
  return [
    ...best('LOGIN', false, login),
    ...ATTRIBUTES.flatMap(([action, administers, has]) => {
      const ways = [...graph.settable(principal).keys()].flatMap((role): Way[] => {
        const attributes = own(estate.roles, role);
        if (attributes === undefined || !has(attributes)) return [];
        const isItself = role === principal;
        return [{ basis: 'attribute', as: isItself ? null : role, through: isItself ? [] : [role] }];
      });
      return best(action, administers, action === 'SUPERUSER' ? ways : [...ways, ...more]);
    }),
    ...Object.entries(SERVER_POWERS).flatMap(([role, action]) => {
      if (own(estate.roles, role) === undefined) return [];
      const standing = standings.as(role, null);
      const ways: readonly Way[] = standing === null ? [] : [{ ...standing, basis: 'built-in' }];
      return best(action, OVER_THE_MACHINE.has(role), [...ways, ...more]);
    }),
  ];
}
