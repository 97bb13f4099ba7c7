import type { NotModelled } from '../../../core/live.ts';
import type { DefaultFact, ForeignGrant } from '../facts.ts';
import type { PrivilegeState } from '../model.ts';

type Privileges = Map<string, PrivilegeState>;
type Objects = Map<string, Privileges>;
type Databases = Map<string, Objects>;

/** Where one read gathers what it finds; nothing in it depends on the order of finding. */
export type Sink = {
  /** By role, then database, then key. */
  readonly grants: Map<string, Databases>;
  readonly defaults: Map<string, Databases>;
  readonly foreignGrants: ForeignGrant[];
  readonly defaultFacts: DefaultFact[];
  readonly notModelled: NotModelled[];
};

export function emptySink(): Sink {
  return { grants: new Map(), defaults: new Map(), foreignGrants: [], defaultFacts: [], notModelled: [] };
}

/** Several grantors of one privilege are one fact; it is grantable when any of them gave the option. */
export function record(
  roles: Map<string, Databases>,
  role: string,
  database: string,
  key: string,
  privileges: readonly { readonly name: string; readonly grantable: boolean }[],
): void {
  const databases = at(roles, role, (): Databases => new Map());
  const objects = at(databases, database, (): Objects => new Map());
  const states = at(objects, key, (): Privileges => new Map());
  for (const { name, grantable } of privileges) {
    if (grantable) states.set(name, 'grantable');
    else if (!states.has(name)) states.set(name, 'granted');
  }
}

export function recorded(databases: Databases | undefined) {
  return Object.fromEntries(
    [...(databases ?? [])].map(([database, objects]) => [
      database,
      Object.fromEntries([...objects].map(([key, privileges]) => [key, Object.fromEntries(privileges)])),
    ]),
  );
}

function at<K, V>(map: Map<K, V>, key: K, initial: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = initial();
  map.set(key, value);
  return value;
}
