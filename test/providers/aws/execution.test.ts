import { describe, expect, it } from 'vitest';
import { judgeClaim } from '../../../src/core/apply/claims.ts';
import { confirmStep, judgeStep } from '../../../src/core/apply/judge.ts';
import type { Attributes } from '../../../src/core/attributes.ts';
import type { Manager } from '../../../src/core/live.ts';
import type { Step } from '../../../src/core/plan.ts';
import type { Guard } from '../../../src/core/ports.ts';
import { CallFailure } from '../../../src/providers/aws/call-failure.ts';
import type { WriteCalls } from '../../../src/providers/aws/calls.ts';
import { Execution } from '../../../src/providers/aws/write/execution.ts';
import type { Sight } from '../../../src/providers/aws/write/look.ts';
import { Recent } from '../../../src/providers/aws/write/recent.ts';
import { unitsOf } from '../../../src/providers/aws/write/units.ts';
import { ANOTHER_MARK, marksOf } from '../../support/marks.ts';

const ADDRESS = 'prod/AwsIamRole/one';
const MARKS = marksOf('a run');
const OLD: Attributes = { description: 'old' };
const NEW: Attributes = { description: 'new' };

function step(expected: Attributes | null, result: Attributes | null): Step {
  return {
    id: `${ADDRESS}#1`,
    dependsOn: [],
    stage: 0,
    effect: {},
    expect: expected,
    result,
    repeat: expected === null ? 'intent' : 'idempotent',
  };
}

function sight(
  attributes: Attributes | null,
  more: { readonly incarnation?: string; readonly mark?: string; readonly managedBy?: Manager } = {},
): Sight {
  const { incarnation = 'ID1', mark = null, managedBy } = more;
  if (attributes === null) return { object: null, mark: null };
  const claim = managedBy === undefined ? {} : { managedBy };
  return { object: { address: ADDRESS, kind: 'AwsIamRole', incarnation, attributes, facts: {}, ...claim }, mark };
}

function failure(name: string, status: number | null, message = 'said AWS'): CallFailure {
  const error = Object.assign(new Error(message), status === null ? {} : { $metadata: { httpStatusCode: status } });
  error.name = name;
  return new CallFailure('UpdateRole', error);
}

/** Runs one step against what its looks show in turn, the last one for good, and what its calls meet in turn. */
async function run(
  planned: Step,
  looks: readonly (Sight | CallFailure)[],
  meets: readonly (CallFailure | null)[] = [null],
  intended = false,
) {
  const log: string[] = [];
  let looked = 0;
  let sent = 0;
  const guard: Guard = {
    judge: (found) => {
      const verdict = judgeStep([planned], planned, found, planned.expect === null ? null : 'ID1', intended);
      return judgeClaim({ metadata: { before: null, after: null }, after: planned.result }, found, verdict);
    },
    confirm: (found) => confirmStep(planned, found),
    fence: () => Promise.resolve(void log.push('fence')),
  };
  const outcome = await new Execution(
    {
      request: { address: ADDRESS, step: planned, marks: MARKS },
      units: unitsOf(planned),
      prepared: {
        action: 'UpdateRole',
        policyArn: null,
        send: () => {
          log.push('send');
          const met = meets[Math.min(sent, meets.length - 1)] ?? null;
          sent += 1;
          return met === null ? Promise.resolve() : Promise.reject(met);
        },
      },
      calls: {} as WriteCalls,
      recent: new Recent(),
      look: () => {
        log.push('look');
        const one = looks[Math.min(looked, looks.length - 1)] ?? sight(null);
        looked += 1;
        return one instanceof CallFailure ? Promise.reject(one) : Promise.resolve(one);
      },
    },
    guard,
    () => Promise.resolve(),
  ).outcome();
  return { outcome, log, sent };
}

const update = step(OLD, NEW);
const creation = step(null, NEW);

describe('a step that goes well', () => {
  it('is fenced, looked at right before, and seen right after', async () => {
    const { outcome, log } = await run(update, [sight(OLD), sight(NEW)]);
    expect(outcome).toMatchObject({ kind: 'applied', found: { incarnation: 'ID1', attributes: NEW } });
    expect(log).toEqual(['fence', 'look', 'send', 'look']);
  });

  it('is waited for until it shows', async () => {
    const { outcome, log } = await run(update, [sight(OLD), sight(OLD), sight(OLD), sight(NEW)]);
    expect(outcome.kind).toBe('applied');
    expect(log).toEqual(['fence', 'look', 'send', 'look', 'look', 'look']);
  });

  it('is waited for when what was made is not there yet', async () => {
    const { outcome } = await run(creation, [sight(null), sight(null), sight(NEW, { mark: MARKS.mark })]);
    expect(outcome.kind).toBe('applied');
  });

  it('is not done twice', async () => {
    const { outcome, sent } = await run(update, [sight(NEW)]);
    expect(outcome.kind).toBe('already-applied');
    expect(sent).toBe(0);
  });
});

describe('a tag of another tool that came after the plan', () => {
  const managedBy = { tool: 'CloudFormation', evidence: 'tag aws:cloudformation:stack-name' };

  it('keeps the step from being sent, and is found without another call', async () => {
    const { outcome, log } = await run(update, [sight(OLD, { managedBy })]);
    expect(outcome).toMatchObject({ kind: 'conflict', found: expect.stringMatching(/^CloudFormation manages/u) });
    expect(log).toEqual(['fence', 'look']);
  });

  it('is told by nobody where the step is done already', async () => {
    expect((await run(update, [sight(NEW, { managedBy })])).outcome.kind).toBe('already-applied');
  });
});

describe('a race', () => {
  it('that was lost before the look sends nothing', async () => {
    const { outcome, sent } = await run(update, [sight({ description: 'other' })]);
    expect(outcome).toMatchObject({ kind: 'conflict', pointer: '/description', planned: 'old', found: 'other' });
    expect(sent).toBe(0);
  });

  it('that was lost between look and call is told by what shows afterwards', async () => {
    const { outcome } = await run(update, [sight(OLD), sight({ description: 'other' })]);
    expect(outcome).toMatchObject({ kind: 'conflict', pointer: '/description', found: 'other' });
  });

  it('with another object under the same name is told by its id', async () => {
    const { outcome } = await run(update, [sight(OLD), sight(NEW, { incarnation: 'ID2' })]);
    expect(outcome).toMatchObject({ kind: 'conflict', pointer: '/incarnation', planned: 'ID1', found: 'ID2' });
  });

  it.each([ANOTHER_MARK, [...MARKS.commitments].join()])('of creations is told by the mark', async (mark) => {
    const { outcome, sent } = await run(creation, [sight(NEW, { mark })], [null], true);
    expect(outcome).toMatchObject({ kind: 'conflict', found: 'was not created by this apply' });
    expect(sent).toBe(0);
  });

  it('of creations that an earlier run won is told by the mark, too', async () => {
    const { outcome, sent } = await run(creation, [sight(NEW, { mark: MARKS.mark })], [null], true);
    expect(outcome.kind).toBe('already-applied');
    expect(sent).toBe(0);
  });

  it('of creations that IAM refuses is looked at again', async () => {
    const { outcome } = await run(creation, [sight(null), sight(NEW)], [failure('EntityAlreadyExists', 409)]);
    expect(outcome).toMatchObject({ kind: 'conflict', pointer: '' });
  });

  it('of creations that an earlier run won, unseen at first, is no failure', async () => {
    const looks = [sight(null), sight(NEW, { mark: MARKS.mark })];
    const { outcome } = await run(creation, looks, [failure('EntityAlreadyExists', 409)], true);
    expect(outcome.kind).toBe('already-applied');
  });
});

describe('a call that fails', () => {
  it.each([
    ['Throttling', 400],
    ['ConcurrentModificationException', 409],
    ['EntityTemporarilyUnmodifiableException', 409],
    ['NoSuchEntityException', 404],
  ])('with %s is made again after another look, and not for ever', async (name, status) => {
    const once = await run(update, [sight(OLD), sight(OLD), sight(NEW)], [failure(name, status), null]);
    expect(once.outcome.kind).toBe('applied');
    expect(once.log).toEqual(['fence', 'look', 'send', 'fence', 'look', 'send', 'look']);
    const ever = await run(update, [sight(OLD)], [failure(name, status)]);
    expect(ever.outcome.kind).toBe(name === 'NoSuchEntityException' ? 'failed' : 'retryable');
    expect(ever.sent).toBe(6);
  });

  it.each(['MalformedPolicyDocumentException', 'LimitExceededException', 'DeleteConflictException'])(
    'with %s is never made again',
    async (name) => {
      const { outcome, sent } = await run(update, [sight(OLD)], [failure(name, 400, 'Syntax errors in policy.')]);
      expect(outcome).toMatchObject({
        kind: 'failed',
        cause: { code: 'aws-write-refused', cause: 'IAM refused iam:UpdateRole: Syntax errors in policy.' },
      });
      expect(sent).toBe(1);
    },
  );

  it('because a new principal has not spread is made again', async () => {
    const unknown = failure('MalformedPolicyDocumentException', 400, 'Invalid principal in policy: "AWS":"arn:…"');
    const { outcome, sent } = await run(update, [sight(OLD), sight(OLD), sight(NEW)], [unknown, null]);
    expect(outcome.kind).toBe('applied');
    expect(sent).toBe(2);
  });

  it('without an answer is done when it shows', async () => {
    const { outcome, sent } = await run(update, [sight(OLD), sight(NEW)], [failure('Timeout', null)]);
    expect(outcome.kind).toBe('applied');
    expect(sent).toBe(1);
  });

  it('without an answer is ambiguous when it does not show, and is not made again', async () => {
    const { outcome, sent } = await run(update, [sight(OLD)], [failure('ECONNRESET', null)]);
    expect(outcome).toMatchObject({ kind: 'ambiguous', cause: { code: 'aws-write-unanswered' } });
    expect(sent).toBe(1);
  });

  it('with an answer, and shows nothing of it, is ambiguous', async () => {
    const { outcome } = await run(update, [sight(OLD)]);
    expect(outcome).toMatchObject({ kind: 'ambiguous', cause: { code: 'aws-write-not-visible' } });
  });

  it('for want of a right is refused once and for all', async () => {
    const { outcome } = await run(update, [sight(OLD)], [failure('AccessDenied', 403)]);
    expect(outcome).toMatchObject({ kind: 'failed', cause: { code: 'aws-access-denied' } });
  });

  it('shows nothing that looks like a secret', async () => {
    const told = failure('InvalidInput', 400, 'Value ghp_canarycanarycanarycanarycanary0000 is wrong');
    expect(JSON.stringify((await run(update, [sight(OLD)], [told])).outcome)).not.toContain('canary');
  });

  it('is not made where nothing can be looked at', async () => {
    const { outcome, sent } = await run(update, [failure('Throttling', 400)]);
    expect(outcome.kind).toBe('retryable');
    expect(sent).toBe(0);
  });
});
