import { compareAccess, type AccessChange } from '../core/access/difference.ts';
import type { AccessIndex, Affected, EffectivePermission } from '../core/access/effective.ts';
import { plannedAccess } from '../core/access/planned.ts';
import { CountersignError } from '../core/errors.ts';
import type { LiveState } from '../core/live.ts';
import type { Plan } from '../core/plan.ts';
import type { AccessModel } from '../core/ports.ts';

export type Question =
  | { readonly kind: 'principal'; readonly address: string }
  | { readonly kind: 'resource'; readonly resource: string }
  | { readonly kind: 'plan' };

export type Answer = {
  /** null where only the difference was asked for. */
  readonly permissions: readonly EffectivePermission[] | null;
  /** How many permissions everyone has besides; null where that is no part of the question. */
  readonly everyone: { readonly address: string; readonly count: number } | null;
  /** What the plan makes of it; null without a plan. */
  readonly changes: readonly AccessChange[] | null;
  /** Addresses of changes that the plan blocks, whose steps are therefore not done. */
  readonly blocked: readonly string[];
};

/** @throws CountersignError `access-principal-unknown`, `access-resource-unknown`, `access-plan-elsewhere`, and what a step that is no provider's throws. */
export function answer(model: AccessModel, live: LiveState, question: Question, plan: Plan | null): Answer {
  if (plan === null) return { ...listed(question, [model.index(live)]), changes: null, blocked: [] };
  const { before, after, affected, differences, blocked } = plannedAccess(model, live, plan);
  const asked = listed(question, [after, before]);
  switch (question.kind) {
    case 'plan':
      return { ...asked, changes: [...differences], blocked };
    case 'principal': {
      const changes = [...differences].filter(({ permission }) => permission.principal === question.address);
      return { ...asked, changes, blocked };
    }
    case 'resource': {
      const resources = resolved(question.resource, [after, before]);
      return { ...asked, changes: [...compareAccess(before, after, about(resources, affected, model))], blocked };
    }
  }
}

/** What a plan does to a wider resource it does to the parts of it. */
function* about(
  resources: readonly string[],
  affected: Iterable<Affected>,
  model: Pick<AccessModel, 'covers'>,
): Generator<Affected> {
  for (const { principal, resources: all } of affected) {
    const known = new Set(all);
    const same = resources.filter((one) => known.has(one));
    const found = same.length > 0 ? same : resources.filter((one) => all.some((whole) => model.covers(whole, one)));
    if (found.length > 0) yield { principal, resources: found };
  }
}

/** The first index answers; an identity or a resource may also be one that only the others know. */
function listed(question: Question, indexes: readonly [AccessIndex, ...AccessIndex[]]) {
  const [index] = indexes;
  switch (question.kind) {
    case 'plan':
      return { permissions: null, everyone: null };
    case 'principal': {
      const { address } = question;
      if (!indexes.some((one) => one.has(address))) throw unknownPrincipal(address);
      const everyone = { address: index.everyone, count: index.held(index.everyone).length };
      return { permissions: index.held(address), everyone: address === index.everyone ? null : everyone };
    }
    case 'resource': {
      const resources = resolved(question.resource, indexes);
      return { permissions: withoutRepeats(resources.map((resource) => index.holders(resource))), everyone: null };
    }
  }
}

/** A part is told where it differs from what it is a part of, which comes first. */
function withoutRepeats(lists: readonly (readonly EffectivePermission[])[]): readonly EffectivePermission[] {
  const told = new Set<string>();
  return lists.flatMap((list) => {
    const fresh = list.filter((permission) => !told.has(wayOf(permission)));
    for (const permission of fresh) told.add(wayOf(permission));
    return fresh;
  });
}

function wayOf({ principal, action, condition, path }: EffectivePermission): string {
  return JSON.stringify([principal, action, condition, path]);
}

function resolved(text: string, indexes: readonly AccessIndex[]): readonly string[] {
  const found = [...new Set(indexes.flatMap((index) => index.resolve(text)))];
  if (found.length > 0) return found;
  throw new CountersignError('access-resource-unknown', 'The source has no such resource.', {
    evidence: text.slice(0, 200),
    mend: "Write it as the list of an identity does, such as 'table billing.invoices', 'cluster/shop: secrets' or 'arn:aws:s3:::reports/*'.",
  });
}

function unknownPrincipal(address: string): CountersignError {
  return new CountersignError('access-principal-unknown', 'The source has no identity of this address.', {
    evidence: address.slice(0, 200),
    mend: 'Check the spelling. One that is declared and not live yet is known after a plan: `--plan FILE`.',
  });
}
