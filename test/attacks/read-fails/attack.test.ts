import { expect } from 'vitest';
import { declares, pathOf } from '../../e2e/estate.ts';
import { entriesOf } from '../../e2e/evidence.ts';
import { apply, outcomeOf, receiptCodes } from '../support/outcome.ts';
import { cutOff } from '../support/cut-off.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-goes', 'svc-stays', 'svc-late'));

const NOWHERE = { ORDERS_DB_WRITE: 'postgres://postgres:nobody@127.0.0.1:1/postgres' };

/** The address of the database, cut off after so many bytes. */
async function through<T>(bytes: number, use: (address: string) => Promise<T>): Promise<T> {
  const address = new URL(here().postgres.url);
  const way = await cutOff({ host: address.hostname, port: Number(address.port) }, bytes);
  address.port = String(way.port);
  try {
    return await use(address.href);
  } finally {
    await way.close();
  }
}

replay(row, {
  refused: {
    'the connection ends in the middle of the catalogue': async () => {
      const { team } = here();
      const pull = await team.propose('goes', { [pathOf('svc-goes')]: null, ...declares('comes') });
      const plan = await through(
        6_000,
        async (address) => await team.plan(pull, {}, { env: { ORDERS_DB_READ: address }, without: ['ORDERS_DB_READ'] }),
      );
      const publish = await team.publish(plan.outputs['bundle']);
      expect(publish.outputs).toMatchObject({ decision: 'refused' });
      expect(await entriesOf(team, pull)).toEqual([]);
      return outcomeOf(team, pull, plan, publish);
    },
    'the connection of the apply ends before the state is known': async () => {
      const { team } = here();
      const pull = await here().approved('stays', limited('svc-stays', 9));
      await here().merge(pull);
      const run = await through(
        2_500,
        async (address) => await team.apply({ env: { ORDERS_DB_WRITE: address }, without: ['ORDERS_DB_WRITE'] }),
      );
      expect(run.exitCode, run.log).toBe(1);
      expect(await here().role('svc-stays')).toMatchObject({ limit: 5 });
      const { codes } = outcomeOf(team, pull, run);
      const receipts = await receiptCodes(here(), pull);
      expect((await apply(here(), pull)).decision).toBe('applied');
      return { codes: [...codes, ...receipts] };
    },
  },
  passes: {
    'nobody answers the apply, and then somebody does': async () => {
      const { team } = here();
      const pull = await here().approved('late', limited('svc-late', 9));
      await here().merge(pull);
      const unreachable = await team.apply({ without: ['ORDERS_DB_WRITE'], env: NOWHERE });
      expect(unreachable).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
      expect((await apply(here(), pull)).decision).toBe('applied');
      expect(await here().role('svc-late')).toMatchObject({ limit: 9 });
    },
  },
});
