import type { JsonObject } from '../../src/core/json.ts';
import type { ContractHarness } from './harness.ts';
import type { Databases } from './postgres-estate.ts';

type Specs = Pick<ContractHarness, 'existing' | 'edited' | 'created' | 'dependent' | 'edits' | 'equivalent'>;

/** What the estate's role is declared as, and what people make of it. */
export function specsFor({ first, second }: Databases): Specs {
  const on = (object: JsonObject, ...privileges: string[]): JsonObject => ({ on: object, database: first, privileges });
  const table = (names: string | readonly string[], ...privileges: string[]) => on({ tables: names }, ...privileges);
  const there = (...privileges: string[]): readonly JsonObject[] =>
    second === null ? [] : [{ on: { tables: 'billing.orders' }, database: second, privileges }];
  const held = [
    { on: { databases: first }, privileges: ['CONNECT'] },
    on({ schemas: 'billing' }, 'USAGE'),
    table('billing.parts', 'SELECT'),
    { ...table('billing.orders', 'TRUNCATE'), grantable: true },
    on({ columns: 'billing.invoices.amount' }, 'UPDATE'),
    on({ sequences: 'billing.numbers' }, 'USAGE'),
    on({ functions: 'billing.total(integer, text[])' }, 'EXECUTE'),
    on({ procedures: 'billing.close()' }, 'EXECUTE'),
    on({ domains: 'billing.email' }, 'USAGE'),
  ];
  const never = { superuser: false, createRole: false, replication: false, bypassRowSecurity: false, inherit: true };
  const byDefault = (...privileges: string[]) => [
    { createdBy: 'maker', in: 'billing', on: 'tables', database: first, privileges },
  ];
  const everywhere = (work_mem: string) => ({
    everywhere: { work_mem },
    databases: { [first]: { statement_timeout: '5min' } },
  });
  const patterned = (...names: string[]): JsonObject => ({ grants: names.map((name) => table(name, 'SELECT')) });
  const edit = (what: string, from: JsonObject, to: JsonObject) => ({
    what,
    from,
    acts: ['add a table inside the pattern'],
    to,
  });
  return {
    existing: {
      kind: 'PostgresRole',
      name: 'reports',
      spec: {
        ...never,
        login: true,
        connectionLimit: 5,
        validUntil: '2027-03-31T00:00:00Z',
        comment: 'nightly',
        settings: everywhere('8MB'),
        memberOf: [{ role: 'team', admin: true }, 'readers'],
        grants: [...held, table('billing.orders', 'SELECT', 'INSERT'), ...there('SELECT')],
        defaultPrivileges: byDefault('SELECT'),
      },
    },
    edited: {
      ...never,
      login: true,
      connectionLimit: 7,
      validUntil: '2028-03-31T00:00:00Z',
      comment: 'hourly',
      settings: everywhere('16MB'),
      memberOf: ['team', 'readers', 'pg_monitor'],
      grants: [
        ...held,
        table('billing.orders', 'SELECT', 'UPDATE'),
        table('billing.a*', 'SELECT'),
        ...there('SELECT', 'UPDATE'),
      ],
      defaultPrivileges: byDefault('SELECT', 'INSERT'),
    },
    created: {
      kind: 'PostgresRole',
      name: 'exporter',
      spec: {
        login: true,
        comment: 'exports',
        settings: everywhere('4MB'),
        memberOf: ['team'],
        grants: [table('billing.*', 'SELECT'), table('billing.orders', 'INSERT')],
      },
    },
    dependent: {
      kind: 'PostgresRole',
      name: 'audit',
      spec: { login: true, comment: 'audits', memberOf: ['exporter'] },
    },
    edits: [
      edit('a list with a standing pattern', patterned('billing.a*'), patterned('billing.a*', 'billing.orders')),
      edit('a pattern that gives way to an entry', patterned('billing.a*'), patterned('billing.a')),
      edit('a pattern that gives way to a wider one', patterned('billing.a*'), patterned('billing.*')),
      edit('a pattern that gives way to a narrower one', patterned('billing.*'), patterned('billing.a*')),
      edit('a pattern that ends beside another', patterned('billing.a*', '*.a'), patterned('*.a')),
      edit('a pattern that ends', patterned('billing.a*'), patterned()),
    ],
    equivalent: [
      {
        defaultPrivileges: [...byDefault('INSERT'), ...byDefault('SELECT')],
        grants: [
          table('billing.a*', 'SELECT'),
          on({ types: '"billing"."email"' }, 'USAGE'),
          on({ functions: 'billing.total(pg_catalog.int4, text[])' }, 'ALL'),
          ...held.slice(0, -3),
          on({ procedures: 'billing."close"()' }, 'EXECUTE'),
          table(['billing.orders'], 'UPDATE'),
          table('"billing"."orders"', 'SELECT'),
          ...there('UPDATE'),
          ...there('SELECT'),
        ],
        memberOf: ['pg_monitor', { role: 'team', admin: false }, 'readers'],
        settings: { databases: { [first]: { STATEMENT_TIMEOUT: 300_000 } }, everywhere: { Work_Mem: '16384kB' } },
        comment: 'hourly',
        validUntil: '2028-03-31T02:00:00.000+02:00',
        connectionLimit: 7,
        login: true,
        ...never,
      },
    ],
  };
}
