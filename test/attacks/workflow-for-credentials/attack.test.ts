import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { gate, land, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

const THEIRS = `on: push
jobs:
  take:
    runs-on: ubuntu-latest
    environment: countersign-apply
    steps:
      - run: env
        env: { ORDERS_DB_WRITE: '\${{ secrets.ORDERS_DB_WRITE }}' }
`;

replay(row, {
  refused: {
    'an owner of identities approves the workflow, and it is merged': async () => {
      const { team } = here();
      const pull = await team.propose('take', { '.github/workflows/take.yml': THEIRS });
      await gate(here(), pull);
      await here().approve(pull);
      expect((await gate(here(), pull)).decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      const files = { '.github/workflows/take.yml': null };
      await team.pushPast(team.cleo, files, 'Take it out again');
      return landed;
    },
    'such a workflow runs our own apply, with the credentials, on what nobody approved': async () => {
      const { team, eve } = here();
      const pull = await team.propose('wanted', declares('wanted'));
      await gate(here(), pull);
      await here().merge(pull);
      const run = await team.apply({ actor: eve });
      expect(run.outputs).toMatchObject({ decision: 'refused' });
      expect(await here().role('wanted')).toBeNull();
      return outcomeOf(team, pull, run);
    },
  },
  passes: {
    'an administrator approves a workflow': async () => {
      const { team } = here();
      const pull = await team.propose('lint', { '.github/workflows/lint.yml': 'on: pull_request\njobs: {}\n' });
      await gate(here(), pull);
      await here().approve(pull, { as: team.cleo });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('nothing');
    },
  },
});
