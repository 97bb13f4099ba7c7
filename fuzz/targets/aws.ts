import { credentialReport } from '../../src/providers/aws/catalog/credential-report.ts';
import { documentOf } from '../../src/providers/aws/catalog/documents.ts';
import { loginOf } from '../../src/providers/aws/connection.ts';
import { normalizePolicy } from '../../src/providers/aws/policy/form.ts';
import { writtenPolicy } from '../../src/providers/aws/policy/written.ts';
import { eventuallyRefusable, holds, refusable, same, textOf } from '../oracle.ts';
import type { Target } from '../target.ts';

const ACCOUNT = { partition: 'aws', account: '111122223333' };
const USES = ['identity', 'trust'] as const;

/** What AWS answers about identities, and connections: read or refused; a policy's meaning, written down, is read as it was. */
export function awsTarget(normalize: typeof normalizePolicy = normalizePolicy): Target {
  return {
    name: 'aws',
    seeds: [
      '{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Action":["s3:Get*","s3:ListBucket"],"Resource":"arn:aws:s3:::b/*"}]}',
      '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Deny%22%2C%22NotAction%22%3A%22iam%3A%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D',
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333","Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}',
      '{"Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/x.example"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"x.example:sub":["a","b*"]},"Bool":{"aws:SecureTransport":true}}}}',
      'user,arn,password_last_used,access_key_1_last_rotated,access_key_1_last_used_date\na,arn:aws:iam::1:user/a,N/A,2026-01-01T00:00:00+00:00,N/A\n',
      '{"webIdentity":{"roleArn":"r","tokenFile":"f"}}',
    ],
    words: [
      '"Effect":"Allow"',
      '"Effect":"Deny"',
      '"NotAction"',
      '"NotResource":',
      '"NotPrincipal":',
      '"Condition":{',
      'StringEqualsIfExists',
      'ForAnyValue:StringLike',
      'ForAllValues:',
      'Null',
      '${aws:username}',
      '${*}',
      '*',
      '?',
      '"2008-10-17"',
      'arn:aws:iam::111122223333:root',
      'AROAABCDEFGHIJKLMNOPQ',
      '__proto__',
      '%7B',
      '%25',
      '%',
    ],
    share: 40_000,
    check: async (input) => {
      const text = textOf(input);
      refusable(() => loginOf(text));
      const document = refusable(() => documentOf(text));
      if (document !== null) for (const use of USES) expectMeaning(document, use, normalize);
      const uses = await eventuallyRefusable(() => reportOf(input));
      for (const use of uses?.values() ?? [])
        holds(
          use.keys.every(({ lastUsed }) => lastUsed === undefined || !Number.isNaN(lastUsed.getTime())),
          'no time',
        );
    },
  };
}

function expectMeaning(
  document: ReturnType<typeof documentOf>,
  use: (typeof USES)[number],
  normalize: typeof normalizePolicy,
) {
  const form = refusable(() => normalize(document, { ...ACCOUNT, use }));
  if (form === null) return;
  same('the meaning of a policy', normalize(writtenPolicy(form), { ...ACCOUNT, use }), form);
}

async function reportOf(input: Uint8Array) {
  const calls = {
    GenerateCredentialReport: () => Promise.resolve({ State: 'COMPLETE' as const }),
    GetCredentialReport: () => Promise.resolve({ Content: input }),
  };
  return await credentialReport(calls);
}
