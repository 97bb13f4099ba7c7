import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashJson } from '../../src/core/digest.ts';
import type { Json } from '../../src/core/json.ts';
import { parseYaml } from '../../src/core/yaml.ts';
import type { YamlDocument } from '../../src/core/yaml/document.ts';

function parse(text: string | Uint8Array) {
  return parseYaml({ path: 'a.yaml', bytes: typeof text === 'string' ? Buffer.from(text) : text });
}

function only(text: string): YamlDocument {
  const { documents, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0] as YamlDocument;
}

function at(document: YamlDocument, pointer: string): string {
  const { line, column } = document.locate(pointer);
  return `${line}:${column}`;
}

describe('for any input', () => {
  it('parsing never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parse(bytes)).toHaveProperty('diagnostics');
      }),
      { numRuns: 2000 },
    );
  });

  it('parsing never throws for what nearly is YAML', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      ':',
      '- ',
      '\n',
      '  ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ',',
      '? ',
      '&x ',
      '*x',
      '!t ',
      '|',
      '>',
      '"',
      "'",
      '#',
      '---',
      '...',
      '<<',
      '%',
      '~',
      '012',
      '__proto__',
      '\r\n',
      '\\',
      '\u0000',
      '\u202E',
      '@',
      '.inf',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { location, cause, mend, code } of parse(pieces.join('')).diagnostics) {
          expect(location?.line).toBeGreaterThan(0);
          expect(location?.column).toBeGreaterThan(0);
          expect(code).toMatch(/^[a-z0-9-]+$/u);
          expect(cause.length * mend.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

/** Texts that no rule refuses. */
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ012 :#-?&*!|>%@`\'"{}[],~/ü請'.split('')), maxLength: 12 });
const key = word.filter((text) => text !== '__proto__');
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

type Written = { readonly text: string; readonly places: ReadonlyMap<string, string> };

/** Writes block style, noting where each value begins, in the way a person would point at it. */
function write(value: Json): Written {
  const lines: string[] = [];
  const places = new Map<string, string>();
  block(value, '', '', 1);
  return { text: lines.join('\n'), places };

  function block(item: Json, pointer: string, lead: string, column: number): void {
    const entries = Array.isArray(item)
      ? item.map((child: Json, index) => ['- ', child, `${pointer}/${index}`] as const)
      : typeof item === 'object' && item !== null
        ? Object.entries(item).map(
            ([name, child]) =>
              [
                `${JSON.stringify(name)}: `,
                child,
                `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
              ] as const,
          )
        : [];
    if (entries.length === 0) {
      places.set(pointer, `${lines.length + 1}:${column}`);
      lines.push(`${lead}${JSON.stringify(item)}`);
      return;
    }
    places.set(pointer, `${lines.length + 1}:${column}`);
    const pad = ' '.repeat(column - 1);
    for (const [index, [head, child, below]] of entries.entries()) {
      const prefix = `${index === 0 ? lead : pad}${head}`;
      const nested = typeof child === 'object' && child !== null && Object.keys(child).length > 0;
      if (!nested || head === '- ') block(child, below, prefix, prefix.length + 1);
      else {
        lines.push(prefix.trimEnd());
        const line = lines.length;
        block(child, below, `${pad}  `, column + 2);
        places.set(below, `${line}:${column}`);
      }
    }
  }
}

describe('for any document', () => {
  it('the value comes back, and every pointer leads to its line and column', () => {
    fc.assert(
      fc.property(fc.dictionary(key, json, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), (value) => {
        const { text, places } = write(value);
        const document = only(text);
        expect(document.value).toEqual(value);
        for (const [pointer, place] of places) expect([pointer, at(document, pointer)]).toEqual([pointer, place]);
      }),
      { numRuns: 500 },
    );
  });

  it('neither the order of keys, comments, formatting nor line endings change its hash; any change of a value does', () => {
    fc.assert(
      fc.property(fc.dictionary(key, json, { minKeys: 2, maxKeys: 5, noNullPrototype: true }), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        const hash = hashJson(only(write(value).text).value);
        const spellings = [
          write(reversed).text,
          JSON.stringify(value),
          JSON.stringify(value, null, 4),
          `# why\n${write(value).text}\n# end\n`,
          `---\n${write(value).text}\n...\n`,
          `\uFEFF${write(value).text.replaceAll('\n', '\r\n')}`,
        ];
        for (const spelling of spellings) expect(hashJson(only(spelling).value)).toBe(hash);
        expect(hashJson(only(write({ ...value, 'another key': 1 }).text).value)).not.toBe(hash);
      }),
      { numRuns: 200 },
    );
  });
});
