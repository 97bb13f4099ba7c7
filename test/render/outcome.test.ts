import { describe, expect, test } from 'vitest';
import type { ApplyReport } from '../../src/core/apply/execute.ts';
import type { FollowUp } from '../../src/core/apply/follow-up.ts';
import { receiptOf, type Receipt } from '../../src/core/apply/receipt.ts';
import { sha256 } from '../../src/core/digest.ts';
import { renderOutcome, type ApplyOutcome } from '../../src/render/outcome.ts';
import { HOSTILE_NAMES, inputOf } from './cases.ts';
import { outsideCode } from './reader.ts';

const input = await inputOf('widening');
const [ADMIN, EXPORTER] = ['accounts/MemoryAccount/admin-tool', 'accounts/MemoryAccount/billing-exporter'];

const OPENED: FollowUp = { kind: 'opened', pullRequest: 13 };

function outcome(
  of: ApplyOutcome,
  level: 'trial' | 'standard' = 'standard',
  followUp: FollowUp = { kind: 'none' },
): string {
  const { plan, digest } = input;
  return renderOutcome({
    plan,
    digest,
    outcome: of,
    landing: 'd'.repeat(40),
    applyId: sha256('apply'),
    level,
    verifyHint: 'countersign verify .',
    followUp,
    words: new Map([['MemoryAccount', { grants: 'rights' }]]),
  });
}

function executed(
  result: ApplyReport['result'],
  receipts: readonly Receipt[],
  unverified: readonly string[] = [],
): string {
  return outcome({ kind: 'executed', report: { result, receipts, unverified } }, 'standard', OPENED);
}

describe('the comment after the landing', () => {
  test('says that everything was applied and read back', () => {
    const comment = executed('applied', [
      receiptOf(`${ADMIN}#1`, 'applied'),
      receiptOf(`${EXPORTER}#1`, 'already-applied'),
    ]);
    expect(comment).toContain('### Countersign: applied, 2 identities, 2 of 2 steps');
    expect(comment).toContain('- `accounts` · `admin-tool`: update done, read back');
    expect(comment).toContain('- `accounts` · `billing-exporter`: update done, already as planned, read back');
    expect(comment).not.toContain('**Next**');
  });

  test('names the attribute of a conflict, its planned and its found value, before what went well', () => {
    const conflict = { pointer: '/grants/values/hr.salaries/SELECT', planned: 'granted', found: null };
    const comment = executed('partial', [
      receiptOf(`${ADMIN}#1`, 'applied'),
      receiptOf(`${EXPORTER}#1`, 'conflict', { conflict }),
    ]);
    expect(comment).toContain(
      '! `accounts` · `billing-exporter`: **conflict**: `rights › hr.salaries › SELECT`: planned `"granted"`, found nothing',
    );
    expect(comment.indexOf('conflict')).toBeLessThan(comment.indexOf('admin-tool'));
    expect(comment).toContain('**Next**: Pull request #13 asks for it again, by a Reconciliation');
  });

  test('spells the place of a conflict as the edits of the plan do', () => {
    const pointer = '/grants/values/arn:aws:s3:::exports~1orders~1*/s3:*';
    const conflict = { pointer, planned: null, found: true };
    const comment = executed('partial', [receiptOf(`${EXPORTER}#1`, 'conflict', { conflict })]);
    expect(comment).toContain('`rights › arn:aws:s3:::exports/orders/* › s3:*`: planned nothing, found `true`');
  });

  test('names each code of a refusal once', () => {
    const codes = ['approval-missing', 'approval-missing', 'review-other-head'];
    const comment = outcome({ kind: 'refused', reasons: codes.map((code) => ({ code, message: 'Not enough.' })) });
    expect(comment).toContain('refused, nothing was applied (`approval-missing`, `review-other-head`)');
  });

  test('names cause, mend and code of a failure', () => {
    const failure = {
      code: 'permission-denied',
      severity: 'error',
      cause: 'The login may not grant.',
      mend: 'Grant it the admin option.',
    } as const;
    const comment = executed('refused', [receiptOf(`${ADMIN}#1`, 'failed', { failure })]);
    expect(comment).toContain(
      '**failed**: The login may not grant. To mend it: Grant it the admin option. (`permission-denied`)',
    );
  });

  test('tells what remains open, what was issued and what reads back differently', () => {
    const comment = executed(
      'applied',
      [receiptOf(`${ADMIN}#1`, 'applied', { remains: ['2 sessions until they end'], issued: ['key-7'] })],
      [EXPORTER ?? ''],
    );
    expect(comment).toContain('**Remains open**\n\n- `accounts/MemoryAccount/admin-tool#1`: 2 sessions until they end');
    expect(comment).toContain('issued `key-7`');
    expect(comment).toContain('**Read back differently than planned**\n\n- `accounts/MemoryAccount/billing-exporter`');
  });

  test('says of an unfinished apply that the next run continues', () => {
    const comment = executed('unfinished', [receiptOf(`${ADMIN}#1`, 'waiting', { note: 'the overlap ends tomorrow' })]);
    expect(comment).toContain('not finished yet, 0 of 1 step; the next run continues');
    expect(comment).toContain('**waiting**: the overlap ends tomorrow');
    expect(comment).toContain('`billing-exporter`: no receipt yet');
  });

  test('gives every reason of a refusal with its code, and the next step', () => {
    const comment = outcome({
      kind: 'refused',
      reasons: [{ code: 'changes-requested', message: 'Somebody requested changes.' }],
    });
    expect(comment).toContain('### Countersign: refused, nothing was applied (`changes-requested`)');
    expect(comment).toContain('Somebody requested changes. (`changes-requested`)');
    expect(comment).toContain('**Next**');
  });

  test('says of a refusal how it is asked for again, and that reverting it is the other way', () => {
    const refused: ApplyOutcome = {
      kind: 'refused',
      reasons: [{ code: 'approval-missing', message: 'Nobody approved.' }],
    };
    const url = 'https://github.com/acme/identities/compare/main...countersign/follow-up-1?expand=1';
    const reason = { code: 'github-forbidden', message: 'the token may not do this' };
    const told = (followUp: FollowUp) => outcome(refused, 'standard', followUp);
    expect(told({ kind: 'none' })).toContain('**Next**: mend what is named above; a new pull request');
    expect(told(OPENED)).toContain('**Next**: mend what is named above. Pull request #13 asks for it again');
    const prepared = told({ kind: 'prepared', branch: 'countersign/follow-up-1', url, reason });
    expect(prepared).toContain(`The branch \`countersign/follow-up-1\` holds a Reconciliation`);
    expect(prepared).toContain(`[open a pull request from it](${url})`);
    expect(prepared).toContain('(it was not opened by itself: `github-forbidden`)');
    const impossible = told({ kind: 'impossible', reason: { code: 'follow-up-placeless', message: 'No path.' } });
    expect(impossible).toContain('none could be prepared: No path. (`follow-up-placeless`)');
    for (const comment of [told(OPENED), prepared, impossible])
      expect(comment).toMatch(/no longer wanted, .*revert this/u);
  });

  test('says that nothing is left to ask for', () => {
    const report = { result: 'refused', receipts: [receiptOf(`${ADMIN}#1`, 'conflict')], unverified: [] } as const;
    expect(outcome({ kind: 'executed', report })).toContain('**Next**: nothing of it is left to ask for');
  });

  test('says of a superseded landing who follows', () => {
    expect(outcome({ kind: 'superseded', report: null })).toContain('superseded by a later change');
  });

  test('says at the trial level that nothing is guarded', () => {
    expect(outcome({ kind: 'superseded', report: null }, 'trial')).toContain('could forge the one that is missing');
  });

  test('is inert and bounded, whatever the receipts hold', () => {
    const text = HOSTILE_NAMES.join(' ').repeat(50);
    const receipts = HOSTILE_NAMES.flatMap((name) => [
      receiptOf(`${ADMIN}#1`, 'conflict', {
        conflict: { pointer: name, planned: text, found: [name] },
        remains: Array.from({ length: 400 }, () => name),
      }),
    ]);
    const comments = [
      executed('refused', receipts, [ADMIN ?? '']),
      outcome({ kind: 'refused', reasons: receipts.map(() => ({ code: text, message: text })) }, 'standard', {
        kind: 'impossible',
        reason: { code: text, message: text },
      }),
    ];
    for (const comment of comments) {
      expect(outsideCode(comment)).not.toMatch(/[@<>&[\]\\_`~]|https?:|www\.|#\d\b|::/u);
      expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
    }
  });
});
