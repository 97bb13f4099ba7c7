import type { Reason } from '../errors.ts';
import type { Json } from '../json.ts';
import { RUN_REASONS, TERMINAL_RECEIPTS, type Actor, type EntryBody } from './bodies.ts';
import {
  anyObject,
  dictionary,
  flag,
  hash,
  json,
  list,
  literal,
  malformed,
  natural,
  nullable,
  record,
  text,
  time,
  type Decoder,
} from './decode.ts';

const actor: Decoder<Actor> = record({ id: natural, login: text });

const plainReason = record({ code: text, message: text });
const pointedReason = record({ code: text, message: text, pointer: text });
const reason: Decoder<Reason> = (value, pointer) =>
  (Object.hasOwn(anyObject(value, pointer), 'pointer') ? pointedReason : plainReason)(value, pointer);

const DECODERS: { readonly [Type in EntryBody['type']]: Decoder<Extract<EntryBody, { type: Type }>> } = {
  genesis: record({
    type: literal('genesis'),
    ledgerId: text,
    signers: list(text),
    governance: dictionary(hash),
    tip: text,
  }),
  planned: record({
    type: literal('planned'),
    run: text,
    code: text,
    head: text,
    baseBranch: text,
    body: hash,
    assessment: hash,
    mustQuote: flag,
    because: literal(...RUN_REASONS),
    senders: list(actor),
  }),
  published: record({
    type: literal('published'),
    run: text,
    commentId: natural,
    createdAt: time,
    head: text,
    senders: list(actor),
  }),
  judged: record({ type: literal('judged'), run: text, head: text, pull: hash }),
  ended: record({ type: literal('ended'), run: text, because: literal('unconcerned'), head: text }),
  approved: record({
    type: literal('approved'),
    applyId: hash,
    landing: text,
    run: text,
    reviews: list(record({ id: natural, reviewer: actor })),
    rules: record({ before: hash, tip: hash }),
  }),
  refused: record({
    type: literal('refused'),
    applyId: nullable(hash),
    landing: nullable(text),
    reasons: list(reason),
    bypassed: nullable(record({ contributors: list(actor), incomplete: nullable(text) })),
  }),
  'apply-started': record({
    type: literal('apply-started'),
    applyId: hash,
    landing: text,
    epoch: natural,
    holder: text,
    steps: list(record({ id: text, repeat: literal('idempotent', 'intent') })),
  }),
  intent: record({ type: literal('intent'), applyId: hash, stepId: text, commitment: hash }),
  receipt: record({
    type: literal('receipt'),
    applyId: hash,
    stepId: text,
    kind: literal(...TERMINAL_RECEIPTS, 'ambiguous', 'waiting'),
    found: json,
    reasons: list(reason),
    remains: list(text),
  }),
  'follow-up': record({ type: literal('follow-up'), applyId: hash, branch: text, commit: text }),
  'apply-finished': record({
    type: literal('apply-finished'),
    applyId: hash,
    landing: text,
    result: literal('applied', 'partial', 'refused', 'superseded', 'nothing'),
    applied: list(text),
    unapplied: list(record({ address: text, contributors: list(actor), incomplete: nullable(text) })),
    settled: nullable(text),
  }),
  rules: record({ type: literal('rules'), commit: text, governance: dictionary(hash), takenIn: list(text) }),
  drift: other('drift'),
  exception: other('exception'),
  emergency: other('emergency'),
};

function other<const Type extends 'drift' | 'exception' | 'emergency'>(type: Type) {
  return record({ type: literal(type), content: anyObject });
}

/** @throws CountersignError `ledger-malformed` */
export function decodeBody(value: Json | undefined, pointer: string): EntryBody {
  const type = text(anyObject(value, pointer)['type'], `${pointer}/type`);
  if (!isEntryType(type)) throw malformed(`${pointer}/type`, 'a known type of entry');
  return DECODERS[type](value, pointer);
}

function isEntryType(type: string): type is EntryBody['type'] {
  return Object.hasOwn(DECODERS, type);
}
