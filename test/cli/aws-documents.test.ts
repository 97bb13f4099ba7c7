import { describe, expect, onTestFinished, test } from 'vitest';
import { CONFIGURATION, workspace } from './workspace.ts';

const RULES = CONFIGURATION.replace('provider: memory', 'provider: aws').replace(
  '    mode:',
  '    boundary: { paths: [/apps/] }\n    mode:',
);

/** What `validate` says of one document, without any live system. */
async function said(kind: string, name: string, spec: string): Promise<string> {
  const document = `apiVersion: countersign.dev/v1\nkind: ${kind}\nmetadata:\n  name: ${JSON.stringify(name)}\n  source: robots\nspec:\n${spec}`;
  const place = workspace({ '.github/countersign.yaml': RULES, 'identities/one.yaml': document }, {});
  onTestFinished(() => place.remove());
  place.git('init', '--quiet', '--initial-branch=main');
  const { stdout } = await place.run('validate');
  expect(place.asked).not.toContain('ROBOTS_READ');
  return stdout.trimEnd();
}

const ROLE = '  trust: { services: [ec2.amazonaws.com] }\n';

describe('what AWS would refuse is told by validate, at its place', () => {
  test.each([
    ['AwsIamRole', 'a b', `  path: /apps/\n${ROLE}`, 'Use letters, digits and _+=,.@-, at most 64.'],
    [
      'AwsOidcProvider',
      'https://gitlab.com',
      '  audiences: [a]\n',
      'Write the URL of the issuer without https://, such as gitlab.com.',
    ],
  ])('a name of %s that cannot exist: %s', async (kind, name, spec, mend) => {
    expect(await said(kind, name, spec)).toBe(
      `identities/one.yaml:4:9: aws-name-invalid: IAM has no such names. — ${mend}`,
    );
  });

  test('a path outside of the boundary', async () => {
    expect(await said('AwsIamRole', 'one', `${ROLE}  path: /other/\n`)).toBe(
      'identities/one.yaml:8:9: outside-boundary: robots/AwsIamRole/one would be under the path /other/, which is not within the boundary of its source. — Correct the path, or widen the boundary of robots in a pull request of its own.',
    );
  });
});

describe('a form that the configuration does not have is told with an example', () => {
  test.each([
    ['boundary: { paths: [apps] }', '/apps/'],
    ['options: { readRole: reader }', 'arn:aws:iam::111122223333:role/countersign-reader'],
    ['options: { writeRole: writer }', 'arn:aws:iam::111122223333:role/countersign-writer'],
    ['options: { region: eu-west1 }', 'eu-west-1'],
    ['options: { endpoint: "aws.example.com" }', 'https://aws.example.com'],
    ['options: { managedByTags: { tool: Terraform } }', '[{ tool: Terraform, key: ManagedBy, values: [terraform] }]'],
  ])('%s', async (written, example) => {
    const rules = CONFIGURATION.replace('provider: memory', `provider: aws\n    ${written}`);
    const place = workspace({ '.github/countersign.yaml': rules }, {});
    onTestFinished(() => place.remove());
    place.git('init', '--quiet', '--initial-branch=main');
    const { stdout } = await place.run('validate');
    expect(stdout).toContain(example);
    expect(stdout).not.toContain('must match');
  });
});
