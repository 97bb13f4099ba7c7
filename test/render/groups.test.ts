import { describe, expect, test } from 'vitest';
import { renderComment } from '../../src/render/comment.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Assessment, Finding } from '../../src/core/assessment.ts';
import { plannedOf, type PullRequest } from './systems/pull-request.ts';
import { inTwoClusters, SEVERAL, sharedBy } from './systems/several.ts';

function commentOf(pull: PullRequest, judged: (assessment: Assessment) => Partial<Assessment> = () => ({})): string {
  const { plan, digest, assessment } = plannedOf(pull);
  return renderComment({
    plan,
    digest,
    assessment: { ...assessment, ...judged(assessment) },
    code: 'kt5m-w2qa',
    mustQuote: false,
    previous: null,
    level: 'standard',
    verifyHint: 'countersign verify',
  });
}

function situation(name: string): PullRequest {
  const pull = SEVERAL[name];
  if (pull === undefined) throw new RangeError(`no situation ${name}`);
  return pull;
}

describe('one definition in two clusters', () => {
  const comment = commentOf(situation('two-clusters'));

  test('is one sentence, one row and one block of edits, and none names either as if it were both', () => {
    expect(comment).toContain('### Countersign: 2 identities change alike, approval needed');
    expect(comment.match(/^- \*\*`cluster-eu` and `cluster-us` · `shop\/exporter` gains/gmu)).toHaveLength(1);
    expect(comment.match(/^\| `~` \| `cluster-eu` and `cluster-us` · `shop\/exporter` /gmu)).toHaveLength(1);
    expect(comment.match(/^```diff$/gmu)).toHaveLength(1);
    expect(comment).toContain('`bound to` on `(each): ClusterRole metrics-reader`');
    expect(comment).not.toMatch(/`cluster-(?:eu|us): /u);
  });

  test('is told apart where one of them means more', () => {
    const told = commentOf(inTwoClusters(['/logs', '/metrics']));
    expect(told).toContain('### Countersign: 2 identities change, approval needed');
    expect(told.match(/^\| `~` \|/gmu)).toHaveLength(2);
    expect(told).toContain('`get` on `cluster-us: URL /logs`, `cluster-us: URL /metrics` through `metrics-reader`');
  });
});

test('the headline counts as many identities as the table tells and leaves out', () => {
  const comment = commentOf(sharedBy(40, 30));
  const [, all, ways] = /### Countersign: ([\d,]+) identities change in ([\d,]+) ways/u.exec(comment) ?? [];
  expect(ways).toBe('40');
  const rows = comment.split('\n').filter((line) => line.startsWith('| `+`'));
  const named = rows.map((row) => sourcesIn(row.split(' | ')[1] ?? ''));
  const left = [...(/^\| … \| (.*)$/mu.exec(comment)?.[1] ?? '').matchAll(/([\d,]+) identit/gu)].map(
    ([, number = '']) => Number(number.replace(',', '')),
  );
  const sum = [...named, ...left].reduce((total, number) => total + number, 0);
  expect(sum).toBe(Number(all?.replace(',', '')));
});

/** How many sources a row names, one by one and by their number. */
function sourcesIn(identity: string): number {
  const [sources = ''] = identity.split(' · ');
  const [, more = '0'] = / and (\d+) more/u.exec(sources) ?? [];
  return (sources.match(/`[^`]+`/gu)?.length ?? 0) + Number(more);
}

test('a finding names the source of an identity where a plan is about several', () => {
  const finding = (address: string | null): Finding => ({
    code: 'own/rule',
    effect: 'warn',
    address,
    message: 'Look.',
  });
  const findings = ({ changes }: Assessment) => ({ findings: changes.map(({ address }) => finding(address)) });
  const pull = situation('three-sources');
  expect(commentOf(pull, findings)).toContain('- warning on `orders-db` · `exporter`: Look.');
  const { plan, digest, assessment } = plannedOf(pull);
  const text = renderTerminal(plan, digest, { ...assessment, ...findings(assessment) }, { color: false, width: 100 });
  expect(text).toContain('warning on cluster · shop/exporter: Look.');
});
