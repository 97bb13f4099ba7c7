import { describe, expect, it } from 'vitest';
import { file, policyRole } from '../../support/policy-kind.ts';
import { DOCUMENT, PROFILE, document, hashes, loaded, profile, said, specs } from '../../support/sharing.ts';

describe('one document for several sources', () => {
  it('is an identity in each', () => {
    expect(specs(document('sources: [prod, staging]', '{ limit: 1 }'))).toEqual({
      'prod/PolicyRole/exporter': { limit: 1 },
      'staging/PolicyRole/exporter': { limit: 1 },
    });
  });

  it('has the values of each in its texts and keys', () => {
    const metadata = 'sources:\n    prod: { account: "0001", env: p }\n    staging: { account: "2", env: s }';
    const spec =
      '{ note: "role/{{ account }} in {{env}}, ${aws:username}", settings: { "{{ env }}:sub": "{{account}}" } }';
    expect(specs(document(metadata, spec))).toEqual({
      'prod/PolicyRole/exporter': { note: 'role/0001 in p, ${aws:username}', settings: { 'p:sub': '0001' } },
      'staging/PolicyRole/exporter': { note: 'role/2 in s, ${aws:username}', settings: { 's:sub': '2' } },
    });
  });

  it('has them in its name and purpose, too, and in no owner', () => {
    const metadata = 'sources: { prod: { env: p } }\n  purpose: for {{ env }}';
    const input = file(DOCUMENT, policyRole('{}', metadata).replace('name: exporter', 'name: "exporter-{{ env }}"'));
    expect(loaded(input).state.identities).toMatchObject([
      { address: 'prod/PolicyRole/exporter-p', name: 'exporter-p', metadata: { purpose: 'for p' } },
    ]);
    expect(said(document('sources: { prod: { env: ana } }\n  owner: "{{ env }}"', '{ note: "{{ env }}" }'))).toEqual([
      `${DOCUMENT}:6:10 unknown-people`,
    ]);
  });

  it('depends in each of them on what is there', () => {
    const metadata =
      'sources: { prod: { at: prod }, staging: { at: staging } }\n  dependsOn: ["{{ at }}/PolicyRole/base"]';
    const { identities } = loaded(document(metadata, '{ limit: 1 }')).state;
    expect(identities.map(({ metadata: { dependsOn } }) => dependsOn)).toEqual([
      ['prod/PolicyRole/base'],
      ['staging/PolicyRole/base'],
    ]);
  });

  it('is the same identity that a document of its own would be', () => {
    const shared = hashes(document('sources: { prod: { n: "1" }, staging: { n: "2" } }', '{ note: "{{ n }}" }'));
    const prod = document('source: prod', '{ note: "1" }');
    const staging = document('source: staging', '{ note: "2" }', 'identities/staging.yaml');
    expect(shared).toEqual(hashes(prod, staging));
  });

  it('is located where it is written', () => {
    const { locate } = loaded(document('sources:\n    prod: { k: a }', '\n  settings:\n    "{{ k }}": x\n  note: y'));
    expect(locate('prod/PolicyRole/exporter', '/spec/settings/a')).toEqual({ path: DOCUMENT, line: 9, column: 16 });
    expect(locate('prod/PolicyRole/exporter', '/spec/note')).toEqual({ path: DOCUMENT, line: 10, column: 9 });
    expect(locate('prod/PolicyRole/exporter', '/metadata/source')).toEqual({ path: DOCUMENT, line: 6, column: 11 });
  });
});

describe('a value', () => {
  it('stays a text, whatever it says, and is not looked at again', () => {
    const values = [
      'true',
      '1',
      'null',
      '[a]',
      '{ a: b }',
      '{{ v }}',
      '{{ w }}',
      '$&',
      "$'",
      '',
      '"',
      '\\',
      '__proto__',
      'toString',
    ];
    for (const value of values) {
      const metadata = `sources: { prod: { v: ${JSON.stringify(value)} } }`;
      expect(specs(document(metadata, '{ note: "{{ v }}", settings: { a: "<{{ v }}>" } }'))).toEqual({
        'prod/PolicyRole/exporter': { note: value, settings: { a: `<${value}>` } },
      });
    }
  });

  it('never becomes a number where one is wanted', () => {
    expect(said(document('sources: { prod: { n: "1" } }', '{ limit: "{{ n }}" }'))).toEqual([
      `${DOCUMENT}:6:16 wrong-type`,
    ]);
  });

  it('has to be a text', () => {
    expect(said(document('sources: { prod: { n: 1 } }', '{ note: "{{ n }}" }'))).toEqual([`${DOCUMENT}:5:25 not-text`]);
  });

  it.each([
    [
      'that one source lacks',
      'sources: { prod: { n: a }, staging: {} }',
      '{ note: "{{ n }}" }',
      ['5:39 value-undefined'],
    ],
    ['that a list of sources cannot give', 'sources: [prod]', '{ note: "{{ n }}" }', ['5:13 value-undefined']],
    ['named like a member of every object', 'sources: [prod]', '{ note: "{{ toString }}" }', ['5:13 value-undefined']],
    ['that nothing uses', 'sources: { prod: { n: a } }', '{}', ['5:22 value-unused']],
    ['with a name that is none', 'sources: { prod: { "a-b": a } }', '{ note: "{{ a-b }}" }', ['5:22 wrong-format']],
    [
      'that makes two keys one',
      'sources: { prod: { n: a } }',
      '{ settings: { a: x, "{{ n }}": y } }',
      ['6:27 value-clash'],
    ],
  ])('%s is an error on its line', (_, metadata, spec, problems) => {
    const found = loaded(document(metadata, spec));
    expect(found.diagnostics.map(({ location, code }) => `${location?.line}:${location?.column} ${code}`)).toEqual(
      problems,
    );
  });

  it('means nothing in a document with one source', () => {
    expect(specs(document('source: prod', '{ note: "{{ n }}" }'))).toEqual({
      'prod/PolicyRole/exporter': { note: '{{ n }}' },
    });
  });

  it('fills the content of a file beside the document', () => {
    const policy = file('identities/p.json', '{ "allow": ["get:{{ account }}"] }');
    const input = document(
      'sources: { prod: { account: "1" }, staging: { account: "2" } }',
      '{ trust: { file: p.json } }',
    );
    expect(specs(input, policy)).toEqual({
      'prod/PolicyRole/exporter': { trust: { allow: ['get:1'] } },
      'staging/PolicyRole/exporter': { trust: { allow: ['get:2'] } },
    });
  });

  it('is bounded in what it makes', () => {
    const note = '{{ v }}'.repeat(3000);
    const input = document(`sources: { prod: { v: ${'x'.repeat(1000)} } }`, `{ note: "${note}" }`);
    expect(said(input)).toEqual([`${DOCUMENT}:5:20 expansion-too-large`]);
  });
});

describe('the sources of a document', () => {
  it.each([
    ['one and several', 'source: prod\n  sources: [prod]', '6:3 source-and-sources'],
    ['none', 'sources: []', '5:12 out-of-bounds'],
    ['the same twice', 'sources: [prod, prod]', '5:12 out-of-bounds'],
    ['an unknown one', 'sources: [prod, stage]', '5:19 unknown-source'],
    ['an unknown one with values', 'sources:\n    prod: {}\n    stage: {}', '7:12 unknown-source'],
    ['no source at all', 'profiles: [readonly]', '3:1 missing-key'],
  ])('%s', (_, metadata, problem) => {
    expect(said(document(metadata), file(PROFILE, profile('{}')))).toContain(`${DOCUMENT}:${problem}`);
  });
});
