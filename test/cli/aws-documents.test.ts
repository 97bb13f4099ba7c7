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
