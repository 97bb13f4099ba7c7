import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CountersignError } from '../core/errors.ts';
import { isJsonObject, type Json } from '../core/json.ts';
import type { Anchor } from '../core/ledger/entry.ts';
import type { Verifier } from '../core/ledger/ports.ts';
import { ed25519Verifier, unsigned } from '../core/ledger/signing.ts';
import { verifyLedger, type LedgerFiles, type Verification } from '../core/ledger/verify.ts';
import { visible } from '../core/yaml/text.ts';
import type { CommandDefinition } from './arguments.ts';
import type { CliContext, Command } from './context.ts';
import { folderLedger } from './folder-ledger.ts';
import { gitLedger } from './git-ledger.ts';
import { runWith, type Given } from './given.ts';

const MAXIMUM_KEYS_BYTES = 1_000_000;
const SHOWN = 20;

const definition: CommandDefinition = {
  name: 'verify',
  help: [
    'Verifies a ledger offline: every entry and its signature, the chain, each apply, every kept plan, and the index.',
    "LEDGER is a folder with a checked-out ledger, or a git repository that has the ledger's branch.",
    'Names the first bad entry, and exits with 1 if anything is wrong.',
  ].join('\n'),
  options: {
    keys: {
      type: 'text',
      value: 'FILE',
      description: 'Trusted Ed25519 keys: JSON, key id to base64 of SPKI DER. Without it signatures are not checked.',
    },
    anchor: {
      type: 'text',
      value: 'INDEX:HASH',
      description: 'An older entry that the ledger must extend, as a check run quotes it.',
    },
    branch: { type: 'text', value: 'NAME', description: "The ledger's branch.", default: 'countersign/ledger' },
    format: { type: 'choice', values: ['text', 'json'], description: 'For people or for programs.' },
  },
  positionals: { name: 'LEDGER', minimum: 1, maximum: 1 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => verifyGiven(context, given)),
};

async function verifyGiven(context: CliContext, given: Given): Promise<number> {
  const keys = given.text('keys');
  const anchor = readAnchor(given.text('anchor'));
  const verifier = keys === null ? unsigned : await readKeys(context, keys);
  const verification = await verifyAt(
    context,
    given.positionals[0] ?? '.',
    given.text('branch') ?? '',
    verifier,
    anchor,
  );
  const signatures = keys === null ? 'not-checked' : 'checked';
  context.stdout.write(
    given.text('format') === 'json'
      ? `${JSON.stringify({ ...verification, signatures }, null, 2)}\n`
      : textOf(verification, signatures),
  );
  return verification.sound ? 0 : 1;
}

async function verifyAt(
  context: CliContext,
  place: string,
  branch: string,
  verifier: Verifier,
  anchor: Anchor | null,
): Promise<Verification> {
  const folder = resolve(context.cwd, place);
  if (await isThere(join(folder, 'entries'))) return await verifyLedger(folderLedger(folder), verifier, anchor);
  const ledger = (await isThere(folder)) ? await gitLedger(folder, branch, context.env) : null;
  if (ledger !== null) return await closing(() => ledger.close(), verifyLedger(ledger.files, verifier, anchor));
  const nothing: LedgerFiles = { paths: [], read: () => Promise.resolve(new Uint8Array()) };
  return await verifyLedger(nothing, verifier, anchor);
}

async function closing<T>(close: () => void, result: Promise<T>): Promise<T> {
  try {
    return await result;
  } finally {
    close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function readAnchor(text: string | null): Anchor | null {
  if (text === null) return null;
  const [, index, hash] = /^(\d{1,15}):(?:sha256:)?([0-9a-f]{64})$/u.exec(text) ?? [];
  if (index !== undefined && hash !== undefined) return { index: Number(index), hash: `sha256:${hash}` };
  throw new CountersignError('anchor-malformed', 'This is not an anchor.', {
    evidence: text.slice(0, 100),
    mend: 'Write the entry’s index, a colon and its hash, as a check run of Countersign quotes them.',
  });
}

async function readKeys(context: CliContext, path: string): Promise<Verifier> {
  const found = await context.files.read(path, MAXIMUM_KEYS_BYTES);
  const keys = found.kind === 'bytes' ? parseKeys(Buffer.from(found.bytes).toString('utf8')) : null;
  if (keys !== null) return ed25519Verifier(keys);
  throw new CountersignError('keys-unreadable', 'The file of trusted keys cannot be used.', {
    evidence: path,
    mend: 'Give a JSON object of at least one key: its id, and its public half as base64 of SPKI DER.',
  });
}

function parseKeys(text: string): { readonly [keyId: string]: string } | null {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  if (!isJsonObject(value)) return null;
  const entries = Object.entries(value).flatMap(([keyId, key]) =>
    typeof key === 'string' ? [[keyId, key] as const] : [],
  );
  return entries.length > 0 && entries.length === Object.keys(value).length ? Object.fromEntries(entries) : null;
}

function textOf(verification: Verification, signatures: 'checked' | 'not-checked'): string {
  const { ledgerId, entries, head, signers, unfinished, problems, foreign } = verification;
  const [first] = problems;
  const where = first?.index === undefined || first.index === null ? (first?.path ?? '') : `entry ${first.index}`;
  const by = Object.entries(signers).map(([signer, count]) => `${count} by ${signer}`);
  const lines = [
    verification.sound
      ? `Sound: ledger ${ledgerId ?? ''}, ${entries} entries.`
      : `NOT SOUND: ${first?.code ?? ''}, first at ${where}.`,
    ...(head === null ? [] : [`Anchor: ${head.index}:${head.hash}`]),
    signatures === 'checked'
      ? `Signatures: ${by.join(', ') || 'none'}`
      : 'Signatures: NOT CHECKED. Give the trusted keys with --keys.',
    ...(unfinished.length === 0 ? [] : [`Applies without their end: ${unfinished.length}`]),
    ...problems
      .slice(0, SHOWN)
      .map(
        ({ code, index, path, message }) => `${code}: ${index === null ? '' : `entry ${index}, `}${path}: ${message}`,
      ),
    ...(problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more`] : []),
    ...foreign.slice(0, SHOWN).map((path) => `foreign, not counted: ${path}`),
    ...(foreign.length > SHOWN ? [`… and ${foreign.length - SHOWN} more foreign files`] : []),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
