import { creationComment } from '../../src/providers/postgres/normal-form/creation-mark.ts';
import { ANOTHER_MARK, COMMITMENT_AS_MARK } from '../support/marks.ts';
import { asGrantor, asOwner, recreated, type Databases, type Statement } from './postgres-estate.ts';

const marked = (mark: string) => `CREATE ROLE exporter LOGIN; COMMENT ON ROLE exporter IS '${creationComment(mark)}'`;

/** Things that other people do to the estate, by name. */
export type Acts = Readonly<Record<string, () => readonly Statement[]>>;
type Drift = { readonly act: string; readonly pointer: string; readonly sql: string; readonly second?: true };

const drift = (act: string, pointer: string, sql: string): Drift => ({ act, pointer, sql });
const owned = (act: string, pointer: string, sql: string): Drift => ({ act, pointer, sql: asOwner(sql) });

/** One of every attribute class, each way that it can move. The first is one that a correction can undo. */
function driftsIn(databases: Databases, writerJoins: string | null): readonly Drift[] {
  const granted = (sql: string) => asGrantor(writerJoins, sql);
  const { first, second } = databases;
  const [grants, defaults] = [`/grants/values/${first}`, `/defaultPrivileges/values/${first}`];
  return [
    drift('let more sessions in', '/connectionLimit', 'ALTER ROLE reports CONNECTION LIMIT 6'),
    drift('lock the role out', '/login', 'ALTER ROLE reports NOLOGIN'),
    drift('let the role inherit nothing', '/inherit', 'ALTER ROLE reports NOINHERIT'),
    drift('make the role a superuser', '/superuser', 'ALTER ROLE reports SUPERUSER'),
    drift('let the role create roles', '/createRole', 'ALTER ROLE reports CREATEROLE'),
    drift('let the role replicate', '/replication', 'ALTER ROLE reports REPLICATION'),
    drift('let the role pass row security by', '/bypassRowSecurity', 'ALTER ROLE reports BYPASSRLS'),
    drift(
      'put off its end by a microsecond',
      '/validUntil',
      `ALTER ROLE reports VALID UNTIL '2027-03-31 00:00:00.000001+00'`,
    ),
    drift('take its end away', '/validUntil', `ALTER ROLE reports VALID UNTIL 'infinity'`),
    drift('rewrite the comment', '/comment', `COMMENT ON ROLE reports IS 'someone was here'`),
    drift('remove the comment', '/comment', 'COMMENT ON ROLE reports IS NULL'),
    drift('change a setting', '/settings/values/everywhere/work_mem', `ALTER ROLE reports SET work_mem = '9MB'`),
    drift('add a setting', '/settings/values/everywhere/row_security', 'ALTER ROLE reports SET row_security = off'),
    drift('reset all settings', '/settings/values/everywhere/work_mem', 'ALTER ROLE reports RESET ALL'),
    drift(
      'add a setting in a database',
      `/settings/values/databases/${first}/lock_timeout`,
      `ALTER ROLE reports IN DATABASE ${first} SET lock_timeout = '1s'`,
    ),
    drift(
      'reset the settings in a database',
      `/settings/values/databases/${first}/statement_timeout`,
      `ALTER ROLE reports IN DATABASE ${first} RESET ALL`,
    ),
    drift('end a membership', '/memberOf/values/readers/admin', granted('REVOKE readers FROM reports')),
    drift('begin a membership', '/memberOf/values/pg_read_all_data/admin', 'GRANT pg_read_all_data TO reports'),
    drift(
      'let it give a membership on',
      '/memberOf/values/readers/admin',
      granted('GRANT readers TO reports WITH ADMIN OPTION'),
    ),
    drift(
      'no longer let it give a membership on',
      '/memberOf/values/team/admin',
      granted('REVOKE ADMIN OPTION FOR team FROM reports'),
    ),
    drift('grant on the database', `${grants}/database/CREATE`, `GRANT CREATE ON DATABASE ${first} TO reports`),
    drift('revoke on the database', `${grants}/database/CONNECT`, `REVOKE CONNECT ON DATABASE ${first} FROM reports`),
    owned('grant on the schema', `${grants}/schema billing/CREATE`, 'GRANT CREATE ON SCHEMA billing TO reports'),
    owned('revoke on the schema', `${grants}/schema billing/USAGE`, 'REVOKE USAGE ON SCHEMA billing FROM reports'),
    owned('grant on another schema', `${grants}/schema audit/USAGE`, 'GRANT USAGE ON SCHEMA audit TO reports'),
    owned(
      'grant one more privilege on a table',
      `${grants}/table billing.orders/DELETE`,
      'GRANT DELETE ON billing.orders TO reports',
    ),
    owned(
      'grant on another table',
      `${grants}/table billing.secrets/SELECT`,
      'GRANT SELECT ON billing.secrets TO reports',
    ),
    owned('grant on a view', `${grants}/table audit.totals/SELECT`, 'GRANT SELECT ON audit.totals TO reports'),
    owned(
      'revoke on a partitioned table',
      `${grants}/table billing.parts/SELECT`,
      'REVOKE SELECT ON billing.parts FROM reports',
    ),
    owned(
      'take a privilege on a table away',
      `${grants}/table billing.orders/INSERT`,
      'REVOKE INSERT ON billing.orders FROM reports',
    ),
    owned(
      'let it grant a privilege on',
      `${grants}/table billing.orders/SELECT`,
      'GRANT SELECT ON billing.orders TO reports WITH GRANT OPTION',
    ),
    owned(
      'no longer let it grant a privilege on',
      `${grants}/table billing.orders/TRUNCATE`,
      'REVOKE GRANT OPTION FOR TRUNCATE ON billing.orders FROM reports',
    ),
    owned(
      'grant on another column',
      `${grants}/column billing.invoices.id/UPDATE`,
      'GRANT UPDATE (id) ON billing.invoices TO reports',
    ),
    owned(
      'revoke on the column',
      `${grants}/column billing.invoices.amount/UPDATE`,
      'REVOKE UPDATE (amount) ON billing.invoices FROM reports',
    ),
    owned(
      'grant on the sequence',
      `${grants}/sequence billing.numbers/SELECT`,
      'GRANT SELECT ON SEQUENCE billing.numbers TO reports',
    ),
    owned(
      'revoke on the sequence',
      `${grants}/sequence billing.numbers/USAGE`,
      'REVOKE USAGE ON SEQUENCE billing.numbers FROM reports',
    ),
    owned(
      'revoke on the function',
      `${grants}/function billing.total(integer, text[])/EXECUTE`,
      'REVOKE EXECUTE ON FUNCTION billing.total(integer, text[]) FROM reports',
    ),
    owned(
      'let it grant the function on',
      `${grants}/function billing.total(integer, text[])/EXECUTE`,
      'GRANT EXECUTE ON FUNCTION billing.total(integer, text[]) TO reports WITH GRANT OPTION',
    ),
    owned(
      'revoke on the procedure',
      `${grants}/procedure billing.close()/EXECUTE`,
      'REVOKE EXECUTE ON PROCEDURE billing.close() FROM reports',
    ),
    owned('grant on a type', `${grants}/type billing.state/USAGE`, 'GRANT USAGE ON TYPE billing.state TO reports'),
    owned(
      'revoke on the domain',
      `${grants}/type billing.email/USAGE`,
      'REVOKE USAGE ON DOMAIN billing.email FROM reports',
    ),
    owned(
      'add a default privilege',
      `${defaults}/maker tables billing/DELETE`,
      'ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT DELETE ON TABLES TO reports',
    ),
    owned(
      'end a default privilege',
      `${defaults}/maker tables billing/SELECT`,
      'ALTER DEFAULT PRIVILEGES IN SCHEMA billing REVOKE SELECT ON TABLES FROM reports',
    ),
    owned(
      'let it grant a default privilege on',
      `${defaults}/maker tables billing/SELECT`,
      'ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO reports WITH GRANT OPTION',
    ),
    owned(
      'add a default privilege everywhere',
      `${defaults}/maker sequences */USAGE`,
      'ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO reports',
    ),
    ...(second === null
      ? []
      : [
          {
            ...owned(
              'grant in the second database',
              `/grants/values/${second}/table billing.secrets/SELECT`,
              'GRANT SELECT ON billing.secrets TO reports',
            ),
            second: true as const,
          },
          {
            ...owned(
              'revoke in the second database',
              `/grants/values/${second}/table billing.orders/SELECT`,
              'REVOKE SELECT ON billing.orders FROM reports',
            ),
            second: true as const,
          },
          drift(
            'add a setting in the second database',
            `/settings/values/databases/${second}/lock_timeout`,
            `ALTER ROLE reports IN DATABASE ${second} SET lock_timeout = '1s'`,
          ),
        ]),
  ];
}

let tables = 0;

/** What happens on any server all day, and is nobody's business here. */
function irrelevantIn(databases: Databases): Acts {
  const { first, second, elsewhere } = databases;
  const here = (sql: string) => () => [{ database: first, sql }];
  return {
    'disable a stranger': here('ALTER ROLE stranger NOLOGIN CONNECTION LIMIT 3'),
    'grant to a stranger': here(
      asOwner(
        'GRANT USAGE ON SCHEMA billing TO stranger; GRANT ALL ON billing.a, billing.orders TO stranger WITH GRANT OPTION',
      ),
    ),
    'let a stranger grant on': here('SET ROLE stranger; GRANT SELECT ON billing.orders TO readers; RESET ROLE'),
    'grant to everyone': here(asOwner('GRANT SELECT ON billing.b TO PUBLIC')),
    'let a stranger into the same roles': here('GRANT team, readers TO stranger WITH ADMIN OPTION'),
    'let a stranger become the role': here('GRANT reports TO stranger'),
    'give a stranger default privileges': here(
      asOwner('ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT ALL ON TABLES TO stranger'),
    ),
    'rename a stranger': here('ALTER ROLE stranger RENAME TO "Reports"'),
    'make a role': here('CREATE ROLE newcomer LOGIN; GRANT newcomer TO team'),
    'set what the document omits': here('ALTER ROLE reports CREATEDB'),
    'change the password': here(`ALTER ROLE reports PASSWORD 'canary-password-of-reports, another'`),
    'add a table inside the pattern': () => {
      tables += 1;
      return [{ database: first, sql: asOwner(`CREATE TABLE billing.a${tables} (n int)`) }];
    },
    'add a table beside the pattern': here(asOwner('CREATE TABLE audit.a (n int)')),
    'add a column to a table': here(asOwner('ALTER TABLE billing.orders ADD COLUMN more text')),
    'rename a table': here(asOwner('ALTER TABLE billing.b RENAME TO beta')),
    'add a schema': here('CREATE SCHEMA later AUTHORIZATION maker'),
    'give a table to someone else': here('ALTER TABLE billing.secrets OWNER TO team'),
    'gather statistics': here('ANALYZE'),
    'clean up': here('VACUUM'),
    ...(second === null
      ? {}
      : {
          'add a table in the second database': () => [
            { database: second, sql: asOwner('CREATE TABLE billing.more (n int)') },
          ],
        }),
    ...(elsewhere === null
      ? {}
      : {
          "grant in a database that is not the source's": () => [
            {
              database: elsewhere,
              sql: 'CREATE SCHEMA IF NOT EXISTS other AUTHORIZATION maker; GRANT ALL ON SCHEMA other TO reports',
            },
          ],
        }),
  };
}

export type ActsOf = {
  readonly acts: Acts;
  readonly drifts: readonly { act: string; pointer: string }[];
  readonly irrelevant: readonly string[];
};

/** @param writerJoins the writer that has to be a member of the role; null: none has to */
export function actsOn(databases: Databases, writerJoins: string | null): ActsOf {
  const drifts = driftsIn(databases, writerJoins);
  const irrelevant = irrelevantIn(databases);
  const place = ({ second }: Drift) => (second === true ? (databases.second ?? databases.first) : databases.first);
  return {
    acts: {
      ...Object.fromEntries(drifts.map((one) => [one.act, () => [{ database: place(one), sql: one.sql }]])),
      ...irrelevant,
      'recreate the role': () => recreated(databases, writerJoins),
      'create the role first': () => [{ database: databases.first, sql: 'CREATE ROLE exporter LOGIN' }],
      'create the role first, with the mark of another apply': () => [
        { database: databases.first, sql: marked(ANOTHER_MARK) },
      ],
      'create the role first, with what this apply committed to as its mark': () => [
        { database: databases.first, sql: marked(COMMITMENT_AS_MARK) },
      ],
    },
    drifts: drifts.map(({ act, pointer }) => ({ act, pointer })),
    irrelevant: Object.keys(irrelevant),
  };
}
