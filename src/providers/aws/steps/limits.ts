import type { Attributes } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { LiveObject } from '../../../core/live.ts';
import { documentOf } from '../normal-form/documents.ts';
import { awsAttributes, POLICY_KIND, ROLE_KIND, USER_KIND, type AwsFacts } from '../normal-form/model.ts';
import { membersOf, type ListName } from '../normal-form/project.ts';
import { policySize } from '../policy/written.ts';

/** Characters without white space that IAM lets policies have; only a trust policy's limit can be raised. */
const MANAGED_POLICY_SIZE = 6144;
const INLINE_SIZE: { readonly [kind: string]: number } = { [ROLE_KIND]: 10_240, [USER_KIND]: 2048 };
const TAGS = 50;
/** Ours takes one. */
const DECLARED_TAGS = TAGS - 1;

/** What a change leads to: the members of its lists afterwards, with those that a list keeps without naming them. */
export type Prospect = {
  readonly kind: string;
  readonly before: Attributes | null;
  readonly after: Attributes;
  /** Null: it is created. */ readonly object: LiveObject | null;
  readonly facts: AwsFacts;
};

/** What IAM would refuse, said before anything is written. */
export function limitsOf(prospect: Prospect): readonly Reason[] {
  return [
    attachedLimit(prospect),
    inlineLimit(prospect),
    trustLimit(prospect),
    documentLimit(prospect),
    tagLimit(prospect),
  ].flatMap((reason) => reason ?? []);
}

/** Whether what is added fits beside what only goes later. */
export function roomForBoth(prospect: Prospect): boolean {
  const { attachedQuota } = prospect.facts;
  const both = union(prospect, 'attached');
  const inline = Object.values(union(prospect, 'inline')).reduce<number>((sum, form) => sum + sizeOf(form), 0);
  const limit = INLINE_SIZE[prospect.kind] ?? Number.POSITIVE_INFINITY;
  return Object.keys(both).length <= attachedQuota && inline <= limit;
}

function attachedLimit(prospect: Prospect): Reason | null {
  const { attachedQuota } = prospect.facts;
  const count = Object.keys(afterwards(prospect, 'attached')).length;
  const standing = Object.keys(membersOf(prospect.object?.attributes ?? null, 'attached')).length;
  if (count <= Math.max(attachedQuota, standing)) return null;
  return {
    code: 'attached-policies-full',
    message: `${count} managed policies would be attached, and the account allows ${attachedQuota}. Merge some, or set options.quotas.attachedPolicies to what AWS granted.`,
  };
}

function inlineLimit(prospect: Prospect): Reason | null {
  const limit = INLINE_SIZE[prospect.kind];
  if (limit === undefined) return null;
  const size = Object.values(afterwards(prospect, 'inline')).reduce<number>((sum, form) => sum + sizeOf(form), 0);
  if (size <= limit) return null;
  return {
    code: 'inline-policies-too-large',
    message: `The inline policies would have ${size} characters together, and IAM allows ${limit}. Move some into a managed policy.`,
  };
}

function trustLimit({ after, object, facts }: Prospect): Reason | null {
  const { trust } = awsAttributes(after);
  if (trust === undefined) return null;
  const standing = awsAttributes(object?.attributes ?? {}).trust;
  const [size, limit] = [sizeOf(trust), Math.max(facts.trustQuota, standing === undefined ? 0 : sizeOf(standing))];
  if (size <= limit) return null;
  return {
    code: 'trust-policy-too-large',
    message: `The trust policy would have ${size} characters, and the account allows ${facts.trustQuota}. Shorten it, or set options.quotas.trustCharacters to what AWS granted.`,
  };
}

function documentLimit({ kind, after }: Prospect): Reason | null {
  const { document } = awsAttributes(after);
  if (kind !== POLICY_KIND || document === undefined || sizeOf(document) <= MANAGED_POLICY_SIZE) return null;
  return {
    code: 'policy-too-large',
    message: `The policy would have ${sizeOf(document)} characters, and IAM allows ${MANAGED_POLICY_SIZE}. Split it.`,
  };
}

function tagLimit(prospect: Prospect): Reason | null {
  const count = Object.keys(afterwards(prospect, 'tags')).length;
  const standing = Object.keys(membersOf(prospect.object?.attributes ?? null, 'tags')).length;
  if (count <= Math.max(DECLARED_TAGS, standing)) return null;
  return {
    code: 'tags-too-many',
    message: `There would be ${count} tags, and IAM allows ${TAGS}, of which one is Countersign's.`,
  };
}

type Members = { readonly [member: string]: Json };

function afterwards({ after, object }: Prospect, list: ListName): Members {
  const declared = after[list];
  const live = membersOf(object?.attributes ?? null, list);
  if (declared === undefined) return live;
  const named = membersOf(after, list);
  return isJsonObject(declared) && declared['others'] === 'keep' ? { ...live, ...named } : named;
}

function union(prospect: Prospect, list: ListName): Members {
  return { ...membersOf(prospect.object?.attributes ?? null, list), ...afterwards(prospect, list) };
}

function sizeOf(form: Json): number {
  return isJsonObject(form) ? policySize(documentOf(form)) : 0;
}
