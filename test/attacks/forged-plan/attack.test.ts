import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { checksOf, commentsOf, entriesOf, typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import type { ActionRun } from '../../e2e/runner.ts';
import { land, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

function textOf({ outputs }: ActionRun): string {
  return gunzipSync(Buffer.from(outputs['bundle'] ?? '', 'base64')).toString('utf8');
}

function packed(text: string): string {
  return gzipSync(text).toString('base64');
}

/** What a plan job hands on for a pull request that needs no plan, in words of its author's. */
function unplanned({ number, head }: Pull, kind: 'unconcerned' | 'ignored'): string {
  const reason = { code: kind, message: 'Approved by everybody' };
  return JSON.stringify({ formatVersion: '1', planned: [{ kind, pullRequest: number, head: head.sha, reason }] });
}

async function expectNothingPublished(pull: Pull): Promise<void> {
  const { team } = here();
  expect(await entriesOf(team, pull)).toEqual([]);
  expect(commentsOf(team, pull)).toEqual([]);
  expect(checksOf(team, pull.head.sha).approval?.state).not.toBe('success');
}

replay(row, {
  refused: {
    'a plan with other bytes than its digest names': async () => {
      const { team } = here();
      const pull = await team.propose('forged', declares('forged'));
      const honest = textOf(await team.plan(pull));
      const forged = honest.replaceAll('"connectionLimit":5', '"connectionLimit":500');
      expect(forged).not.toBe(honest);
      const publish = await team.publish(packed(forged));
      expect(publish.exitCode).toBe(1);
      await expectNothingPublished(pull);
      return outcomeOf(team, pull, publish);
    },
    'something that no plan job makes': async () => {
      const { team } = here();
      const publish = await team.publish(packed('{"formatVersion":"1","planned":"everything"}'));
      expect(publish.exitCode).toBe(1);
      return outcomeOf(team, null, publish);
    },
    'a plan that was made before the head moved': async () => {
      const { team } = here();
      const pull = await team.propose('stale', declares('stale'));
      const plan = await team.plan(pull);
      await team.repository.push({ as: team.ana, branch: 'stale', files: declares('stale', { limit: 1 }) });
      const publish = await team.publish(plan.outputs['bundle']);
      expect(publish.outputs).toMatchObject({ decision: 'stale' });
      await expectNothingPublished(pull);
      expect(checksOf(team, pull.head.sha)).toEqual({});
      return outcomeOf(team, pull, publish);
    },
    "another pull request's harmless plan, whole and with its own digest, under this one's name": async () => {
      const { team } = here();
      const shown = await team.propose('shown', declares('harmless'));
      const plan = textOf(await team.plan(shown));
      const pull = await team.propose('hidden', declares('hidden'));
      const renamed = plan
        .replace(`"pullRequest":${shown.number}`, `"pullRequest":${pull.number}`)
        .replaceAll(shown.head.sha, pull.head.sha);
      const published = await team.publish(packed(renamed));
      expect(published.outputs).toMatchObject({ decision: 'refused' });
      expect(published.log).toContain('merge-differs');
      await here().approve(pull);
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect([await here().role('hidden'), await here().role('harmless')]).toEqual([null, null]);
      return landed;
    },
    'the honest plan, with an assessment that asks nobody in particular for an approval': async () => {
      const { team, eve } = here();
      const pull = await team.propose('unasked', declares('unasked'));
      const bundle = JSON.parse(textOf(await team.plan(pull))) as { planned: { assessment: object }[] };
      for (const planned of bundle.planned) planned.assessment = { ...planned.assessment, requirements: [] };
      await team.publish(packed(JSON.stringify(bundle)));
      await here().approve(pull, { as: eve });
      expect((await team.publish(packed(JSON.stringify(bundle)))).outputs).toMatchObject({ decision: 'waiting' });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('unasked')).toBeNull();
      return landed;
    },
    'the honest plan, with an assessment that hides what access it gives': async () => {
      const { team } = here();
      const pull = await team.propose('secretly', declares('secretly'));
      const bundle = JSON.parse(textOf(await team.plan(pull))) as {
        planned: { assessment: { changes: { gains: unknown }[] } }[];
      };
      for (const { assessment } of bundle.planned) for (const change of assessment.changes) change.gains = [];
      const publish = await team.publish(packed(JSON.stringify(bundle)));
      await expectNothingPublished(pull);
      return outcomeOf(team, pull, publish);
    },
    'the word that the pull request touches neither an identity nor the rules': async () => {
      const { team } = here();
      const pull = await team.propose('untouched', declares('untouched'));
      const publish = await team.publish(packed(unplanned(pull, 'unconcerned')));
      expect(publish).toMatchObject({ exitCode: 1, outputs: { decision: 'withheld' } });
      expect(checksOf(team, pull.head.sha)).toMatchObject({
        plan: { state: 'failure' },
        approval: { state: 'failure' },
      });
      await expectNothingPublished(pull);
      return outcomeOf(team, pull, publish);
    },
    'the word that a pull request is none of ours, while its check is green': async () => {
      const { team } = here();
      const pull = await here().approved('ours', declares('ours'));
      expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
      const publish = await team.publish(packed(unplanned(pull, 'ignored')));
      expect(publish).toMatchObject({ exitCode: 1, outputs: { decision: 'withheld' } });
      expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
      return outcomeOf(team, pull, publish);
    },
  },
  passes: {
    'a pull request about neither an identity nor the rules is told so in our own words': async () => {
      const { team } = here();
      const pull = await team.propose('words', { 'docs/words.md': 'Words\n' });
      const publish = await team.publish(packed(unplanned(pull, 'unconcerned')));
      expect(publish).toMatchObject({ exitCode: 0, outputs: { decision: 'unconcerned' } });
      const checks = checksOf(team, pull.head.sha);
      expect(checks).toMatchObject({ plan: { state: 'success' }, approval: { state: 'success' } });
      expect(JSON.stringify(checks)).not.toContain('Approved by everybody');
    },
    'the honest plan, with an assessment that calls it harmless, is shown as risky as it is': async () => {
      const { team } = here();
      const pull = await team.propose('harmless-word', declares('harmless-word'));
      const bundle = JSON.parse(textOf(await team.plan(pull))) as {
        planned: { assessment: { changes: { risk: unknown }[] } }[];
      };
      for (const { assessment } of bundle.planned)
        for (const change of assessment.changes) change.risk = { level: 'low', reasons: [] };
      const publish = await team.publish(packed(JSON.stringify(bundle)));
      expect(publish.outputs).toMatchObject({ decision: 'waiting' });
      expect(commentsOf(team, pull)[0]?.body).toContain('medium: gains ');
    },
    'published twice, approved and applied once': async () => {
      const { team } = here();
      const pull = await team.propose('again', declares('again'));
      const { outputs } = await team.plan(pull);
      for (const _ of [1, 2])
        expect((await team.publish(outputs['bundle'])).outputs).toMatchObject({ decision: 'waiting' });
      expect(commentsOf(team, pull)).toHaveLength(1);
      expect(await typesOf(team, pull)).toEqual(['planned', 'published']);
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
