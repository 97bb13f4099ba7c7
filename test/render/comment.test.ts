import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/core/assessment.ts';
import { planDigest } from '../../src/core/digest.ts';
import type { Change, Plan } from '../../src/core/plan.ts';
import type { Permission } from '../../src/core/ports.ts';
import { renderPlanCheck } from '../../src/render/check-run.ts';
import { renderComment, type CommentInput } from '../../src/render/comment.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { CASES, inputOf } from './cases.ts';
import { outsideCode } from './reader.ts';

const inputs = await Promise.all(CASES.map(async (name) => ({ name, input: await inputOf(name) })));

function caseOf(name: string): CommentInput {
  const found = inputs.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`There is no case ${name}.`);
  return found.input;
}

describe.each(inputs)('the comment of $name', ({ input }) => {
  const comment = renderComment(input);

  test('holds nothing outside of code but our own words and tags', () => {
    const outside = outsideCode(comment).replaceAll(/<\/?(?:details|summary)>|<br>/gu, '');
    expect(outside).not.toMatch(/[@<>&[\]\\_`~]|https?:|www\.|#\d|::/u);
  });

  test('has rows of six cells', () => {
    const rows = comment.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.every((row) => outsideCode(row).split('\n').length === 6)).toBe(true);
  });

  test('keeps within the limits of GitHub', () => {
    const { plan, digest, assessment, level } = input;
    const check = renderPlanCheck({ plan, digest, assessment, level });
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(check.summary)).toBeLessThanOrEqual(65_535);
    expect(Buffer.byteLength(check.text)).toBeLessThanOrEqual(65_535);
    const summary = renderSummary([{ kind: 'planned', pullRequest: 12, plan, digest, assessment }]);
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
    expect(outsideCode(summary).replaceAll(/<\/?(?:details|summary)>|<br>/gu, '')).not.toMatch(
      /[@<>&[\]\\_`~]|https?:|www\.|#\d|::/u,
    );
  });

  test('is the same for the same values', () => {
    expect(renderComment(structuredClone(input))).toBe(comment);
  });
});

describe('how to approve', () => {
  const widening = caseOf('widening');

  test('an ordinary review suffices, and nobody is asked for a code', () => {
    expect(renderComment(widening)).toContain('Approve with an ordinary GitHub review');
    expect(renderComment(widening)).not.toContain('Write the code');
  });

  test('reviews must quote the code where the live systems moved under an open page', () => {
    expect(renderComment({ ...widening, mustQuote: true })).toContain(
      '**Write the code `kt5m-w2qa` in the text of the review**',
    );
  });

  test('reviews must quote the code where a requirement asks to confirm', () => {
    expect(renderComment(caseOf('deletion'))).toContain(
      '**Write the code `kt5m-w2qa` in the text of the review**, which a requirement',
    );
  });

  test.each([
    ['blocked', 'This plan cannot be approved'],
    ['denied', 'No approval overrides a policy that denies'],
  ])('a plan that is %s says that it cannot be', (name, sentence) => {
    expect(renderComment(caseOf(name))).toContain(sentence);
    expect(renderComment(caseOf(name))).not.toContain('Approve with');
  });

  test('only the trial level says that nothing is guarded', () => {
    expect(renderComment({ ...widening, level: 'trial' })).toContain('could forge the one that is missing');
    expect(renderComment({ ...widening, level: 'strict' })).not.toContain('could forge');
  });
});

test('ten thousand changes keep the verdict, what cannot be taken back, all gains, the needs and the digest', () => {
  const input = caseOf('many');
  const comment = renderComment(input);
  expect(comment.length).toBeLessThanOrEqual(65_536);
  expect(comment).toMatch(/^### Countersign: 10,000 identities change, approval needed from /u);
  expect(comment).toContain('**Cannot be taken back**\n\n- ! `robot-09999`');
  for (const [action, count] of [
    ['`act as` on `robot-00001`', '1 identity'],
    ['`INSERT` on `billing.invoices`', '9,950 identities'],
    ['`SELECT` on `hr.salaries`', '10 identities'],
  ])
    expect(comment).toContain(`- ${count}: ${action}`);
  for (const { of } of input.assessment.requirements)
    expect(comment).toContain(of === 'anyone' ? 'approvals from anyone' : `1 approval from \`${of}\``);
  expect(comment).toContain(input.digest);
  expect(comment).toContain('**Write the code `kt5m-w2qa`');
  expect(comment).toMatch(/^\| … \| [\d,]+ identities of medium risk, [\d,]+ identities of low risk more/mu);
});

describe('what is not a plan', () => {
  test('a failed read says nothing about changes', () => {
    const comment = renderComment(caseOf('incomplete'));
    expect(comment).toContain('`source-unreachable`');
    expect(comment).not.toMatch(/nothing changes|deleted|disabled/u);
  });

  test('a plan that changes nothing takes one line', () => {
    expect(renderComment(caseOf('nothing')).trim().split('\n')).toHaveLength(1);
  });

  test('an edited document that changes nothing is not a row', async () => {
    const { plan, assessment } = caseOf('nothing');
    const other = caseOf('disable');
    const both = {
      ...other,
      plan: { ...other.plan, changes: [...plan.changes, ...other.plan.changes] },
      assessment: { ...other.assessment, changes: [...assessment.changes, ...other.assessment.changes] },
    };
    expect(renderComment(both)).not.toContain('billing-exporter');
    expect(renderComment(both)).toContain('1 more document was edited without changing anything.');
  });
});

describe('what moved since the previous plan', () => {
  const before = caseOf('widening');
  const moved = (plan: Plan): string =>
    renderComment({
      ...before,
      plan,
      digest: planDigest(plan),
      previous: { plan: before.plan, digest: before.digest },
    });

  test('is not shown where nothing did', () => {
    expect(moved(before.plan)).not.toContain('What moved');
  });

  test('names the attribute, what was and what is now', () => {
    const plan = edited(before.plan, 1, (change) => ({
      ...change,
      before: {
        grants: { others: 'remove', values: { 'billing.invoices': { SELECT: 'granted', DELETE: 'granted' } } },
      },
    }));
    expect(moved(plan)).toContain('live `/grants/values/billing.invoices/DELETE` was absent, is now `"granted"`');
    expect(moved(plan)).toContain('live `/grants/values/hr.salaries/SELECT` was `"granted"`, is now absent');
  });

  test.each([
    [
      'another live object',
      (change: Change) => ({ ...change, incarnation: '77' }),
      'is now another live object of the same name',
    ],
    [
      'another action',
      (change: Change) => ({ ...change, action: 'replace' as const }),
      'was to be update, now replace',
    ],
    ['other steps', (change: Change) => ({ ...change, steps: [] }), 'has other steps, metadata or obstacles'],
  ])('%s', (_what, edit, sentence) => {
    expect(moved(edited(before.plan, 0, edit))).toContain(sentence);
  });

  test('identities and rule files that come and go', () => {
    const plan = {
      ...before.plan,
      changes: before.plan.changes.slice(1),
      governance: caseOf('governance').plan.governance,
    };
    expect(moved(plan)).toContain('`accounts/MemoryAccount/admin-tool` is no longer changed');
    expect(moved(plan)).toContain('rule file `policies/own.yaml` is new in the plan');
  });
});

function edited(plan: Plan, index: number, edit: (change: Change) => Change): Plan {
  return { ...plan, changes: plan.changes.map((change, at) => (at === index ? edit(change) : change)) };
}

describe('however large and hostile a plan is', () => {
  test(
    'verdict, gains, irreversible steps, needs and digest are there, and the riskiest rows',
    { timeout: 120_000 },
    () => {
      const sizes = fc.record({
        changes: fc.constantFrom(1, 9, 40, 1500),
        gains: fc.constantFrom(0, 1, 30),
        name: fc.constantFrom(
          'a',
          '鍵'.repeat(60),
          '`|\\'.repeat(300),
          '\u{200b}'.repeat(200),
          '\u{1f511}'.repeat(100),
        ),
        irreversible: fc.boolean(),
        mustQuote: fc.boolean(),
      });
      fc.assert(
        fc.property(sizes, (size) => {
          const input = large(size);
          const comment = renderComment(input);
          expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
          expect(comment.startsWith(`### Countersign: ${size.changes === 1 ? '1 identity changes' : ''}`)).toBe(true);
          expect(comment).toContain(input.digest);
          expect(comment).toContain('1 approval from');
          expect(comment).toContain(size.mustQuote ? 'Write the code' : 'Approve with');
          expect(comment.includes('(`gone`)')).toBe(size.irreversible);
          const gains = size.changes > 10 ? /Access gained\*\*: [\d,]+ permissions?/u : /gains `/u;
          expect(gains.test(comment)).toBe(size.gains > 0);
          expect(comment).toMatch(/\| `−` \| /u);
        }),
        { numRuns: 20 },
      );
    },
  );

  test('rows of low risk give way before those of high risk, and are counted', () => {
    const input = large({ changes: 4000, gains: 0, name: 'a', irreversible: false, mustQuote: false });
    const changes = input.assessment.changes.map((assessed, index) => ({
      ...assessed,
      risk: { level: index % 100 === 99 ? ('high' as const) : ('low' as const), reasons: assessed.risk.reasons },
    }));
    const comment = renderComment({ ...input, assessment: { ...input.assessment, changes } });
    expect(comment.match(/\| high: /gu)).toHaveLength(40);
    const shown = comment.match(/\| low: /gu)?.length ?? 0;
    expect(shown).toBeGreaterThan(0);
    expect(comment).toContain(`${(3960 - shown).toLocaleString('en')} identities of low risk more`);
  });
});

function large(size: {
  changes: number;
  gains: number;
  name: string;
  irreversible: boolean;
  mustQuote: boolean;
}): CommentInput {
  const template = caseOf('deletion');
  const addresses = Array.from(
    { length: size.changes },
    (_item, index) => `accounts/MemoryAccount/${encodeURIComponent(size.name).replaceAll("'", '%27')}-${index}`,
  );
  const changes = addresses.map((address): Change => ({
    address,
    action: 'delete',
    metadata: { before: null, after: null },
    incarnation: '1',
    before: { note: size.name },
    after: null,
    steps: [
      {
        id: `${address}#1`,
        dependsOn: [],
        stage: 0,
        effect: { kind: 'delete', why: size.name },
        expect: null,
        result: null,
        repeat: 'idempotent',
      },
    ],
    irreversible: size.irreversible ? [{ code: 'gone', message: `It is gone, ${size.name}.` }] : [],
    blocked: [],
  }));
  const gainsOf = (principal: string): readonly Permission[] =>
    Array.from({ length: size.gains }, (_item, index) => ({
      principal,
      action: `${size.name}${index}`,
      resource: `${size.name} ${index}`,
      path: 'direct',
      power: 'use' as const,
    }));
  const plan: Plan = { ...template.plan, changes };
  const assessment: Assessment = {
    ...template.assessment,
    changes: addresses.map((address) => ({
      address,
      risk: { level: 'medium', reasons: [{ level: 'medium', code: 'x', message: size.name }] },
      gains: gainsOf(address),
      loses: gainsOf(address),
      expansions: {},
      location: { path: `${size.name}.yaml`, line: 1, column: 1 },
      locations: {},
      notes: [],
    })),
    unmanaged: [{ source: size.name, addresses }],
    notModelled: addresses.map((address) => ({ address, what: size.name, detail: size.name })),
    findings: [],
    exceptions: [],
  };
  return { ...template, plan, digest: planDigest({ ...plan, changes: [] }), assessment, mustQuote: size.mustQuote };
}
