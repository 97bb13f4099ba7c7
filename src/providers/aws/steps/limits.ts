import type { Attributes } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { LiveObject } from '../../../core/live.ts';
import { documentOf } from '../normal-form/documents.ts';
import { USER_KIND, type AwsFacts } from '../normal-form/model.ts';
import { keepsOthers, membersOf, type ListName } from '../normal-form/project.ts';
import { policySize } from '../policy/written.ts';

/** Characters without white space that IAM lets policies have; only a trust policy's limit can be raised. */
export const MANAGED_POLICY_SIZE = 6144;
const INLINE_SIZE = { role: 10_240, user: 2048 } as const;
const TAGS = 50;
/** Ours takes one. */
const DECLARED_TAGS = TAGS - 1;

/** What a change leads to: the members of its lists afterwards, with those that a list keeps without naming them. */
export type Prospect = {
  readonly kind: string;
  readonly after: Attributes;
  /** Null: it is created. */ readonly object: LiveObject | null;
  readonly facts: AwsFacts;
};

/** What IAM would refuse, said before anything is written. */
export function limitsOf(prospect: Prospect): readonly Reason[] {
  return [attachedLimit, inlineLimit, trustLimit, documentLimit, tagLimit].flatMap((limit) => limit(prospect) ?? []);
}

/** Whether what is added fits beside what only goes later. */
export function roomForBoth(prospect: Prospect): boolean {
  const attached = countOf(union(prospect, 'attached'));
  return attached <= prospect.facts.attachedQuota && sizeOfAll(union(prospect, 'inline')) <= inlineSize(prospect.kind);
}

function attachedLimit(prospect: Prospect): Reason | null {
  const { attachedQuota } = prospect.facts;
  const count = countOf(afterwards(prospect, 'attached'));
  if (fits(count, attachedQuota, countOf(liveIn(prospect, 'attached')))) return null;
  return {
    code: 'attached-policies-full',
    message: `${count} managed policies would be attached, and the account allows ${attachedQuota}. Merge some, or set options.quotas.attachedPolicies to what AWS granted.`,
  };
}

function inlineLimit(prospect: Prospect): Reason | null {
  const [size, limit] = [sizeOfAll(afterwards(prospect, 'inline')), inlineSize(prospect.kind)];
  if (fits(size, limit, sizeOfAll(liveIn(prospect, 'inline')))) return null;
  return {
    code: 'inline-policies-too-large',
    message: `The inline policies would have ${size} characters together, and IAM allows ${limit}. Move some into a managed policy.`,
  };
}

function trustLimit({ after, object, facts }: Prospect): Reason | null {
  const size = sizeOf(after['trust']);
  if (fits(size, facts.trustQuota, sizeOf(object?.attributes['trust']))) return null;
  return {
    code: 'trust-policy-too-large',
    message: `The trust policy would have ${size} characters, and the account allows ${facts.trustQuota}. Shorten it, or set options.quotas.trustCharacters to what AWS granted.`,
  };
}

function documentLimit({ after, object }: Prospect): Reason | null {
  const size = sizeOf(after['document']);
  if (fits(size, MANAGED_POLICY_SIZE, sizeOf(object?.attributes['document']))) return null;
  return {
    code: 'policy-too-large',
    message: `The policy would have ${size} characters, and IAM allows ${MANAGED_POLICY_SIZE}. Split it.`,
  };
}

function tagLimit(prospect: Prospect): Reason | null {
  const count = countOf(afterwards(prospect, 'tags'));
  if (fits(count, DECLARED_TAGS, countOf(liveIn(prospect, 'tags')))) return null;
  return {
    code: 'tags-too-many',
    message: `There would be ${count} tags, and IAM allows ${TAGS}, of which one is Countersign's.`,
  };
}

/** What is live was allowed, as much as it may be. IAM may count less than we do, who write what it reads as. */
function fits(next: number, limit: number, standing: number): boolean {
  return next <= Math.max(limit, standing);
}

/** @param kind of whom they are */
export function inlineSize(kind: string): number {
  return kind === USER_KIND ? INLINE_SIZE.user : INLINE_SIZE.role;
}

type Members = { readonly [member: string]: Json };

function liveIn({ object }: Prospect, list: ListName): Members {
  return membersOf(object?.attributes, list);
}

function afterwards(prospect: Prospect, list: ListName): Members {
  const named = membersOf(prospect.after, list);
  return keepsOthers(prospect.after, list) ? { ...liveIn(prospect, list), ...named } : named;
}

function union(prospect: Prospect, list: ListName): Members {
  return { ...liveIn(prospect, list), ...membersOf(prospect.after, list) };
}

function countOf(members: Members): number {
  return Object.keys(members).length;
}

function sizeOfAll(forms: Members): number {
  return Object.values(forms).reduce<number>((sum, form) => sum + sizeOf(form), 0);
}

function sizeOf(form: Json | undefined): number {
  return isJsonObject(form) ? policySize(documentOf(form)) : 0;
}
