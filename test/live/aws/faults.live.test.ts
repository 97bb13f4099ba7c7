import { PutRolePolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecordedApply } from '../../support/applying.ts';
import type { Declared } from '../../support/planning.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';
import { Account } from './applied-account.ts';
import { policyOf } from './contract-specs.ts';

const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

const ROLE: Declared = {
  kind: 'AwsIamRole',
  name: 'reports',
  spec: {
    path: '/apps/',
    description: 'one',
    trust: { services: ['lambda.amazonaws.com'] },
    policies: [READ],
    inlinePolicies: { own: policyOf(['s3:GetObject'], '*') },
  },
};
const EDITED: Declared = {
  ...ROLE,
  spec: { ...ROLE.spec, description: 'two', policies: [], inlinePolicies: { own: policyOf(['s3:PutObject'], '*') } },
};

let live: LiveAws;
let account: Account;
let person: IAMClient;

beforeAll(async () => {
  live = await startAws();
});

beforeEach(async () => {
  await live.reset();
  account = new Account(live);
  person = otherPerson(live);
});

afterAll(async () => {
  await live.close();
});

const APPLIED = { result: 'applied', unverified: [] };

async function edited(prepare: () => void) {
  expect(await account.bring([], [ROLE])).toMatchObject(APPLIED);
  const planned = await account.plan({ base: [ROLE], head: [EDITED] });
  prepare();
  return await account.apply(planned);
}

async function putByHand(action: string): Promise<void> {
  const document = JSON.stringify(policyOf([action], '*'));
  await person.send(new PutRolePolicyCommand({ RoleName: 'reports', PolicyName: 'own', PolicyDocument: document }));
}

describe('IAM that is slow to show what was made', () => {
  it.each([1, 3, 5])('for %i reads and writes: everything is made once', async (calls) => {
    live.faults.propagate({ reads: calls, writes: Math.min(calls, 2) });
    expect(await account.bring([], [ROLE])).toMatchObject(APPLIED);
    expect(account.counted('CreateRole')).toBe(1);
  });

  it('shows what was before an edit once more: it is waited for', async () => {
    const report = await edited(() => live.faults.add('GetRole', { kind: 'stale' }, { times: 2, skip: 2 }));
    expect(report).toMatchObject(APPLIED);
    expect(live.faults.pending()).toBe(0);
    expect(account.counted('UpdateRole')).toBe(1);
  });
});

describe('IAM that throttles', () => {
  it.each(['GetRole', 'UpdateRole', 'DetachRolePolicy', 'PutRolePolicy', 'ListAttachedRolePolicies'])(
    '%s',
    async (action) => {
      const report = await edited(() => live.faults.add(action, { kind: 'throttled' }, { times: 2 }));
      expect(report).toMatchObject(APPLIED);
      expect(live.faults.pending()).toBe(0);
    },
  );
});

describe('a connection that is cut', () => {
  it.each(['UpdateRole', 'PutRolePolicy', 'DetachRolePolicy'])('after %s: nothing is done twice', async (action) => {
    const before = () => account.counted(action);
    let made = 0;
    const report = await edited(() => {
      made = before();
      live.faults.add(action, { kind: 'cut', when: 'after' });
    });
    expect(report).toMatchObject(APPLIED);
    expect(before() - made).toBe(1);
  });

  it.each(['UpdateRole', 'PutRolePolicy', 'DetachRolePolicy'])('before %s: it is made again', async (action) => {
    const report = await edited(() => live.faults.add(action, { kind: 'cut', when: 'before' }));
    expect(report).toMatchObject(APPLIED);
  });

  it('after a creation: it is known by its mark', async () => {
    live.faults.add('CreateRole', { kind: 'cut', when: 'after' });
    expect(await account.bring([], [ROLE])).toMatchObject(APPLIED);
    expect(account.counted('CreateRole')).toBe(1);
  });

  it('before a creation: nobody knows, until the next run makes it', async () => {
    const planned = await account.plan({ base: [], head: [ROLE] });
    const recorded = new RecordedApply();
    live.faults.add('CreateRole', { kind: 'cut', when: 'before' });
    const first = await account.apply(planned, recorded);
    expect(first).toMatchObject({ result: 'unfinished' });
    expect(first.receipts[0]).toMatchObject({ kind: 'ambiguous', failure: { code: 'aws-write-unanswered' } });
    expect(await account.apply(planned, recorded)).toMatchObject(APPLIED);
    expect(recorded.doneTwice()).toEqual([]);
  });
});

describe('a call that IAM refuses', () => {
  it.each(['MalformedPolicyDocument', 'LimitExceeded'])('as %s is made once, and says what IAM said', async (code) => {
    const fault = { kind: 'error', status: 400, code, message: 'Syntax errors in policy.' } as const;
    const report = await edited(() => live.faults.add('PutRolePolicy', fault));
    expect(report.result).toBe('partial');
    expect(report.receipts.find(({ kind }) => kind === 'failed')?.failure).toMatchObject({
      code: 'aws-write-refused',
      evidence: code,
    });
    expect(live.faults.pending()).toBe(0);
  });

  it('because a principal has not spread yet is made again', async () => {
    const message = 'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:role/x"';
    live.faults.add('CreateRole', { kind: 'error', status: 400, code: 'MalformedPolicyDocument', message });
    expect(await account.bring([], [ROLE])).toMatchObject(APPLIED);
    expect(account.counted('CreateRole')).toBe(2);
  });
});

describe('somebody else in the window', () => {
  it('who writes after the call is told as a conflict with the attribute', async () => {
    const report = await edited(() =>
      live.faults.add('PutRolePolicy', { kind: 'meanwhile', when: 'after', act: () => putByHand('iam:*') }),
    );
    expect(report.result).toBe('partial');
    expect(report.receipts.find(({ kind }) => kind === 'conflict')?.conflict).toMatchObject({
      pointer: expect.stringMatching(/^\/inline\/values\/own\//u),
    });
  });

  it('has one look to fall into: between a look and its call nothing else is asked', async () => {
    await edited(() => undefined);
    const calls = live.calls().map(({ action, access }) => ({ action, access }));
    const writes = calls.flatMap(({ access }, index) => (access === 'write' ? [index] : []));
    const looks = writes.map((index) => calls.slice(0, index).findLastIndex(({ action }) => action === 'GetRole'));
    const between = writes.map((index, at) => calls.slice((looks[at] ?? 0) + 1, index).map(({ action }) => action));
    for (const asked of between)
      expect(['ListAttachedRolePolicies', 'GetRolePolicy', 'ListInstanceProfilesForRole']).toEqual(
        expect.arrayContaining(asked),
      );
    expect(Math.max(...between.map(({ length }) => length))).toBeLessThanOrEqual(1);
  });
});
