import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { KindDefinition } from '../ports.ts';
import { pointerTokens } from '../yaml/place.ts';
import { documentSchema } from './envelope.ts';
import { SHARING } from './shared-schema.ts';

const REFERENCE = {
  type: 'object',
  description: 'The content of a file beside this document.',
  additionalProperties: false,
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      minLength: 1,
      description: "Path of a .json file, from this document's folder, such as policy.json.",
    },
  },
} as const;

/**
 * JSON Schema of a document as people write it: for one source or several, with profiles, and with files in the place of values. What
 * it means together with them is judged by the schema of one identity.
 */
export function editorSchema(kind: KindDefinition): JsonObject {
  const whole = documentSchema(kind);
  const { metadata, spec } = objectAt(whole, 'properties') as {
    readonly metadata: JsonObject;
    readonly spec: JsonObject;
  };
  const definitions = objectAt(whole, '$defs');
  const written = (kind.files ?? []).reduce(
    (schema, pattern) => withFileAt(schema, pointerTokens(pattern), definitions),
    spec,
  );
  const { required, ...open } = written;
  const schema = {
    ...whole,
    properties: { ...objectAt(whole, 'properties'), metadata: sharedMetadata(metadata), spec: open },
  };
  if (required === undefined) return schema;
  const complete = { description: 'Complete by itself, as no profile says more.', required };
  // What a profile may say is not missed.
  return {
    ...schema,
    if: { properties: { metadata: { required: ['profiles'] } } },
    else: { properties: { spec: complete } },
  };
}

function sharedMetadata(metadata: JsonObject): JsonObject {
  const required = (metadata['required'] as readonly string[]).filter((key) => key !== 'source');
  return {
    ...metadata,
    required,
    properties: { ...objectAt(metadata, 'properties'), ...SHARING },
    anyOf: [{ required: ['source'] }, { required: ['sources'] }],
  };
}

/** @param tokens reference tokens into a value of the schema, in which `*` is any member */
function withFileAt(schema: JsonObject, tokens: readonly string[], definitions: JsonObject): JsonObject {
  const [first, ...rest] = tokens;
  if (first === undefined) return { description: schema['description'] ?? '', anyOf: [schema, REFERENCE] };
  const named = typeof schema['$ref'] === 'string' ? definitions[schema['$ref'].replace('#/$defs/', '')] : undefined;
  const own = isJsonObject(named) ? named : schema;
  const within = (item: Json): Json => (isJsonObject(item) ? withFileAt(item, rest, definitions) : item);
  const properties = objectAt(own, 'properties');
  if (first !== '*')
    return {
      ...own,
      properties: { ...properties, ...(first in properties ? { [first]: within(properties[first] ?? null) } : {}) },
    };
  const members = ['additionalProperties', 'items'].filter((key) => isJsonObject(own[key]));
  return { ...own, ...Object.fromEntries(members.map((key) => [key, within(own[key] ?? null)])) };
}

function objectAt(schema: JsonObject, key: string): JsonObject {
  const value = schema[key];
  return isJsonObject(value) ? value : {};
}
