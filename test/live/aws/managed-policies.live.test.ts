import { IAMClient, paginateGetAccountAuthorizationDetails } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { parseJson } from '../../../src/core/parse-json.ts';
import { normalizePolicy } from '../../../src/providers/aws/policy/form.ts';
import { policySize, writtenPolicy } from '../../../src/providers/aws/policy/written.ts';
import { startAws } from '../systems/aws.ts';
import { clientOptions } from '../systems/aws/clients.ts';

const CONTEXT = { partition: 'aws', account: '123456789012', use: 'identity' } as const;

test("every managed policy of AWS's own is understood, and written again as it was meant, hardly longer", async () => {
  const aws = await startAws();
  try {
    const client = new IAMClient({ ...clientOptions(aws), endpoint: aws.direct });
    let [policies, sizes] = [0, { read: 0, written: 0 }];
    for await (const page of paginateGetAccountAuthorizationDetails({ client }, { Filter: ['AWSManagedPolicy'] })) {
      for (const { PolicyVersionList, DefaultVersionId } of page.Policies ?? []) {
        const text = PolicyVersionList?.find(({ VersionId }) => VersionId === DefaultVersionId)?.Document ?? '';
        const document = parseJson(text.startsWith('{') ? text : decodeURIComponent(text));
        const form = normalizePolicy(document, CONTEXT);
        const written = writtenPolicy(form);
        expect(normalizePolicy(written, CONTEXT)).toEqual(form);
        policies += 1;
        sizes = { read: sizes.read + policySize(document), written: sizes.written + policySize(written) };
      }
    }
    expect(policies).toBeGreaterThan(1_000);
    expect(sizes.written).toBeLessThan(1.05 * sizes.read);
  } finally {
    await aws.close();
  }
});
