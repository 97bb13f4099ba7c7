import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import { normalizePolicy } from '../policy/form.ts';
import type { PolicyForm, PolicyUse } from '../policy/model.ts';
import { writtenPolicy } from '../policy/written.ts';
import type { Account } from './arn.ts';

/**
 * The meaning of a policy that a document holds.
 * @throws CountersignError as `normalizePolicy` does; `policy-file-unread` where a file beside the document is still a name
 */
export function formOf(document: Json, use: PolicyUse, account: Account): PolicyForm {
  return normalizePolicy(written(document), { ...account, use });
}

export function written(document: Json): JsonObject {
  if (isJsonObject(document) && document['file'] === undefined) return document;
  throw new CountersignError('policy-file-unread', 'A policy beside this document was not read.', {
    evidence: JSON.stringify(document).slice(0, 200),
    mend: 'Write the policy into the document, or name a JSON file that the configuration counts among the documents.',
  });
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

/** Name of the inline policy by which an identity is disabled. */
export const DISABLED = 'countersign-disabled';

/** Refuses everything, in any account. */
export const DENY_EVERYTHING: PolicyForm = normalizePolicy(
  { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
  { partition: 'aws', account: '', use: 'identity' },
);
