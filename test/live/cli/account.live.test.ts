import { CreateAccessKeyCommand, CreateUserCommand, type IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { daysBetween } from '../../../src/core/credentials.ts';
import type { PlanFile } from '../../../src/cli/plan-file.ts';
import { CONFIGURATION, workspace, type Workspace } from '../../cli/workspace.ts';
import { furnish } from '../aws/account.ts';
import { CLI_NOW } from '../../support/cli.ts';
import { crowd, startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';

let aws: LiveAws;
let person: IAMClient;
beforeAll(async () => {
  aws = await startAws();
  person = otherPerson(aws);
}, 120_000);
afterAll(async () => {
  person.destroy();
  await aws.close();
});
beforeEach(async () => await aws.reset());

/** Whoever gains something proves itself with no key that is older than some days. */
const rotation = (days: number) => `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: keys }
spec:
  rules:
    - name: rotated
      when: size(access.gains) > 0 && identity.credentials.exists(one, one.state == 'active' && one.age >= ${days})
      effect: deny
      message: '{change.name} has an old key.'
`;

const document = (kind: string, name: string, spec: string) =>
  `apiVersion: countersign.dev/v1\nkind: ${kind}\nmetadata: { name: "${name}", source: prod, owner: owners, purpose: testing }\nspec: ${spec}\n`;

/** A repository in which the documents are merged. */
function place(merged: { readonly [path: string]: string }): Workspace {
  const configuration = CONFIGURATION.replaceAll('robots', 'prod')
    .replace('provider: memory', 'provider: aws')
    .replace('mode: authoritative', `mode: authoritative\n    options: { endpoint: "${aws.endpoint}" }`);
  const made = workspace(
    { '.github/countersign.yaml': `${configuration}policies: [policies/]\n`, ...merged },
    { ROBOTS_READ: JSON.stringify({ accessKeyId: 'reader', secretAccessKey: 'x' }) },
  );
  onTestFinished(() => made.remove());
  made.git('init', '--quiet', '--initial-branch=main');
  made.commit();
  return made;
}

async function planned(at: Workspace, ...more: readonly string[]): Promise<PlanFile> {
  const { stdout, stderr } = await at.run('plan', '--base', 'main', '--format', 'json', ...more);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as PlanFile;
}

describe('an account, planned from the command line', () => {
  test('is asked the same about one role, whatever its size, and besides once who may do what', async () => {
    await furnish(person);
    const at = place({ 'identities/role.yaml': document('AwsIamRole', 'exporter', '{ description: one }') });
    at.write('identities/role.yaml', document('AwsIamRole', 'exporter', '{ description: one, policies: [limit] }'));
    const asked = async () => {
      const before = aws.calls().length;
      const { assessment } = await planned(at);
      expect(assessment.complete).toBe(true);
      const calls = aws.calls().slice(before);
      const account = calls.filter(({ action }) => action === 'GetAccountAuthorizationDetails').length;
      return { account, own: calls.length - account };
    };
    const small = await asked();
    await crowd(aws.direct, 5000);
    const large = await asked();
    expect(large.own).toBe(small.own);
    expect(large.own).toBeLessThanOrEqual(12);
    expect(small.account).toBeLessThanOrEqual(2);
    expect(large.account).toBeLessThanOrEqual(5000 / 500 + 2);
  }, 180_000);

  test('is planned from what another job read, with the same digest and without a call', async () => {
    await furnish(person);
    const at = place({});
    at.write('identities/role.yaml', document('AwsIamRole', 'exporter', '{ path: /apps/, description: two }'));
    const connected = await planned(at);
    expect(connected.plan.changes).toMatchObject([{ action: 'update' }]);
    const read = await at.run('read', 'prod', '--out', 'state.json');
    expect(read.code, read.stderr).toBe(0);
    const before = aws.calls().length;
    const handed = await planned(at, '--live', 'state.json');
    expect(handed.digest).toBe(connected.digest);
    expect(aws.calls()).toHaveLength(before);
    expect(at.read('state.json')).not.toContain('not-a-Secret-1');
  });

  test('has keys whose age a policy looks at before their user gains anything, and not before a key ends', async () => {
    await person.send(new CreateUserCommand({ UserName: 'robot' }));
    const { AccessKey: key } = await person.send(new CreateAccessKeyCommand({ UserName: 'robot' }));
    const id = key?.AccessKeyId ?? '';
    const age = daysBetween(key?.CreateDate?.toISOString() ?? null, CLI_NOW) ?? 0;
    const user = (state: string, policies: string) =>
      document('AwsIamUser', 'robot', `{ accessKeys: { ${id}: ${state} }, policies: [${policies}] }`);
    const findings = async (days: number, text: string) => {
      const at = place({ 'identities/robot.yaml': user('Active', ''), 'policies/keys.yaml': rotation(days) });
      at.write('identities/robot.yaml', text);
      const { plan, assessment } = await planned(at);
      expect(plan.changes).toMatchObject([{ action: 'update' }]);
      return assessment.findings.map(({ code }) => code);
    };
    const audit = 'arn:aws:iam::aws:policy/SecurityAudit';
    expect(await findings(age, user('Active', audit))).toEqual(['keys/rotated']);
    expect(await findings(age + 1, user('Active', audit))).toEqual([]);
    expect(await findings(0, user('Inactive', ''))).toEqual([]);
  });
});
