import { describe, expect, it } from 'vitest';
import { withoutFollowing } from '../../../src/core/desired/broken.ts';
import { ownErrors } from '../../../src/core/own-errors.ts';
import { scopeOf } from '../../../src/core/scope.ts';
import { file, policyRole } from '../../support/policy-kind.ts';
import { DOCUMENT, PROFILE, document, loaded, profile, said, specs } from '../../support/sharing.ts';

describe('a profile', () => {
  const both = 'source: prod\n  profiles: [readonly, writer]';

  it('says more of the spec: mappings have the keys of all, lists the entries of all', () => {
    const own = document(both, '{ groups: [own], settings: { own: x }, limit: 3 }');
    const first = file(
      PROFILE,
      profile('{ groups: [a, own], settings: { first: x }, limit: 3, policies: { read: { allow: [get] } } }'),
    );
    const second = file(
      'identities/w.yaml',
      profile('{ groups: [b, a], policies: { read: { allow: [list] } } }', 'writer'),
    );
    expect(specs(own, first, second)).toEqual({
      'prod/PolicyRole/exporter': {
        groups: ['own', 'a', 'b'],
        settings: { own: 'x', first: 'x' },
        limit: 3,
        policies: { read: { allow: ['get', 'list'] } },
      },
    });
  });

  it('is an origin of the identity, and where its part is found', () => {
    const { state, locate } = loaded(
      document('source: prod\n  profiles: [readonly]', '{ groups: [own] }'),
      file(PROFILE, profile('\n    note: x\n    groups: [theirs]')),
    );
    const address = 'prod/PolicyRole/exporter';
    expect(state.identities[0]?.origins.map(({ path }) => path)).toEqual([DOCUMENT, PROFILE]);
    expect(locate(address, '/spec/note')).toEqual({ path: PROFILE, line: 7, column: 11 });
    expect(locate(address, '/spec/groups/0')?.path).toBe(DOCUMENT);
    expect(locate(address, '/spec/groups/1')).toEqual({ path: PROFILE, line: 8, column: 14 });
  });

  it('may refer to a file beside itself, and have values of the document', () => {
    const metadata = 'sources: { prod: { n: "7" } }\n  profiles: [readonly]';
    const policy = file('identities/profiles/p.json', '{"allow": ["{{ n }}"]}');
    const inputs = [document(metadata), file(PROFILE, profile('{ trust: { file: p.json } }')), policy];
    expect(specs(...inputs)).toEqual({ 'prod/PolicyRole/exporter': { trust: { allow: ['7'] } } });
    expect(loaded(...inputs).state.identities[0]?.origins).toHaveLength(3);
    expect(loaded(...inputs).parts).toEqual(['identities/profiles/p.json', PROFILE]);
  });

  it('puts all that name it in scope when it is edited, and nobody else', () => {
    const inputs = ['a', 'b'].map((name) =>
      file(
        `identities/${name}.yaml`,
        policyRole('{}', 'source: prod\n  profiles: [readonly]').replace('exporter', name),
      ),
    );
    const other = document('source: prod', '{ limit: 1 }');
    const before = loaded(...inputs, other, file(PROFILE, profile('{ limit: 1 }'))).state;
    const after = loaded(...inputs, other, file(PROFILE, profile('{ limit: 2 }'))).state;
    expect(scopeOf(before, after, 'pull-request').identities.map(({ address }) => address)).toEqual([
      'prod/PolicyRole/a',
      'prod/PolicyRole/b',
    ]);
  });

  it.each([
    ['what differs', '{ limit: 1 }', '{ limit: 2 }', `${DOCUMENT}:7:16 profile-conflict`],
    ['a mapping and a list', '{ settings: {} }', '{ settings: [] }', `${DOCUMENT}:7:19 profile-conflict`],
    ['what the schema refuses, in its own file', '{}', '{ limit: x }', `${PROFILE}:6:18 wrong-type`],
    ['what there is not, in its own file', '{}', '{ limits: 1 }', `${PROFILE}:6:11 unknown-key`],
  ])('says %s once', (_, own, theirs, problem) => {
    const metadata = 'sources: [prod, staging]\n  profiles: [readonly]';
    const { state } = loaded(document(metadata, own), file(PROFILE, profile(theirs)));
    expect(said(document(metadata, own), file(PROFILE, profile(theirs)))).toEqual([problem]);
    expect(state.identities).toEqual([]);
  });

  it('that conflicts with another is said once for all that name both', () => {
    const inputs = ['a', 'b'].map((name) =>
      file(`identities/${name}.yaml`, policyRole('{}', both).replace('exporter', name)),
    );
    const profiles = [
      file(PROFILE, profile('{ note: x }')),
      file('identities/w.yaml', profile('{ note: y }', 'writer')),
    ];
    const { diagnostics } = loaded(...inputs, ...profiles);
    expect(diagnostics).toMatchObject([
      {
        code: 'profile-conflict',
        cause: '"note" is one thing here and another at identities/w.yaml:6:17.',
        location: { path: PROFILE, line: 6, column: 17 },
        related: [{ path: 'identities/w.yaml' }],
      },
    ]);
  });

  it.each([
    ['that is not there', [], `${DOCUMENT}:6:14 profile-unknown`],
    ['for another kind', [file(PROFILE, profile('{}', 'readonly', 'Reconciliation'))], `${PROFILE}:5:9 unknown-kind`],
    ['that is broken', [file(PROFILE, `${profile('{}')}more: 1\n`)], `${PROFILE}:7:1 unknown-key`],
    [
      'that holds a secret',
      [file(PROFILE, profile('{ note: AKIAIOSFODNN7EXAMPLE }'))],
      `${PROFILE}:6:17 secret-in-document`,
    ],
  ])('%s makes no identity', (_, files, problem) => {
    const inputs = [document('source: prod\n  profiles: [readonly]'), ...files];
    expect(said(...inputs)).toContain(problem);
    expect(loaded(...inputs).state.identities).toEqual([]);
  });

  it('is called as no other, and is named by somebody', () => {
    const twice = [file(PROFILE, profile('{}')), file('identities/z.yaml', profile('{}'))];
    expect(loaded(...twice).diagnostics).toMatchObject([
      { code: 'profile-unused', severity: 'warning', location: { path: PROFILE } },
      { code: 'duplicate-profile', location: { path: 'identities/z.yaml' }, related: [{ path: PROFILE }] },
    ]);
  });

  it('that breaks is an error of the pull request, about all that named it', () => {
    const naming = document('source: prod\n  profiles: [readonly]');
    const [base, head] = [loaded(naming, file(PROFILE, profile('{}'))), loaded(naming, file(PROFILE, 'kind: ['))];
    const { identities } = scopeOf(base.state, head.state, 'pull-request');
    expect(ownErrors(base, head, identities).map(({ code }) => code)).toEqual(['profile-unknown', 'yaml-unclosed']);
  });
});

describe('a profile that has an error itself', () => {
  const naming = document('source: prod\n  profiles: [readonly]');
  const left = (text: string) =>
    withoutFollowing(loaded(naming, file(PROFILE, text)).diagnostics).map(({ code }) => code);

  it.each([
    ['cannot be read', 'metadata: { name: readonly', ['yaml-unclosed']],
    ['has a key too many', profile('{}').replace('spec:', 'specs: {}\nspec:'), ['unknown-key']],
    ['is for a kind that there is not', profile('{}', 'readonly', 'PolicyRule'), ['unknown-kind']],
  ])('is not called unknown besides: it %s', (_, text, codes) => expect(left(text)).toEqual(codes));

  it('is unknown beside another that is broken', () => {
    expect(left(profile('{}', 'other', 'PolicyRule'))).toEqual(['profile-unknown', 'unknown-kind']);
  });
});
