import { isPatternMark, type Attributes } from '../../core/attributes.ts';
import type { Json } from '../../core/json.ts';
import { differences, unescapePointer } from '../../core/leaves.ts';
import type { Draft, StepDraft, StepsResult } from '../../core/ports.ts';
import type { AccountForm, ActionSet } from './form.ts';
import { keepersOf } from './grants.ts';

export type GrantEdit = { readonly resource: string; readonly action: string };

/** `except`: what the head still declares of the action, resources and patterns. */
export type PatternEdit = GrantEdit & { readonly except: readonly string[] };

export type Effect =
  | { readonly kind: 'create'; readonly set: Attributes }
  | { readonly kind: 'update'; readonly set: Attributes }
  | { readonly kind: 'acts-as'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | {
      readonly kind: 'grants';
      readonly add: readonly GrantEdit[];
      readonly remove: readonly GrantEdit[];
      readonly fill: readonly PatternEdit[];
      readonly empty: readonly PatternEdit[];
    }
  | { readonly kind: 'delete' };

const ACCOUNT_FACET = ['enabled', 'tier', 'note'] as const;

/** One step for the account itself, one for what it acts as, one for its grants. */
export function stepsOf(draft: Draft): StepsResult {
  switch (draft.action) {
    case 'create':
      return { steps: creation(draft.after), irreversible: [], blocked: [] };
    case 'update':
    case 'disable':
      return { steps: edits(draft.before, draft.after), irreversible: [], blocked: [] };
    case 'delete':
      return {
        steps: [deletion(draft.before)],
        irreversible: [{ code: 'account-deleted', message: 'the account cannot be brought back' }],
        blocked: [],
      };
    case 'replace':
      return {
        steps: [deletion(draft.before), ...creation(draft.after)],
        irreversible: [{ code: 'account-replaced', message: 'the old account cannot be brought back' }],
        blocked: [],
      };
  }
}

function deletion(before: Attributes | null): StepDraft {
  return { stage: 0, effect: { kind: 'delete' }, expect: before, result: null, repeat: 'idempotent' };
}

function creation(after: Attributes | null): readonly StepDraft[] {
  const form = (after ?? {}) as AccountForm;
  const set = { enabled: true, tier: 'standard', note: null, ...facet(after, ACCOUNT_FACET) };
  const created: StepDraft = { stage: 0, effect: { kind: 'create', set }, expect: null, result: set, repeat: 'intent' };
  const empty: AccountForm = {
    ...(form.actsAs === undefined ? {} : { actsAs: { others: form.actsAs.others, values: {} } }),
    ...(form.grants === undefined ? {} : { grants: { others: form.grants.others, values: {} } }),
  };
  return [created, ...edits({ ...empty, ...facet(after, ACCOUNT_FACET) }, after)];
}

function edits(before: Attributes | null, after: Attributes | null): readonly StepDraft[] {
  const [left, right] = [(before ?? {}) as AccountForm, (after ?? {}) as AccountForm];
  const steps: StepDraft[] = [];
  if (differences(facet(before, ACCOUNT_FACET), facet(after, ACCOUNT_FACET)).length > 0) {
    steps.push(
      step(
        { kind: 'update', set: facet(after, ACCOUNT_FACET) },
        facet(before, ACCOUNT_FACET),
        facet(after, ACCOUNT_FACET),
      ),
    );
  }
  if (differences(facet(before, ['actsAs']), facet(after, ['actsAs'])).length > 0) {
    const [old, next] = [Object.keys(left.actsAs?.values ?? {}), Object.keys(right.actsAs?.values ?? {})];
    const effect: Effect = {
      kind: 'acts-as',
      add: next.filter((name) => !old.includes(name)).sort(),
      remove: old.filter((name) => !next.includes(name)).sort(),
    };
    steps.push(step(effect, facet(before, ['actsAs']), facet(after, ['actsAs'])));
  }
  if (differences(facet(before, ['grants']), facet(after, ['grants'])).length > 0) {
    steps.push(
      step(
        grantEffect(left.grants?.values ?? {}, right.grants?.values ?? {}),
        facet(before, ['grants']),
        facet(after, ['grants']),
      ),
    );
  }
  return steps;
}

function step(effect: Effect, expect: Attributes, result: Attributes): StepDraft {
  return { stage: 0, effect, expect, result, repeat: 'idempotent' };
}

function facet(attributes: Attributes | null, keys: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes ?? {}).filter(([key]) => keys.includes(key)));
}

function grantEffect(
  before: { readonly [resource: string]: ActionSet },
  after: { readonly [resource: string]: ActionSet },
): Effect {
  const changed = differences(before, after).map((difference) => ({ ...difference, edit: editOf(difference.pointer) }));
  const plain = changed.filter(({ before: left, after: right }) => !isPatternMark(left) && !isPatternMark(right));
  const pattern = changed.filter(({ after: right }) => isPatternMark(right));
  return {
    kind: 'grants',
    add: plain.filter(({ after: right }) => right !== undefined).map(({ edit }) => edit),
    remove: plain.filter(({ after: right }) => right === undefined).map(({ edit }) => edit),
    fill: pattern.filter(({ after: right }) => stateOf(right) === 'held').map(({ edit }) => ({ ...edit, except: [] })),
    empty: pattern
      .filter(({ after: right }) => stateOf(right) === 'none')
      .map(({ edit }) => ({ ...edit, except: keepersOf(after, edit.action) })),
  };
}

function stateOf(leaf: Json | undefined): string | null {
  return isPatternMark(leaf) ? leaf.state : null;
}

function editOf(pointer: string): GrantEdit {
  const [resource, action] = pointer.split('/').slice(1).map(unescapePointer);
  return { resource: resource ?? '', action: action ?? '' };
}
