import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER } from '../../contract/postgres-estate.ts';
import { postgresHarness, type Shape } from '../../contract/postgres-harness.ts';
import { contractSuite } from '../../contract/suite.ts';
import { ContractServer, DATABASES, READER } from './contract-server.ts';

const WRITERS = {
  'a superuser': { writer: 'postgres', writerJoins: false },
  'a login with CREATEROLE': { writer: 'applier', writerJoins: true },
} as const;

export type ContractTrial = {
  /** Left out: the system's own version. */
  readonly major?: number;
  readonly writers: readonly (keyof typeof WRITERS)[];
  /** Kinds of change that are killed at each of their effects; left out: all. */
  readonly killed?: readonly string[];
};

/** The provider contract on a real server with two databases. */
export function contractOn({ major, writers, killed }: ContractTrial): void {
  let running: ContractServer | null = null;
  const server = () => {
    if (running === null) throw new Error('the server was not started');
    return running;
  };
  const beside: Shape['beside'] = {
    'log in as the role': async () => await server().logIn('reports'),
    'make a database': async () => {
      await server().live.query('DROP DATABASE IF EXISTS another', DATABASES.first);
      await server().live.query(`CREATE DATABASE another OWNER ${OWNER}`, DATABASES.first);
    },
  };
  const shape = { databases: DATABASES, reader: READER, logins: ['postgres', 'applier', READER], beside };

  describe(`PostgreSQL ${major ?? 'of the system'}`, () => {
    beforeAll(async () => {
      running = await ContractServer.start(major);
    });
    afterAll(async () => {
      await running?.stop();
    });

    for (const who of writers) {
      const harness = postgresHarness({ ...shape, ...WRITERS[who] }, () => server().server);
      contractSuite(`two databases, written by ${who}`, killed === undefined ? harness : { ...harness, killed });
    }

    it('the login that reads may connect, and nothing else', async () => {
      const [role] = await server().live.query(
        `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS powerful,
           (SELECT count(*) FROM pg_auth_members WHERE member = r.oid)::int AS roles,
           (SELECT count(*) FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass AND refobjid = r.oid)::int AS held
         FROM pg_roles r WHERE rolname = '${READER}'`,
      );
      expect(role).toEqual({ powerful: false, roles: 0, held: 0 });
    });
  });
}
