import type { LiveState } from '../../../src/core/live.ts';
import type { Estate } from '../../../src/providers/postgres/access/estate.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { estate as facts, role } from '../../providers/postgres/steps/estate.ts';
import { sourceOf, type System } from './pull-request.ts';

const TABLES = ['billing.invoices', 'billing.lines', 'hr.salaries'];

/** A PostgreSQL server with one database, some tables, and no login of anybody's. */
export function server(name: string): System {
  const objects = Object.fromEntries([
    ...['schema billing', 'schema hr'].map((schema) => [schema, 'maker']),
    ...TABLES.map((table) => [`table ${table}`, 'maker']),
  ]) as Readonly<Record<string, string>>;
  const roles = { admin: role({ superuser: true }), maker: role() };
  const live: LiveState = {
    source: name,
    provider: 'postgres',
    target: { systemIdentifier: '7391' },
    objects: [],
    unreadable: [],
    notModelled: [],
    facts: facts({ databases: ['orders'], database: { orders: { owner: 'maker', objects, otherOwned: {} } }, roles }),
  };
  const owned = Object.keys(objects).map((object) => [object, { owner: 'maker', acl: null }] as const);
  const unlimited = Object.entries(roles).map(([known, one]) => [known, { ...one, connectionLimit: -1 }] as const);
  const estate: Estate = {
    version: 160_000,
    roles: Object.fromEntries(unlimited),
    memberships: [],
    databases: {
      orders: { objects: { database: { owner: 'maker', acl: null }, ...Object.fromEntries(owned) }, defaults: {} },
    },
  };
  return {
    source: sourceOf(name, 'postgres', { options: { databases: ['orders'] } }),
    provider: postgres,
    state: live,
    estate: { ...live, facts: estate },
  };
}
