import fc from 'fast-check';

/** A random estate of roles r0 … and objects, as statements of which the server refuses what it likes. */
export const ROLES = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6'] as const;

type ObjectSpelling = {
  readonly key: string;
  readonly class: string;
  readonly on: string;
  readonly privileges: string[];
};

const TABLE = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];
const MAINTAIN_SINCE = 170_000;
const OPTIONS_SINCE = 160_000;

export function objectsOf(version: number, database: string): readonly ObjectSpelling[] {
  const table = version >= MAINTAIN_SINCE ? [...TABLE, 'MAINTAIN'] : TABLE;
  const within = (schema: string): readonly ObjectSpelling[] => [
    { key: `schema ${schema}`, class: 'schema', on: schema, privileges: ['USAGE', 'CREATE'] },
    { key: `table ${schema}.t`, class: 'table', on: `${schema}.t`, privileges: table },
    { key: `table ${schema}.u`, class: 'table', on: `${schema}.u`, privileges: table },
    ...['a', 'b'].map((column) => ({
      key: `column ${schema}.t.${column}`,
      class: 'column',
      on: `${schema}.t.${column}`,
      privileges: ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'],
    })),
    { key: `sequence ${schema}.q`, class: 'sequence', on: `${schema}.q`, privileges: ['USAGE', 'SELECT', 'UPDATE'] },
    { key: `function ${schema}.f(integer)`, class: 'function', on: `${schema}.f(integer)`, privileges: ['EXECUTE'] },
    { key: `procedure ${schema}.p()`, class: 'procedure', on: `${schema}.p()`, privileges: ['EXECUTE'] },
    { key: `type ${schema}.d`, class: 'type', on: `${schema}.d`, privileges: ['USAGE'] },
  ];
  return [
    { key: 'database', class: 'database', on: database, privileges: ['CONNECT', 'CREATE', 'TEMPORARY'] },
    { key: 'schema public', class: 'schema', on: 'public', privileges: ['USAGE', 'CREATE'] },
    ...within('s0'),
    ...within('s1'),
  ];
}

const role = fc.constantFrom(...ROLES);
const grantee = fc.oneof(
  { weight: 6, arbitrary: role },
  { weight: 1, arbitrary: fc.constantFrom('PUBLIC', 'pg_database_owner', 'pg_read_all_data') },
);
const group = (version: number) =>
  fc.oneof(
    { weight: 8, arbitrary: role },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'pg_read_all_data',
        'pg_write_all_data',
        'pg_monitor',
        ...(version >= MAINTAIN_SINCE ? ['pg_maintain'] : []),
      ),
    },
  );

/** Statements, each tried by itself. */
export function estates(version: number, database: string): fc.Arbitrary<readonly string[]> {
  const objects = objectsOf(version, database);
  const attributes = fc
    .array(fc.constantFrom('SUPERUSER', 'NOINHERIT', 'NOINHERIT', 'CREATEROLE', 'LOGIN', 'CREATEDB'), { maxLength: 2 })
    .map((list) => [...new Set(list)].filter((one, index) => one !== 'SUPERUSER' || index === 0).join(' '));
  const creations = fc
    .tuple(...ROLES.map(() => attributes))
    .map((all) => all.map((list, index) => `CREATE ROLE r${index} ${list}`));
  const owners = fc.array(fc.tuple(role, fc.constantFrom(...objects.filter((one) => one.class !== 'column'))), {
    maxLength: 8,
  });
  const privilege = fc.constantFrom(...objects).chain((object) =>
    fc.record({
      object: fc.constant(object),
      privilege: fc.constantFrom(...object.privileges),
      to: grantee,
      by: fc.option(role, { freq: 3 }),
      verb: fc.constantFrom('GRANT', 'GRANT', 'GRANT', 'OPTION', 'REVOKE'),
    }),
  );
  return fc
    .record({
      creations,
      memberships: fc.array(membership(version), { minLength: 2, maxLength: 14 }),
      owners,
      grants: fc.array(privilege, { minLength: 5, maxLength: 40 }),
      late: fc.array(
        fc.oneof(
          role.map((name) => `REVOKE ALL ON s0.t FROM ${name}`),
          role.map((name) => `DROP ROLE ${name}`),
        ),
        {
          maxLength: 2,
        },
      ),
    })
    .map((parts) => [
      ...parts.creations,
      ...CREATION,
      ...parts.memberships,
      ...parts.owners.map(([owner, object]) => `ALTER ${object.class.toUpperCase()} ${object.on} OWNER TO ${owner}`),
      ...parts.grants.map(statementOf),
      ...parts.late,
    ]);
}

function membership(version: number): fc.Arbitrary<string> {
  const option = fc.constantFrom(
    '',
    'INHERIT FALSE',
    'SET FALSE',
    'INHERIT FALSE, SET FALSE',
    'ADMIN TRUE',
    'INHERIT TRUE',
  );
  const old = fc.constantFrom('', '', 'WITH ADMIN OPTION');
  return fc
    .tuple(group(version), role, version >= OPTIONS_SINCE ? option : old, fc.option(role, { freq: 4 }))
    .map(([to, member, options, by]) => {
      const clause = version >= OPTIONS_SINCE && options !== '' ? `WITH ${options}` : options;
      return asRole(by, `GRANT ${to} TO ${member} ${clause}`);
    });
}

function statementOf(grant: {
  readonly object: ObjectSpelling;
  readonly privilege: string;
  readonly to: string;
  readonly by: string | null;
  readonly verb: string;
}): string {
  const { object, privilege, to, by, verb } = grant;
  const [schema = '', table = '', column = ''] = object.on.split('.');
  const what =
    object.class === 'column'
      ? `${privilege} (${column}) ON TABLE ${schema}.${table}`
      : `${privilege} ON ${object.class.toUpperCase()} ${object.on}`;
  if (verb === 'REVOKE') return asRole(by, `REVOKE ${what} FROM ${to} CASCADE`);
  return asRole(by, `GRANT ${what} TO ${to}${verb === 'OPTION' ? ' WITH GRANT OPTION' : ''}`);
}

function asRole(by: string | null, statement: string): string {
  return by === null ? statement : `SET LOCAL ROLE ${by}; ${statement}; SET LOCAL ROLE NONE`;
}

const CREATION = ['s0', 's1'].flatMap((schema) => [
  `CREATE SCHEMA ${schema}`,
  `CREATE TABLE ${schema}.t (a int, b int)`,
  `CREATE TABLE ${schema}.u (a int)`,
  `CREATE SEQUENCE ${schema}.q`,
  `CREATE FUNCTION ${schema}.f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'`,
  `CREATE PROCEDURE ${schema}.p() LANGUAGE sql AS 'SELECT 1'`,
  `CREATE DOMAIN ${schema}.d AS integer`,
]);

/** One block that tries each statement; what the server refuses leaves nothing behind. */
export function tried(statements: readonly string[]): string {
  const blocks = statements.map((text) => {
    const each = text.split('; ').map((one) => `EXECUTE '${one.replaceAll("'", "''")}';`);
    return `BEGIN ${each.join(' ')} EXCEPTION WHEN OTHERS THEN NULL; END;`;
  });
  return `DO $estate$ BEGIN ${blocks.join('\n')} END $estate$`;
}

const FUNCTIONS: { readonly [objectClass: string]: string } = {
  database: 'has_database_privilege',
  schema: 'has_schema_privilege',
  table: 'has_table_privilege',
  sequence: 'has_sequence_privilege',
  function: 'has_function_privilege',
  procedure: 'has_function_privilege',
  type: 'has_type_privilege',
};

/** The server's own answer: every role, key and action that it says yes to, as rows. */
export function question(version: number, database: string): string {
  const objects = objectsOf(version, database).flatMap(({ key, class: objectClass, on, privileges }) =>
    privileges.flatMap((privilege) => [
      askFor(key, objectClass, on, privilege, privilege),
      askFor(key, objectClass, on, `${privilege} WITH GRANT OPTION`, `grant ${privilege}`),
    ]),
  );
  const set = version >= OPTIONS_SINCE ? 'SET' : 'MEMBER';
  const roles = [
    ['USAGE', 'inherit from'],
    ['MEMBER', 'member of'],
    [set, 'SET ROLE to'],
    ['MEMBER WITH ADMIN OPTION', 'administer'],
  ].map(
    ([privilege, action]) =>
      `SELECT r.rolname, 'role ' || o.rolname, '${action}' FROM pg_roles r, pg_roles o WHERE r.oid <> o.oid AND pg_has_role(r.oid, o.oid, '${privilege}')`,
  );
  return [...objects, ...roles].join(' UNION ALL ');
}

function askFor(key: string, objectClass: string, on: string, privilege: string, action: string): string {
  const [schema, table, column] = on.split('.');
  const test =
    objectClass === 'column'
      ? `has_column_privilege(r.rolname, '${schema}.${table}', '${column}', '${privilege}')`
      : `${FUNCTIONS[objectClass]}(r.rolname, '${on}', '${privilege}')`;
  return `SELECT r.rolname::text, '${key}', '${action}' FROM pg_roles r WHERE ${test}`;
}
