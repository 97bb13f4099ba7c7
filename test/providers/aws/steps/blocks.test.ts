import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import type { LiveObject } from '../../../../src/core/live.ts';
import { OIDC_KIND, POLICY_KIND, ROLE_KIND, USER_KIND } from '../../../../src/providers/aws/normal-form/model.ts';
import { blocksOf } from '../../../../src/providers/aws/steps/blocks.ts';
import { allow, draft, liveObject, TRUST } from '../drafts.ts';

type Wish = Parameters<typeof draft>;

const reasons = (...wish: Wish) => blocksOf(draft(...wish));
const codes = (...wish: Wish) => reasons(...wish).map(({ code }) => code);
const places = (...wish: Wish) => reasons(...wish).map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());
const without = (object: LiveObject, ...keys: readonly string[]): LiveObject => ({
  ...object,
  attributes: Object.fromEntries(Object.entries(object.attributes).filter(([key]) => !keys.includes(key))),
});

describe('what is under a path of AWS', () => {
  const at = (path: string) => liveObject(ROLE_KIND, 'one', { path, trust: TRUST });

  it.each([
    ['made there', null, ROLE_KIND, { path: '/aws-service-role/x/', trust: TRUST }],
    ['moved there', liveObject(USER_KIND, 'one', { path: '/' }), USER_KIND, { path: '/aws-reserved/' }],
    ['changed where it is', at('/aws-reserved/sso/'), ROLE_KIND, { maxSessionSeconds: 7200, description: null }],
    ['moved away', at('/aws-reserved/sso/'), ROLE_KIND, { path: '/apps/', trust: TRUST }],
    ['deleted', at('/aws-service-role/x/'), ROLE_KIND, null],
  ])('is not %s', (_what, object, kind, spec) => {
    expect(places(object, kind, spec)).toEqual(['path-reserved /path']);
  });

  it.each([
    ['a path that only resembles one', null, { path: '/apps/aws-reserved/', trust: TRUST }],
    ['no path at all', null, { trust: TRUST }],
    ['a path of the account', at('/apps/'), { path: '/apps/' }],
  ])('is not what is under %s', (_what, object, spec) => {
    expect(codes(object, ROLE_KIND, spec)).toEqual([]);
  });
});

describe('a principal that was deleted', () => {
  const GONE = 'AROAEXAMPLEEXAMPLE123';
  const trusting = (principal: string): JsonObject => ({
    policy: {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' },
    },
  });
  const role = liveObject(ROLE_KIND, 'one', { trust: trusting(GONE), maxSessionSeconds: 3600 });

  it('is in no trust policy that is written, by its own place', () => {
    const wide = { ...trusting(GONE), services: ['ec2.amazonaws.com'] };
    const at = (statement: string) => [`principal-deleted /trust/Allow to AWS ${statement}/principals/AWS/${GONE}`];
    expect(places(null, ROLE_KIND, { trust: trusting(GONE) })).toEqual(at(GONE));
    expect(places(role, ROLE_KIND, { trust: wide })).toEqual(at(`${GONE} and others`));
    expect(places(role, ROLE_KIND, { path: '/moved/', trust: trusting(GONE) }, { action: 'replace' })).toEqual(
      at(GONE),
    );
    expect(reasons(role, ROLE_KIND, { trust: wide })[0]?.message).toContain(GONE);
  });

  it('may stay where the trust policy does, and go', () => {
    expect(codes(role, ROLE_KIND, { trust: trusting(GONE), maxSessionSeconds: 7200, description: null })).toEqual([]);
    expect(codes(role, ROLE_KIND, { trust: trusting('arn:aws:iam::123456789012:role/new') })).toEqual([]);
    expect(codes(role, ROLE_KIND, null)).toEqual([]);
  });
});

describe('a name', () => {
  const named = (kind: string, name: string, spec: JsonObject) =>
    blocksOf({ ...draft(null, kind, spec), address: `prod/${kind}/${name}` }).map(
      ({ code, message }) => `${code}: ${message}`,
    );
  const ISSUER = 'Write the URL of the issuer without https://, such as gitlab.com';
  const SPECS: { readonly [kind: string]: JsonObject } = {
    [ROLE_KIND]: { trust: TRUST },
    [USER_KIND]: {},
    [POLICY_KIND]: { document: allow('s3:GetObject') },
    [OIDC_KIND]: {},
  };

  it.each([
    [ROLE_KIND, 'a'.repeat(65), 'Use letters, digits and _+=,.@-, at most 64'],
    [ROLE_KIND, 'a%20b', 'Use letters, digits and _+=,.@-, at most 64'],
    [USER_KIND, 'a'.repeat(65), 'Use letters, digits and _+=,.@-, at most 64'],
    [USER_KIND, 'a/b', 'Use letters, digits and _+=,.@-, at most 64'],
    [POLICY_KIND, 'a'.repeat(129), 'Use letters, digits and _+=,.@-, at most 128'],
    [POLICY_KIND, 'a%2Fb', 'Use letters, digits and _+=,.@-, at most 128'],
    [OIDC_KIND, 'a%20b', ISSUER],
    [OIDC_KIND, 'https%3A%2F%2Fgitlab.com', ISSUER],
    [OIDC_KIND, 'a'.repeat(248), ISSUER],
  ])('of %s that IAM does not have: %s', (kind, name, rule) => {
    expect(named(kind, name, SPECS[kind] ?? {})).toEqual([`aws-name-invalid: IAM has no such names. ${rule}.`]);
  });

  it.each([
    [ROLE_KIND, 'a'.repeat(64)],
    [USER_KIND, '_%2B%3D%2C.%40-Az09'],
    [POLICY_KIND, 'a'.repeat(128)],
    [OIDC_KIND, 'gitlab.example%3A8443%2Fa_b~c-1'],
  ])('of %s that it has: %s', (kind, name) => {
    expect(named(kind, name, SPECS[kind] ?? {})).toEqual([]);
  });

  it('of what is there already is right, however it reads', () => {
    expect(codes(liveObject(USER_KIND, 'a%20b', { tags: {} }), USER_KIND, { tags: { team: 'a' } })).toEqual([]);
  });
});

describe('what has to be declared', () => {
  const role = liveObject(ROLE_KIND, 'one', { path: '/', trust: TRUST });
  const policy = liveObject(POLICY_KIND, 'one', { path: '/', document: allow('s3:GetObject') });

  it.each([
    ['the trust of a new role', null, ROLE_KIND, {}, 'create', ['trust-missing']],
    ['the trust of one that takes a place', role, ROLE_KIND, { path: '/apps/' }, 'replace', ['trust-missing']],
    ['the document of a new policy', null, POLICY_KIND, {}, 'create', ['policy-document-missing']],
    [
      'the document of one that takes a place',
      policy,
      POLICY_KIND,
      { path: '/apps/' },
      'replace',
      ['policy-document-missing'],
    ],
    ['nothing of a new user', null, USER_KIND, {}, 'create', []],
    ['nothing of a role that stays', role, ROLE_KIND, { tags: { a: 'b' } }, 'update', []],
    ['nothing of a policy that stays', policy, POLICY_KIND, { tags: { a: 'b' } }, 'update', []],
  ] as const)('is %s', (_what, object, kind, spec, action, expected) => {
    expect(codes(object, kind, spec, { action })).toEqual(expected);
  });
});

describe('what only AWS can make', () => {
  const user = liveObject(USER_KIND, 'one', { accessKeys: { AKIAOLD: 'Active' }, consolePassword: true });
  const bare = liveObject(USER_KIND, 'one', { accessKeys: {}, consolePassword: false });

  it('is never issued, be the user new or not', () => {
    const wish = { accessKeys: { AKIANEW: 'Active' }, consolePassword: true } as const;
    const both = ['access-key-absent /accessKeys/values/AKIANEW', 'console-password-absent /consolePassword'];
    expect(places(null, USER_KIND, wish)).toEqual(both);
    expect(places(bare, USER_KIND, wish)).toEqual(both);
  });

  it.each([
    ['kept', user, { accessKeys: { AKIAOLD: 'Active' }, consolePassword: true }],
    ['made inactive', user, { accessKeys: { AKIAOLD: 'Inactive' } }],
    ['taken away', user, { accessKeys: {}, consolePassword: false }],
    ['left alone', bare, { tags: {}, consolePassword: false }],
    ['deleted with the user', user, null],
  ])('may be %s', (_what, object, spec) => {
    expect(codes(object, USER_KIND, spec)).toEqual([]);
  });
});

describe('an object in the place of another', () => {
  const other = { path: '/apps/', trust: TRUST };
  const lost = (live: JsonObject, spec: JsonObject, object = liveObject(ROLE_KIND, 'one', { path: '/', ...live })) =>
    reasons(object, ROLE_KIND, { ...other, ...spec }, { action: 'replace' }).map(
      ({ code, message }) => `${code}: ${/declared: (?<what>[^.]*)\./u.exec(message)?.groups?.['what'] ?? ''}`,
    );

  it.each([
    ['tags that nobody declares', { tags: { team: 'a' } }, {}, 'tags'],
    ['tags that a list keeps', { tags: { team: 'a', tier: 'x' } }, { tags: { team: 'a', '*': 'keep' } }, 'tags'],
    ['policies', { policies: ['team'], inlinePolicies: { logs: allow('logs:*') } }, {}, 'inline, attached'],
    ['a boundary', { boundary: 'team' }, {}, 'boundary'],
    ['a description', { description: 'Exports' }, {}, 'description'],
    ['a session length', { maxSessionSeconds: 7200 }, {}, 'maxSessionSeconds'],
    [
      'all of them',
      { tags: { a: '' }, boundary: 'team', description: 'Exports', maxSessionSeconds: 7200 },
      {},
      'tags, boundary, description, maxSessionSeconds',
    ],
  ] as const)('would come without %s', (_what, live, spec, what) => {
    expect(lost(live, spec)).toEqual([`replacement-loses: ${what}`]);
  });

  it.each([
    ['is declared', { tags: { a: '' }, boundary: 'team' }, { tags: { a: '' }, boundary: 'team' }],
    ['a list keeps and declares', { tags: { a: '' } }, { tags: { a: 'b', '*': 'keep' } }],
    ['an exhaustive list takes away', { tags: { a: '' } }, { tags: {} }],
    ['is declared away', { description: 'x', maxSessionSeconds: 7200 }, { description: null, maxSessionSeconds: 3600 }],
    ['is nothing', { tags: {}, boundary: null, description: null, maxSessionSeconds: 3600 }, {}],
    ['was not read', {}, {}],
  ] as const)('loses nothing that %s', (_what, live, spec) => {
    expect(lost(live, spec)).toEqual([]);
  });

  it('is needed to lose something: an edit loses nothing', () => {
    const live = liveObject(ROLE_KIND, 'one', { tags: { team: 'a' }, boundary: 'team', description: 'Exports' });
    expect(codes(live, ROLE_KIND, { trust: TRUST })).toEqual([]);
  });
});

describe('a user with credentials that are not managed', () => {
  const armed = (credentials: JsonObject) => liveObject(USER_KIND, 'one', { tags: {} }, { credentials });

  it.each([
    [{ mfaDevices: 1 }, 'MFA devices'],
    [{ sshKeys: 2 }, 'SSH keys'],
    [{ signingCertificates: 1 }, 'signing certificates'],
    [{ serviceSpecific: 1 }, 'credentials for single services'],
    [{ mfaDevices: 1, sshKeys: 0, serviceSpecific: 3 }, 'MFA devices, credentials for single services'],
  ])('is not deleted: %j', (credentials, what) => {
    const message = `IAM deletes no user that still has ${what}, which are not managed here.`;
    expect(reasons(armed(credentials), USER_KIND, null)).toEqual([{ code: 'user-has-other-credentials', message }]);
  });

  it('is deleted where it has none, and edited where it has some', () => {
    expect(codes(armed({ mfaDevices: 0, sshKeys: 0 }), USER_KIND, null)).toEqual([]);
    expect(codes(liveObject(USER_KIND, 'one', { tags: {} }), USER_KIND, null)).toEqual([]);
    expect(codes(armed({ mfaDevices: 1 }), USER_KIND, { tags: { team: 'a' } })).toEqual([]);
    expect(codes({ ...armed({ mfaDevices: 1 }), address: 'prod/AwsIamRole/one' }, ROLE_KIND, null)).toEqual([]);
  });
});

describe('a description that was not read', () => {
  const read = liveObject(ROLE_KIND, 'one', { trust: TRUST, description: 'Exports', maxSessionSeconds: 3600 });
  const unread = without(read, 'description');

  it('would be lost with another session length', () => {
    expect(places(unread, ROLE_KIND, { maxSessionSeconds: 7200 })).toEqual(['description-unread /maxSessionSeconds']);
  });

  it.each([
    ['where it is declared', unread, { maxSessionSeconds: 7200, description: 'Exports' }],
    ['where it is declared to be none', unread, { maxSessionSeconds: 7200, description: null }],
    ['where the session length stays', unread, { maxSessionSeconds: 3600, tags: { team: 'billing' } }],
    ['where the session length is not managed', unread, { tags: { team: 'billing' } }],
    ['where it was read', read, { maxSessionSeconds: 7200 }],
    ['of a role that is made', null, { maxSessionSeconds: 7200, trust: TRUST }],
    ['of a role that is deleted', unread, null],
  ])('is not %s', (_what, object, spec) => {
    expect(codes(object, ROLE_KIND, spec)).toEqual([]);
  });
});

describe('a tag that is there with other capital letters', () => {
  const object = liveObject(ROLE_KIND, 'one', { trust: TRUST, tags: { Team: 'billing', 'a/B': 'x' } });

  it('would be overwritten', () => {
    expect(reasons(object, ROLE_KIND, { tags: { team: 'orders', 'A/b': 'y', '*': 'keep' } })).toMatchObject([
      { code: 'tag-spelt-otherwise', pointer: '/tags/values/A~1b', message: expect.stringContaining('A/b for a/B') },
      { code: 'tag-spelt-otherwise', pointer: '/tags/values/team', message: expect.stringContaining('team for Team') },
    ]);
  });

  it.each([
    ['where it is spelt as it is', object, { Team: 'orders', '*': 'keep' }],
    ['for others', object, { teams: 'orders', '*': 'keep' }],
    ['where it goes', object, { 'a/B': 'x' }],
    ['where none is there', liveObject(ROLE_KIND, 'one', { trust: TRUST }), { team: 'orders' }],
  ] as const)('is not taken %s', (_what, live, tags) => {
    expect(codes(live, ROLE_KIND, { tags })).toEqual([]);
  });

  it('is not there before the object is', () => {
    expect(codes(null, ROLE_KIND, { trust: TRUST, tags: { team: 'orders' } })).toEqual([]);
  });
});
