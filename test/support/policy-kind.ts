import type { DocumentProvider, LoadContext } from '../../src/core/desired/kinds.ts';
import type { Input } from '../../src/core/desired/types.ts';
import { tinyConfiguration, tinyProvider } from './tiny-kind.ts';

const policy = {
  type: 'object',
  description: 'Statements.',
  additionalProperties: false,
  required: ['allow'],
  properties: {
    allow: {
      type: 'array',
      description: 'What is allowed.',
      items: { type: 'string', minLength: 1, description: 'An action.' },
    },
    deny: { type: 'string', description: 'What is not.' },
  },
} as const;

/** A provider with one kind whose policies may stand in files beside its documents. */
const policyProvider: DocumentProvider = {
  ...tinyProvider,
  kinds: [
    {
      kind: 'PolicyRole',
      identityClass: 'role',
      immutable: [],
      files: ['/policies/*', '/trust'],
      specSchema: {
        type: 'object',
        description: 'A role.',
        additionalProperties: false,
        properties: {
          policies: { type: 'object', description: 'By name.', additionalProperties: policy },
          trust: policy,
          note: { type: 'string', description: 'A note.' },
          limit: { type: 'integer', description: 'A limit.' },
          groups: {
            type: 'array',
            description: 'Groups.',
            uniqueItems: true,
            items: { type: 'string', description: 'A group.' },
          },
          settings: {
            type: 'object',
            description: 'Settings.',
            additionalProperties: { type: 'string', description: 'A value.' },
          },
        },
      },
      deleteSchema: { type: 'object', description: 'Nothing to choose.', properties: {}, additionalProperties: false },
    },
  ],
  lint: (_kind, spec) =>
    JSON.stringify(spec).includes('everything')
      ? [
          {
            code: 'too-wide',
            severity: 'error',
            cause: 'It allows everything.',
            mend: 'Allow less.',
            pointer: '/policies/read/allow/0',
          },
        ]
      : [],
};

const [orders] = tinyConfiguration.sources;

/** Two sources of the provider, and globs that reach JSON, too. */
export const policyContext: LoadContext = {
  providers: [policyProvider],
  configuration: {
    ...tinyConfiguration,
    desired: ['identities/**/*.{yaml,json}'],
    sources: orders === undefined ? [] : ['prod', 'staging'].map((name) => ({ ...orders, name })),
  },
};

export function file(path: string, text: string): Input {
  return { path, bytes: Buffer.from(text) };
}

export function policyRole(spec: string, metadata = 'source: prod'): string {
  return `apiVersion: countersign.dev/v1\nkind: PolicyRole\nmetadata:\n  name: exporter\n  ${metadata}\nspec: ${spec}\n`;
}
