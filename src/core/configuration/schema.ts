import type { FromSchema } from 'json-schema-to-ts';
import type { DocumentProvider } from '../desired/kinds.ts';
import { API_VERSION } from '../desired/envelope.ts';
import type { Json, JsonObject } from '../json.ts';
import { sensitive } from './sensitive.ts';
import { environment, signing } from './signing-schema.ts';

const glob = { type: 'string', minLength: 1, maxLength: 500 } as const;

const people = { type: 'string', minLength: 1, maxLength: 200 } as const;

const source = {
  type: 'object',
  description: 'One live system with credentials of its own.',
  additionalProperties: false,
  required: ['provider', 'connection', 'mode', 'owner'],
  properties: {
    provider: { type: 'string', description: 'What sort of system it is.' },
    connection: {
      type: 'object',
      description: 'Where the credentials are found: names of environment variables, never values.',
      additionalProperties: false,
      required: ['read'],
      properties: {
        read: environment('Credentials that can only read; planning uses these.'),
        write: environment('Credentials that apply uses; not needed for a source that is only observed.'),
      },
    },
    mode: {
      enum: ['observe', 'additive', 'authoritative'],
      description:
        'observe: report only; additive: edits only add, a removed document is forgotten; authoritative: declared lists are exact.',
    },
    boundary: { type: 'object', description: 'What part of the system is managed at all.' },
    options: { type: 'object', description: 'What the provider needs to know besides.' },
    manifests: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      description:
        'Where plain manifests are that declare identities of this source, where its provider takes them: globs from the root of the repository, such as deploy/rbac/**/*.yaml.',
      items: { ...glob, description: 'A glob.' },
    },
    owner: { ...people, description: 'Who answers for the source: a group of people or @login.' },
  },
} as const;

const approval = {
  type: 'object',
  description: 'Who has to approve what.',
  additionalProperties: false,
  required: ['administrators'],
  properties: {
    owners: {
      enum: ['documents', 'codeowners'],
      description:
        'Who owns a document that names no owner itself: with codeowners whom CODEOWNERS names, with documents the owner of its source. documents unless given.',
    },
    approvals: {
      type: 'integer',
      minimum: 1,
      maximum: 10,
      description: 'Approvals by the owner for any change that executes something. 1 unless given.',
    },
    widening: {
      ...people,
      description:
        'Asked besides when access widens, or may and nobody can tell: a group of people or @login. Nobody unless given.',
    },
    administrators: {
      ...people,
      description: 'Asked when files that make the rules change: a group of people or @login.',
    },
    irreversible: {
      type: 'integer',
      minimum: 1,
      maximum: 10,
      description: 'Distinct people for what cannot be undone. 2 unless given.',
    },
    distinct: {
      type: 'boolean',
      description:
        'Whether owners, widening and administrators have to be different people, so that nobody answers for two of them. false unless given.',
    },
    machineUsers: {
      type: 'array',
      maxItems: 1000,
      uniqueItems: true,
      description: "Logins that are never a person's.",
      items: { ...people, description: 'A GitHub login, or one pinned to its id, such as ci-user#583231.' },
    },
    bots: {
      type: 'array',
      maxItems: 1000,
      uniqueItems: true,
      description: 'Bots whose pushes are known; each asks for one more approver.',
      items: { ...people, description: 'A login, such as renovate[bot], or one pinned to its id.' },
    },
  },
} as const;

const ledger = {
  type: 'object',
  description: 'Where the record is kept.',
  additionalProperties: false,
  properties: {
    branch: {
      type: 'string',
      pattern: '^[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*$',
      maxLength: 200,
      description: "A branch's name: letters, digits, '.', '_', '-' and '/'. countersign/ledger unless given.",
    },
    repository: {
      type: 'string',
      pattern: '^[A-Za-z0-9-]{1,39}/[A-Za-z0-9._-]{1,100}$',
      description: 'Another repository, as owner/name. This one unless given.',
    },
    signing,
  },
} as const;

const removalGuard = {
  type: 'object',
  description: 'Blocks plans that disable or delete too much of a source at once.',
  additionalProperties: false,
  properties: {
    share: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description: 'Share of the identities of a source, from 0 to 1. 0.2 unless given.',
    },
    minimum: {
      type: 'integer',
      minimum: 1,
      maximum: 100000,
      description: 'So many identities may always go. 5 unless given.',
    },
  },
} as const;

const configuration = {
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'kind', 'desired', 'sources', 'approval'],
  properties: {
    apiVersion: { const: API_VERSION, description: 'Version of the format of this document.' },
    kind: { const: 'Configuration', description: 'What sort of document this is.' },
    desired: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      description: 'Where documents are: globs from the root of the repository, such as identities/**/*.yaml.',
      items: { ...glob, description: 'A glob.' },
    },
    policies: {
      type: 'array',
      maxItems: 100,
      uniqueItems: true,
      description: 'Folders or globs with policies.',
      items: { ...glob, description: 'A folder or a glob.' },
    },
    people: {
      type: 'object',
      description: 'Groups of people, by name.',
      maxProperties: 1000,
      propertyNames: {
        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
        description: "A group's name has letters, digits, '.', '_' and '-'.",
      },
      additionalProperties: {
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        uniqueItems: true,
        description: 'GitHub logins.',
        items: { ...people, description: "A GitHub login, or one pinned to its account's id, such as ana#583231." },
      },
    },
    sources: {
      type: 'object',
      description: 'Live systems, by name.',
      maxProperties: 1000,
      propertyNames: {
        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
        description: "A source's name has letters, digits, '.', '_' and '-'.",
      },
      additionalProperties: source,
    },
    approval,
    sensitive,
    ledger,
    removalGuard,
    applyWithinDays: {
      type: 'integer',
      minimum: 1,
      maximum: 365,
      description: 'Days after a landing within which its apply may start. 7 unless given.',
    },
    app: {
      type: 'integer',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'Id of the GitHub App whose checks and ledger count. Without one, nothing is guarded.',
    },
  },
} as const;

export type ConfigurationInput = FromSchema<typeof configuration>;

let latest: { readonly providers: readonly DocumentProvider[]; readonly schema: JsonObject } | null = null;

/** JSON Schema of `.github/countersign.yaml` when these providers are there. */
export function configurationSchema(providers: readonly DocumentProvider[]): JsonObject {
  if (latest !== null && sameItems(latest.providers, providers)) return latest.schema;
  const names: readonly Json[] = providers.map(({ name }) => name);
  const properties = {
    ...source.properties,
    provider: { enum: names, description: source.properties.provider.description },
  };
  const described = { ...source, properties, allOf: providers.map(specific) };
  const definitions = Object.assign(
    {},
    ...providers.flatMap(({ boundarySchema, optionsSchema }) => [
      boundarySchema['$defs'] ?? {},
      optionsSchema['$defs'] ?? {},
    ]),
  ) as JsonObject;
  const schema: JsonObject = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration',
    description:
      'What Countersign manages in this repository, and by whose approval: .github/countersign.yaml on the default branch.',
    ...configuration,
    properties: {
      ...configuration.properties,
      sources: { ...configuration.properties.sources, additionalProperties: described },
    },
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
  };
  latest = { providers: [...providers], schema };
  return schema;
}

/** `boundary` and `options` are the provider's own. */
function specific(provider: DocumentProvider): JsonObject {
  const { $defs: _boundary, ...boundary } = provider.boundarySchema;
  const { $defs: _options, ...options } = provider.optionsSchema;
  return {
    if: { properties: { provider: { const: provider.name } }, required: ['provider'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, in an object that nobody awaits
    then: { properties: { boundary, options } },
  };
}

function sameItems(left: readonly DocumentProvider[], right: readonly DocumentProvider[]): boolean {
  return left.length === right.length && left.every((provider, index) => provider === right[index]);
}
