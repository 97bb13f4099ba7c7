import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from '../../src/core/desired/schema-files.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { loadProviders } from '../../src/providers/registry.ts';
import { tinyProvider } from '../support/tiny-kind.ts';

const providers = [...(await loadProviders()).values()];
const files = schemaFiles(providers);

describe('the published schemas', () => {
  it('are those of the source: run `npm run schemas` when this fails', async () => {
    expect((await readdir('schemas')).filter((name) => name.endsWith('.json')).toSorted()).toEqual(
      [...files.keys()].toSorted(),
    );
    for (const [name, text] of files) expect(await readFile(`schemas/${name}`, 'utf8')).toBe(text);
  });

  it.each([...files, ...schemaFiles([tinyProvider])])('%s is a schema of its dialect', (_name, text) => {
    expect(problemsOf(JSON.parse(text) as JsonObject)).toEqual([]);
  });

  it.each([...files, ...schemaFiles([tinyProvider])])(
    '%s describes every property and closes every mapping',
    (name, text) => {
      const schema = JSON.parse(text) as Json;
      expect(undescribed(schema, '', schema)).toEqual([]);
      // Document.json leaves everything but the kind to the schema of that kind.
      expect(open(schema, '')).toEqual(name === 'Document.json' ? [''] : []);
    },
  );
});

it('what a deletion of each kind takes is a schema of its dialect', () => {
  const kinds = providers.flatMap(({ kinds }) => kinds);
  expect(kinds.flatMap(({ deleteSchema }) => problemsOf(deleteSchema))).toEqual([]);
  expect(problemsOf({ type: 'mapping' })).not.toEqual([]);
});

/** In what a schema departs from the description of schemas, which a run takes no time to look at. */
function problemsOf(schema: JsonObject): readonly unknown[] {
  const judge = new Ajv2020({ allErrors: true, logger: false });
  return judge.validateSchema(schema) === true ? [] : (judge.errors ?? []);
}

/** Pointers of properties without a description of their own or of what they refer to. */
function undescribed(schema: Json, pointer: string, root: Json): readonly string[] {
  if (Array.isArray(schema))
    return schema.flatMap((item: Json, index) => undescribed(item, `${pointer}/${index}`, root));
  if (!isJsonObject(schema)) return [];
  const conditional = /\/(if|then)$/u.test(pointer);
  const properties = isJsonObject(schema['properties']) && !conditional ? Object.entries(schema['properties']) : [];
  const missing = properties
    .filter(([, property]) => !described(property, root))
    .map(([name]) => `${pointer}/properties/${name}`);
  return [
    ...missing,
    ...Object.entries(schema).flatMap(([key, item]) =>
      key === 'if' ? [] : undescribed(item, `${pointer}/${key}`, root),
    ),
  ];
}

function described(property: Json, root: Json): boolean {
  if (!isJsonObject(property)) return false;
  const reference = property['$ref'];
  if (typeof property['description'] === 'string') return true;
  if (typeof reference !== 'string' || !isJsonObject(root) || !isJsonObject(root['$defs'])) return false;
  const target = root['$defs'][reference.replace('#/$defs/', '')];
  return target !== undefined && described(target, root);
}

/** Pointers of mappings that would accept an unknown key in silence. */
function open(schema: Json, pointer: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((item: Json, index) => open(item, `${pointer}/${index}`));
  if (!isJsonObject(schema)) return [];
  const accepts =
    isJsonObject(schema['properties']) &&
    schema['additionalProperties'] === undefined &&
    !/\/(if|then)$/u.test(pointer);
  return [
    ...(accepts ? [pointer] : []),
    ...Object.entries(schema).flatMap(([key, item]) => open(item, `${pointer}/${key}`)),
  ];
}
