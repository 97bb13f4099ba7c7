import type pg from 'pg';
import { OWNER } from '../../contract/postgres-estate.ts';
import type { Server } from '../../contract/postgres-harness.ts';
import { startPostgres, type LivePostgres } from './server.ts';

export const DATABASES = { first: 'orders', second: 'invoices', elsewhere: 'elsewhere' };
export const READER = 'onlooker';

type Row = Record<string, unknown>;

/** A real server with the databases and logins that the contract is tried on. */
export class ContractServer {
  readonly live: LivePostgres;
  readonly #sessions: pg.Client[] = [];
  readonly #hands = new Map<string, pg.Client>();

  private constructor(live: LivePostgres) {
    this.live = live;
  }

  /** @param major left out: the system's own version. */
  static async start(major?: number): Promise<ContractServer> {
    const live = await startPostgres(major);
    // The server's own housekeeping would count among the writes.
    await live.query('ALTER SYSTEM SET autovacuum = off');
    await live.query('SELECT pg_reload_conf()');
    await live.query(
      `CREATE ROLE ${OWNER}; CREATE ROLE ${READER} LOGIN; CREATE ROLE applier LOGIN CREATEROLE; GRANT ${OWNER} TO applier`,
    );
    for (const database of Object.values(DATABASES)) {
      await live.query(`CREATE DATABASE ${database} OWNER ${OWNER}`);
      await live.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC`, database);
    }
    return new ContractServer(live);
  }

  get server(): Server {
    return {
      url: (login, database) => this.live.url(login, database),
      query: async (text, database) => {
        const result: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await (await this.#hand(database)).query(text);
        return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
      },
    };
  }

  async logIn(role: string): Promise<void> {
    const session = await this.live.connect(role, DATABASES.first);
    this.#sessions.push(session);
    await session.query('SELECT count(*) FROM billing.orders');
  }

  async stop(): Promise<void> {
    for (const session of [...this.#sessions, ...this.#hands.values()]) await session.end();
    await this.live.stop();
  }

  /** One session a database for all that the tests do behind Countersign's back: an estate per test is many statements. */
  async #hand(database: string): Promise<pg.Client> {
    const known = this.#hands.get(database) ?? (await this.live.connect('postgres', database));
    this.#hands.set(database, known);
    return known;
  }
}
