import { describe, expect, test } from 'vitest';
import type { PolicyTrial } from '../../src/core/policy/trial-difference.ts';
import { renderComment } from '../../src/render/comment.ts';
import { COMMENT_LIMIT, sizeOf } from '../../src/render/fit.ts';
import { trialLines } from '../../src/render/policy-trial.ts';
import { someHash } from '../support/memory-ledger.ts';
import { HOSTILE_NAMES, inputOf } from './cases.ts';
import { outsideCode } from './reader.ts';

function trialOf(texts: readonly string[], plans = 1): PolicyTrial {
  const of = {
    index: 3,
    pullRequest: 12,
    at: '2026-03-02T10:00:00Z',
    digest: someHash('a'),
    assessment: someHash('b'),
  };
  const differences = Array.from({ length: plans }, () => ({ of, newly: texts, noLonger: [] }));
  return { kind: 'compared', plans: 20, unreadable: 0, differences };
}

describe('what new policies would have said', () => {
  test('stands in the comment after the rule files that change', async () => {
    const comment = renderComment({ ...(await inputOf('governance')), trial: trialOf(['denied by team/rule']) });
    const [rules, trial] = [comment.indexOf('**Rules change**'), comment.indexOf('**What the new policies')];
    expect([rules >= 0, trial > rules]).toEqual([true, true]);
    expect(comment).toContain('pull request 12 of 2026-03-02, plan `');
  });

  test('is bounded, and leaves the comment within its limit', async () => {
    const trial = trialOf(['x'.repeat(5000), 'y'.repeat(5000)], 400);
    expect(sizeOf(trialLines(trial, 3000).join('\n'))).toBeLessThan(3500);
    const comment = renderComment({ ...(await inputOf('many')), trial });
    expect(sizeOf(comment)).toBeLessThanOrEqual(COMMENT_LIMIT);
  });

  test('does nothing, whatever it quotes', () => {
    for (const hostile of HOSTILE_NAMES) {
      const impossible: PolicyTrial = { kind: 'impossible', reason: { code: 'x', message: hostile } };
      for (const trial of [trialOf([hostile]), impossible])
        expect(outsideCode(trialLines(trial, 3000).join('\n'))).not.toMatch(/<[a-z]|@[a-z]|https?:/u);
    }
  });
});
