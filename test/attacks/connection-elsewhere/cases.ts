import { expect } from 'vitest';
import { declares, type Database, type Estate } from '../../e2e/estate.ts';
import { outcomeOf } from '../support/outcome.ts';
import type { Cases } from '../support/replay.ts';

/** @param another cluster with the same schema */
export function cases(here: () => Estate, another: () => Promise<Database>): Cases {
  return {
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
  };
}
