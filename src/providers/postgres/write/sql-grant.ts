import { CountersignError } from '../../../core/errors.ts';
import { parseScope } from '../normal-form/declared-grants.ts';
import type { Operation } from '../normal-form/model.ts';
import { parseObject } from '../names/objects.ts';
import { quoteIdentifier } from '../names/quoting.ts';
import { sqlArguments } from '../names/signature.ts';

/** Privilege keywords are words of the grammar and not names: only these get into SQL text. */
const PRIVILEGES = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE',
  'REFERENCES',
  'TRIGGER',
  'MAINTAIN',
  'USAGE',
  'CREATE',
  'CONNECT',
  'TEMPORARY',
  'EXECUTE',
]);

/** What a GRANT or REVOKE is about: `SELECT ("amount")` and `TABLE "billing"."invoices"`. */
type Clause = { readonly privileges: string; readonly on: string };

function clauseOf(key: string, privileges: readonly string[], database: string): Clause {
  const object = parseObject(key);
  const list = privilegeList(privileges);
  switch (object.class) {
    case 'database':
      return { privileges: list, on: `DATABASE ${quoteIdentifier(database)}` };
    case 'schema':
      return { privileges: list, on: `SCHEMA ${quoteIdentifier(object.schema)}` };
    case 'table':
    case 'sequence':
    case 'type':
      return { privileges: list, on: `${object.class.toUpperCase()} ${qualified(object.schema, object.name)}` };
    case 'function':
    case 'procedure': {
      const name = `${qualified(object.schema, object.name)}(${sqlArguments(object.arguments)})`;
      return { privileges: list, on: `${object.class.toUpperCase()} ${name}` };
    }
    case 'column': {
      const columns = privileges.map(
        (privilege) => `${privilegeList([privilege])} (${quoteIdentifier(object.column)})`,
      );
      return { privileges: columns.join(', '), on: `TABLE ${qualified(object.schema, object.table)}` };
    }
  }
}

function qualified(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

function privilegeList(privileges: readonly string[]): string {
  const unknown = privileges.find((privilege) => !PRIVILEGES.has(privilege));
  if (unknown !== undefined || privileges.length === 0) {
    throw new CountersignError('privilege-unknown', 'This is not a privilege of PostgreSQL.', {
      evidence: unknown?.slice(0, 100) ?? '(none)',
      mend: 'Report this: a plan should never hold it.',
    });
  }
  return privileges.join(', ');
}

export function renderGrant(operation: Extract<Operation, { kind: 'grant' }>, role: string, database: string): string {
  const { privileges, on } = clauseOf(operation.object, operation.privileges, database);
  return `GRANT ${privileges} ON ${on} TO ${quoteIdentifier(role)}${operation.grantable ? ' WITH GRANT OPTION' : ''}`;
}

export function renderRevoke(
  operation: Extract<Operation, { kind: 'revoke' }>,
  role: string,
  database: string,
): string {
  const { privileges, on } = clauseOf(operation.object, operation.privileges, database);
  return `REVOKE ${optionOnly(operation.only)}${privileges} ON ${on} FROM ${quoteIdentifier(role)}`;
}

function optionOnly(only: 'grant-option' | 'privilege'): string {
  return only === 'grant-option' ? 'GRANT OPTION FOR ' : '';
}

type DefaultOperation = Extract<Operation, { kind: 'default-grant' | 'default-revoke' }>;

export function renderDefault(operation: DefaultOperation, role: string): string {
  const { creator, objects, schema } = parseScope(operation.scope);
  const where = schema === null ? '' : ` IN SCHEMA ${quoteIdentifier(schema)}`;
  const head = `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoteIdentifier(creator)}${where}`;
  const on = `${privilegeList(operation.privileges)} ON ${objects.toUpperCase()}`;
  if (operation.kind === 'default-revoke') {
    return `${head} REVOKE ${optionOnly(operation.only)}${on} FROM ${quoteIdentifier(role)}`;
  }
  return `${head} GRANT ${on} TO ${quoteIdentifier(role)}${operation.grantable ? ' WITH GRANT OPTION' : ''}`;
}
