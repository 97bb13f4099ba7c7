import {
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { READER } from '../../../scripts/docs/aws-policies.ts';
import type { PlanFile } from '../../../src/cli/plan-file.ts';
import { CONFIGURATION, workspace, type Workspace } from '../../cli/workspace.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson, POLICY } from '../systems/aws/clients.ts';
import { furnish } from './account.ts';

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

const READS = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const GITHUB = 'token.actions.githubusercontent.com';

const configuration = () =>
  CONFIGURATION.replaceAll('robots', 'prod')
    .replace('provider: memory', 'provider: aws')
    .replace('mode: authoritative', `mode: authoritative\n    options: { endpoint: "${aws.endpoint}" }`);

const document = (kind: string, name: string, spec: string) =>
  `apiVersion: countersign.dev/v1\nkind: ${kind}\nmetadata: { name: "${name}", source: prod, owner: owners, purpose: testing }\nspec:\n${spec}`;

const ROLE = (policies: string, more = '') =>
  document(
    'AwsIamRole',
    'importer',
    `  trust:\n    githubWorkflows: [{ repository: acme/orders, environment: production }]\n  policies:\n${policies}${more}`,
  );

/** A repository in which nothing is declared. */
function place(login = 'reader'): Workspace {
  const secret = JSON.stringify({ accessKeyId: login, secretAccessKey: 'x' });
  const made = workspace({ '.github/countersign.yaml': configuration() }, { ROBOTS_READ: secret });
  onTestFinished(() => made.remove());
  made.git('init', '--quiet', '--initial-branch=main');
  made.commit();
  return made;
}

async function planned(at: Workspace): Promise<PlanFile> {
  const { stdout, stderr } = await at.run('plan', '--base', 'main', '--format', 'json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as PlanFile;
}

/** What blocks, and the line of the document that it is shown on. */
const blocked = ({ plan, assessment }: PlanFile) =>
  plan.changes.flatMap((change, index) =>
    change.blocked.map(({ code, message, pointer = '' }) => {
      const { locations, location } = assessment.changes[index] ?? {};
      return [
        code,
        /^There is no (?<what>.*?), and/u.exec(message)?.groups?.['what'],
        (locations?.[pointer] ?? location)?.line,
      ];
    }),
  );

describe('what documents name in an account', () => {
  test('and is not there blocks the plan, each on its line', async () => {
    const at = place();
    at.write(
      'identities/role.yaml',
      ROLE(
        `    - ${READS}\n    - ${READS}s\n    - team/reports\n`,
        '  boundary: limit\n  instanceProfiles: [importers]\n',
      ),
    );
    at.write('identities/user.yaml', document('AwsIamUser', 'robot', '  groups:\n    - people\n'));
    const plan = await planned(at);
    expect(blocked(plan)).toEqual([
      ['aws-reference-missing', `managed policy ${READS}s`, 9],
      ['aws-reference-missing', 'managed policy arn:aws:iam::123456789012:policy/team/reports', 10],
      ['aws-reference-missing', 'managed policy arn:aws:iam::123456789012:policy/limit', 11],
      ['aws-reference-missing', 'instance profile importers', 12],
      ['aws-reference-missing', `OpenID Connect provider arn:aws:iam::123456789012:oidc-provider/${GITHUB}`, 6],
      ['aws-reference-missing', 'group people', 6],
    ]);
    expect(plan.assessment).toMatchObject({ applyable: false, complete: true });
    const { stdout } = await at.run('plan', '--base', 'main');
    expect(stdout).toContain('There is no group people, and this plan makes none.');
  });

  test('and is there, or is made beside, blocks nothing, and takes one call each', async () => {
    await person.send(
      new CreateOpenIDConnectProviderCommand({ Url: `https://${GITHUB}`, ClientIDList: ['sts.amazonaws.com'] }),
    );
    await person.send(new CreatePolicyCommand({ PolicyName: 'limit', PolicyDocument: POLICY }));
    await person.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'importers' }));
    await person.send(new CreateGroupCommand({ GroupName: 'people' }));
    const at = place();
    at.write(
      'identities/role.yaml',
      ROLE(`    - ${READS}\n    - reports\n`, '  boundary: limit\n  instanceProfiles: [importers]\n'),
    );
    at.write('identities/user.yaml', document('AwsIamUser', 'robot', '  groups: [people]\n'));
    at.write(
      'identities/policy.yaml',
      document(
        'AwsIamPolicy',
        'reports',
        '  document:\n    Version: "2012-10-17"\n    Statement: { Effect: Allow, Action: s3:GetObject, Resource: "*" }\n',
      ),
    );
    const plan = await planned(at);
    expect(blocked(plan)).toEqual([]);
    expect(plan.assessment.applyable).toBe(true);
    const looked = aws
      .calls()
      .filter(({ action }) => /^Get(?:Policy|Group|InstanceProfile|OpenIDConnectProvider)$/u.test(action));
    expect(looked).toHaveLength(5);
  });

  test('is looked up only where it is new, and an ordinary role stays within twelve calls', async () => {
    await furnish(person);
    const at = place();
    const role = (policies: string) =>
      document(
        'AwsIamRole',
        'exporter',
        `  path: /apps/\n  policies: [${policies}]\n  boundary: limit\n  instanceProfiles: [exporters]\n`,
      );
    at.write('identities/role.yaml', role('apps/reports'));
    at.commit();
    at.git('checkout', '--quiet', '-b', 'feature');
    at.write('identities/role.yaml', role(`apps/reports, ${READS}, limit`));
    expect(blocked(await planned(at))).toEqual([]);
    const account = new Set([
      'GetAccountAuthorizationDetails',
      'ListRoles',
      'GenerateCredentialReport',
      'GetCredentialReport',
    ]);
    const first = aws.calls().findIndex(({ action }) => account.has(action));
    const own = aws.calls().slice(0, first);
    expect(own.filter(({ action }) => action === 'GetPolicy')).toHaveLength(1);
    expect(own.length).toBeLessThanOrEqual(12);
  });

  test('and may not be looked at is a note, and blocks nothing', async () => {
    const actions = READER.Statement.flatMap(({ Action }) => Action).filter((action) => action !== 'iam:GetGroup');
    aws.faults.permit('blind', { Statement: [{ Effect: 'Allow', Action: actions }] });
    const at = place('blind');
    at.write('identities/user.yaml', document('AwsIamUser', 'robot', '  groups: [people]\n'));
    const { plan, assessment } = await planned(at);
    expect(plan.changes).toMatchObject([{ action: 'create', blocked: [] }]);
    expect(assessment.changes[0]?.notes).toMatchObject([
      { code: 'reference-unchecked', message: expect.stringMatching(/the group people\. AWS denies iam:GetGroup/u) },
    ]);
    expect(assessment).toMatchObject({ applyable: true, complete: true });
  });
});
