import { compareText } from '../../../core/address.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { PolicyDocument, PolicyForm, StatementForm } from './model.ts';

/** The document that a form stands for, as a person would write it: one value without a list, everything in order. */
export function writtenPolicy(form: PolicyForm): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: Object.entries(form)
      .sort(([left], [right]) => compareText(left, right))
      .map(([, statement]) => writtenStatement(statement)),
  };
}

/** Characters without white space, as IAM counts them against its quotas. @param document as it is sent, or as it is read */
export function policySize(document: Json): number {
  return JSON.stringify(document).replace(/\s/gu, '').length;
}

function writtenStatement(form: StatementForm): JsonObject {
  return {
    Effect: form.effect,
    ...principal('Principal', form.principals),
    ...principal('NotPrincipal', form.notPrincipals),
    ...listed('Action', form.actions),
    ...listed('NotAction', form.notActions),
    ...listed('Resource', form.resources),
    ...listed('NotResource', form.notResources),
    ...conditions(form.conditions),
  };
}

type Members = { readonly [member: string]: true };

function principal(name: string, types: StatementForm['principals']): JsonObject {
  return types === undefined ? {} : { [name]: mapped(types, valueOf) };
}

function listed(name: string, members: Members | undefined): JsonObject {
  return members === undefined ? {} : { [name]: valueOf(members) };
}

function conditions(operators: StatementForm['conditions']): JsonObject {
  return operators === undefined ? {} : { Condition: mapped(operators, (keys) => mapped(keys, valueOf)) };
}

function valueOf(members: Members): Json {
  const values = Object.keys(members).sort(compareText);
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}

function mapped<T>(object: { readonly [key: string]: T }, to: (value: T) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .sort(([left], [right]) => compareText(left, right))
      .map(([key, value]) => [key, to(value)]),
  );
}
