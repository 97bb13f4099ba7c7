import fc from 'fast-check';
import { expect } from 'vitest';
import type { EffectivePermission } from '../../src/core/access/effective.ts';
import type { Change } from '../../src/core/plan.ts';
import { postgresAccess } from '../../src/providers/postgres/access/access-model.ts';
import { estateOf } from '../../src/providers/postgres/access/estate.ts';
import type { Session } from '../../src/providers/postgres/connect.ts';
import { renderOperation, type PlainOperation } from '../../src/providers/postgres/write/sql.ts';
import { addressOf, readEstate, SOURCE } from './access-agreement.ts';
import { changeWith, stepWith } from './plans.ts';
import { estates, objectsOf, ROLES, tried } from './random-access.ts';

type Doing = { readonly role: string; readonly operation: PlainOperation };

/** What a plan does to an estate in memory is what its statements do on the server, and who is affected is all of those. */
export async function changesAgreeWithServer(session: Session, runs: number): Promise<void> {
  const [[versionText, name] = []] = await session.rows(
    "SELECT current_setting('server_version_num'), current_database()",
  );
  const [version, database] = [Number(versionText), name ?? ''];
  await fc.assert(
    fc.asyncProperty(
      estates(version, database),
      fc.array(doing(version, database), { minLength: 1, maxLength: 8 }),
      async (statements, planned) => {
        await session.rows('BEGIN');
        try {
          // Only its grantor takes a grant back, and here all of them are the owner's.
          await session.rows(tried(statements.filter((text) => !text.includes('SET LOCAL ROLE'))));
          const live = await readEstate(session);
          const done: Change[] = [];
          for (const { role, operation } of planned) {
            const context = { role, database, version: Math.floor(version / 10_000) };
            // As the writer, which refuses where anything is owned.
            if (operation.kind === 'drop-owned' && (await owns(session, role))) continue;
            if (await succeeds(session, renderOperation(operation, context).join('; ')))
              done.push(changeOf(role, operation, database));
          }
          expectSame(live, await readEstate(session), done, database, version);
        } finally {
          await session.rows('ROLLBACK');
        }
      },
    ),
    { numRuns: runs },
  );
}

function expectSame(
  live: Awaited<ReturnType<typeof readEstate>>,
  later: Awaited<ReturnType<typeof readEstate>>,
  done: readonly Change[],
  database: string,
  version: number,
): void {
  const { before, after, affected } = postgresAccess.after(live, done);
  const actual = postgresAccess.index(later);
  const roles = [...new Set([live, later].flatMap((one) => Object.keys(estateOf(one).roles)))].map(addressOf);
  const resources = [
    SOURCE,
    ...roles.map((role) => `${SOURCE}: role ${role.slice(role.lastIndexOf('/') + 1)}`),
    ...objectsOf(version, database).map(({ key }) => `${SOURCE}/${database}: ${key}`),
    ...[before, actual].flatMap((index) => roles.flatMap((role) => index.held(role).map(({ resource }) => resource))),
  ];
  const concerned = new Map([...affected].map((one) => [one.principal, new Set(one.resources)]));
  for (const role of roles) {
    for (const resource of new Set(resources)) {
      const [was, is] = [before.on(role, resource), after.on(role, resource)];
      expect(is, `${role} on ${resource}`).toEqual(actual.on(role, resource));
      const known = concerned.get(role)?.has(resource) === true;
      if (!known && !resource.includes(': column '))
        expect([...missed(was, is), ...missed(is, was)], `${role} on ${resource}`).toEqual([]);
    }
  }
}

/** What is more on one side, and told of this resource: the rest is told for all at once, or of everyone. */
function missed(
  more: readonly EffectivePermission[],
  less: readonly EffectivePermission[],
): readonly EffectivePermission[] {
  return more.filter(({ action, condition, path }) => {
    const other = less.find((one) => one.action === action);
    const isMore = other === undefined || (condition === null && other.condition !== null);
    return isMore && !['everyone', 'built-in', 'superuser'].includes(path.basis);
  });
}

function doing(version: number, database: string): fc.Arbitrary<Doing> {
  const role = fc.constantFrom(...ROLES, 'r7');
  const privileges = fc.constantFrom(...objectsOf(version, database)).chain((object) =>
    fc.record({
      object: fc.constant(object.key),
      privileges: fc.constantFrom(...object.privileges).map((one) => [one]),
      as: fc.constant(null),
    }),
  );
  const attributes = fc.record(
    { superuser: fc.boolean(), inherit: fc.boolean(), login: fc.boolean(), connectionLimit: fc.constantFrom(0, 3) },
    { requiredKeys: [] },
  );
  const membership = fc.record({ admin: fc.boolean(), inherit: fc.boolean(), set: fc.boolean() });
  const old = membership.map(({ admin }) => ({ admin, inherit: true, set: true }));
  const scope = fc.constantFrom('r1 tables *', 'r2 tables s0', 'r1 functions *', 'r3 types *');
  const only = fc.constantFrom('privilege' as const, 'grant-option' as const);
  const named = scope.map((key) => ({
    scope: key,
    privileges: [key.includes('tables') ? 'SELECT' : key.includes('functions') ? 'EXECUTE' : 'USAGE'],
  }));
  const operation: fc.Arbitrary<PlainOperation> = fc.oneof(
    fc.tuple(privileges, fc.boolean()).map(([one, grantable]) => ({ kind: 'grant' as const, ...one, grantable })),
    fc.tuple(privileges, only).map(([one, which]) => ({ kind: 'revoke' as const, ...one, only: which })),
    fc.tuple(named, fc.boolean()).map(([one, grantable]) => ({ kind: 'default-grant' as const, ...one, grantable })),
    fc.tuple(named, only).map(([one, which]) => ({ kind: 'default-revoke' as const, ...one, only: which })),
    attributes.map((options) => ({ kind: 'alter-role' as const, options: { login: true, ...options } })),
    fc
      .tuple(fc.constantFrom(...ROLES, 'pg_read_all_data'), version >= 160_000 ? membership : old)
      .map(([group, options]) => ({ kind: 'grant-role' as const, role: group, membership: options, as: null })),
    fc.constantFrom(...ROLES).map((group) => ({ kind: 'revoke-role' as const, role: group, as: null })),
    fc.constant({ kind: 'create-role' as const, options: { login: true } }),
    fc.constantFrom(...ROLES).map((to) => ({ kind: 'reassign-owned' as const, to })),
    fc.constant({ kind: 'drop-owned' as const }),
    fc.constant({ kind: 'drop-role' as const }),
  );
  return fc.record({ role, operation });
}

async function owns(session: Session, role: string): Promise<boolean> {
  const rows = await session.rows(
    "SELECT 1 FROM pg_shdepend s JOIN pg_roles r ON r.oid = s.refobjid WHERE r.rolname = $1 AND s.deptype = 'o' AND s.classid <> 'pg_default_acl'::regclass",
    [role],
  );
  return rows.length > 0;
}

async function succeeds(session: Session, statements: string): Promise<boolean> {
  await session.rows('SAVEPOINT one');
  try {
    for (const statement of statements.split('; ')) await session.rows(statement);
    await session.rows('RELEASE one');
    return true;
  } catch {
    await session.rows('ROLLBACK TO one');
    return false;
  }
}

function changeOf(role: string, operation: PlainOperation, database: string): Change {
  const effect = { database, operations: [operation] };
  return changeWith(role, { address: addressOf(role), steps: [stepWith(role, { effect })] });
}
