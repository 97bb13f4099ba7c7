import type { Attributes } from '../../../core/attributes.ts';
import type { Draft, StepDraft } from '../../../core/ports.ts';
import { roleForm } from '../normal-form/model.ts';
import type { Effect } from './effect.ts';
import { isEmptyEdit, roleEdit } from './edits.ts';

/** A role is one object, written at once. */
export function roleSteps({ action, before, after }: Pick<Draft, 'action' | 'before' | 'after'>): readonly StepDraft[] {
  const edit = roleEdit(roleForm(before), roleForm(after));
  if (before === null) return [creation({ kind: 'create', edit }, after ?? {})];
  if (isEmptyEdit(edit)) return [];
  const kind = action === 'disable' ? 'empty' : 'edit';
  return [{ stage: 0, effect: { kind, edit }, expect: before, result: after, repeat: 'idempotent' }];
}

export function roleDeletion(before: Attributes): readonly StepDraft[] {
  return [{ stage: 0, effect: { kind: 'delete' }, expect: before, result: null, repeat: 'idempotent' }];
}

/** A new role grants nothing that its document does not name. */
function creation(effect: Effect, after: Attributes): StepDraft {
  const result = { rules: {}, ...after };
  return { stage: 0, effect, expect: null, result, repeat: 'intent' };
}
