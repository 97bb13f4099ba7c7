import type { FromSchema } from 'json-schema-to-ts';
import type { KindDefinition } from '../../core/ports.ts';
import { PRIVILEGES } from './names/privileges.ts';

export const ROLE_KIND = 'PostgresRole';

const othersKeep = {
  type: 'object',
  description: 'Stands in a list that is not exhaustive: what the list does not name is left as it is.',
  additionalProperties: false,
  required: ['others'],
  properties: { others: { const: 'keep', description: 'What the list does not name is kept.' } },
} as const;

const roleName = {
  type: 'string',
  description: 'Name of a role exactly as the cluster has it, without SQL quotes.',
  minLength: 1,
  maxLength: 63,
} as const;

const databaseName = {
  type: 'string',
  description:
    "Name of one of the source's databases, without SQL quotes. May be left out where the source has only one.",
  minLength: 1,
  maxLength: 63,
} as const;

function objects(description: string) {
  return {
    description,
    anyOf: [
      { type: 'string', minLength: 1, maxLength: 1000 },
      { type: 'array', minItems: 1, maxItems: 10_000, items: { type: 'string', minLength: 1, maxLength: 1000 } },
    ],
  } as const;
}

const privileges = {
  type: 'array',
  description:
    'Privilege keywords. ALL stands for those that every supported server version knows: MAINTAIN is always named.',
  minItems: 1,
  maxItems: 20,
  items: { enum: PRIVILEGES },
} as const;

const grantable = {
  type: 'boolean',
  description: 'Whether the role may grant these privileges on (WITH GRANT OPTION).',
} as const;

const settingValues = {
  type: 'object',
  description: 'Setting name to value. Only settings of PostgreSQL itself: values of custom ones are never shown.',
  maxProperties: 500,
  additionalProperties: { type: ['string', 'number', 'boolean'], description: 'Value as SET takes it, such as 5min.' },
} as const;

const grant = {
  type: 'object',
  description: 'One grant: on what, and which privileges.',
  additionalProperties: false,
  required: ['on', 'privileges'],
  properties: {
    on: {
      type: 'object',
      description:
        'One class of objects with names as SQL spells them: schema.name, in double quotes where not plain lower case. A star outside of quotes makes a pattern, such as billing.*.',
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
      properties: {
        databases: objects("Databases of the source; grants on others are not this source's."),
        schemas: objects('Schemas, or patterns of them.'),
        tables: objects('Tables, partitioned and foreign tables, views and materialized views, or patterns of them.'),
        columns: objects('Columns as schema.table.column.'),
        sequences: objects('Sequences, or patterns of them.'),
        functions: objects(
          'Functions, aggregates and window functions with their argument types, as in billing.total(integer), or patterns without.',
        ),
        procedures: objects('Procedures with their argument types, or patterns without.'),
        types: objects('Types and domains, or patterns of them.'),
        domains: objects('Domains: the same as types.'),
      },
    },
    database: databaseName,
    privileges,
    grantable,
  },
} as const;

const defaultGrant = {
  type: 'object',
  description: 'What the role is to get on objects that another role creates later (ALTER DEFAULT PRIVILEGES).',
  additionalProperties: false,
  required: ['createdBy', 'on', 'privileges'],
  properties: {
    createdBy: { ...roleName, description: 'The role whose new objects this is about.' },
    in: {
      type: 'string',
      description: 'Schema, without SQL quotes; left out: every schema of the database.',
      minLength: 1,
      maxLength: 63,
    },
    on: {
      enum: ['tables', 'sequences', 'functions', 'types', 'schemas'],
      description: 'Class of the new objects; functions are all routines.',
    },
    database: databaseName,
    privileges,
    grantable,
  },
} as const;

const membership = {
  type: 'object',
  description: 'Membership with its options.',
  additionalProperties: false,
  required: ['role'],
  properties: {
    role: roleName,
    admin: { type: 'boolean', description: 'May grant the membership on (WITH ADMIN OPTION). Default false.' },
    inherit: {
      type: 'boolean',
      description: "Uses the role's privileges without SET ROLE; PostgreSQL 16 and later. Default true.",
    },
    set: { type: 'boolean', description: 'May SET ROLE to it; PostgreSQL 16 and later. Default true.' },
  },
} as const;

const specSchema = {
  type: 'object',
  description: 'What the role is and may do. What is left out is not managed.',
  additionalProperties: false,
  properties: {
    login: { type: 'boolean', description: 'May log in (LOGIN).' },
    superuser: { type: 'boolean', description: 'Bypasses every check (SUPERUSER).' },
    createDatabase: { type: 'boolean', description: 'May create databases (CREATEDB).' },
    createRole: { type: 'boolean', description: 'May create and manage roles (CREATEROLE).' },
    inherit: {
      type: 'boolean',
      description:
        'Uses privileges of roles it is a member of (INHERIT); since PostgreSQL 16 the default for new memberships.',
    },
    replication: { type: 'boolean', description: 'May stream replication and take base backups (REPLICATION).' },
    bypassRowSecurity: { type: 'boolean', description: 'Is not subject to row security policies (BYPASSRLS).' },
    connectionLimit: {
      type: 'integer',
      description: 'Concurrent connections; -1: no limit.',
      minimum: -1,
      maximum: 2_147_483_647,
    },
    validUntil: {
      type: ['string', 'null'],
      description:
        'Until when the password is good: RFC 3339 such as 2027-03-31T00:00:00Z, or infinity (also null) for no end.',
      maxLength: 40,
    },
    comment: { type: ['string', 'null'], description: 'Comment on the role; null: none.', maxLength: 100_000 },
    settings: {
      type: 'object',
      description: 'Settings that sessions of the role start with (ALTER ROLE … SET).',
      additionalProperties: false,
      properties: {
        everywhere: { ...settingValues, description: 'Settings in every database.' },
        databases: {
          type: 'object',
          description: 'Database name to settings in that database only.',
          maxProperties: 1000,
          additionalProperties: settingValues,
        },
        others: { const: 'keep', description: 'Settings that are not named here are kept.' },
      },
    },
    memberOf: {
      type: 'array',
      description: 'Roles that this role is a member of.',
      maxItems: 10_000,
      items: { anyOf: [roleName, membership, othersKeep] },
    },
    grants: {
      type: 'array',
      description: 'Privileges on objects, in all databases of the source.',
      maxItems: 10_000,
      items: { anyOf: [grant, othersKeep] },
    },
    defaultPrivileges: {
      type: 'array',
      description: 'Default privileges for this role on objects created later.',
      maxItems: 10_000,
      items: { anyOf: [defaultGrant, othersKeep] },
    },
  },
} as const;

const deleteSchema = {
  type: 'object',
  description: 'How the role is deleted.',
  additionalProperties: false,
  properties: {
    reassignOwnedTo: {
      ...roleName,
      description:
        'Role that receives what this one owns, in every database of the source; then DROP OWNED takes its privileges.',
    },
  },
} as const;

export type RoleSpec = FromSchema<typeof specSchema>;
export type GrantEntry = FromSchema<typeof grant>;
export type DefaultEntry = FromSchema<typeof defaultGrant>;
export type MembershipEntry = FromSchema<typeof membership>;

export const roleKind: KindDefinition = {
  kind: ROLE_KIND,
  identityClass: 'database role',
  specSchema,
  deleteSchema,
  immutable: [],
};

/** JSON Schema of a source's `boundary`: which roles are this source's identities. */
export const boundarySchema = {
  type: 'object',
  description: 'Which roles are managed at all, by name. Roles that begin with pg_ never are.',
  additionalProperties: false,
  properties: {
    include: {
      type: 'array',
      description: 'Patterns of role names, a star standing for any text. Left out: every role.',
      minItems: 1,
      maxItems: 1000,
      items: { type: 'string', minLength: 1, maxLength: 200 },
    },
    exclude: {
      type: 'array',
      description: 'Patterns of role names that are left out again.',
      maxItems: 1000,
      items: { type: 'string', minLength: 1, maxLength: 200 },
    },
  },
} as const;

/** JSON Schema of a source's `options`. */
export const optionsSchema = {
  type: 'object',
  description: 'What the source needs besides its connection.',
  additionalProperties: false,
  properties: {
    databases: {
      type: 'array',
      description:
        "Databases of the cluster that are managed, in the order of the steps. Left out: the connection's own.",
      minItems: 1,
      maxItems: 1000,
      uniqueItems: true,
      items: { type: 'string', minLength: 1, maxLength: 63 },
    },
    writer: {
      type: 'string',
      description: 'Role that the write connection logs in as, so that a plan can say beforehand what it could not do.',
      minLength: 1,
      maxLength: 63,
    },
  },
} as const;

export type Boundary = FromSchema<typeof boundarySchema>;
export type Options = FromSchema<typeof optionsSchema>;
