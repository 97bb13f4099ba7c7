import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { startPglite } from '../../support/pglite.ts';
import { outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** Every embedded PostgreSQL is a copy of a prepared one, with its identifier; this one says another. */
async function another() {
  const other = await startPglite();
  await other.query(`
    CREATE SCHEMA billing; CREATE TABLE billing.invoices (id int);
    CREATE OR REPLACE FUNCTION pg_catalog.pg_control_system(
      OUT pg_control_version integer, OUT catalog_version_no integer,
      OUT system_identifier bigint, OUT pg_control_last_modified timestamptz)
    LANGUAGE sql AS 'SELECT 1300, 1, 4711::bigint, pg_catalog.now()'`);
  return other;
}

replay(row, {
  refused: {
    'the write connection leads to another cluster': async () => {
      const { team } = here();
      const other = await another();
      try {
        const pull = await here().approved('elsewhere', declares('elsewhere'));
        await here().merge(pull);
        const run = await team.apply({ without: ['ORDERS_DB_WRITE'], env: { ORDERS_DB_WRITE: other.url } });
        expect(run.exitCode).toBe(1);
        expect(await other.query(`SELECT rolname FROM pg_roles WHERE rolname = 'elsewhere'`)).toEqual([]);
        expect(await here().role('elsewhere')).toBeNull();
        return outcomeOf(team, pull, run);
      } finally {
        await other.stop();
      }
    },
  },
  passes: {
    'the same cluster under another address': async () => {
      const { team, postgres } = here();
      const pull = await here().approved('respelled', declares('respelled'));
      await here().merge(pull);
      const address = new URL(postgres.url);
      address.hostname = 'localhost';
      address.password = 'rotated';
      const run = await team.apply({ without: ['ORDERS_DB_WRITE'], env: { ORDERS_DB_WRITE: address.href } });
      expect(run.outputs, run.log).toMatchObject({ decision: 'applied' });
    },
  },
});
