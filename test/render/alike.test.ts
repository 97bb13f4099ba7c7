import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/core/assessment.ts';
import { planDigest } from '../../src/core/digest.ts';
import type { Plan } from '../../src/core/plan.ts';
import { renderComment, type CommentInput } from '../../src/render/comment.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { inputOf } from './cases.ts';

const { plan, assessment, ...rest } = await inputOf('widening');
const besides = [{ path: 'identities/profiles/shared.yaml', line: 3, column: 1 }];

/** What is planned for one source, for others, too. */
function inSources(...sources: readonly string[]): CommentInput {
  const plans = sources.map((source) => renamed(plan, source));
  const changes = sources.flatMap((source) => renamed(assessment, source).changes);
  const whole: Plan = { ...plan, changes: plans.flatMap((one) => one.changes) };
  const assessed: Assessment = { ...assessment, changes: changes.map((one) => ({ ...one, besides })) };
  return { ...rest, plan: whole, assessment: assessed, digest: planDigest(whole) };
}

function renamed<T>(value: T, source: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll('accounts/', `${source}/`)) as T;
}

function rowsOf(comment: string): readonly string[] {
  return comment.split('\n').filter((line) => line.startsWith('| `'));
}

describe('the same change in several sources', () => {
  const [one, three] = [renderComment(inSources('accounts')), renderComment(inSources('accounts', 'prod', 'staging'))];

  test('is one row that names them', () => {
    expect(rowsOf(three)).toHaveLength(rowsOf(one).length);
    expect(rowsOf(three)[0]).toContain('`accounts`, `prod` and `staging` · ');
    const [, ...cells] = rowsOf(one)[0]?.split(' · ') ?? [];
    expect(rowsOf(three)[0]?.endsWith(cells.join(' · '))).toBe(true);
  });

  test('has its exact edits and steps once, and says of the others that theirs are the same', () => {
    expect(three.match(/^```diff$/gmu)).toHaveLength(one.match(/^```diff$/gmu)?.length ?? 0);
    const [first] = plan.changes;
    const address = first?.address.replace('accounts/', 'staging/');
    expect(three).toContain(`\`${address}\`: ${first?.action}, with the same edits and steps as \`${first?.address}\``);
  });

  test('cites all that it comes from', () => {
    expect(one).toContain('with `identities/profiles/shared.yaml:3`');
    const { plan: whole, digest, assessment: assessed } = inSources('accounts');
    expect(renderTerminal(whole, digest, assessed, { color: false, width: 1000 })).toContain(
      ' with identities/profiles/shared.yaml:3',
    );
  });

  test('names few of very many sources, and each more only by its number', () => {
    const sources = Array.from({ length: 300 }, (_, index) => `source-${index}`);
    const comment = renderComment(inSources(...sources));
    expect(rowsOf(comment)[0]).toContain('`source-101` and 295 more · ');
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
  });
});
