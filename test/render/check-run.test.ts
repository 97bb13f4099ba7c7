import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../src/core/assessment.ts';
import type { Diagnostic } from '../../src/core/errors.ts';
import { APPROVAL_CODES } from '../../src/core/approval/codes.ts';
import type { Decision, Person } from '../../src/core/approval/facts.ts';
import { renderApprovalCheck, type ApprovalCheckInput } from '../../src/render/approval-check.ts';
import { renderPlainCheck, renderPlanCheck } from '../../src/render/check-run.ts';
import { inputOf, HOSTILE_NAMES } from './cases.ts';
import { OWNER, SECURITY } from './estate.ts';
import { outsideCode } from './reader.ts';

const planCheck = async (name: string) => renderPlanCheck(await inputOf(name));

describe('countersign/plan', () => {
  test.each([
    ['creation', 'success', '1 identity changes, approval needed from billing and security'],
    ['nothing', 'success', 'Nothing changes, the live systems already are as declared'],
    ['governance', 'success', '2 rule files change, no identity changes, approval needed from security'],
    ['blocked', 'failure', 'Blocked: 6 of 6 changes cannot be applied'],
    ['denied', 'failure', 'Denied by policy: 1 identity changes'],
    ['errored', 'failure', '1 error, nothing was planned'],
    ['incomplete', 'failure', 'No plan yet, 1 read failed'],
  ])('of %s is a %s: %s', async (name, conclusion, title) => {
    expect(await planCheck(name)).toMatchObject({ conclusion, title });
  });

  test('errors are annotated on their line, with how to mend them', async () => {
    expect((await planCheck('errored')).annotations).toEqual([
      {
        path: 'identities/accounts/exporter.yaml',
        line: 3,
        level: 'failure',
        title: 'duplicate-address',
        message: expect.stringContaining('To mend it: Keep one of them.'),
      },
    ]);
  });

  test('a file full of mistakes hides no other, and a line has one remark for each kind', async () => {
    const { assessment, ...rest } = await inputOf('errored');
    const wrong = (path: string, line: number): Diagnostic => ({
      code: 'yaml-alias',
      severity: 'error',
      cause: 'There is an alias.',
      mend: 'Write it out.',
      location: { path, line, column: 1 },
    });
    const many = Array.from({ length: 120 }, (_, index) => wrong('a.yaml', 1 + (index >> 1)));
    const diagnostics = [...many, wrong('b.yaml', 7), wrong('c.yaml', 9)];
    const { annotations } = renderPlanCheck({ ...rest, assessment: { ...assessment, diagnostics } });
    expect(annotations.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'a.yaml:1',
      'b.yaml:7',
      'c.yaml:9',
      ...Array.from({ length: 47 }, (_, index) => `a.yaml:${index + 2}`),
    ]);
  });

  test('a risky change is a warning on its document, a harmless one a notice', async () => {
    const { annotations } = await planCheck('widening');
    expect(annotations.map(({ level, path }) => [level, path])).toEqual([
      ['warning', 'identities/accounts/admin-tool.yaml'],
      ['notice', 'identities/accounts/billing-exporter.yaml'],
    ]);
  });

  test('access is annotated on the line that gives it', async () => {
    const { annotations } = await planCheck('rename');
    expect(annotations.map(({ line, title }) => [line, title])).toEqual([[11, 'billing-exporter: gains access']]);
  });

  test('of very many remarks the fifty riskiest stand on the files, and the rest is counted', async () => {
    const { annotations, summary } = await planCheck('many');
    expect(annotations).toHaveLength(50);
    expect(annotations[0]).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('robot-07777 gains "act as"'),
    });
    expect(annotations.slice(1).map(({ level }) => level)).not.toContain('failure');
    expect(summary).toMatch(/On the files stand the 50 riskiest of [\d,]{5,} remarks\.$/u);
    expect((await planCheck('widening')).summary).not.toContain('On the files');
  });

  test('a document that is removed is not annotated: the head does not have it', async () => {
    expect((await planCheck('disable')).annotations).toEqual([]);
  });

  test('a finding is annotated where its document stands', async () => {
    expect((await planCheck('denied')).annotations[0]).toMatchObject({
      level: 'failure',
      title: 'production/no-writing-by-pattern',
    });
  });

  test('annotations of hostile names are one visible line each', async () => {
    for (const { title, message } of (await planCheck('hostile')).annotations) {
      expect(`${title}${message}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(title.length).toBeLessThanOrEqual(255);
    }
  });

  test('says in one inert sentence why there is no plan', () => {
    expect(renderPlainCheck('success', { code: 'unconcerned', message: 'It touches no identity.' })).toEqual({
      title: 'Nothing to plan',
      summary: 'It touches no identity. (`unconcerned`)',
      text: '',
      conclusion: 'success',
      annotations: [],
    });
    const failed = renderPlainCheck('failure', {
      code: 'fork-not-asked',
      message: 'Ask @acme/security for <b>it</b>.',
    });
    expect(failed).toMatchObject({ conclusion: 'failure', title: 'Not planned: fork-not-asked' });
    expect(failed.summary).toMatch(/^Ask `@acme\/security` for `<b>it<\/b>`\. \(`fork-not-asked`\) [A-Z]/u);
  });
});

const ANA: Person = { id: 1, login: 'ana', type: 'User' };
const SOL: Person = { id: 2, login: 'sol', type: 'User' };
const BOT: Person = { id: 3, login: 'helper[bot]', type: 'Bot' };

async function approvalCheck(decision: Partial<Decision>, more: Partial<ApprovalCheckInput> = {}) {
  const { plan, digest, assessment } = await inputOf('widening');
  return renderApprovalCheck({
    decision: {
      kind: 'waiting',
      reasons: [reason('approval-missing')],
      counted: [],
      discounted: [],
      requirements: [],
      ...decision,
    },
    plan,
    digest,
    assessment,
    progress: {
      kind: 'published',
      publishedAt: '2026-11-23T17:00:00Z',
      commentUrl: null,
      code: 'kt5m-w2qa',
      mustQuote: false,
    },
    level: 'standard',
    anchor: null,
    controls: [],
    ...more,
  });
}

function reason(code: keyof typeof APPROVAL_CODES) {
  return { code, message: APPROVAL_CODES[code] };
}

function state(requirement: Requirement, satisfiedBy: readonly Person[]) {
  return { requirement, satisfiedBy, missing: requirement.count - satisfiedBy.length };
}

describe('countersign/approval', () => {
  test('waits, and says for whom, who approved, and whose review does not count', async () => {
    const check = await approvalCheck({
      requirements: [state(OWNER, [ANA]), state({ ...SECURITY, count: 2 }, [])],
      counted: [{ reviewId: 11, reviewer: ANA }],
      discounted: [{ reviewId: 12, reviewer: BOT, reason: reason('reviewer-not-a-person') }],
    });
    expect(check).toMatchObject({ conclusion: null, title: 'Waiting for 2 of security' });
    expect(check.summary).toContain('**met**: 1 approval from `billing`');
    expect(check.summary).toContain('approved by `ana`');
    expect(check.summary).toContain('**2 missing**: 2 approvals from `security`');
    expect(check.summary).toContain(
      '`helper[bot]` (review 12): The reviewer is a bot, an app or a machine user. (`reviewer-not-a-person`)',
    );
  });

  test('succeeds with the names of those whose reviews count', async () => {
    const check = await approvalCheck({
      kind: 'approved',
      reasons: [reason('approved')],
      requirements: [state(OWNER, [ANA]), state(SECURITY, [SOL])],
      counted: [
        { reviewId: 11, reviewer: ANA },
        { reviewId: 13, reviewer: SOL },
      ],
    });
    expect(check).toMatchObject({ conclusion: 'success', title: 'Approved by ana, sol' });
  });

  test.each(['changes-requested', 'nobody-eligible', 'policy-denied', 'comment-edited'] as const)(
    'fails on %s with its code',
    async (code) => {
      const check = await approvalCheck({ kind: 'refused', reasons: [reason(code)] });
      expect(check).toMatchObject({ conclusion: 'failure', title: `Refused: ${code}` });
      expect(check.summary).toContain(`(\`${code}\`)`);
    },
  );

  test('says what a refusal rests on and what to do about it, and not again what the requirements lack', async () => {
    const check = await approvalCheck({
      kind: 'refused',
      reasons: [reason('approval-missing'), reason('approval-missing'), reason('nobody-eligible')],
      requirements: [state(OWNER, [ANA]), state({ ...SECURITY, count: 2 }, [])],
    });
    expect(check.title).toBe('Refused: nobody-eligible');
    expect(check.summary).toContain('(`nobody-eligible`) Name more people in the configuration');
    expect(check.summary).not.toContain('approval-missing');
    expect(check.summary.indexOf('**2 missing**')).toBeLessThan(check.summary.indexOf('**met**'));
  });

  test('of a denied plan names the rule, its line, the values and how to comply', async () => {
    const { plan, digest, assessment } = await inputOf('denied');
    const check = await approvalCheck(
      { kind: 'refused', reasons: [reason('policy-denied')] },
      { plan, digest, assessment },
    );
    expect(check.summary).toMatch(
      /\*\*denied\*\* on `billing-exporter`: .*INSERT on `billing\.\*`.* Name each table.*exception to `production\/no-writing-by-pattern` \(`policies\/production\.yaml:7`/u,
    );
  });

  test('waits with the reason where no requirement is missing', async () => {
    expect(await approvalCheck({ reasons: [reason('run-unpublished')] })).toMatchObject({
      conclusion: null,
      title: 'Waiting: run-unpublished',
    });
  });

  test('says when the plan was published, and that the code is needed', async () => {
    const progress = {
      kind: 'published',
      publishedAt: '2026-11-23T17:00:00Z',
      commentUrl: 'https://github.test/a(b)',
      code: 'kt5m-w2qa',
      mustQuote: true,
    } as const;
    const { summary } = await approvalCheck({}, { progress });
    expect(summary).toContain('in [its comment](https://github.test/a%28b%29) at `2026-11-23T17:00:00Z`');
    expect(summary).toContain('quote the code `kt5m-w2qa`');
  });

  test.each([
    [{ kind: 'unpublished' } as const, 'no review counts before it is'],
    [{ kind: 'applying' } as const, 'the plan is being applied'],
    [
      { kind: 'applied', report: { result: 'nothing', receipts: [], unverified: [] } } as const,
      'Landed: nothing, 0 of 0 steps done.',
    ],
  ])('tells the progress %j', async (progress, sentence) => {
    expect((await approvalCheck({}, { progress })).summary).toContain(sentence);
  });

  test('quotes the whole digest and the anchor of the ledger', async () => {
    const { digest } = await inputOf('widening');
    const { summary } = await approvalCheck({}, { anchor: { index: 41, hash: digest } });
    expect(summary).toContain(`Digest \`${digest}\`; ledger up to entry 41, \`${digest}\`.`);
  });

  test('mentions nobody and links nothing, whatever logins and reasons hold', async () => {
    const people = HOSTILE_NAMES.map((login, id): Person => ({ id, login, type: 'User' }));
    const { summary, title } = await approvalCheck({
      reasons: HOSTILE_NAMES.map((message) => ({ code: message, message, pointer: message })),
      requirements: people.map((person) => state({ ...OWNER, of: person.login, reason: person.login }, [person])),
      counted: people.map((reviewer, reviewId) => ({ reviewId, reviewer })),
      discounted: people.map((reviewer, reviewId) => ({
        reviewId,
        reviewer,
        reason: { code: 'x', message: reviewer.login },
      })),
    });
    expect(outsideCode(summary)).not.toMatch(/[@<>&[\]\\_`~]|https?:|www\.|#\d|::/u);
    expect(title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('keeps within the limits of GitHub with thousands of reviews', async () => {
    const reviewer: Person = { id: 1, login: '鍵'.repeat(200), type: 'User' };
    const many = Array.from({ length: 3000 }, (_item, reviewId) => ({
      reviewId,
      reviewer,
      reason: { code: 'x', message: '鍵'.repeat(900) },
    }));
    const { summary, title } = await approvalCheck({
      counted: many,
      discounted: many,
      reasons: many.map(({ reason: item }) => item),
      requirements: many.map(() => state(OWNER, [reviewer])),
    });
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
    expect(title.length).toBeLessThanOrEqual(255);
  });
});
