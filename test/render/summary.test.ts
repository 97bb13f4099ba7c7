import { expect, test } from 'vitest';
import { renderSummary, type Summarized } from '../../src/render/summary.ts';
import { inputOf } from './cases.ts';

const { plan, digest, assessment } = await inputOf('many');

test('very many plans share the room of one summary, and the rest is counted', () => {
  const summarized = Array.from({ length: 30 }, (_item, index): Summarized => ({
    kind: 'planned',
    pullRequest: index + 1,
    plan,
    digest,
    assessment,
  }));
  const summary = renderSummary(summarized);
  expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
  expect(summary).toMatch(/^… and \d+ more pull requests, see the log\.$/mu);
});

test('a pull request without a plan has one inert line with its code', () => {
  const reason = { code: 'fork-not-asked', message: 'Ask @acme/security for <b>it</b>.' };
  expect(renderSummary([{ kind: 'unplanned', pullRequest: 7, reason }])).toBe(
    'Pull request 7: Ask `@acme/security` for `<b>it</b>`. (`fork-not-asked`)\n',
  );
});
