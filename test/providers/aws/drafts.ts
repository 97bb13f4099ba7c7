import type { Attributes } from '../../../src/core/attributes.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveObject, LiveState } from '../../../src/core/live.ts';
import type { Draft, Mode, StepDraft } from '../../../src/core/ports.ts';
import { aws } from '../../../src/providers/aws/index.ts';

export const ACCOUNT = '123456789012';

export const LIVE: LiveState = {
  source: 'prod',
  provider: 'aws',
  target: { account: ACCOUNT, partition: 'aws' },
  objects: [],
  unreadable: [],
  notModelled: [],
  facts: { account: ACCOUNT, partition: 'aws', attachedQuota: 10, trustQuota: 2048 },
};

export const TRUST: JsonObject = { services: ['lambda.amazonaws.com'] };

export function allow(action: string | readonly string[], resource: string | readonly string[] = '*'): JsonObject {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] };
}

export function normal(kind: string, spec: JsonObject, mode: Mode = 'authoritative'): Attributes {
  return aws.normalize(kind, spec, {
    source: 'prod',
    address: `prod/${kind}/one`,
    mode,
    live: LIVE,
    resolve: (reference) => reference,
  });
}

/** What is live, as a document would declare all of it. */
export function liveObject(kind: string, name: string, spec: JsonObject, facts: JsonObject = {}): LiveObject {
  return { address: `prod/${kind}/${name}`, kind, incarnation: 'ID1', attributes: normal(kind, spec), facts };
}

type Wish = Partial<Pick<Draft, 'action' | 'released'>>;

/** The change from what is live to what is declared; null: it is to be deleted. */
export function draft(object: LiveObject | null, kind: string, spec: JsonObject | null, wish: Wish = {}): Draft {
  const after = spec === null ? null : normal(kind, spec);
  const guide = after === null ? null : { base: null, head: after };
  return {
    address: object?.address ?? `prod/${kind}/one`,
    action: wish.action ?? (object === null ? 'create' : spec === null ? 'delete' : 'update'),
    before: object === null ? null : guide === null ? object.attributes : aws.project(object, guide, LIVE),
    after,
    guide,
    object,
    removal: spec === null ? { kind: 'delete', options: {} } : null,
    creates: new Map(),
    declared: new Map(),
    released: wish.released ?? new Set(),
  };
}

/** The calls of a plan in their order, each with what tells it from the others. */
export function calls(steps: readonly StepDraft[]): readonly string[] {
  return steps.map(({ effect }) => {
    const { action, parameters } = effect as { action: string; parameters: JsonObject };
    const { PolicyName, PolicyArn, AccessKeyId, Status, GroupName, InstanceProfileName, VersionId, ClientID } =
      parameters;
    const about = [PolicyName, PolicyArn, AccessKeyId, Status, GroupName, InstanceProfileName, VersionId, ClientID];
    return [action, ...about.filter((one) => one !== undefined).map(String)].join(' ');
  });
}

export function codesOf(reasons: readonly { readonly code: string }[]): readonly string[] {
  return reasons.map(({ code }) => code);
}
