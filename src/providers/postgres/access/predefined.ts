/** Whoever owns the current database has its privileges, without being made a member. */
export const DATABASE_OWNER = 'pg_database_owner';

export const WIDE_CLASSES = ['table', 'sequence', 'schema'] as const;
export type WideClass = (typeof WIDE_CLASSES)[number];

/**
 * What predefined roles may do with every object of a class, in every database; never with a grant option.
 * Source: pg_class_aclmask_ext and pg_namespace_aclmask_ext in src/backend/catalog/aclchk.c of PostgreSQL 14 to 18.
 */
const EVERYWHERE: { readonly [role: string]: { readonly [objectClass in WideClass]?: readonly string[] } } = {
  pg_read_all_data: { table: ['SELECT'], sequence: ['SELECT'], schema: ['USAGE'] },
  pg_write_all_data: { table: ['INSERT', 'UPDATE', 'DELETE'], sequence: ['UPDATE'], schema: ['USAGE'] },
  pg_maintain: { table: ['MAINTAIN'] },
};

/** What predefined roles may do besides. Source: "Predefined Roles" in the manuals of PostgreSQL 14 to 18. */
export const SERVER_POWERS: { readonly [role: string]: string } = {
  pg_checkpoint: 'CHECKPOINT',
  pg_create_subscription: 'CREATE SUBSCRIPTION',
  pg_execute_server_program: 'run programs',
  pg_read_all_settings: 'read all settings',
  pg_read_all_stats: 'read all statistics',
  pg_read_server_files: 'read files',
  pg_signal_autovacuum_worker: 'cancel autovacuum',
  pg_signal_backend: "end others' sessions",
  pg_stat_scan_tables: 'scan tables for statistics',
  pg_use_reserved_connections: 'use reserved connections',
  pg_write_server_files: 'write files',
};

/** The roles by which a privilege is held on every object of a class. */
export function rolesEverywhere(objectClass: WideClass, privilege: string): readonly string[] {
  return Object.entries(EVERYWHERE).flatMap(([role, classes]) =>
    classes[objectClass]?.includes(privilege) === true ? [role] : [],
  );
}

/** What a role may do with every object, by class. */
export function privilegesEverywhere(role: string): readonly (readonly [WideClass, readonly string[]])[] {
  const classes = Object.hasOwn(EVERYWHERE, role) ? EVERYWHERE[role] : undefined;
  return WIDE_CLASSES.flatMap((objectClass) => {
    const privileges = classes?.[objectClass];
    return privileges === undefined ? [] : [[objectClass, privileges] as const];
  });
}

export function isWideClass(objectClass: string): objectClass is WideClass {
  return (WIDE_CLASSES as readonly string[]).includes(objectClass);
}

/** The classes on every object of which a role holds something. */
export function classesEverywhere(role: string): readonly WideClass[] {
  const classes = Object.hasOwn(EVERYWHERE, role) ? EVERYWHERE[role] : undefined;
  return WIDE_CLASSES.filter((objectClass) => classes?.[objectClass] !== undefined);
}
