import type { Json } from '../../../../src/core/json.ts';
import { normalizePolicy } from '../../../../src/providers/aws/policy/form.ts';
import type { PolicyForm, PolicyUse } from '../../../../src/providers/aws/policy/model.ts';

type More = { readonly [key: string]: Json };

export const BUCKET = 'arn:aws:s3:::reports';

export function form(document: Json, use: PolicyUse = 'identity'): PolicyForm {
  return normalizePolicy(document, { partition: 'aws', account: '111122223333', use });
}

export function policy(...statements: readonly Json[]): More {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(actions: Json, resources: Json, more: More = {}): More {
  return { Effect: 'Allow', Action: actions, Resource: resources, ...more };
}

export function trust(principal: Json, more: More = {}): More {
  return policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
}

export function when(condition: Json): More {
  return policy(allow('s3:GetObject', '*', { Condition: condition }));
}
