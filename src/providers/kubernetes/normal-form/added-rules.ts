import type { Attributes } from '../../../core/attributes.ts';
import { CountersignError } from '../../../core/errors.ts';
import { normalizeRules } from '../rules/normal-form.ts';
import { writtenRules } from '../rules/written.ts';
import { roleForm, type RoleForm } from './model.ts';

/**
 * What is declared of a role, and what it has besides: rules are written whole, so that in a source that only adds nothing is lost.
 * @param live the role's own form; null: it does not exist
 * @throws CountersignError `role-changes-nature`, `rules-too-large`
 */
export function addedTo(live: Attributes | null, declared: RoleForm): RoleForm {
  if (live === null) return declared;
  const known = roleForm(live);
  const { rules, aggregation } = declared;
  if (aggregation !== undefined && (aggregation === null) !== ((known.aggregation ?? null) === null)) throw changed();
  return {
    ...declared,
    ...(rules === undefined ? {} : { rules: normalizeRules([known.rules ?? {}, rules].flatMap(writtenRules)) }),
    ...(aggregation === undefined || aggregation === null
      ? {}
      : { aggregation: { ...known.aggregation, ...aggregation } }),
  };
}

function changed(): CountersignError {
  return new CountersignError(
    'role-changes-nature',
    'Whether a ClusterRole is aggregated is to change, which takes its rules away, and its source only adds.',
    { mend: 'Declare another ClusterRole, or make the source authoritative.' },
  );
}
