import type { Escalation } from '../../../core/risk/model.ts';

/** What somebody who holds it can come to. */
export type Power = Pick<Escalation, 'level' | 'path'>;

/** Attributes of a role that pass by checks, or change who may do what. Source: CREATE ROLE in the manuals of PostgreSQL 14 to 18. */
export const ATTRIBUTE_POWERS: { readonly [attribute: string]: Power } = {
  SUPERUSER: { level: 'critical', path: 'passes by every check' },
  CREATEROLE: {
    level: 'critical',
    path: 'can create roles, and give itself those that it administers (before PostgreSQL 16 all but superusers)',
  },
  REPLICATION: { level: 'critical', path: 'can copy the whole cluster' },
  BYPASSRLS: { level: 'critical', path: 'passes by every row security policy' },
};

const MANAGED: Power = { level: 'critical', path: 'administers the managed service' };

/** What a membership brings besides what the role was granted. Source: Predefined Roles in the manuals of PostgreSQL 14 to 18. */
export const ROLE_POWERS: { readonly [role: string]: Power } = {
  azure_pg_admin: MANAGED,
  cloudsqlsuperuser: MANAGED,
  rds_superuser: MANAGED,
  pg_execute_server_program: {
    level: 'critical',
    path: 'can run programs on the server, and so gain what a superuser has',
  },
  pg_read_server_files: { level: 'critical', path: 'can read every file of the server, and so what any table holds' },
  pg_write_server_files: {
    level: 'critical',
    path: 'can write files of the server, and so gain what a superuser has',
  },
  pg_read_all_data: { level: 'high', path: 'can read every table' },
  pg_write_all_data: { level: 'high', path: 'can write every table' },
  pg_maintain: { level: 'high', path: 'can lock and rewrite every table' },
  pg_create_subscription: {
    level: 'high',
    path: 'can let other servers write tables, where it may create in the database',
  },
  pg_signal_backend: { level: 'high', path: 'can end the sessions of all but superusers' },
  pg_signal_autovacuum_worker: { level: 'medium', path: 'can end autovacuum' },
  pg_monitor: { level: 'medium', path: "can read others' queries, and settings that only superusers see" },
  pg_read_all_settings: { level: 'medium', path: 'can read settings that only superusers see' },
  pg_read_all_stats: { level: 'medium', path: "can read others' queries" },
  pg_stat_scan_tables: { level: 'medium', path: 'can hold locks on tables for long' },
  pg_checkpoint: { level: 'medium', path: 'can force checkpoints' },
  pg_use_reserved_connections: { level: 'medium', path: 'can take the last connections' },
};

export const ADMIN_OPTION: Power = { level: 'critical', path: 'can give itself that role, and pass it on' };
