import { postgresApplier } from '../../src/providers/postgres/write/applier.ts';
import { postgres } from '../../src/providers/postgres/index.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Connection } from '../../src/core/ports.ts';
import type { ContractHarness } from './harness.ts';
import { actsOn } from './postgres-acts.ts';
import { CANARIES, OWNER, setup, type Databases, type Statement } from './postgres-estate.ts';
import { specsFor } from './postgres-specs.ts';

/** A server that is running: where the source's logins connect, through a database of theirs, and hands of a superuser. */
export type Server = {
  url(login: string, database: string): string;
  query(text: string, database: string): Promise<readonly Record<string, unknown>[]>;
};

/** What is known of a server before it runs. `reader` and `writer` are its logins. */
export type Shape = {
  readonly databases: Databases;
  readonly reader: string;
  readonly writer: string;
  /** Logins of the server that the estate comes and goes without. */
  readonly logins: readonly string[];
  /** The writer is no superuser, so it has to be a member of what it deletes. */
  readonly writerJoins: boolean;
  /** More that happens on such a server and is irrelevant. */
  readonly beside?: Readonly<Record<string, (server: Server) => Promise<void>>>;
};

/** Somebody names another of the source's databases in the credential. */
const RECONNECT = 'connect through the other database';

/**
 * Transactions that wrote anything, whoever began them and whether or not they were committed: a transaction gets a number when it first
 * writes, and neither a function nor a login can write without one. A statement log sees less: SELECT of a function that writes.
 */
const WRITES = 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next';

export function postgresHarness(shape: Shape, server: () => Server): ContractHarness {
  const { databases, reader, writer, beside = {} } = shape;
  const names = [databases.first, databases.second].flatMap((name) => name ?? []);
  const kept = [OWNER, ...shape.logins];
  const boundary: JsonObject = { exclude: kept };
  const options: JsonObject = { databases: names, writer };
  const joins = shape.writerJoins ? writer : null;
  const { acts, drifts, irrelevant } = actsOn(databases, joins);
  const other = databases.second ?? databases.first;
  /** Each side through another database: what is planned by one is judged by the other. */
  const connection = (login: string, through: () => string): Connection => ({
    source: 'db',
    get secret() {
      return server().url(login, through());
    },
    boundary,
    options,
    timeout: 20_000,
    progress: () => undefined,
  });
  const perform = async (statements: readonly Statement[]): Promise<void> => {
    for (const { database, sql } of statements) await server().query(sql, database);
  };
  return {
    provider: postgres,
    applier: postgresApplier(),
    source: {
      name: 'db',
      provider: 'postgres',
      connection: { read: 'READ', write: 'WRITE' },
      mode: 'authoritative',
      boundary,
      options,
      owner: 'owner',
    },
    async open() {
      await perform(setup(databases, kept, joins));
      let reads = databases.first;
      return {
        read: connection(reader, () => reads),
        write: connection(writer, () => other),
        writes: async () => {
          const [row] = await server().query(WRITES, databases.first);
          return Number(row?.['next']);
        },
        act: async (name) => {
          const [act, more] = [acts[name], beside[name]];
          if (name === RECONNECT) reads = other;
          else if (act !== undefined) await perform(act());
          else if (more !== undefined) await more(server());
          else throw new Error(`no act is called ${name}`);
        },
        close: () => Promise.resolve(),
      };
    },
    ...specsFor(databases),
    replaced: null,
    drifts,
    recreate: 'recreate the role',
    usurp: 'create the role first',
    usurpUnseen: [
      'create the role first',
      'create the role first, with the mark of another apply',
      'create the role first, with what this apply committed to as its mark',
    ],
    irrelevant: [RECONNECT, ...irrelevant, ...Object.keys(beside)],
    unreachable: (estate) => ({ ...estate.read, secret: `postgres://${reader}@127.0.0.1:1/${databases.first}` }),
    canaries: CANARIES,
  };
}
