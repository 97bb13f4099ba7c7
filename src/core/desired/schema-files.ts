import { configurationSchema } from '../configuration/schema.ts';
import { controlsSchema } from '../controls/schema.ts';
import type { Json, JsonObject } from '../json.ts';
import { exceptionSchema } from '../policy/exception-schema.ts';
import { policySchema } from '../policy/schema.ts';
import { editorSchema } from './editor-schema.ts';
import { API_VERSION, reconciliationSchema } from './envelope.ts';
import { offered, type DocumentProvider } from './kinds.ts';
import { profileSchema } from './shared-schema.ts';

/**
 * JSON Schemas for editors, by file name: one for each kind, for the configuration, for policies and for the report of controls,
 * and `Document`, which tells the kinds apart by themselves, for files that hold several.
 */
export function schemaFiles(all: readonly DocumentProvider[]): ReadonlyMap<string, string> {
  const providers = offered(all);
  const kinds = providers.flatMap((provider) => provider.kinds);
  const schemas: readonly (readonly [string, JsonObject])[] = [
    ...kinds.map((kind) => [kind.kind, editorSchema(kind)] as const),
    ['Profile', profileSchema],
    ['Reconciliation', reconciliationSchema],
    ['Configuration', configurationSchema(providers)],
    ['Policy', policySchema],
    ['Exception', exceptionSchema],
    ['Controls', controlsSchema],
    ['Document', anyDocument([...kinds.map(({ kind }) => kind), 'Profile', 'Reconciliation'])],
  ];
  return new Map(schemas.map(([name, schema]) => [`${name}.json`, `${JSON.stringify(schema, null, 2)}\n`]));
}

function anyDocument(kinds: readonly string[]): JsonObject {
  const choices = kinds.map((kind): Json => {
    const condition = { properties: { kind: { const: kind } }, required: ['kind'] };
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, in an object that nobody awaits
    return { if: condition, then: { $ref: `./${kind}.json` } };
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Document',
    description: 'Any document of the desired state.',
    type: 'object',
    required: ['apiVersion', 'kind'],
    properties: {
      apiVersion: { const: API_VERSION, description: 'Version of the format of this document.' },
      kind: { enum: kinds, description: 'What sort of document this is.' },
    },
    allOf: choices,
  };
}
