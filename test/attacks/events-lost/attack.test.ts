import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { checksOf, codeIn, commentsOf, typesOf } from '../../e2e/evidence.ts';
import { gate, land, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const TRIPWIRE = '.github/workflows/countersign-tripwire.yml';

const FILES = { [TRIPWIRE]: 'on: pull_request_review\njobs: {}\n' };

const { files, ...held } = existing('svc-rerun');

const here = standing({ ...held, files: { ...files, ...FILES } });

replay(row, {
  refused: {
    'the publish job of an older head comes after a push whose own run was cancelled': async () => {
      const { team } = here();
      const pull = await here().approved('order', declares('order'));
      const older = await team.plan(pull);
      await team.repository.push({ as: team.ana, branch: 'order', files: declares('order', { limit: 50 }) });
      expect(checksOf(team, pull.head.sha)).toEqual({});
      const publish = await team.publish(older.outputs['bundle']);
      expect(publish.outputs).toMatchObject({ decision: 'stale' });
      expect(checksOf(team, pull.head.sha)).toEqual({});
      return outcomeOf(team, pull, publish);
    },
    'the publish job of an older plan is run again after a newer one was approved': async () => {
      const { team, postgres } = here();
      const pull = await team.propose('rerun', limited('svc-rerun', 9));
      const older = await team.planAndPublish(pull);
      await postgres.query('ALTER ROLE "svc-rerun" CONNECTION LIMIT 77');
      team.server.advanceClock(2);
      await team.planAndPublish(pull);
      team.server.advanceClock(2);
      await here().approve(pull, { body: codeIn(team, pull) });
      expect((await gate(here(), pull)).decision).toBe('approved');
      const before = [checksOf(team, pull.head.sha), await typesOf(team, pull)];
      expect(before[0]).toMatchObject({ approval: { state: 'success' } });
      const publish = await team.publish(older.plan.outputs['bundle']);
      expect(publish.outputs).toMatchObject({ decision: 'stale' });
      expect([checksOf(team, pull.head.sha), await typesOf(team, pull)]).toEqual(before);
      return outcomeOf(team, pull, publish);
    },
    'a publish job is run again hours later': async () => {
      const { team } = here();
      const pull = await team.propose('aged', declares('aged'));
      const { outputs } = await team.plan(pull);
      team.server.advanceClock(7201);
      const publish = await team.publish(outputs['bundle']);
      expect(publish.outputs).toMatchObject({ decision: 'stale' });
      expect([checksOf(team, pull.head.sha), commentsOf(team, pull)]).toEqual([{}, []]);
      return outcomeOf(team, pull, publish);
    },
    'the tripwire is removed beside an identity, and its owner approves': async () => {
      const { team } = here();
      const pull = await here().approved('quiet', { ...declares('quiet'), [TRIPWIRE]: null });
      expect((await gate(here(), pull)).decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('quiet')).toBeNull();
      await team.pushPast(team.cleo, FILES);
      return landed;
    },
    'the event of the review that took the approval back was lost: the merge gets through, the apply does not':
      async () => {
        const { team } = here();
        const pull = await here().approved('veto', declares('veto'));
        expect((await gate(here(), pull)).decision).toBe('approved');
        const [review] = pull.reviews;
        if (review === undefined) throw new Error('nobody approved');
        await team.repository.dismissReview(review, { as: team.cleo });
        expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
        const landed = await land(here(), pull);
        expect(landed.decision).toBe('refused');
        expect(await here().role('veto')).toBeNull();
        return landed;
      },
  },
  passes: {
    'everything comes twice': async () => {
      const { team } = here();
      const pull = await team.propose('twice', declares('twice'));
      const { outputs } = await team.plan(pull);
      for (const _ of [1, 2]) await team.publish(outputs['bundle']);
      await here().approve(pull);
      expect((await team.publish(outputs['bundle'])).outputs).toMatchObject({ decision: 'approved' });
      await here().merge(pull);
      const runs = [await team.apply(), await team.apply()];
      expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
      expect(commentsOf(team, pull)).toHaveLength(2);
      const types = await typesOf(team, pull);
      expect(new Set(types).size).toBe(types.length);
    },
  },
});
