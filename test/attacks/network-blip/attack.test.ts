import { expect } from 'vitest';
import { checksOf, commentsOf, typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate, land, outcomeOf, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-late'));

const RED = { plan: { state: 'failure' }, approval: { state: 'failure' } };
const GREEN = { plan: { state: 'success' }, approval: { state: 'success' } };
const DEAD = { ORDERS_DB_READ: 'postgres://reader:canary-reading-7c1f@127.0.0.1:1/postgres?sslmode=disable' };

let pull: Pull;

async function blind(): Promise<Outcome> {
  const { team } = here();
  const plan = await team.plan(pull, {}, { env: DEAD, without: ['ORDERS_DB_READ'] });
  return outcomeOf(team, pull, plan, await team.publish(plan.outputs['bundle']));
}

replay(row, {
  refused: {
    'a database that cannot be reached': async () => {
      pull = await here().approved('late', limited('svc-late', 6));
      const withheld = await blind();
      expect(withheld.decision).toBe('refused');
      expect(checksOf(here().team, pull.head.sha)).toMatchObject(RED);
      return withheld;
    },
  },
  passes: {
    'it is back': async () => {
      const { team } = here();
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect(checksOf(team, pull.head.sha)).toMatchObject(GREEN);
      expect(commentsOf(team, pull)).toHaveLength(1);
      expect(await typesOf(team, pull)).toEqual(['planned', 'published']);
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('svc-late')).toMatchObject({ limit: 6 });
    },
  },
});
