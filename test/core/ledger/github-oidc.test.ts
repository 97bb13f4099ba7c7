import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { audienceOf, pinnedKeys } from '../../../src/core/ledger/github-oidc.ts';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import type { Signer, Verifier } from '../../../src/core/ledger/ports.ts';
import { sealEntry } from '../../../src/core/ledger/seal.ts';
import { enter, begun, ledgerOf, makeKeys, note } from '../../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';
import { ISSUED_AT, signing, TokenKey, tokenOf, TRUST, verifierOf } from '../../support/workflow-tokens.ts';
import { file, verify } from './verifying.ts';

const issuer = new TokenKey('issuer-1');
const other = new TokenKey('issuer-2');
const honest = { signer: issuer.signer(), verifier: issuer.verifier() };

/** What verification says of a ledger whose fourth entry was signed so, and what a run makes of it. */
async function forged(signer: Signer, verifier: Verifier = honest.verifier) {
  const { store, writer } = await ledgerOf(3, honest);
  const { head } = await openLedger(writer);
  const predicate = { ...head.predicate, index: 3, previous: head.hash };
  store.files.set(entryPath(3), (await sealEntry(predicate, someHash('plan'), signer)).bytes);
  store.files.delete('head.json');
  const { problems } = await verify(store, verifier);
  const ledger = await openLedger({ ...writer, verifier });
  return { first: problems[0], reached: ledger.head.predicate.index };
}

async function expectRefused(signer: Signer, why: string, verifier?: Verifier): Promise<void> {
  const { first, reached } = await forged(signer, verifier);
  expect(first).toMatchObject({
    code: 'entry-untrusted',
    index: 3,
    message: expect.stringContaining(`(${why}: `),
  });
  expect(reached).toBe(2);
}

describe('a ledger signed by workflow runs', () => {
  test('is sound, and told by the workflow that wrote it', async () => {
    const { store } = await ledgerOf(5, honest);
    expect(await verify(store, honest.verifier)).toMatchObject({
      sound: true,
      signers: { [TRUST.workflows[0] ?? '']: 5 },
    });
  });

  test('is sound whenever it is verified, long after the tokens ended', async () => {
    const signer = issuer.signer({ iat: 1_000_000_000, exp: 1_000_000_300 });
    const { store } = await ledgerOf(3, { ...honest, signer });
    expect(await verify(store, honest.verifier)).toMatchObject({ sound: true });
  });

  test('stays sound when the repository is renamed: its number is what counts', async () => {
    const signer = issuer.signer({ repository: 'acme/accounts' });
    const { store } = await ledgerOf(3, { ...honest, signer });
    expect(await verify(store, honest.verifier)).toMatchObject({ sound: true });
  });

  test('goes on under a new key of the issuer, while the old one is kept', async () => {
    const verifier = verifierOf([issuer, other]);
    const { store, writer } = await ledgerOf(3, { ...honest, verifier });
    await enter({ ...writer, signer: other.signer() }, [note('after the rotation')]);
    expect(await verify(store, verifier)).toMatchObject({ sound: true, entries: 4 });
  });
});

describe('a signature is refused', () => {
  test('that the issuer did not make', async () => {
    const impostor = new TokenKey('issuer-1');
    await expectRefused(impostor.signer(), 'token-forged');
  });

  test('that is another entry’s: moved, replayed or entered again', async () => {
    const elsewhere = Buffer.from('another entry');
    await expectRefused(
      signing(() => issuer.token({ aud: audienceOf(elsewhere) })),
      'token-audience',
    );
  });

  test.each([
    ['a bare hash', (message: Uint8Array) => audienceOf(message).replace('countersign-ledger:', '')],
    ['a list with the right one in it', (message: Uint8Array) => [audienceOf(message), 'https://github.com/acme']],
    ['none', () => undefined],
    ['the one that GitHub gives unasked', () => 'https://github.com/acme'],
  ])('whose audience is %s', async (_, aud) => {
    await expectRefused(
      signing((message) => issuer.token({ aud: aud(message) })),
      'token-audience',
    );
  });

  test.each([
    ['token-issuer', { iss: 'https://token.example.test' }],
    ['token-repository', { repository_id: '8' }],
    ['token-repository', { repository_id: 7 }],
    ['token-workflow', { job_workflow_ref: 'acme/identities/.github/workflows/other.yml@refs/heads/main' }],
    [
      'token-workflow',
      { job_workflow_ref: 'acme/identities/.github/workflows/countersign-apply.yml@refs/heads/mallory' },
    ],
    ['token-workflow', { job_workflow_ref: TRUST.workflows }],
    ['token-ref', { ref: 'refs/heads/mallory' }],
    ['token-event', { event_name: 'pull_request' }],
    ['token-event', { event_name: undefined }],
    ['token-malformed', { iat: undefined }],
  ])('%s: of a run with %j', async (why, claims) => {
    await expectRefused(issuer.signer(claims), why);
  });

  test('whose key is neither pinned nor the issuer’s, as one that it rotated away', async () => {
    await expectRefused(other.signer(), 'token-key-unknown');
  });

  test('that was made with a key after its end, and not before it', async () => {
    const end = new Date(ISSUED_AT * 1000).toISOString();
    await expectRefused(other.signer(), 'token-key-retired', verifierOf([issuer, other], {}, { 'issuer-2': end }));
    const { reached } = await forged(
      other.signer({ iat: ISSUED_AT - 1 }),
      verifierOf([issuer, other], {}, { 'issuer-2': end }),
    );
    expect(reached).toBe(3);
  });

  test.each(['none', 'HS256', 'RS512', 'PS256', 'rs256', '', null, ['RS256']])(
    'that calls its algorithm %j',
    async (alg) => {
      await expectRefused(issuer.signer({}, { alg }), 'token-algorithm');
    },
  );

  test('that asks for an extension', async () => {
    await expectRefused(issuer.signer({}, { crit: ['exp'] }), 'token-algorithm');
  });

  test('that is keyed with the public key, or not signed at all', async () => {
    const claims = (message: Uint8Array) => ({ aud: audienceOf(message), iss: TRUST.issuer, iat: ISSUED_AT });
    const keyed = (alg: string) =>
      signing((message) =>
        tokenOf({ alg, kid: 'issuer-1' }, claims(message), (signed) =>
          createHmac('sha256', issuer.spki).update(signed).digest(),
        ),
      );
    await expectRefused(keyed('HS256'), 'token-algorithm');
    await expectRefused(keyed('RS256'), 'token-forged');
    const bare = (alg: string) =>
      signing((message) => tokenOf({ alg, kid: 'issuer-1' }, claims(message), () => new Uint8Array()));
    await expectRefused(bare('none'), 'token-algorithm');
    await expectRefused(bare('RS256'), 'token-forged');
  });

  test.each(['', 'a.b', 'a.b.c', '..', `${issuer.token({})}.e`, `${issuer.token({})}=`, 'x'.repeat(40_000)])(
    'that is no token: %.20s',
    async (token) => {
      await expectRefused(
        signing(() => token),
        'token-malformed',
      );
    },
  );

  test('that is of another sort', async () => {
    await expectRefused(makeKeys('issuer-1').signer, 'token-malformed');
  });

  test('that is missing', async () => {
    await expectRefused({ keyId: null, sign: () => Promise.resolve(null) }, 'signature-absent');
  });
});

describe('a ledger that brings its own trust', () => {
  test.each([
    ['a key in the token', (key: TokenKey) => key.signer({}, { jwk: { kty: 'RSA' }, x5c: ['MII'] })],
    ['the address of keys in the token', (key: TokenKey) => key.signer({}, { jku: 'https://evil.example.test/jwks' })],
  ])('in %s is refused', async (_, signer) => {
    await expectRefused(signer(new TokenKey('own-key')), 'token-key-unknown');
  });

  test('in its genesis is refused', async () => {
    const own = new TokenKey('own-key');
    const store = new MemoryLedger();
    await begun(store, { signer: own.signer(), verifier: own.verifier() });
    expect((await verify(store, honest.verifier)).problems[0]).toMatchObject({ code: 'entry-untrusted', index: 0 });
    await expect(openLedger({ store, verifier: honest.verifier, anchor: null })).rejects.toMatchObject({
      code: 'ledger-missing',
    });
  });
});

test('a run that the rules do not trust appends nothing', async () => {
  const { store, writer } = await ledgerOf(3, honest);
  const stranger = { ...writer, signer: issuer.signer({ event_name: 'pull_request' }) };
  await expect(enter(stranger, [note('x')])).rejects.toMatchObject({
    code: 'ledger-signer-untrusted',
    evidence: expect.stringContaining('token-event'),
  });
  expect(file(store, 3)).toHaveLength(0);
});

test.each([
  ['no key', 'AAAA'],
  [
    'a short key',
    generateKeyPairSync('rsa', { modulusLength: 1024 })
      .publicKey.export({ format: 'der', type: 'spki' })
      .toString('base64'),
  ],
  ['a key of another kind', makeKeys('k').spki],
])('%s cannot be pinned', (_, spki) => {
  expect(() => pinnedKeys({ k: spki }, {})).toThrow(expect.objectContaining({ code: 'issuer-key-unusable' }));
});
