import {
  CreatePolicyCommand,
  IAMClient,
  MalformedPolicyDocumentException,
  paginateGetAccountAuthorizationDetails,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../src/core/json.ts';
import { parseJson } from '../../../src/core/parse-json.ts';
import { awsReader } from '../../../src/providers/aws/catalog/read.ts';
import { aws as provider } from '../../../src/providers/aws/index.ts';
import { normalizePolicy } from '../../../src/providers/aws/policy/form.ts';
import { policySize, writtenPolicy } from '../../../src/providers/aws/policy/written.ts';
import { declaredFrom, planWish } from '../../support/planning.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { clientOptions } from '../systems/aws/clients.ts';
import { connectionTo } from './account.ts';

const CONTEXT = { partition: 'aws', account: '123456789012', use: 'identity' } as const;
/** Characters that IAM takes in a policy of an account. */
const LONGEST = 6144;

let aws: LiveAws;
let client: IAMClient;
let documents: readonly Json[];

beforeAll(async () => {
  aws = await startAws();
  client = new IAMClient({ ...clientOptions(aws), endpoint: aws.direct });
  documents = await published();
});
afterAll(async () => await aws.close());

/** What AWS's own managed policies say. */
async function published(): Promise<readonly Json[]> {
  const found: Json[] = [];
  for await (const page of paginateGetAccountAuthorizationDetails({ client }, { Filter: ['AWSManagedPolicy'] })) {
    for (const { PolicyVersionList, DefaultVersionId } of page.Policies ?? []) {
      const text = PolicyVersionList?.find(({ VersionId }) => VersionId === DefaultVersionId)?.Document ?? '';
      found.push(parseJson(text.startsWith('{') ? text : decodeURIComponent(text)));
    }
  }
  return found;
}

/** moto refuses a few of AWS's own. */
async function isMade(name: string, document: Json): Promise<boolean> {
  const policy = { PolicyName: name, Path: '/apps/', PolicyDocument: JSON.stringify(document) };
  try {
    await client.send(new CreatePolicyCommand(policy));
    return true;
  } catch (error) {
    if (error instanceof MalformedPolicyDocumentException) return false;
    throw error;
  }
}

test("every managed policy of AWS's own is understood, and written again as it was meant, hardly longer", () => {
  const sizes = { read: 0, written: 0 };
  for (const document of documents) {
    const form = normalizePolicy(document, CONTEXT);
    const written = writtenPolicy(form);
    expect(normalizePolicy(written, CONTEXT)).toEqual(form);
    sizes.read += policySize(document);
    sizes.written += policySize(written);
  }
  expect(documents.length).toBeGreaterThan(1_000);
  expect(sizes.written).toBeLessThan(1.05 * sizes.read);
});

test('an account with such policies of its own is imported, and planning them has nothing to do', async () => {
  const some = documents.filter((document) => policySize(document) <= LONGEST).filter((_, index) => index % 4 === 0);
  let made = 0;
  for (const [index, document] of some.entries()) if (await isMade(`own-${index}`, document)) made += 1;
  expect(made).toBeGreaterThan(0.9 * some.length);
  const reach = { boundary: { paths: ['/apps/'] } };
  const connection = connectionTo(aws, reach);
  const reader = awsReader(connection);
  const live = await reader.read({ kind: 'boundary' });
  expect(live.objects.length).toBe(made);
  const head = live.objects.map((object) => declaredFrom(provider.toDocument(object, live)));
  const source = {
    name: 'prod',
    provider: 'aws',
    connection: { read: 'READ', write: 'WRITE' },
    mode: 'authoritative',
    owner: 'owner',
    boundary: reach.boundary,
    options: connection.options,
  } as const;
  const { plan, assessment } = await planWish(source, provider, reader, { base: [], head });
  await reader.close();
  expect(assessment).toMatchObject({ complete: true, applyable: true });
  expect(plan.changes).toHaveLength(made);
  expect(plan.changes.flatMap(({ steps }) => steps)).toEqual([]);
});
