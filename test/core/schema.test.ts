import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { documentSchema } from '../../src/core/desired/envelope.ts';
import { validate } from '../../src/core/schema.ts';
import { parseYaml } from '../../src/core/yaml.ts';
import type { YamlDocument } from '../../src/core/yaml/document.ts';
import { tinyProvider } from '../support/tiny-kind.ts';

const [kind] = tinyProvider.kinds;

/** Diagnostics of a document whose spec is this text, as `line:column code: cause — mend`; the spec begins on line 4. */
function judge(spec: string, metadata = '{ name: r, source: orders }'): readonly string[] {
  const text = `apiVersion: countersign.dev/v1\nkind: TinyRole\nmetadata: ${metadata}\nspec:\n${spec}`;
  const { documents } = parseYaml({ path: 'a.yaml', bytes: Buffer.from(text) });
  if (kind === undefined) throw new Error('The tiny provider has a kind.');
  return validate(documentSchema(kind), documents[0] as YamlDocument).map(
    ({ location, code, cause, mend }) => `${location?.line}:${location?.column} ${code}: ${cause} — ${mend}`,
  );
}

describe('each departure is at its own place, with its mend', () => {
  it.each([
    [
      'a number for a text',
      '  account: 123456789012\n',
      '5:12 not-text: "account" must be a text, but "123456789012" without quotes is read as a number. — Quote it: "123456789012".',
    ],
    [
      'a version for a text',
      '  settings:\n    v: 1.10\n',
      '6:8 not-text: "v" must be a text, but "1.10" without quotes is read as a number. — Quote it: "1.10".',
    ],
    [
      'true for a text',
      '  settings: { v: true }\n',
      '5:18 not-text: "v" must be a text, but "true" without quotes is read as true or false. — Quote it: "true".',
    ],
    [
      'yes for true',
      '  login: yes\n',
      '5:10 wrong-type: "login" must be true or false, but is a text. — Write true or false: yes, no, on and off are texts.',
    ],
    [
      'a text for a list',
      '  memberOf: readonly\n',
      '5:13 wrong-type: "memberOf" must be a list, but is a text. — Write a list. Roles.',
    ],
    [
      'nothing',
      '  login:\n',
      '5:3 missing-value: "login" has no value. — Write true or false, or remove the key. Whether it may log in.',
    ],
    [
      'a fraction',
      '  limit: 1.5\n',
      '5:10 wrong-type: "limit" must be a whole number, but is a number. — Write a whole number. Connections at once.',
    ],
    [
      'too much',
      '  limit: 11\n',
      '5:10 out-of-bounds: "limit" must be at most 10. — Change it accordingly. Connections at once.',
    ],
    [
      'another form',
      '  account: "12"\n',
      '5:12 wrong-format: "account" does not have the form wanted here. — An account: twelve digits.',
    ],
    [
      'no time',
      '  until: 2027-02-30T00:00:00Z\n',
      '5:10 wrong-format: "until" must be a time such as 2027-03-31T00:00:00Z. — Write a time such as 2027-03-31T00:00:00Z. Until when it may log in.',
    ],
    [
      'a misspelt value',
      '  level: raeder\n',
      '5:10 wrong-value: "level" must be one of the values known here. — Did you mean "reader"? Write one of reader, writer.',
    ],
    [
      'a misspelt key',
      '  logn: true\n',
      '5:3 unknown-key: "spec" has no key "logn". — Did you mean "login"? Allowed here: login, limit, until, account, level, settings, memberOf, grants.',
    ],
    [
      'an empty list',
      '  grants: [{ on: x, privileges: [] }]\n',
      '5:33 out-of-bounds: "privileges" must not be empty. — Change it accordingly. Privileges.',
    ],
    [
      'the same twice',
      '  memberOf: [a, a]\n',
      '5:13 out-of-bounds: "memberOf" must not hold the same entry twice. — Change it accordingly. Roles.',
    ],
  ])('%s', (_, spec, expected) => {
    expect(judge(spec)).toEqual([expected]);
  });

  it('all of them at once', () => {
    expect(judge('  login: 1\n  limit: x\n  nope: 1\n  level: []\n').map((line) => line.split(' ')[0])).toEqual([
      '7:3',
      '5:10',
      '6:10',
      '8:10',
    ]);
  });

  it('a missing key is at the mapping that lacks it', () => {
    expect(judge('  {}\n', '{ source: orders }')).toEqual([
      '3:1 missing-key: "metadata" lacks the key "name". — Add "name". Name of the identity in its source, exactly as the source spells it.',
    ]);
  });

  it('a key with slashes and tildes is found again', () => {
    expect(judge('  settings:\n    "a/b~c": 1\n')).toEqual([
      '6:14 not-text: "a/b~c" must be a text, but "1" without quotes is read as a number. — Quote it: "1".',
    ]);
  });
});

describe('where several forms are allowed, the one that was meant speaks', () => {
  it.each([
    [
      'an entry that lacks a key',
      '  grants:\n    - on: x\n',
      '6:7 missing-key: Entry 1 of "grants" lacks the key "privileges". — Add "privileges". Privileges.',
    ],
    [
      'a wrong value inside',
      '  grants:\n    - { on: x, privileges: [SELCT] }\n',
      '6:29 wrong-value: Entry 1 of "privileges" must be one of the values known here. — Did you mean "SELECT"? Write one of SELECT, INSERT.',
    ],
    ['the other form', '  grants:\n    - others: drop\n', '6:15 wrong-value: "others" must be keep. — Write keep.'],
    [
      'a misspelt key of the other form',
      '  grants:\n    - ohters: keep\n',
      '6:7 unknown-key: Entry 1 of "grants" has no key "ohters". — Did you mean "others"? Allowed here: others.',
    ],
    [
      'no form at all',
      '  grants:\n    - 5\n',
      '6:7 no-form-fits: Entry 1 of "grants" has none of the forms allowed here. — Write a mapping with on, privileges, or a mapping with others.',
    ],
    [
      'a number where a text is one of the forms',
      '  memberOf: [12]\n',
      '5:14 not-text: Entry 1 of "memberOf" must be a text, but "12" without quotes is read as a number. — Quote it: "12".',
    ],
    [
      'behind a reference',
      '  memberOf: [a, { others: drop }]\n',
      '5:27 wrong-value: "others" must be keep. — Write keep.',
    ],
    [
      'an empty entry',
      '  memberOf: [a, ~]\n',
      '5:17 missing-value: Entry 2 of "memberOf" has no value. — Write a value, or remove the key.',
    ],
  ])('%s', (_, spec, expected) => {
    expect(judge(spec)).toEqual([expected]);
  });

  it('onRemove is a word, or a deletion with options', () => {
    const removal = (text: string) =>
      judge('  {}\n', `{ name: r, source: orders, onRemove: ${text} }`).map(
        (line) => line.split(':')[1]?.split(' ')[1],
      );
    expect(['disable', 'delete', 'forget', '{ delete: { reassignTo: x } }', '{ delete: {} }'].flatMap(removal)).toEqual(
      [],
    );
    expect(['destroy', '{ forget: {} }', '{ delete: { reasignTo: x } }', '{ delete: 1 }'].flatMap(removal)).toEqual([
      'no-form-fits',
      'missing-key',
      'unknown-key',
      'unknown-key',
      'wrong-type',
    ]);
  });
});

describe('silence', () => {
  it('texts of the document are never repeated', () => {
    const secret = 'hunter2-hunter2';
    const spec = `  login: ${secret}\n  limit: ${secret}\n  level: ${secret}\n  account: ${secret}\n  memberOf: ${secret}\n  until: ${secret}\n  grants: [${secret}]\n`;
    expect(judge(spec)).toHaveLength(7);
    expect(judge(spec).join()).not.toContain('hunter2');
  });

  it('what the parser already reported is not reported again', () => {
    expect(judge('  account: 012345678901\n  login: *x\n')).toEqual([]);
    expect(judge('  <<: {login: 1}\n  account: 1\n')).toEqual([]);
  });

  it('a very long list is compared with itself in one pass', () => {
    const names = Array.from({ length: 90_000 }, (_, index) => `r${index}`);
    expect(judge(`  memberOf: [${names.join(', ')}]\n`)).toEqual([]);
    expect(judge(`  memberOf: [${names.join(', ')}, r0]\n`)).toHaveLength(1);
    expect(judge('  memberOf: [{ others: keep }, { others: keep }]\n')).toHaveLength(1);
  }, 10_000);

  it('very many departures are bounded', () => {
    expect(judge(`  grants: [${'1,'.repeat(20_000)}1]\n`)).toHaveLength(100);
  });
});

describe('how many of the known keys there are is said by their names', () => {
  const choice = (minProperties: number, maxProperties: number, required: readonly string[] = ['repository']) => ({
    type: 'object',
    additionalProperties: false,
    required: [...required],
    minProperties,
    maxProperties,
    properties: { repository: {}, environment: {}, ref: {}, subject: {} },
  });
  const said = (schema: JsonObject, text: string) => {
    const { documents } = parseYaml({ path: 'a.yaml', bytes: Buffer.from(`of: ${text}\n`) });
    const whole = { type: 'object', properties: { of: schema } };
    return validate(whole, documents[0] as YamlDocument).map(({ code, cause, mend }) => `${code}: ${cause} — ${mend}`);
  };

  it.each<readonly [string, JsonObject, string, readonly string[]]>([
    [
      'one is missing beside those that are required',
      choice(2, 2),
      '{ repository: acme/orders }',
      [
        'missing-key: "of" lacks one of the keys "environment", "ref" and "subject". — Add one of "environment", "ref" and "subject".',
      ],
    ],
    [
      'all are missing',
      choice(2, 2),
      '{}',
      [
        'missing-key: "of" lacks one of the keys "environment", "ref" and "subject". — Add one of "environment", "ref" and "subject".',
        'missing-key: "of" lacks the key "repository". — Add "repository".',
      ],
    ],
    [
      'it is the required one that is missing',
      choice(2, 2),
      '{ ref: refs/heads/main }',
      ['missing-key: "of" lacks the key "repository". — Add "repository".'],
    ],
    [
      'one is too many',
      choice(2, 2),
      '{ repository: acme/orders, ref: refs/heads/main, subject: x }',
      [
        'out-of-bounds: "of" may have only one of the keys "environment", "ref" and "subject". — Keep one of "ref" and "subject".',
      ],
    ],
    [
      'any would do',
      choice(1, 1, []),
      '{}',
      [
        'missing-key: "of" lacks one of the keys "repository", "environment", "ref" and "subject". — Add one of "repository", "environment", "ref" and "subject".',
      ],
    ],
    [
      'two are missing',
      choice(3, 4),
      '{ repository: acme/orders }',
      [
        'missing-key: "of" lacks 2 of the keys "environment", "ref" and "subject". — Add 2 of "environment", "ref" and "subject".',
      ],
    ],
  ])('%s', (_what, schema, text, expected) => {
    expect(said(schema, text)).toEqual(expected);
  });

  it('where keys may be called anything, their number is', () => {
    expect(said({ type: 'object', minProperties: 2, description: 'By name.' }, '{ a: 1 }')).toEqual([
      'out-of-bounds: "of" must have at least 2 keys. — Change it accordingly. By name.',
    ]);
  });
});
