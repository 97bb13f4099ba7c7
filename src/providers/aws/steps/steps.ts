import { parseAddress } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Draft, StepDraft, StepsResult } from '../../../core/ports.ts';
import { arnOfPolicy, oidcProviderArn } from '../normal-form/arn.ts';
import {
  awsAttributes,
  awsFacts,
  managedPolicyFacts,
  POLICY_KIND,
  ROLE_KIND,
  USER_KIND,
  type AwsFacts,
} from '../normal-form/model.ts';
import { blocksOf } from './blocks.ts';
import { limitsOf, roomForBoth, type Prospect } from './limits.ts';
import { oidcProviderCreation, oidcProviderDeletion, oidcProviderEdits } from './oidc-provider.ts';
import { policyCreation, policyDeletion, policyEdits, type PolicyState } from './managed-policy.ts';
import { oneName } from './one-name.ts';
import { permanent } from './permanent.ts';
import { refusesBy, type Refuses } from './refuses.ts';
import { roleCreation, roleDeletion, roleEdits } from './role.ts';
import { userCreation, userDeletion, userEdits } from './user.ts';

/** See Provider.steps. One call of IAM is one step; what IAM would refuse is said beforehand. */
export function steps(draft: Draft, live: LiveState): StepsResult {
  const facts = awsFacts(live.facts);
  const blocked = [...blocksOf(draft, live.objects), ...oneName(draft, live), ...prospective(draft, facts)];
  const planned = blocked.some(({ code }) => UNSTEPPED.has(code))
    ? []
    : stepsOf(draft, facts, refusesBy(draft, live, facts));
  return { steps: planned, irreversible: permanent(draft, planned), blocked };
}

/** Without what these say is missing, no step can be spelt. */
const UNSTEPPED = new Set(['trust-missing', 'policy-document-missing']);

function prospective(draft: Draft, facts: AwsFacts): readonly Reason[] {
  return draft.after === null ? [] : limitsOf(prospectOf(draft, draft.after, facts));
}

function prospectOf({ address, object, action }: Draft, after: Attributes, facts: AwsFacts): Prospect {
  return { kind: parseAddress(address).kind, after, object: action === 'replace' ? null : object, facts };
}

function stepsOf(draft: Draft, facts: AwsFacts, refuses: Refuses): readonly StepDraft[] {
  const { before, after } = draft;
  switch (draft.action) {
    case 'create':
      return creationOf(draft, after ?? {}, refuses);
    case 'update':
    case 'disable':
      return editsOf(draft, before ?? {}, after ?? {}, facts, refuses);
    case 'delete':
      return deletionOf(draft, facts, refuses);
    case 'replace':
      return [...deletionOf(draft, facts, refuses), ...creationOf(draft, after ?? {}, refuses)];
  }
}

function creationOf({ address }: Draft, after: Attributes, refuses: Refuses): readonly StepDraft[] {
  const { kind, name } = parseAddress(address);
  switch (kind) {
    case ROLE_KIND:
      return roleCreation(after, refuses);
    case USER_KIND:
      return userCreation(after, refuses);
    case POLICY_KIND:
      return policyCreation(name[0] ?? '', after);
    default:
      return oidcProviderCreation(name[0] ?? '', after);
  }
}

function editsOf(
  draft: Draft,
  before: Attributes,
  after: Attributes,
  facts: AwsFacts,
  refuses: Refuses,
): readonly StepDraft[] {
  const { kind, name } = parseAddress(draft.address);
  const around = { room: roomForBoth(prospectOf(draft, after, facts)), refuses };
  switch (kind) {
    case ROLE_KIND:
      return roleEdits(before, after, around);
    case USER_KIND:
      return userEdits(before, after, around);
    case POLICY_KIND:
      return policyEdits(before, after, policyStateOf(draft, facts));
    default:
      return oidcProviderEdits(before, after, foundIn(draft), oidcProviderArn(name[0] ?? '', facts));
  }
}

function deletionOf(draft: Draft, facts: AwsFacts, refuses: Refuses): readonly StepDraft[] {
  const { kind, name } = parseAddress(draft.address);
  const found = foundIn(draft);
  switch (kind) {
    case ROLE_KIND:
      return roleDeletion(found, refuses);
    case USER_KIND:
      return userDeletion(found, refuses);
    case POLICY_KIND:
      return policyDeletion(found, policyStateOf(draft, facts));
    default:
      return oidcProviderDeletion(found, oidcProviderArn(name[0] ?? '', facts));
  }
}

/** Everything that is live, whatever of it is managed. */
function foundIn({ object, before }: Draft): Attributes {
  return object?.attributes ?? before ?? {};
}

/** What an earlier reading did not tell is taken for the first version, on which the write then says whether that is so. */
function policyStateOf({ address, object }: Draft, facts: AwsFacts): PolicyState {
  const { arn, versions, defaultVersion } = managedPolicyFacts(object?.facts ?? {});
  const path = awsAttributes(object?.attributes ?? {}).path ?? '/';
  return {
    arn: arn ?? arnOfPolicy(parseAddress(address).name[0] ?? '', path, facts),
    defaultVersion: defaultVersion ?? 'v1',
    versions: versions === undefined ? ['v1'] : Object.keys(versions),
  };
}
