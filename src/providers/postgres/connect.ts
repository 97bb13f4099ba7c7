import pg from 'pg';
import { CountersignError } from '../../core/errors.ts';

/** Rows of text exactly as the server wrote it: no type is guessed, and no number is rounded. */
export type Row = readonly (string | null)[];

/** One connection in which exactly one statement runs at a time. */
export type Session = {
  /** @throws CountersignError `catalogue-too-large` beyond MAXIMUM_ROWS, and the driver's errors. */
  rows(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
};

/** Far beyond any real catalogue; keeps a hostile server from filling the memory. */
const MAXIMUM_ROWS = 2_000_000;
/** The client gives up after the server should have. */
const GRACE_MILLISECONDS = 2_000;
/** A wait for someone else's lock ends before the statement does, so that the refusal says what it waited for. */
const LOCK_SHARE = 0.75;

/**
 * A session in `database` (null: as the connection string says).
 * @throws CountersignError `connection-malformed`, and the driver's errors.
 */
export async function openSession(secret: string, database: string | null, timeout: number): Promise<Session> {
  const client = new pg.Client({
    connectionString: inDatabase(secret, database),
    connectionTimeoutMillis: timeout,
    query_timeout: timeout + GRACE_MILLISECONDS,
    application_name: 'countersign',
  });
  // A connection that breaks while idle is found by the next query.
  client.on('error', () => undefined);
  await client.connect();
  return sessionOf(client);
}

function sessionOf(client: pg.Client): Session {
  return {
    rows: async (text, values = []) => {
      const result = await client.query<(string | null)[]>({
        text,
        values: [...values],
        rowMode: 'array',
        types: AS_TEXT,
      });
      if (result.rows.length > MAXIMUM_ROWS) throw tooLarge();
      return result.rows;
    },
    close: () => client.end(),
  };
}

/** Runs in one snapshot that cannot write, whatever the session's own defaults are. */
export async function inSnapshot<T>(session: Session, timeout: number, read: () => Promise<T>): Promise<T> {
  await session.rows('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await neutralise(session, timeout);
    return await read();
  } finally {
    await session.rows('ROLLBACK').catch(() => undefined);
  }
}

/**
 * Settings of a role or a database may change what names and texts mean; inside of this transaction they do not.
 * Compiling catalogue queries takes longer than running them.
 */
export async function neutralise(session: Session, timeout: number): Promise<void> {
  await session.rows(
    `SELECT pg_catalog.set_config(name, value, true) FROM (VALUES
       ('search_path', ''), ('quote_all_identifiers', 'off'), ('standard_conforming_strings', 'on'),
       ('datestyle', 'ISO'), ('jit', 'off'), ('statement_timeout', $1), ('lock_timeout', $2)) AS neutral (name, value)`,
    [timeout, timeout * LOCK_SHARE].map((limit) => String(Math.max(1, Math.floor(limit)))),
  );
}

/** A query that never gives more rows than can be told to be too many. */
export function bounded(select: string): string {
  return `${select} LIMIT ${MAXIMUM_ROWS + 1}`;
}

const AS_TEXT = { getTypeParser: () => (value: string) => value };

function inDatabase(secret: string, database: string | null): string {
  const url = connectionUrl(secret);
  if (database === null) return decodable(url).toString();
  // The driver's reader of connection strings leaves these two encoded.
  if (/[?#]/u.test(database)) {
    throw new CountersignError('database-name-unsupported', 'The driver cannot be told this database name.', {
      evidence: database,
      mend: 'Rename the database, or leave it out of options.databases.',
    });
  }
  url.pathname = `/${encodeURI(database)}`;
  return url.toString();
}

function connectionUrl(secret: string): URL {
  const url = URL.parse(secret);
  if (url !== null && /^postgres(?:ql)?:$/u.test(url.protocol)) return url;
  throw malformed();
}

/** The driver decodes the database's name, and says nothing of use where it cannot. */
function decodable(url: URL): URL {
  try {
    decodeURI(url.pathname);
    return url;
  } catch {
    throw malformed();
  }
}

function malformed(): CountersignError {
  return new CountersignError('connection-malformed', 'The connection is not a PostgreSQL URL.', {
    mend: 'Put postgres://user:password@host:port/database into the environment variable that the source names, with every special character of the password percent-encoded.',
  });
}

function tooLarge(): CountersignError {
  return new CountersignError('catalogue-too-large', 'A catalogue has more rows than can be read at once.', {
    evidence: `more than ${MAXIMUM_ROWS}`,
    mend: 'Split the source by options.databases.',
  });
}
