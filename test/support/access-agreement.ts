import fc from 'fast-check';
import { expect } from 'vitest';
import { formatAddress } from '../../src/core/address.ts';
import type { EffectivePermission } from '../../src/core/access/effective.ts';
import type { LiveState } from '../../src/core/live.ts';
import { PostgresAccess } from '../../src/providers/postgres/access/access-index.ts';
import { estateStateOf } from '../../src/providers/postgres/access/estate-state.ts';
import { estateOf } from '../../src/providers/postgres/access/estate.ts';
import { readCluster } from '../../src/providers/postgres/catalog/cluster.ts';
import { readDatabase } from '../../src/providers/postgres/catalog/database.ts';
import type { Session } from '../../src/providers/postgres/connect.ts';
import { estates, objectsOf, question, tried } from './random-access.ts';

export const SOURCE = 'db';
/** Who may SET ROLE to whom is told by the role that logged in. */
const SET_ROLE = 'SET ROLE to';

/** For random estates, what the server says of every role and object is what the index says, at once and after any SET ROLE. */
export async function agreesWithServer(session: Session, runs: number): Promise<void> {
  const [[versionText, database] = []] = await session.rows(
    "SELECT current_setting('server_version_num'), current_database()",
  );
  const version = Number(versionText);
  await fc.assert(
    fc.asyncProperty(estates(version, database ?? ''), async (statements) => {
      await session.rows('BEGIN');
      try {
        await session.rows(tried(statements));
        const index = new PostgresAccess(estateOf(await readEstate(session)), SOURCE);
        const said = await session.rows(question(version, database ?? ''));
        compare(index, said, version, database ?? '');
      } finally {
        await session.rows('ROLLBACK');
      }
    }),
    { numRuns: runs },
  );
}

export async function readEstate(session: Session): Promise<LiveState> {
  const cluster = await readCluster(session, null, () => null);
  const databases = [await readDatabase(session, cluster.database, null)];
  const identities = new Set<string>();
  return estateStateOf({ source: SOURCE, target: {}, writer: null, identities, cluster, databases });
}

function compare(
  index: PostgresAccess,
  said: readonly (readonly (string | null)[])[],
  version: number,
  database: string,
) {
  const server = new Set(
    said.filter(([role, on]) => !isOwnersRole(on ?? '') && role !== null).map((row) => row.join('|')),
  );
  const roles = [...new Set(said.map(([role]) => role ?? ''))].sort();
  const keys = objectsOf(version, database).map(({ key }) => key);
  const texts = new Map<string, string>([
    ...keys.map((key) => [`${SOURCE}/${database}: ${key}`, key] as const),
    ...roles.map((role) => [`${SOURCE}: role ${role}`, `role ${role}`] as const),
  ]);
  const ours = roles.flatMap((role) => [...texts.keys()].flatMap((text) => index.on(addressOf(role), text)));
  const line = ({ principal, resource, action }: EffectivePermission) =>
    `${nameOf(principal)}|${texts.get(resource)}|${action}`;
  const now = ours.filter(({ condition }) => condition === null).map(line);
  expect(now.filter((one) => !isOwnersRole(one)).sort()).toEqual([...server].sort());

  const settable = new Map(
    roles.map((role) => [role, roles.filter((other) => isSaid(said, role, `role ${other}`, SET_ROLE))]),
  );
  const reachable = roles.flatMap((role) =>
    [role, ...(settable.get(role) ?? [])].flatMap((as) =>
      keys.flatMap((key) => [...actionsOf(said, as, key)].map((action) => `${role}|${key}|${action}`)),
    ),
  );
  const later = ours.filter(({ resource }) => !resource.startsWith(`${SOURCE}: role `)).map(line);
  expect([...new Set(later)].sort()).toEqual([...new Set(reachable)].sort());
  expectOneView(index, roles, ours, [...texts.keys()]);
}

/** The three questions of the index have one answer. Where no privilege is checked, or one is held on every object, lists name no single ones. */
function expectOneView(
  index: PostgresAccess,
  roles: readonly string[],
  ours: readonly EffectivePermission[],
  resources: readonly string[],
): void {
  const own = textsOf(ours);
  const holders = resources.flatMap((resource) => index.holders(resource));
  expect(textsOf(holders.filter(({ principal }) => roles.includes(nameOf(principal))))).toEqual(own);
  const listed = textsOf(roles.flatMap((role) => index.held(addressOf(role))));
  expect(own).toEqual(
    expect.arrayContaining(listed.filter((text) => resources.some((one) => text.includes(`"${one}"`)))),
  );
  const single = ours.filter(
    ({ path, resource }) => !['built-in', 'superuser'].includes(path.basis) && !resource.includes(': column '),
  );
  expect(listed).toEqual(expect.arrayContaining([...textsOf(single)]));
}

function textsOf(permissions: readonly EffectivePermission[]): readonly string[] {
  return permissions
    .filter(({ path }) => path.basis !== 'everyone')
    .map((permission) => JSON.stringify(permission))
    .sort();
}

/** Whose members are those of the owner of the database at hand. */
function isOwnersRole(text: string): boolean {
  return text.includes('role pg_database_owner');
}

type Said = readonly (readonly (string | null)[])[];

const answers = new WeakMap<Said, ReadonlyMap<string, ReadonlySet<string>>>();

function actionsOf(said: Said, role: string, on: string): ReadonlySet<string> {
  const known = answers.get(said) ?? grouped(said);
  answers.set(said, known);
  return known.get(`${role}|${on}`) ?? new Set();
}

function grouped(said: Said): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const [role, on, action] of said) {
    const key = `${role}|${on}`;
    map.set(key, (map.get(key) ?? new Set()).add(action ?? ''));
  }
  return map;
}

function isSaid(said: Said, role: string, on: string, action: string): boolean {
  return actionsOf(said, role, on).has(action);
}

export function addressOf(role: string): string {
  return formatAddress({ source: SOURCE, kind: 'PostgresRole', name: [role] });
}

function nameOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}
