import { describe, expect, test } from 'vitest';
import { canonicalize, sha256 } from '../../../src/core/digest.ts';
import { preAuthEncoding } from '../../../src/core/dsse.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import type { EntryPredicate, Envelope } from '../../../src/core/ledger/entry.ts';
import type { Signer, Verifier } from '../../../src/core/ledger/ports.ts';
import { openEntry, sealEntry } from '../../../src/core/ledger/seal.ts';
import { AT, makeKeys } from '../../support/ledger-writer.ts';
import { someHash } from '../../support/memory-ledger.ts';

const keys = makeKeys('k1');
const TYPE = 'application/vnd.in-toto+json';
const DIGEST = someHash('plan');

const predicate: EntryPredicate = {
  ledgerId: 'ledger-1',
  index: 3,
  previous: someHash('previous'),
  state: someHash('state'),
  writer: 'run 1',
  at: AT,
  pullRequest: 7,
  body: { type: 'drift', content: { name: 'something' } },
};

const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'plan', digest: { sha256: DIGEST.slice('sha256:'.length) } }],
  predicateType: 'https://countersign.dev/ledger/entry/v1',
  predicate: JSON.parse(canonicalize(predicate)) as JsonObject,
};

/** What a holder of the key makes of any payload: written as given, in an envelope of this ledger's. */
async function signed(payload: Uint8Array | string, signer: Signer = keys.signer): Promise<Envelope> {
  const bytes = Buffer.from(payload);
  const signature = (await signer.sign(preAuthEncoding(TYPE, bytes))) ?? new Uint8Array();
  const signatures = [{ keyid: 'k1', sig: Buffer.from(signature).toString('base64') }];
  return { payload: bytes.toString('base64'), payloadType: TYPE, signatures };
}

const opened = (envelope: JsonObject | string, verifier: Verifier = keys.verifier) =>
  openEntry(Buffer.from(typeof envelope === 'string' ? envelope : canonicalize(envelope)), verifier);

const stated = async (parts: { readonly [key: string]: Json }, signer: Signer = keys.signer) =>
  await opened(await signed(canonicalize({ ...statement, ...parts }), signer));

describe('an entry', () => {
  test('is an in-toto statement about its plan, in a DSSE envelope', async () => {
    const { bytes, hash } = await sealEntry(predicate, DIGEST, keys.signer);
    expect(Buffer.from(bytes).toString()).toBe(canonicalize(await signed(canonicalize(statement))));
    expect(hash).toBe(sha256(bytes));
  });

  test('without a plan is about its ledger, by the hash of its id', async () => {
    const { bytes } = await sealEntry(predicate, null, keys.signer);
    const { payload } = JSON.parse(Buffer.from(bytes).toString()) as Envelope;
    const { subject } = JSON.parse(Buffer.from(payload, 'base64').toString()) as { subject: Json };
    expect(subject).toEqual([{ name: 'ledger', digest: { sha256: sha256('ledger-1').slice('sha256:'.length) } }]);
  });

  test('of a signer without an id names none', async () => {
    const { bytes } = await sealEntry(predicate, DIGEST, { ...keys.signer, keyId: null });
    const { signatures } = JSON.parse(Buffer.from(bytes).toString()) as Envelope;
    expect(signatures.map(({ keyid }) => keyid)).toEqual(['']);
  });

  test.each([DIGEST, null])('is read back as it was sealed, about %s', async (digest) => {
    const { bytes, hash } = await sealEntry(predicate, digest, keys.signer);
    expect(await openEntry(bytes, keys.verifier)).toStrictEqual({
      kind: 'entry',
      entry: { predicate, digest, hash, signer: 'k1' },
    });
  });

  test('tells when it was signed where its signature does', async () => {
    const at = (signedAt: number): Verifier => ({
      verify: () => Promise.resolve({ kind: 'trusted', signer: 'a workflow', signedAt }),
    });
    expect(await opened(await signed(canonicalize(statement)), at(1_772_445_600))).toMatchObject({
      entry: { signer: 'a workflow', signedAt: 1_772_445_600 },
    });
  });

  test('of another signer is not trusted, and is told why', async () => {
    expect(await stated({}, makeKeys('k1').signer)).toEqual({
      kind: 'untrusted',
      why: expect.stringMatching(/^signature-foreign: /u),
    });
  });
});

describe('what a newer version wrote', () => {
  const newer = { predicateType: 'https://countersign.dev/ledger/entry/v2' };

  test('is known as such, and what of it is unknown', async () => {
    expect(await stated(newer)).toEqual({
      kind: 'newer',
      why: expect.stringMatching(/ at \/payload\/predicateType$/u),
    });
    expect(await stated({ predicate: { ...statement.predicate, more: true } })).toEqual({
      kind: 'newer',
      why: expect.stringMatching(/ at \/payload\/predicate\/more$/u),
    });
  });

  test('is nothing when no trusted signer wrote it', async () => {
    expect(await stated(newer, makeKeys('k1').signer)).toEqual({
      kind: 'malformed',
      why: expect.stringMatching(/^signature-foreign: /u),
    });
  });

  test.each<[string, Json]>([
    ['another statement', { ...statement, predicateType: 'https://slsa.dev/provenance/v1' }],
    ['a statement without a type', { predicate: statement.predicate }],
    ['nothing', null],
    ['no statement', 'https://countersign.dev/ledger/entry/v2'],
  ])('is not %s, though a trusted signer wrote it', async (_, value) => {
    expect(await opened(await signed(canonicalize(value)))).toMatchObject({ kind: 'malformed' });
  });
});

describe('an entry has one spelling', () => {
  async function expectMalformed(envelope: JsonObject | string, why: RegExp): Promise<void> {
    expect(await opened(envelope)).toEqual({ kind: 'malformed', why: expect.stringMatching(why) });
  }

  test.each<[string, (text: string) => string, RegExp]>([
    ['spaces', (text) => `${text} `, / not in canonical form\. at the root$/u],
    ['a mark at its beginning', (text) => `\uFEFF${text}`, / not JSON in UTF-8\. at the root$/u],
    ['its end cut off', (text) => text.slice(0, -1), / not JSON in UTF-8\. at the root$/u],
  ])('without %s in its file', async (_, change, why) => {
    await expectMalformed(change(canonicalize(await signed(canonicalize(statement)))), why);
  });

  test('in UTF-8', async () => {
    expect(await openEntry(Buffer.from([0x22, 0xff, 0x22]), keys.verifier)).toMatchObject({
      kind: 'malformed',
      why: expect.stringMatching(/ not JSON in UTF-8\. at the root$/u),
    });
  });

  test('without spaces in its payload, whoever signed them', async () => {
    await expectMalformed(await signed(`${canonicalize(statement)} `), / not in canonical form\. at \/payload$/u);
  });

  test.each<[string, (payload: string) => string]>([
    ['unpadded', (payload) => payload.replace(/=+$/u, '')],
    ['in the other alphabet', (payload) => payload.replace(/\+/gu, '-').replace(/\//gu, '_')],
    ['with a space', (payload) => `${payload} `],
  ])('in base64 that is not %s', async (_, change) => {
    // A text whose base64 has characters of which the alphabets differ, and padding.
    const body = { type: 'drift', content: { name: '???>>>~~~', more: 'ÿ' } };
    const value = { ...statement, predicate: { ...statement.predicate, body } };
    const honest = await signed(canonicalize(value));
    const payload = change(honest.payload);
    expect(await opened(honest)).toMatchObject({ kind: 'entry' });
    expect(payload).not.toBe(honest.payload);
    await expectMalformed({ ...honest, payload }, / not base64 as this ledger writes it\. at \/payload$/u);
  });

  test.each<[string, JsonObject, RegExp]>([
    ['another type', { payloadType: 'application/json' }, / at \/payloadType$/u],
    ['a field of its own', { more: true }, / at \/more$/u],
    ['no signatures', { signatures: null }, / at \/signatures$/u],
  ])('in an envelope without %s', async (_, parts, why) => {
    await expectMalformed({ ...(await signed(canonicalize(statement))), ...parts }, why);
  });
});

describe('an entry is bounded', () => {
  const TOO_LARGE = 'larger than 4000000 bytes';

  test('to four million bytes, which are not even read', async () => {
    expect(await openEntry(new Uint8Array(4_000_001), keys.verifier)).toEqual({ kind: 'malformed', why: TOO_LARGE });
    expect(await openEntry(new Uint8Array(4_000_000), keys.verifier)).toMatchObject({
      kind: 'malformed',
      why: expect.stringMatching(/ not JSON in UTF-8\. at the root$/u),
    });
  });

  test.each([
    [8, 'entry'],
    [9, 'malformed'],
  ])('to eight signatures: %i', async (count, kind) => {
    const honest = await signed(canonicalize(statement));
    const [own = { keyid: '', sig: '' }] = honest.signatures;
    const found = await opened({ ...honest, signatures: Array.from({ length: count }, () => own) });
    expect(found.kind).toBe(kind);
    if (found.kind === 'malformed') expect(found.why).toMatch(/ not a few signatures\. at \/signatures$/u);
  });
});

describe('an entry is about one thing', () => {
  const named = (name: string, sha: string): JsonObject => ({ name, digest: { sha256: sha } });
  const plan = statement.subject[0] ?? {};

  test.each<[string, Json, RegExp]>([
    ['nothing', [], / not one subject\. at \/payload\/subject$/u],
    ['two plans', [plan, plan], / not one subject\. at \/payload\/subject$/u],
    ['something else', [named('image', 'a'.repeat(64))], / at \/payload\/subject\/0\/name$/u],
    ['no hash', [named('plan', 'a'.repeat(63))], / not a SHA-256 hash\. at \/payload\/subject\/0\/digest\/sha256$/u],
    [
      'another ledger',
      [named('ledger', sha256('ledger-2').slice('sha256:'.length))],
      / not the ledger's\. at \/payload\/subject\/0\/digest\/sha256$/u,
    ],
  ])('and not about %s', async (_, subject, why) => {
    expect(await stated({ subject })).toEqual({ kind: 'newer', why: expect.stringMatching(why) });
  });
});
