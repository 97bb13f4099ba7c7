import { afterAll, beforeAll } from 'vitest';
import { contractSuite } from '../../contract/suite.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { awsHarness } from './contract-harness.ts';

let aws: LiveAws | null = null;

beforeAll(async () => {
  aws = await startAws();
});

afterAll(async () => {
  await aws?.close();
});

contractSuite(
  'AWS IAM, read and written by logins with what the documentation gives them',
  awsHarness(() => {
    if (aws === null) throw new Error('moto was not started');
    return aws;
  }),
);
