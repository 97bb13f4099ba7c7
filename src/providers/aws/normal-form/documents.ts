import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { Account } from './arn.ts';
import type { PolicyForm } from './model.ts';

// The one place where policies become forms and forms policies.

/**
 * A document's policy by its meaning.
 * @throws CountersignError of `policy/` for what is no policy; `policy-file-unread` where a file beside the document is still a name
 */
export function formOf(document: Json, account: Account): PolicyForm {
  return normalizePolicy(written(document), account);
}

/** The policy as IAM takes it. */
export function documentOf(form: PolicyForm): JsonObject {
  return writtenPolicy(form);
}

export function written(document: Json): JsonObject {
  if (isJsonObject(document) && document['file'] === undefined) return document;
  throw new CountersignError('policy-file-unread', 'A policy beside this document was not read.', {
    evidence: JSON.stringify(document).slice(0, 200),
    mend: 'Write the policy into the document, or name a JSON file that the configuration counts among the documents.',
  });
}

/** Every principal that a trust policy names: ARNs, account ids, ids of what was deleted. */
export function principalsOf(form: PolicyForm): readonly string[] {
  const statements = documentOf(form)['Statement'];
  return [...new Set(listOf(statements).flatMap((statement) => (isJsonObject(statement) ? named(statement) : [])))];
}

function named(statement: JsonObject): readonly string[] {
  return [statement['Principal'], statement['NotPrincipal']].flatMap((principal) =>
    isJsonObject(principal) ? Object.values(principal).flatMap((one) => listOf(one).filter(isText)) : [],
  );
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}

const DENY_EVERYTHING: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
};

/** Name of the inline policy by which an identity is disabled. */
export const DISABLED = 'countersign-disabled';

export function denyEverything(account: Account): PolicyForm {
  return formOf(DENY_EVERYTHING, account);
}

// Stand-ins until policies are compared by meaning.
function normalizePolicy(document: JsonObject, _account: Account): PolicyForm {
  return { text: JSON.stringify(document) };
}
function writtenPolicy(form: PolicyForm): JsonObject {
  return JSON.parse(String(form['text'])) as JsonObject;
}
export function policySize(document: JsonObject): number {
  return JSON.stringify(document).replace(/\s/gu, '').length;
}
