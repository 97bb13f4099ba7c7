import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/core/yaml.ts';
import type { YamlDocument } from '../../src/core/yaml/document.ts';

function parse(text: string | Uint8Array) {
  return parseYaml({ path: 'a.yaml', bytes: typeof text === 'string' ? Buffer.from(text) : text });
}

/** `line:column code` of each diagnostic. */
function problems(text: string | Uint8Array): readonly string[] {
  return parse(text).diagnostics.map(({ code, location }) => `${location?.line}:${location?.column} ${code}`);
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

describe('values', () => {
  it('follow YAML 1.2: yes, no, on and dates are texts', () => {
    const text = 'on: yes\nexpires: 2027-03-31\ntime: 2027-03-31T00:00:00Z\ntrue_: True\nnothing: ~\n';
    expect(only(text).value).toEqual({
      on: 'yes',
      expires: '2027-03-31',
      time: '2027-03-31T00:00:00Z',
      true_: true,
      nothing: null,
    });
  });

  it.each([
    ['1', 1],
    ['-0', 0],
    ['1.50', 1.5],
    ['0x1F', 31],
    ['0o17', 15],
    ['9007199254740991', 9007199254740991],
    ['1_000', '1_000'],
    ['1:30', '1:30'],
    ['1.2.3', '1.2.3'],
    ['0b1', '0b1'],
    ['"012"', '012'],
    ["'~'", '~'],
  ])('reads %s as %j', (written, value) => {
    expect(only(`a: ${written}`).value).toEqual({ a: value });
  });

  it('keeps texts of every style', () => {
    expect(only('a: |\n  one\n  two\nb: >-\n  one\n  two\nc: "x\\ty"\n').value).toEqual({
      a: 'one\ntwo\n',
      b: 'one two',
      c: 'x\ty',
    });
  });

  it('holds the documents of one file in order, and leaves out empty ones', () => {
    const { documents, diagnostics } = parse('---\na: 1\n---\n# nothing\n---\nb: 2\n---\n');
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it('do not depend on a byte order mark or on line endings', () => {
    const text = 'a: 1\nb:\n  - x\n  - "y"\n';
    for (const other of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
      expect(only(other).value).toEqual(only(text).value);
      expect(at(only(other), '/b/1')).toBe('4:5');
    }
  });
});

describe('places', () => {
  const text = [
    'a: 1',
    'list:',
    '  - name: x',
    '    "k/~": {deep: [1, two]}',
    '  - ',
    'empty:',
    'block: |',
    '  text',
    '',
  ].join('\n');

  it.each([
    ['', '1:1'],
    ['/a', '1:4'],
    ['/list', '2:1'],
    ['/list/0', '3:5'],
    ['/list/0/name', '3:11'],
    ['/list/0/k~1~0/deep/1', '4:23'],
    ['/empty', '6:1'],
    ['/block', '7:1'],
    ['/list/0/absent/below', '3:5'],
    ['/absent', '1:1'],
  ])('%s stands at %s', (pointer, place) => {
    expect(at(only(text), pointer)).toBe(place);
  });

  it('of a key are not those of its value', () => {
    const { line, column } = only(text).locateKey('/list/0/k~1~0');
    expect([line, column]).toEqual([4, 5]);
  });

  it('of quoted texts begin at the quote', () => {
    expect(at(only('a:   "x"\nb: \'y\''), '/a')).toBe('1:6');
  });

  it('tell how plain values were written', () => {
    const document = only('a: 0x1F\nb: "1"\nc: text\nd:\n');
    expect(['/a', '/b', '/c', '/d'].map((pointer) => document.written(pointer))).toEqual(['0x1F', null, null, '']);
  });
});

describe('what is refused', () => {
  it.each([
    ['a: *\n', 'Quote it: "*".'],
    ['a: [*]\n', 'Quote it: "*".'],
    ['a: *:Get\n', 'Quote it if it is a text; write the value out if an alias is meant.'],
  ])('says that %j wants quotes', (text, mend) => {
    expect(parse(text).diagnostics.map((one) => one.mend)).toEqual([mend]);
  });

  it.each([
    ['an empty file', '', ['1:1 empty-file']],
    ['comments only', '# nothing\n', ['1:1 empty-file']],
    ['only empty documents', '---\n---\n', ['1:1 empty-file']],
    ['tabs that indent', 'a:\n\tb: 1\n', ['2:1 yaml-tab']],
    ['a tab before the first key', '\ta: 1\n', ['1:3 yaml-tab']],
    ['aliases and anchors, each', 'a: &x 1\nb: *x\n', ['1:4 yaml-alias', '2:4 yaml-alias']],
    ['a star without quotes', 'a: *\nb: 1\n', ['1:4 yaml-alias']],
    ['one in a list', 'a:\n  - *\n', ['2:5 yaml-alias']],
    ['one between brackets', 'a: ["x*", *]\n', ['1:11 yaml-alias']],
    ['an anchor without a name', 'a: &\n', ['1:5 yaml-tag']],
    ['tags', 'a: !!str 1\nb: !foo {c: 1}\n', ['1:4 yaml-tag', '2:4 yaml-tag']],
    ['merge keys', 'a:\n  <<: {b: 1}\n', ['2:3 yaml-merge-key']],
    ['duplicate keys, each', 'a: 1\nb: {c: 1, c: 2}\na: 2\n', ['2:11 duplicate-key', '3:1 duplicate-key']],
    ['__proto__ as a key', '__proto__: {polluted: true}\n', ['1:1 forbidden-key']],
    [
      'keys that are no texts',
      '1: a\ntrue: b\n~: c\n? [d]\n: e\n',
      ['1:1 key-not-text', '2:1 key-not-text', '3:1 key-not-text', '4:3 key-not-text'],
    ],
    ['a key without a name', 'a: {: 1}\n', ['1:4 key-not-text']],
    ['braces without quotes', 'a: {{ x }}\n', ['1:4 yaml-template']],
    ['those of a template', 'a: {{ .Values.name | quote }}\n', ['1:4 yaml-template']],
    ['those in a list', 'a:\n  - {{ x }}\n', ['2:5 yaml-template']],
    ['those between brackets', 'a: [{{ x }}, { b: {{ y }} }]\n', ['1:5 yaml-template', '1:19 yaml-template']],
    ['those of a key', 'a:\n  {{ x }}: b\n', ['2:3 yaml-template']],
    ['those with something behind', 'a: {{ x }}-b\n', ['1:4 yaml-template']],
    ['a line of a template', '{{- if .Values.x }}\na: 1\n{{- end }}\n', ['1:1 yaml-template']],
    ['an insertion of one', 'a:\n  {{- include "x" . | nindent 4 }}\n', ['2:3 yaml-template']],
    ['no braces within quotes', 'a: "{{ x }}": b\n', ['1:13 yaml-indentation']],
    ['a mapping as key of another', 'a: { {b: 1}: 2 }\n', ['1:6 key-not-text']],
    ['leading zeros', 'a: 012345678901\n', ['1:4 number-ambiguous']],
    ['numbers that would be rounded', 'a: 12345678901234567890\n', ['1:4 number-inexact']],
    [
      'numbers that are not finite',
      'a: [.inf, -.INF, .nan, 1e999]\n',
      ['1:5 number-not-finite', '1:11 number-not-finite', '1:18 number-not-finite', '1:24 number-not-finite'],
    ],
    ['an open bracket', 'a: [1, 2\n', ['2:1 yaml-unclosed']],
    ['an open quote', 'a: "x\n', ['2:1 yaml-unclosed']],
    ['two colons in one line', 'a: b: c\n', ['1:5 yaml-indentation']],
    ['a list that is no longer indented', '- a\nb: c\n', ['2:1 yaml-indentation']],
    ['a line without a colon', 'a: 1\nb\n', ['3:1 yaml-no-colon']],
    ['an unknown escape', 'a: "\\q"\n', ['1:6 yaml-escape']],
    ['another version of YAML', '%YAML 2.0\n---\na: 1\n', ['2:1 yaml-directive']],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each([
    ['NUL', 'a: b\u0000c\n', 'forbidden-character'],
    ['an escape sequence of terminals', 'a: 1\nb: \u001B[31m\n', 'forbidden-character'],
    ['a C1 control', 'a: \u009B31m\n', 'forbidden-character'],
    ['a line separator that editors count differently', 'a: b\u2028c: d\n', 'forbidden-character'],
    ['a right-to-left override', 'name: \u202Egnillib\n', 'bidi-control'],
    ['an isolate, in a comment', '# \u2066admin\u2069\na: 1\n', 'bidi-control'],
    ['a zero-width space', 'a: bil\u200Bling\n', 'forbidden-character'],
    ['a byte order mark in the middle', 'a: 1\n---\n\uFEFFb: 1\n', 'forbidden-character'],
    ['a tag character', 'a: x\u{E0041}\n', 'forbidden-character'],
    ['NUL by an escape', 'a: "\\0"\n', 'forbidden-character'],
    ['an override by an escape', 'a: "\\u202E"\n', 'bidi-control'],
    ['a lone surrogate by an escape', 'a: "\\uD800"\n', 'forbidden-character'],
    ['a control in a key by an escape', '"a\\e": 1\n', 'forbidden-character'],
  ])('%s', (_, text, code) => {
    const { diagnostics } = parse(text);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(JSON.stringify(diagnostics)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it('letters of every script, emoji and their joiners are welcome', () => {
    expect(only('a: "größe 請求 فاتورة 👩‍💻"').value).toEqual({ a: 'größe 請求 فاتورة 👩‍💻' });
  });

  it('invalid UTF-8, at the byte', () => {
    expect(problems(Buffer.concat([Buffer.from('a: ü\nb: '), Buffer.from([0xff]), Buffer.from('\n')]))).toEqual([
      '2:4 not-utf8',
    ]);
    expect(problems(Buffer.from([0x61, 0x3a, 0x20, 0xe2, 0x82]))).toEqual(['1:4 not-utf8']);
  });

  it('UTF-16, by name', () => {
    const { diagnostics } = parse(Buffer.from('\uFEFFa: 1\n', 'utf16le'));
    expect(diagnostics.map(({ code, cause }) => [code, cause])).toEqual([['not-utf8', 'The file is UTF-16.']]);
  });

  it('names the first of two equal keys', () => {
    expect(parse('a: 1\nb: 2\na: 3\n').diagnostics[0]?.related).toEqual([{ path: 'a.yaml', line: 1, column: 1 }]);
  });

  it('leaves the document there to be judged, but says that it is not sound', () => {
    const { documents } = parse('a: 1\na: 2\nb: [&x y]\n---\nc: 1\n');
    expect(documents.map(({ sound, value }) => [sound, value])).toEqual([
      [false, { a: 1, b: ['y'] }],
      [true, { c: 1 }],
    ]);
    expect(['/a', '/b', '/b/0'].map((pointer) => documents[0]?.reported(pointer))).toEqual([false, false, true]);
  });

  it('shows a hundred problems of one file and counts the rest', () => {
    const { diagnostics } = parse(`a: [${'*x, '.repeat(150)}1]\n`);
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'too-many-problems',
      cause: '50 more problems in this file are not shown.',
    });
  });
});

describe('__proto__', () => {
  it.each([
    '__proto__: {p: 1}',
    '"__proto__": {p: 1}',
    'a: {__proto__: {p: 1}}',
    '- __proto__: [1]',
    'constructor: {prototype: {p: 1}}',
  ])('never reaches a prototype: %s', (text) => {
    const { documents } = parse(text);
    expect(Object.prototype).not.toHaveProperty('p');
    for (const { value } of documents) {
      expect(value).not.toHaveProperty('p');
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
    }
  });
});
