import type { Attributes } from '../../../core/attributes.ts';
import { roleAttributes } from '../normal-form/model.ts';
import { own } from '../own.ts';

/**
 * What one step reads besides attributes, each as long as it lasts. `owns`: what the role owns in the step's database, with the
 * cluster's own objects in the first one. `holds`: it is named there by anything at all. `sessions`: it has open ones.
 * `creation`: it bears the mark of an apply that created it, this one or another. `members`, `others`: nothing, or why a plan would
 * block: who would keep the access of a role that is disabled, and what deleting it would take from others.
 */
export type Passing = {
  readonly owns?: { readonly [object: string]: true };
  readonly holds?: 'something';
  readonly sessions?: 'open';
  readonly creation?: 'unfinished' | 'of another apply';
  readonly members?: string | typeof NOTHING;
  readonly others?: string | typeof NOTHING;
};

/** No leaf: what is found in its place is more than was planned. */
export const NOTHING: Readonly<Record<string, never>> = {};

const PER_DATABASE: ReadonlySet<string> = new Set(['grants', 'defaultPrivileges']);

/** What is the cluster's and not one database's: one step of its own reads and writes it. */
export function clusterPart(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !PER_DATABASE.has(name)));
}

/** What one database's step reads and writes; the database is always named, so that two empty parts are never the same state. */
export function databasePart(attributes: Attributes, database: string): Attributes {
  const { grants, defaultPrivileges } = roleAttributes(attributes);
  return {
    ...(grants === undefined
      ? {}
      : { grants: { others: grants.others, values: { [database]: own(grants.values, database) ?? {} } } }),
    ...(defaultPrivileges === undefined
      ? {}
      : {
          defaultPrivileges: {
            others: defaultPrivileges.others,
            values: { [database]: own(defaultPrivileges.values, database) ?? {} },
          },
        }),
  };
}

/** The part that a step with this effect is about. */
export function partOf(attributes: Attributes, database: string | null): Attributes {
  return database === null ? clusterPart(attributes) : databasePart(attributes, database);
}

/** The databases that hold something in either. */
export function databasesOf(...sides: readonly (Attributes | null)[]): ReadonlySet<string> {
  const names = sides.flatMap((side) => {
    const { grants, defaultPrivileges } = roleAttributes(side ?? {});
    return [...Object.keys(grants?.values ?? {}), ...Object.keys(defaultPrivileges?.values ?? {})];
  });
  return new Set(names);
}

/** The same lists, holding nothing. */
export function emptyLists(attributes: Attributes): Attributes {
  const { grants, defaultPrivileges } = roleAttributes(attributes);
  return {
    ...(grants === undefined ? {} : { grants: { others: grants.others, values: {} } }),
    ...(defaultPrivileges === undefined ? {} : { defaultPrivileges: { others: defaultPrivileges.others, values: {} } }),
  };
}
