import { describe, expect, it } from 'vitest';
import { load } from '../../../src/core/desired/load.ts';
import type { Input } from '../../../src/core/desired/types.ts';
import { file, policyContext, policyRole } from '../../support/policy-kind.ts';

const ADDRESS = 'prod/PolicyRole/exporter';
const DOCUMENT = 'identities/aws/exporter.yaml';
const READ = 'identities/aws/read.json';
const REFERRING = file(DOCUMENT, policyRole('{ policies: { read: { file: read.json } } }'));

function loaded(...inputs: readonly Input[]) {
  return load(inputs, policyContext);
}

function problems(...inputs: readonly Input[]): readonly string[] {
  return loaded(...inputs).diagnostics.map(
    ({ location, code }) => `${location?.path}:${location?.line}:${location?.column} ${code}`,
  );
}

describe('a file beside a document', () => {
  it('stands in the place of the reference, and is an origin of the identity', () => {
    const { state, diagnostics, parts } = loaded(file(READ, '{"allow": ["get"]}'), REFERRING);
    expect(diagnostics).toEqual([]);
    expect(parts).toEqual([READ]);
    expect(state.identities).toMatchObject([
      {
        address: ADDRESS,
        spec: { policies: { read: { allow: ['get'] } } },
        location: { path: DOCUMENT, line: 1, column: 1 },
        origins: [
          { path: DOCUMENT, line: 1, column: 1 },
          { path: READ, line: 1, column: 1 },
        ],
      },
    ]);
  });

  it('is where its attributes are found, and the document where the rest is', () => {
    const { locate } = loaded(file(READ, '{\n\t"allow": [\n\t\t"get"\n\t]\n}\n'), REFERRING);
    expect(locate(ADDRESS, '/spec/policies/read/allow/0')).toEqual({ path: READ, line: 3, column: 3 });
    expect(locate(ADDRESS, '/spec/policies/read')).toEqual({ path: READ, line: 1, column: 1 });
    expect(locate(ADDRESS, '/spec/policies')?.path).toBe(DOCUMENT);
    expect(locate(ADDRESS, '/metadata/name')?.path).toBe(DOCUMENT);
  });

  it('means what the same value means in the document itself, however it is formatted', () => {
    const hash = (...inputs: readonly Input[]) => loaded(...inputs).state.identities[0]?.hash;
    const inline = hash(file(DOCUMENT, policyRole('{ policies: { read: { allow: [get] } } }')));
    expect(hash(file(READ, '{"allow":["get"]}'), REFERRING)).toBe(inline);
    expect(hash(file(READ, '{\r\n  "allow": [ "g\\u0065t" ]\r\n}'), REFERRING)).toBe(inline);
    expect(hash(file(READ, '{"allow":["put"]}'), REFERRING)).not.toBe(inline);
  });

  it.each([
    ['in a folder below', 'policies/read.json', 'identities/aws/policies/read.json'],
    ['in a folder above', '../shared/read.json', 'identities/shared/read.json'],
    ['by a path with detours', './x/.././read.json', READ],
    ['with its ending in capitals', 'READ.JSON', 'identities/aws/READ.JSON'],
  ])('may lie %s', (_, reference, path) => {
    const document = file(DOCUMENT, policyRole(`{ policies: { read: { file: ${reference} } } }`));
    const { state, diagnostics } = loaded(document, file(path, '{"allow": []}'));
    expect(diagnostics).toEqual([]);
    expect(state.identities).toHaveLength(1);
  });

  it('may serve several documents, and is then said to be wrong once', () => {
    const other = file('identities/aws/other.yaml', policyRole('{ trust: { file: read.json } }', 'source: staging'));
    expect(problems(file(READ, '{"allow": [], "permit": 1}'), REFERRING, other)).toEqual([`${READ}:1:15 unknown-key`]);
  });
});

describe('what is wrong with a file beside a document', () => {
  it.each([
    ['a key that stands twice', '{\n"allow": [],\n"allow": []}', `${READ}:3:1 duplicate-key`],
    ['something that is no JSON', '{"allow": [', `${READ}:1:12 yaml-unclosed`],
    ['a comma too much', '{\n"allow": [],\n}', `${READ}:3:1 json-syntax`],
    ['a comma too much in a list', '{"allow": ["a",\n]}', `${READ}:2:1 json-syntax`],
    ['a comment', '{\n# why\n"allow": []}', `${READ}:2:1 json-syntax`],
    ['YAML', 'allow: []\n', `${READ}:1:1 json-syntax`],
    ['a key without quotes', '{"allow": [], deny: "x"}', `${READ}:1:15 json-syntax`],
    ['a text without quotes', '{"allow": [a]}', `${READ}:1:12 json-syntax`],
    ['a text in single quotes', `{"allow": ['a']}`, `${READ}:1:12 json-syntax`],
    ['a text over two lines', '{"allow": ["a\n b"]}', `${READ}:1:12 json-syntax`],
    ['a number that only YAML has', '{"allow": [0x1F]}', `${READ}:1:12 json-syntax`],
    ['null as YAML writes it', '{"allow": ~}', `${READ}:1:11 json-syntax`],
    ['a value that is left out', '{"allow": }', `${READ}:1:11 json-syntax`],
    ['a colon that is left out', '{"allow"}', `${READ}:1:9 json-syntax`],
    ['a mark of a document', '---\n{"allow": []}\n', `${READ}:1:1 json-syntax`],
    ['nothing', '', `${READ}:1:1 empty-file`],
    ['two values', '{"allow": []}\n---\n{"allow": []}', `${READ}:3:1 several-values`],
    ['what the schema refuses', '{"allow": [\n""]}', `${READ}:2:1 out-of-bounds`],
    ['what it lacks', '\n{"deny": "all"}', `${READ}:2:1 missing-key`],
    ["what the provider's own checks find", '{"allow": ["everything"]}', `${READ}:1:12 too-wide`],
    ['a secret', '{"allow": ["AKIAIOSFODNN7EXAMPLE"]}', `${READ}:1:12 secret-in-document`],
    ['a document', JSON.stringify({ apiVersion: 'countersign.dev/v1' }), `${READ}:1:1 document-in-json`],
  ])('%s is said where it stands there, once', (_, text, problem) => {
    expect(problems(file(READ, text), REFERRING)).toEqual([problem]);
    expect(loaded(file(READ, text), REFERRING).state.identities).toEqual([]);
  });

  it('that nothing is there is told as of a value, whose file declares nothing', () => {
    const [problem] = loaded(file(READ, ''), REFERRING).diagnostics;
    expect(problem).toMatchObject({
      cause: 'The file holds no value.',
      mend: 'Write the value that the document beside it refers to, or delete the file and the reference.',
    });
  });

  it('is said, even if no document refers to it', () => {
    expect(problems(file(READ, '{"allow": ['))).toEqual([`${READ}:1:1 file-unused`, `${READ}:1:12 yaml-unclosed`]);
  });

  it('that nobody refers to it is a warning', () => {
    expect(loaded(file(READ, '{}')).diagnostics).toMatchObject([{ code: 'file-unused', severity: 'warning' }]);
  });
});

describe('a reference', () => {
  it.each([
    ['to nothing', 'absent.json', 'file-reference-missing', 'There is no file'],
    ['to what no glob names', '../../other/read.json', 'file-reference-missing', "No glob under 'desired' names"],
    ['out of the repository', '../../../read.json', 'file-reference', 'leads out of the repository'],
    ['by an absolute path', '/identities/aws/read.json', 'file-reference', 'is no relative path'],
    ['by a path of Windows', 'a\\read.json', 'file-reference', 'is no relative path'],
    ['to another document', 'exporter.yaml', 'file-reference', 'does not end in .json'],
    ['to no name', "''", 'file-reference', 'names one file'],
    ['to a number', '1', 'file-reference', 'names one file'],
  ])('%s is an error on its line, and the only one', (_, reference, code, cause) => {
    const document = file(DOCUMENT, policyRole(`\n  limit: 1\n  policies:\n    read:\n      file: ${reference}`));
    const { state, diagnostics } = loaded(document);
    expect(diagnostics).toMatchObject([
      { code, severity: 'error', cause: expect.stringContaining(cause), location: { path: DOCUMENT, line: 10 } },
    ]);
    expect(state.identities).toEqual([]);
  });

  it('that leads nowhere hides no other mistake of the document', () => {
    const document = file(DOCUMENT, policyRole('{ policies: { read: { file: absent.json } }, limit: x }'));
    expect(problems(document).map((one) => one.split(' ')[1])).toEqual(['file-reference-missing', 'wrong-type']);
  });

  it('is none where the kind takes no file', () => {
    const document = file(DOCUMENT, policyRole('{ settings: { file: read.json } }'));
    expect(loaded(document).state.identities).toMatchObject([{ spec: { settings: { file: 'read.json' } } }]);
  });

  it('is none with anything beside it', () => {
    const document = file(DOCUMENT, policyRole('{ trust: { file: read.json, allow: [] } }'));
    expect(problems(document, file(READ, '{}')).map((one) => one.split(' ')[1])).toContain('unknown-key');
  });
});

describe('many references', () => {
  it('are bounded by what they make together', () => {
    const names = Array.from({ length: 400 }, (_, index) => `p${index}: { file: read.json }`).join(', ');
    const large = file(READ, JSON.stringify({ allow: [], deny: 'x'.repeat(10_000) }));
    const document = file(DOCUMENT, policyRole(`{ policies: { ${names} } }`));
    expect(problems(document, large)).toEqual([`${DOCUMENT}:1:1 expansion-too-large`]);
  });

  it('are bounded over all documents', () => {
    const large = file(READ, JSON.stringify({ allow: [], deny: 'x'.repeat(1_000_000) }));
    const documents = Array.from({ length: 70 }, (_, index) => {
      const text = policyRole('{ trust: { file: read.json } }').replace('exporter', `e${index}`);
      return file(`identities/aws/e${String(index).padStart(2, '0')}.yaml`, text);
    });
    const { state, diagnostics } = loaded(large, ...documents);
    expect(state.identities).toHaveLength(67);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'expansion-too-large'));
  });
});
