import { parseAddress } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { StepRequest } from '../../../core/ports.ts';
import { WRITE_ACTIONS, type WriteAction, type WriteCalls } from '../calls.ts';
import { addressOfArn, type Account } from '../normal-form/arn.ts';
import { awsAttributes, ROLE_KIND, USER_KIND } from '../normal-form/model.ts';
import { listOf } from '../policy/texts.ts';
import { CREATION_MARK } from './creation-mark.ts';

/** A call that is ready to be made, once. */
export type Prepared = {
  readonly action: WriteAction;
  /** ARN of the managed policy that it is about. */ readonly policyArn: string | null;
  /** @param found what was looked at right before. @throws CallFailure */
  send(calls: WriteCalls, found: Attributes | null): Promise<void>;
};

/** @throws CountersignError `aws-step-malformed` for what is no step of this provider, or of another identity */
export function prepare({ address, step, marks }: StepRequest, account: Account): Prepared {
  const { action, parameters } = isJsonObject(step.effect) ? step.effect : {};
  if (!isWriteAction(action) || !isJsonObject(parameters)) throw malformed(address);
  const arns = [parameters['PolicyArn'], parameters['OpenIDConnectProviderArn']].filter(
    (arn) => typeof arn === 'string',
  );
  const { kind, source, name } = parseAddress(address);
  const holder = kind === ROLE_KIND ? 'RoleName' : kind === USER_KIND ? 'UserName' : null;
  if (holder === null && !arns.every((arn) => addressOfArn(source, arn, account) === address)) throw malformed(address);
  const input = {
    ...mapped(parameters),
    ...(holder === null ? {} : { [holder]: name[0] ?? '' }),
    ...(step.expect === null ? { Tags: marked(parameters['Tags'], marks.mark) } : {}),
  };
  return {
    action,
    policyArn: holder === null ? (textAt(parameters, 'PolicyArn') ?? newPolicyArn(action, parameters, account)) : null,
    async send(calls, found) {
      // IAM checks the parameters, which this provider wrote when it planned.
      const call: (given: never) => Promise<object> = calls[action];
      await call({ ...(action === 'UpdateRole' ? settingsOf(found) : {}), ...input } as never);
    },
  };
}

/** UpdateRole sets what it is not told to a default, so it is told what is there. */
function settingsOf(found: Attributes | null): JsonObject {
  const { description, maxSessionSeconds } = awsAttributes(found ?? {});
  return {
    ...(typeof description === 'string' ? { Description: description } : {}),
    ...(maxSessionSeconds === undefined ? {} : { MaxSessionDuration: maxSessionSeconds }),
  };
}

const ACTIONS: ReadonlySet<string> = new Set(WRITE_ACTIONS);

function isWriteAction(action: Json | undefined): action is WriteAction {
  return typeof action === 'string' && ACTIONS.has(action);
}

const DOCUMENTS: ReadonlySet<string> = new Set(['PolicyDocument', 'AssumeRolePolicyDocument']);

/** Policies are sent as text. */
function mapped(parameters: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, DOCUMENTS.has(name) ? JSON.stringify(value) : value]),
  );
}

function marked(tags: Json | undefined, mark: string): Json {
  return [...listOf(tags), { Key: CREATION_MARK, Value: mark }];
}

function newPolicyArn(action: WriteAction, parameters: JsonObject, { account, partition }: Account): string | null {
  if (action !== 'CreatePolicy') return null;
  return `arn:${partition}:iam::${account}:policy${textAt(parameters, 'Path') ?? '/'}${textAt(parameters, 'PolicyName') ?? ''}`;
}

function textAt(parameters: JsonObject, name: string): string | null {
  const value = parameters[name];
  return typeof value === 'string' ? value : null;
}

function malformed(address: string): CountersignError {
  return new CountersignError('aws-step-malformed', 'This is no step that the AWS provider makes for this identity.', {
    evidence: address,
    mend: 'Plan again with this version of Countersign.',
  });
}
