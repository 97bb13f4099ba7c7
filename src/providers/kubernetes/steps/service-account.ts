import type { Attributes } from '../../../core/attributes.ts';
import type { Draft, StepDraft } from '../../../core/ports.ts';
import { boundForm, boundRoles, sameBound } from '../normal-form/bound-roles.ts';
import { listed, NO_ROLES, serviceAccountForm, type BoundRole, type ServiceAccountForm } from '../normal-form/model.ts';
import type { Effect } from './effect.ts';
import { isEmptyEdit, serviceAccountEdit } from './edits.ts';

const OBJECT = ['automountToken', 'imagePullSecrets', 'annotations', 'labels'] as const;

/**
 * The object first, then what it is newly bound to, then what it is no longer: between two roles there is no gap.
 * @param waiting what bindings give to a ServiceAccount that does not exist; what is not declared of it blocks the change
 */
export function serviceAccountSteps(
  draft: Pick<Draft, 'before' | 'after'>,
  waiting: readonly BoundRole[] = [],
): readonly StepDraft[] {
  const after = serviceAccountForm(draft.after);
  if (draft.before === null) {
    const declared = boundRoles(after.roles);
    const held = waiting.filter((one) => declared.some((other) => sameBound(one, other)));
    return [...creation(after), ...bindings(held, after)];
  }
  const before = serviceAccountForm(draft.before);
  const edit = serviceAccountEdit(before, after);
  const own: Effect = { kind: 'edit', edit };
  const edits = isEmptyEdit(edit) ? [] : [step(own, objectPart(draft.before), objectPart(draft.after))];
  return [...edits, ...bindings(boundRoles(before.roles), after)];
}

/** Access first: what is no longer bound ends before the object does. */
export function disabling(draft: Pick<Draft, 'before' | 'after'>): readonly StepDraft[] {
  const steps = serviceAccountSteps(draft);
  const isUnbinding = ({ effect }: StepDraft) => (effect as Effect).kind === 'unbind';
  return [...steps.filter(isUnbinding), ...steps.filter((one) => !isUnbinding(one))];
}

/** `before` is everything that is modelled. */
export function deletion(before: Attributes): readonly StepDraft[] {
  const form = serviceAccountForm(before);
  const alone = { ...objectPart(before), roles: NO_ROLES };
  return [...bindings(boundRoles(form.roles), { roles: NO_ROLES }), step({ kind: 'delete' }, alone, null)];
}

function creation(after: ServiceAccountForm): readonly StepDraft[] {
  const effect: Effect = { kind: 'create', edit: serviceAccountEdit({}, after) };
  const result = { automountToken: true, ...objectPart(after) };
  return [{ stage: 0, effect, expect: null, result, repeat: 'intent' }];
}

/** One role a step, each predicted with all the others that are managed. */
function bindings(before: readonly BoundRole[], { roles }: ServiceAccountForm): readonly StepDraft[] {
  if (roles === undefined) return [];
  const after = boundRoles(roles);
  const added = after.filter((one) => !before.some((other) => sameBound(one, other)));
  const removed = before.filter((one) => !after.some((other) => sameBound(one, other)));
  const edits = [
    ...added.map((bound) => ({ kind: 'bind' as const, bound })),
    ...removed.map((bound) => ({ kind: 'unbind' as const, bound })),
  ];
  let held = before;
  return edits.map(({ kind, bound }) => {
    const { namespace, name } = bound;
    const expect = { roles: listed(boundForm(held), roles.others) };
    held = kind === 'bind' ? [...held, bound] : held.filter((one) => !sameBound(one, bound));
    const effect: Effect = { kind, namespace, role: { kind: bound.kind, name } };
    return step(effect, expect, { roles: listed(boundForm(held), roles.others) });
  });
}

function objectPart(attributes: Attributes | null): Attributes {
  const form = serviceAccountForm(attributes);
  return Object.fromEntries(OBJECT.flatMap((key) => (form[key] === undefined ? [] : [[key, form[key]]])));
}

function step(effect: Effect, expect: Attributes, result: Attributes | null): StepDraft {
  return { stage: 0, effect, expect, result, repeat: 'idempotent' };
}
