import { canonicalize, isCanonical, sha256 } from '../digest.ts';
import { fromBase64, preAuthEncoding, toBase64 } from '../dsse.ts';
import { CountersignError } from '../errors.ts';
import { isJsonObject, type Json, type Sha256 } from '../json.ts';
import { hash, list, literal, malformed, natural, nullable, record, text, time, type Decoder } from './decode.ts';
import { decodeBody } from './decode-body.ts';
import type { EntryPredicate, Envelope, LedgerEntry, Statement } from './entry.ts';
import type { Signer, Verifier } from './ports.ts';
import { parseJson } from '../parse-json.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPES = 'https://countersign.dev/ledger/entry/';
const PREDICATE_TYPE = `${PREDICATE_TYPES}v1` as const;

/** An entry's file holds the canonical envelope, whose payload is the canonical statement: one entry has one spelling. */
export type Sealed = { readonly bytes: Uint8Array; readonly hash: Sha256 };

export async function sealEntry(predicate: EntryPredicate, digest: Sha256 | null, signer: Signer): Promise<Sealed> {
  const statement: Statement = {
    _type: STATEMENT_TYPE,
    subject: [subjectOf(digest, predicate.ledgerId)],
    predicateType: PREDICATE_TYPE,
    predicate,
  };
  const payload = Buffer.from(canonicalize(statement));
  const signature = await signer.sign(preAuthEncoding(PAYLOAD_TYPE, payload));
  const signatures = signature === null ? [] : [{ keyid: signer.keyId ?? '', sig: toBase64(signature) }];
  const bytes = Buffer.from(canonicalize({ payloadType: PAYLOAD_TYPE, payload: toBase64(payload), signatures }));
  return { bytes, hash: sha256(bytes) };
}

function subjectOf(
  digest: Sha256 | null,
  ledgerId: string,
): { readonly name: 'plan' | 'ledger'; readonly digest: { readonly sha256: string } } {
  const named = digest ?? sha256(ledgerId);
  return { name: digest === null ? 'ledger' : 'plan', digest: { sha256: named.slice('sha256:'.length) } };
}

const decodeEnvelope: Decoder<Envelope> = record({
  payloadType: literal(PAYLOAD_TYPE),
  payload: text,
  signatures: list(record({ keyid: text, sig: text })),
});

const decodeStatement = record({
  _type: literal(STATEMENT_TYPE),
  subject: list(record({ name: literal('plan', 'ledger'), digest: record({ sha256: text }) })),
  predicateType: literal(PREDICATE_TYPE),
  predicate: record({
    ledgerId: text,
    index: natural,
    previous: nullable(hash),
    state: nullable(hash),
    writer: text,
    at: time,
    pullRequest: nullable(natural),
    body: decodeBody,
  }),
});

/**
 * What a file under `entries/` is. `untrusted` is well formed, but no trusted signer made it; `newer` is what a trusted signer
 * made of an entry, in a form that this version does not know.
 */
export type Opened =
  | { readonly kind: 'entry'; readonly entry: LedgerEntry }
  | { readonly kind: 'untrusted'; readonly why: string }
  | { readonly kind: 'newer'; readonly why: string }
  | { readonly kind: 'malformed'; readonly why: string };

/** Larger files are no entries: plans and assessments are kept apart. */
const MAXIMUM_ENTRY_BYTES = 4_000_000;
const MAXIMUM_SIGNATURES = 8;

/** A verifier that cannot verify, because its issuer does not answer for one, throws: that makes no entry malformed. */
export async function openEntry(bytes: Uint8Array, verifier: Verifier): Promise<Opened> {
  const decoded = decodeEntry(bytes);
  if (decoded.kind === 'malformed') return decoded;
  const verdict = await verifier.verify(decoded.envelope);
  if (verdict.kind === 'refused')
    return { kind: decoded.kind === 'newer' ? 'malformed' : 'untrusted', why: verdict.why };
  if (decoded.kind === 'newer') return { kind: 'newer', why: decoded.why };
  const { predicate, digest } = decoded;
  const { signer, signedAt } = verdict;
  const entry = { predicate, digest, hash: sha256(bytes), signer };
  return { kind: 'entry', entry: signedAt === undefined ? entry : { ...entry, signedAt } };
}

type Decoded =
  | {
      readonly kind: 'entry';
      readonly envelope: Envelope;
      readonly predicate: EntryPredicate;
      readonly digest: Sha256 | null;
    }
  | { readonly kind: 'newer'; readonly envelope: Envelope; readonly why: string }
  | Extract<Opened, { kind: 'malformed' }>;

function decodeEntry(bytes: Uint8Array): Decoded {
  if (bytes.length > MAXIMUM_ENTRY_BYTES) return { kind: 'malformed', why: `larger than ${MAXIMUM_ENTRY_BYTES} bytes` };
  return unlessMalformed(
    () => {
      const envelope = decodeEnvelope(parseCanonical(bytes, ''), '');
      const payload = fromBase64(envelope.payload);
      if (envelope.signatures.length > MAXIMUM_SIGNATURES) throw malformed('/signatures', 'a few signatures');
      if (payload === null || toBase64(payload) !== envelope.payload)
        throw malformed('/payload', 'base64 as this ledger writes it');
      const statement = parseCanonical(payload, '/payload');
      return unlessMalformed<Decoded>(
        () => ({ kind: 'entry', envelope, ...entryOf(statement) }),
        (why) => (isEntry(statement) ? { kind: 'newer', envelope, why } : { kind: 'malformed', why }),
      );
    },
    (why) => ({ kind: 'malformed', why }),
  );
}

function entryOf(value: Json): { readonly predicate: EntryPredicate; readonly digest: Sha256 | null } {
  const { predicate, subject } = decodeStatement(value, '/payload');
  return { predicate, digest: digestOf(subject, predicate.ledgerId) };
}

/** Of any version. */
function isEntry(value: Json): boolean {
  const type = isJsonObject(value) ? value['predicateType'] : null;
  return typeof type === 'string' && type.startsWith(PREDICATE_TYPES);
}

function unlessMalformed<T>(decode: () => T, otherwise: (why: string) => T): T {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return otherwise(`${error.message} ${error.evidence ?? ''}`.trim());
  }
}

function digestOf(
  subject: readonly { readonly name: 'plan' | 'ledger'; readonly digest: { readonly sha256: string } }[],
  ledgerId: string,
): Sha256 | null {
  const [only] = subject;
  if (only === undefined || subject.length !== 1) throw malformed('/payload/subject', 'one subject');
  const named = hash(`sha256:${only.digest.sha256}`, '/payload/subject/0/digest/sha256');
  if (only.name === 'plan') return named;
  if (named !== sha256(ledgerId)) throw malformed('/payload/subject/0/digest/sha256', "the ledger's");
  return null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws CountersignError `ledger-malformed` unless the bytes are the canonical form of a JSON value. */
export function parseCanonical(bytes: Uint8Array, pointer: string): Json {
  let source: string;
  let value: Json;
  try {
    source = UTF8.decode(bytes);
    value = parseJson(source);
  } catch {
    throw malformed(pointer, 'JSON in UTF-8');
  }
  if (!isCanonical(value, source)) throw malformed(pointer, 'in canonical form');
  return value;
}
