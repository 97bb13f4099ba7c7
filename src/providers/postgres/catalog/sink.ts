import type { NotModelled } from '../../../core/live.ts';
import type { DefaultFact, ForeignGrant } from '../facts.ts';
import type { PrivilegeState } from '../normal-form/model.ts';
import { mapEntries, recordOf } from '../own.ts';

type Privileges = { readonly [privilege: string]: PrivilegeState };
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
  privileges: Privileges,
): void {
  const databases = roles.get(role) ?? new Map<string, Objects>();
  const objects = databases.get(database) ?? new Map<string, Privileges>();
  const known = objects.get(key);
  objects.set(key, known === undefined ? privileges : union(known, privileges));
  if (known === undefined) roles.set(role, databases.set(database, objects));
}

function union(known: Privileges, added: Privileges): Privileges {
  return {
    ...known,
    ...mapEntries(added, (privilege, state) => (known[privilege] === 'grantable' ? 'grantable' : state)),
  };
}

export function recorded(databases: Databases | undefined) {
  return mapEntries(recordOf(databases ?? []), (_database, objects) => recordOf(objects));
}
