import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import type { LiveAws } from '../aws.ts';

export const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
/** With everything in it that encodings differ about. */
export const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Ünï', Effect: 'Allow', Action: 's3:Get*', Resource: "arn:aws:s3:::it's/(all)!/~a b&<c>" }],
});

/** How a client of the SDK reaches the account. */
export function clientOptions(aws: LiveAws, accessKeyId = 'tester', sessionToken?: string) {
  const credentials = { accessKeyId, secretAccessKey: 'x', ...(sessionToken === undefined ? {} : { sessionToken }) };
  return { endpoint: aws.endpoint, region: 'us-east-1', credentials };
}

/** Another person's hands, which no fault reaches and nothing counts. */
export function otherPerson(aws: LiveAws): IAMClient {
  return new IAMClient({ ...clientOptions(aws, 'other'), endpoint: aws.direct });
}

export async function createRole(client: IAMClient, name: string): Promise<void> {
  await client.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: TRUST }));
}
