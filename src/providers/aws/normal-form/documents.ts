import type { Json, JsonObject } from '../../../core/json.ts';
import { leavesOf, unescapePointer } from '../../../core/leaves.ts';
import { normalizePolicy } from '../policy/form.ts';
import type { PolicyContext, PolicyForm, PolicyUse } from '../policy/model.ts';
import { writtenPolicy } from '../policy/written.ts';

/** The meaning of a policy. @throws CountersignError as `normalizePolicy` does */
export function formOf(document: Json, use: PolicyUse, context: Omit<PolicyContext, 'use'>): PolicyForm {
  return normalizePolicy(document, { ...context, use });
}

/** A form that this provider made, as IAM takes it. */
export function documentOf(form: JsonObject): JsonObject {
  return writtenPolicy(form as PolicyForm);
}

/** Every principal that a trust policy names: ARNs, services, ids of what was deleted. */
export function principalsOf(trust: PolicyForm): readonly string[] {
  const types = Object.values(trust).flatMap(({ principals, notPrincipals }) =>
    Object.values(principals ?? notPrincipals ?? {}),
  );
  return [...new Set(types.flatMap((names) => Object.keys(names)))];
}

/** Where the attributes name a principal of their trust policy. */
export function principalPointer(trust: PolicyForm, principal: string): string {
  const leaves = [...leavesOf({ trust }).keys()];
  return leaves.find((leaf) => unescapePointer(leaf.slice(leaf.lastIndexOf('/') + 1)) === principal) ?? '/trust';
}

/** Name of the inline policy by which an identity is disabled. */
export const DISABLED = 'countersign-disabled';

/** Refuses everything, in any account. */
export const DENY_EVERYTHING: PolicyForm = normalizePolicy(
  { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
  { partition: 'aws', account: '', use: 'identity' },
);
