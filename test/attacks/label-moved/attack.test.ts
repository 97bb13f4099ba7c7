import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { apply, gate, land, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const POLICY = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: labels }
spec:
  rules:
    - name: ask-security
      match: { labels: [needs-security] }
      when: 'true'
      effect: { require: { of: '@eve' } }
      message: '{change.name} is labelled {pull.labels}'
    - name: halt
      when: "'halt' in pull.labels"
      effect: deny
      message: '{change.name} is halted'
`;

const here = standing({ rules: 'policies: [policies/]\n', files: { 'policies/labels.yaml': POLICY } });

async function label(pull: Pull, edits: { add?: string[]; remove?: string[] }): Promise<void> {
  const { team } = here();
  await team.repository.labelPullRequest(pull, { as: team.ana, ...edits });
}

/** Approved by its owner and labelled, as the check has seen it. */
async function labelled(name: string, with_: string, decision: string): Promise<Pull> {
  const pull = await here().approved(name, declares(name));
  await label(pull, { add: [with_] });
  expect((await gate(here(), pull)).decision).toBe(decision);
  return pull;
}

replay(row, {
  refused: {
    'the label that asks is taken off between the merge and the apply': async () => {
      const pull = await labelled('unasked', 'needs-security', 'waiting');
      await here().merge(pull);
      await label(pull, { remove: ['needs-security'] });
      const landed = await apply(here(), pull);
      expect(await here().role('unasked')).toBeNull();
      return landed;
    },
    'the label that halts is taken off between the merge and the apply': async () => {
      const pull = await labelled('halted', 'halt', 'refused');
      await here().merge(pull);
      await label(pull, { remove: ['halt'] });
      const landed = await apply(here(), pull);
      expect(await here().role('halted')).toBeNull();
      return landed;
    },
    'the plan job says that there is no label, and nobody to ask': async () => {
      const { team } = here();
      const pull = await labelled('forged-label', 'needs-security', 'waiting');
      const { outputs } = await team.plan(pull);
      const text = gunzipSync(Buffer.from(outputs['bundle'] ?? '', 'base64')).toString('utf8');
      const bundle = JSON.parse(text) as { planned: { assessment: object }[] };
      for (const planned of bundle.planned)
        planned.assessment = { ...planned.assessment, requirements: [], findings: [], pull: { labels: [] } };
      const published = await team.publish(gzipSync(JSON.stringify(bundle)).toString('base64'));
      expect(published.outputs).toMatchObject({ decision: 'waiting' });
      return outcomeOf(team, pull, published);
    },
  },
  passes: {
    'the label goes when everything is approved and merged, and one that halts comes': async () => {
      const { team, eve } = here();
      const pull = await labelled('settled', 'needs-security', 'waiting');
      await here().approve(pull, { as: eve });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect(await typesOf(team, pull)).toEqual(['planned', 'published', 'judged', 'judged']);
      await here().merge(pull);
      await label(pull, { add: ['halt'], remove: ['needs-security'] });
      expect((await apply(here(), pull)).decision).toBe('applied');
      expect(await here().role('settled')).toMatchObject({ login: true });
    },
    'the label goes before the merge, and the check has seen it go': async () => {
      const pull = await labelled('spared', 'needs-security', 'waiting');
      await label(pull, { remove: ['needs-security'] });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
