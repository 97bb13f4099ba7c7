import { expect, test } from 'vitest';
import type { Assessment } from '../../src/core/assessment.ts';
import type { Permission } from '../../src/core/ports.ts';
import { renderPlanCheck } from '../../src/render/check-run.ts';
import { renderComment, type CommentInput } from '../../src/render/comment.ts';
import { CHECK_LIMIT, COMMENT_LIMIT, sizeOf } from '../../src/render/fit.ts';
import { someHash } from '../support/memory-ledger.ts';
import { renderReport } from '../../src/render/report.ts';
import { inputOf } from './cases.ts';
import { OWNER } from './estate.ts';

const LONG = 'x'.repeat(60);
const WIDE: readonly Permission[] = ['a', 'b', 'c', 'd'].map((resource) => ({
  principal: '',
  action: 'READ',
  resource: `${resource} ${'鍵'.repeat(110)}`,
  path: 'direct',
  power: 'administer',
}));
const LOCATION = { path: 'policies/a.yaml', line: 1, column: 1 };

function many<T>(make: (index: number) => T): readonly T[] {
  return Array.from({ length: 200 }, (_item, index) => make(index));
}

/** A plan of which as much as possible is to be said in each section at once. */
async function everything(): Promise<CommentInput> {
  const input = await inputOf('many');
  const { plan, assessment } = input;
  const reasons = many((index) => ({ code: `code-${index}`, message: `${index} ${LONG}` }));
  const way = { basis: 'grant', through: [], condition: LONG } as const;
  const access: Assessment['access'] = [
    {
      kind: 'known',
      source: 'accounts',
      left: 0,
      blocks: many((index) => ({
        kind: 'gained' as const,
        power: 'use' as const,
        principals: { names: [`accounts/MemoryAccount/other-${index}`], count: 1 },
        resources: { names: [`${index} ${LONG}`], count: 1 },
        actions: { names: ['READ'], count: 1 },
        way,
        instead: null,
      })),
    },
  ];
  const of = {
    index: 3,
    pullRequest: 12,
    at: '2026-03-02T10:00:00Z',
    digest: someHash('a'),
    assessment: someHash('b'),
  };
  const differences = many((index) => ({ of, newly: [`denied by team/rule-${index}`], noLonger: [LONG] }));
  return {
    ...input,
    mustQuote: true,
    previous: { plan: { ...plan, changes: [] }, digest: someHash('before') },
    trial: { kind: 'compared', plans: 200, unreadable: 0, differences },
    plan: {
      ...plan,
      changes: plan.changes.map((change, index) => {
        const told = index === 0 ? reasons : [];
        return { ...change, irreversible: told, blocked: told };
      }),
      governance: many((index) => ({ path: `policies/${index}-${LONG}.yaml`, base: null, head: someHash('a') })),
    },
    assessment: {
      ...assessment,
      applyable: false,
      changes: assessment.changes.map((change, index) => ({
        ...change,
        gains: index < 40 ? WIDE.map((gain) => ({ ...gain, principal: change.address })) : change.gains,
        notes: index === 0 ? reasons : [],
      })),
      access,
      diagnostics: many((index) => ({
        code: 'identity-taken-in',
        severity: 'warning',
        cause: `${index} ${LONG}`,
        mend: LONG,
      })),
      findings: many((index) => ({
        code: `team/rule-${index}`,
        effect: 'warn',
        address: null,
        message: LONG,
        rule: { location: LOCATION, comply: LONG, controls: [] },
      })),
      requirements: many((index) => ({ ...OWNER, of: `${index} ${LONG}`, reason: LONG })),
      exceptions: many((index) => ({
        code: 'exception-used',
        name: `e${index}`,
        rule: 'team/rule',
        addresses: ['accounts/MemoryAccount/a'],
        more: 0,
        until: '2026-06-30',
        daysLeft: 3,
        owner: 'owner',
        reason: LONG,
        location: LOCATION,
      })),
    },
  };
}

test('with everything to be said at once, comment and check keep within the limits of GitHub and show the riskiest rows', async () => {
  const input = await everything();
  const [comment, { summary }] = [renderComment(input), renderPlanCheck(input)];
  expect(sizeOf(comment)).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(sizeOf(summary)).toBeLessThanOrEqual(CHECK_LIMIT);
  expect(summary).toContain('**Exceptions**');
  expect(summary).toMatch(/\| `[~+!]` \| /u);
});

test('what new rules take in is told in the check and the summary of the job as well', async () => {
  const input = await inputOf('governance');
  const cause = 'The rules make an identity of it.';
  const taken = { code: 'identity-taken-in', severity: 'warning' as const, cause, mend: 'Look at it.' };
  const assessment = { ...input.assessment, diagnostics: [taken] };
  const texts = [
    renderComment({ ...input, assessment }),
    renderPlanCheck({ ...input, assessment }).summary,
    renderReport(input.plan, input.digest, assessment),
  ];
  for (const text of texts) expect(text).toContain(cause);
});
