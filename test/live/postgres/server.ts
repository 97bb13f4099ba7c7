import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL server of its own: `url` names a login and a database, without a password. */
export type LivePostgres = {
  readonly version: number;
  url(user: string, database: string): string;
  /** Runs statements as a superuser in `database`, and returns the last one's rows. */
  query(text: string, database?: string): Promise<readonly Record<string, unknown>[]>;
  connect(user: string, database: string): Promise<pg.Client>;
  stop(): Promise<void>;
};

const SUPERUSER = 'postgres';
const READY_ATTEMPTS = 200;
const READY_PAUSE = 50;

/**
 * @param major one of the versions that `.ci/tools` installs; left out: the system's own.
 * @throws Error that says how to install PostgreSQL where there is none.
 */
export async function startPostgres(major?: number): Promise<LivePostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'countersign-postgres-'));
  const account = unprivilegedAccount();
  if (account !== null) chownSync(directory, account.uid, account.gid);
  const binaries = major === undefined ? findBinaries() : installed(major, directory);
  const data = join(directory, 'data');
  const as = account ?? {};
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-locale'],
    {
      ...as,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${directory}`,
    'fsync=off',
    'max_prepared_transactions=0',
  ];
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...as,
    cwd: directory,
    stdio: 'ignore',
  });
  const url = (user: string, database: string) =>
    `postgres://${encodeURIComponent(user)}@127.0.0.1:${port}/${encodeURI(database)}`;
  const connect = async (user: string, database: string) => {
    const client = new pg.Client({ connectionString: url(user, database) });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  await ready(server, () => connect(SUPERUSER, 'postgres'));
  return { version: await versionOf(connect), url, query, connect, stop };

  async function query(text: string, database = 'postgres') {
    const client = await connect(SUPERUSER, database);
    try {
      const result: pg.QueryResult<Record<string, unknown>> | pg.QueryResult<Record<string, unknown>>[] =
        await client.query(text);
      return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
    } finally {
      await client.end();
    }
  }

  async function stop() {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    // SIGINT is PostgreSQL's fast shutdown: open sessions are ended.
    if (server.exitCode === null) server.kill('SIGINT');
    if (server.exitCode === null) await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}

function findBinaries(): string {
  const root = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(root).sort((left, right) => Number(right) - Number(left));
    const [newest] = versions;
    if (newest !== undefined) return join(root, newest, 'bin');
  } catch {
    // Said below, with the way to mend it.
  }
  throw new Error(
    `There is no PostgreSQL server under ${root}. Install one: apt-get install postgresql (Debian, Ubuntu).`,
  );
}

/** A copy, because the account that the server runs as need not be able to reach the cache. */
function installed(major: number, directory: string): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const native = join(cache, 'countersign', `postgresql-${major}`, 'native');
  if (!existsSync(native)) throw new Error(`There is no PostgreSQL ${major} at ${native}. Run .ci/tools.`);
  cpSync(realpathSync(native), join(directory, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(directory, 'native', 'bin');
}

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string, user: string) =>
    Number(execFileSync('id', [option, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither an account postgres nor nobody.');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}

async function ready(server: ChildProcess, connect: () => Promise<pg.Client>): Promise<void> {
  for (let attempt = 0; attempt < READY_ATTEMPTS; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with exit code ${server.exitCode} while starting.`);
    const client = await connect().catch(() => null);
    if (client !== null) {
      await client.end();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, READY_PAUSE));
  }
  throw new Error('PostgreSQL did not accept connections in time.');
}

async function versionOf(connect: (user: string, database: string) => Promise<pg.Client>): Promise<number> {
  const client = await connect(SUPERUSER, 'postgres');
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  await client.end();
  return Number(rows[0]?.server_version_num);
}
