import { parseAddress } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Change } from '../../../core/plan.ts';
import { roleAttributes, type Operation, type RoleOptions } from '../normal-form/model.ts';
import { expandPattern, parsePattern } from '../normal-form/patterns.ts';
import { own } from '../own.ts';
import { wantedState } from '../steps/pattern-steps.ts';
import { effectOf } from '../write/sql.ts';
import type { EstateDraft } from './draft.ts';
import type { EstateRole } from './estate.ts';

/** server_version_num since which a role's own INHERIT is only a default for its memberships to come. */
const MEMBERSHIP_OPTIONS_SINCE = 160_000;

/** What CREATE ROLE gives where nothing is said. */
const NEW_ROLE: EstateRole = {
  oid: '',
  login: false,
  superuser: false,
  createDatabase: false,
  createRole: false,
  inherit: true,
  replication: false,
  bypassRowSecurity: false,
  connectionLimit: -1,
};

type Place = {
  readonly role: string;
  readonly database: string;
  readonly result: Attributes | null;
  readonly version: number;
};

/** Does to the draft what the steps of a change do to the cluster. @throws CountersignError `effect-unknown`. */
export function applyChange(draft: EstateDraft, { address, steps }: Change, version: number): void {
  const role = parseAddress(address).name[0] ?? '';
  for (const { effect, result } of steps) {
    const { database, operations } = effectOf(effect);
    for (const operation of operations) perform(draft, { role, database: database ?? '', result, version }, operation);
  }
}

function perform(draft: EstateDraft, place: Place, operation: Operation): void {
  const { role, database } = place;
  switch (operation.kind) {
    case 'create-role':
      return draft.setRole(role, withOptions(NEW_ROLE, operation.options), 'everything');
    case 'alter-role':
      return alter(draft, place, operation.options);
    case 'drop-role':
      draft.removeMemberships((fact) => fact.role === role || fact.member === role);
      return draft.setRole(role, null, 'everything');
    case 'grant-role':
      return draft.addMembership({
        role: operation.role,
        member: role,
        grantor: operation.as,
        ...operation.membership,
      });
    case 'revoke-role':
      return draft.removeMemberships(
        (fact) =>
          fact.role === operation.role &&
          fact.member === role &&
          (operation.as === null || fact.grantor === operation.as),
      );
    case 'grant-pattern':
    case 'revoke-pattern':
      return settle(draft, place, operation);
    case 'drop-owned':
      return draft.removeGrants(database, role);
    case 'reassign-owned':
      return draft.reassign(database, role, operation.to);
    case 'grant':
    case 'revoke':
    case 'default-grant':
    case 'default-revoke':
      return changePrivileges(draft, place, operation);
    case 'mark-creation':
    case 'comment':
    case 'set':
    case 'end-sessions':
  }
}

function changePrivileges(
  draft: EstateDraft,
  { role, database }: Place,
  operation: Extract<Operation, { kind: 'grant' | 'revoke' | 'default-grant' | 'default-revoke' }>,
): void {
  for (const privilege of operation.privileges) {
    const isDefault = operation.kind === 'default-grant' || operation.kind === 'default-revoke';
    const key = isDefault ? operation.scope : operation.object;
    const before = isDefault
      ? draft.defaultState(database, key, role, privilege)
      : draft.state(database, key, role, privilege);
    const after =
      'grantable' in operation
        ? operation.grantable || before === 'grantable'
          ? 'grantable'
          : 'granted'
        : operation.only === 'grant-option' && before !== undefined
          ? 'granted'
          : undefined;
    if (isDefault) draft.setDefault(database, key, role, privilege, after);
    else draft.setPrivilege(database, key, role, privilege, after);
  }
}

/** As the apply does it: each object that the pattern stands for comes to what the step's result says of it. */
function settle(
  draft: EstateDraft,
  { role, database, result }: Place,
  operation: Extract<Operation, { kind: 'grant-pattern' | 'revoke-pattern' }>,
): void {
  const wanted = own(roleAttributes(result ?? {}).grants?.values, database) ?? {};
  const facts = draft.facts(database);
  for (const key of expandPattern(parsePattern(operation.pattern), facts)) {
    if (own(facts.objects, key) === role) continue;
    for (const privilege of operation.privileges) {
      const after = wantedState(wanted, key, privilege);
      const state = after === 'option' ? 'grantable' : after;
      if (state !== draft.state(database, key, role, privilege))
        draft.setPrivilege(database, key, role, privilege, state);
    }
  }
}

function alter(draft: EstateDraft, { role, version }: Place, options: RoleOptions): void {
  const before = draft.role(role);
  if (before === undefined) return;
  const after = withOptions(before, options);
  const inherits = before.inherit !== after.inherit && version < MEMBERSHIP_OPTIONS_SINCE;
  draft.setRole(role, after, inherits ? 'everything' : 'attributes');
}

function withOptions(role: EstateRole, options: RoleOptions): EstateRole {
  const { validUntil: _, ...attributes } = options;
  return { ...role, ...attributes };
}
