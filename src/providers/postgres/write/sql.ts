import { CountersignError } from '../../../core/errors.ts';
import type { Effect, Operation } from '../normal-form/model.ts';
import { quoteIdentifier, quoteLiteral } from '../names/quoting.ts';
import { renderDefault, renderGrant, renderRevoke } from './sql-grant.ts';
import { renderGrantRole, renderRevokeRole, renderRoleOptions, renderSetting } from './sql-role.ts';

/** Whose SQL it is, in which database, and for which major version of the server. */
export type SqlContext = { readonly role: string; readonly database: string; readonly version: number };

type PatternOperation = Extract<Operation, { kind: 'grant-pattern' | 'revoke-pattern' }>;
type MarkOperation = Extract<Operation, { kind: 'mark-creation' }>;

/** What stands in SQL as it is; patterns and marks become some of these at apply. */
export type PlainOperation = Exclude<Operation, PatternOperation | MarkOperation>;

/**
 * The statements of one operation, in order. Every statement that Countersign writes with comes from here.
 * @throws CountersignError when the operation holds a name or value that cannot be written safely.
 */
export function renderOperation(operation: PlainOperation, context: SqlContext): readonly string[] {
  const role = quoteIdentifier(context.role);
  switch (operation.kind) {
    case 'create-role':
      return [`CREATE ROLE ${role} ${renderRoleOptions(operation.options)}`.trimEnd()];
    case 'alter-role':
      return [`ALTER ROLE ${role} ${renderRoleOptions(operation.options)}`.trimEnd()];
    case 'comment':
      return [`COMMENT ON ROLE ${role} IS ${operation.text === null ? 'NULL' : quoteLiteral(operation.text)}`];
    case 'set':
      return [renderSetting(operation, context.role)];
    case 'grant-role':
      return [renderGrantRole(operation, context)];
    case 'revoke-role':
      return [renderRevokeRole(operation, context)];
    case 'grant':
      return actingAs(operation.as, renderGrant(operation, context.role, context.database));
    case 'revoke':
      return actingAs(operation.as, renderRevoke(operation, context.role, context.database));
    case 'default-grant':
    case 'default-revoke':
      return [renderDefault(operation, context.role)];
    case 'reassign-owned':
      return [`REASSIGN OWNED BY ${role} TO ${quoteIdentifier(operation.to)}`];
    case 'drop-owned':
      return [`DROP OWNED BY ${role} RESTRICT`];
    case 'end-sessions':
      return [renderEndSessions(context.role)];
    case 'drop-role':
      return [`DROP ROLE ${role}`];
  }
}

/** SET LOCAL ends with the transaction, so a failure cannot leave the session as another role. */
function actingAs(role: string | null, statement: string): readonly string[] {
  return role === null ? [statement] : [`SET LOCAL ROLE ${quoteIdentifier(role)}`, statement, 'SET LOCAL ROLE NONE'];
}

function renderEndSessions(role: string): string {
  return `SELECT pg_catalog.pg_terminate_backend(a.pid) FROM pg_catalog.pg_stat_activity a JOIN pg_catalog.pg_roles r ON r.oid = a.usesysid WHERE r.rolname = ${quoteLiteral(role)} AND a.pid <> pg_catalog.pg_backend_pid()`;
}

/** For people: the statements of an effect, with a remark in place of what only the apply knows. */
export function previewEffect(effect: Effect, context: Omit<SqlContext, 'database'>): readonly string[] {
  const database = effect.database ?? '';
  return effect.operations.flatMap((operation) => {
    return previewOperation(operation, { ...context, database }).map((statement) => `${statement};`);
  });
}

function previewOperation(operation: Operation, context: SqlContext): readonly string[] {
  if (isPattern(operation)) return [previewPattern(operation, context.role)];
  if (operation.kind !== 'mark-creation') return renderOperation(operation, context);
  return [`-- COMMENT ON ROLE ${inLine(quoteIdentifier(context.role))} IS the mark of this apply, until its next step`];
}

export function isPattern(operation: Operation): operation is PatternOperation {
  return operation.kind === 'grant-pattern' || operation.kind === 'revoke-pattern';
}

export function isPlain(operation: Operation): operation is PlainOperation {
  return operation.kind !== 'mark-creation' && !isPattern(operation);
}

function previewPattern(operation: PatternOperation, role: string): string {
  const privileges = operation.privileges.join(', ');
  const each = inLine(`${privileges} ON each of ${operation.pattern}`);
  const whom = inLine(quoteIdentifier(role));
  if (operation.kind === 'grant-pattern')
    return `-- GRANT ${each} TO ${whom}${operation.grantable ? ' WITH GRANT OPTION' : ''}`;
  return `-- REVOKE ${each} FROM ${whom}`;
}

/** A name with a line break must not end the remark. */
function inLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

/** @throws CountersignError `effect-unknown` when a step's effect is not one of this provider's. */
export function effectOf(effect: unknown): Effect {
  if (isEffect(effect)) return effect;
  throw new CountersignError('effect-unknown', 'This step is not one that the PostgreSQL provider plans.', {
    mend: 'Plan again with this version of Countersign.',
  });
}

function isEffect(value: unknown): value is Effect {
  return (
    typeof value === 'object' &&
    value !== null &&
    'database' in value &&
    (value.database === null || typeof value.database === 'string') &&
    'operations' in value &&
    Array.isArray(value.operations)
  );
}
