import { signing } from '../core/configuration/signing-schema.ts';
import { resolveSigning, type SigningInput } from '../core/configuration/signing.ts';
import type { SigningConfiguration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { isJsonObject, type Json } from '../core/json.ts';
import { readAnchor } from '../core/ledger/anchor.ts';
import type { Anchor } from '../core/ledger/entry.ts';
import { oidcVerifier, pinnedKeys } from '../core/ledger/github-oidc.ts';
import type { Verifier } from '../core/ledger/ports.ts';
import { ed25519Verifier, unsigned } from '../core/ledger/signing.ts';
import { validate } from '../core/schema.ts';
import { parseYaml } from '../core/yaml.ts';
import type { CliContext } from './context.ts';
import { parseJson } from '../core/parse-json.ts';

const MAXIMUM_BYTES = 1_000_000;

/** Whose signatures count, from a file with what a configuration has under `ledger.signing`, or with Ed25519 keys by their ids. */
export async function readKeys(context: CliContext, path: string): Promise<Verifier> {
  const bytes = await readGiven(context, path, 'keys');
  const { documents, diagnostics } = parseYaml({ path, bytes });
  const [document, second] = documents;
  if (document === undefined || second !== undefined || diagnostics.length > 0)
    throw keysUnusable(path, diagnostics[0]?.cause ?? 'it is not one document');
  const { value } = document;
  if (!isJsonObject(value) || !Object.hasOwn(value, 'kind')) return keysById(path, value);
  if (value['kind'] === 'Configuration')
    throw keysUnusable(path, 'it is a whole configuration, and only what stands under its `ledger.signing` is wanted');
  const [problem] = validate(signing, document);
  if (problem !== undefined) throw keysUnusable(path, problem.cause.replace(/\.$/u, ''));
  // The schema has just confirmed this shape.
  return verifierOf(path, resolveSigning(value as SigningInput));
}

function verifierOf(path: string, trusted: SigningConfiguration): Verifier {
  switch (trusted.kind) {
    case 'none':
      return unsigned;
    case 'ed25519':
      return ed25519Verifier(trusted.keys);
    case 'github-oidc': {
      const keys = pinnedKeys(trusted.keys, trusted.retired);
      if (keys.size === 0)
        throw keysUnusable(path, "it pins none of the issuer's keys, and nothing is asked for them here");
      return oidcVerifier(trusted, (keyId) => Promise.resolve(keys.get(keyId) ?? null));
    }
  }
}

function keysById(path: string, value: Json): Verifier {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  const keys = entries.flatMap(([keyId, key]) => (typeof key === 'string' ? [[keyId, key] as const] : []));
  if (keys.length === 0 || keys.length < entries.length) throw keysUnusable(path, 'it does not hold keys by their ids');
  return ed25519Verifier(Object.fromEntries(keys));
}

/** @param given `INDEX:HASH`, or a file with it, or with what `verify --format json` wrote. */
export async function readAnchorGiven(context: CliContext, given: string | null): Promise<Anchor | null> {
  if (given === null) return null;
  const anchor = readAnchor(given);
  if (anchor !== null) return anchor;
  // A misspelt anchor is more likely than a file of such a name.
  const isSpelt = /^\d+(?::|$)/u.test(given);
  const content = isSpelt ? given : Buffer.from(await readGiven(context, given, 'anchor')).toString('utf8');
  const found = readAnchor(content.trim()) ?? anchorOfReport(content);
  if (found !== null) return found;
  throw new CountersignError('anchor-malformed', 'This is not an anchor.', {
    evidence: given.slice(0, 100),
    mend: 'Write the entry’s index, a colon and its hash, as a check run of Countersign quotes them, or name a file that holds that.',
  });
}

function anchorOfReport(content: string): Anchor | null {
  try {
    const report = parseJson(content);
    const head = isJsonObject(report) ? report['head'] : undefined;
    if (!isJsonObject(head)) return null;
    const { index, hash } = head;
    return typeof index === 'number' && typeof hash === 'string' ? readAnchor(`${index}:${hash}`) : null;
  } catch {
    return null;
  }
}

async function readGiven(context: CliContext, path: string, option: 'keys' | 'anchor'): Promise<Uint8Array> {
  const found = await context.files.read(path, MAXIMUM_BYTES);
  if (found.kind === 'bytes') return found.bytes;
  const why = found.kind === 'absent' ? 'there is no such file' : `it is ${found.kind}`;
  throw new CountersignError(`${option}-unreadable`, `The file given with --${option} cannot be read: ${why}.`, {
    evidence: path.slice(0, 500),
    mend: 'Name a file of at most a megabyte, relative to where the command runs.',
  });
}

function keysUnusable(path: string, why: string): CountersignError {
  return new CountersignError('keys-unusable', `The file given with --keys cannot be used: ${why}.`, {
    evidence: path.slice(0, 500),
    mend: 'Write what the configuration has under `ledger.signing`, as JSON or YAML; or Ed25519 keys by their ids, as base64 of SPKI DER.',
  });
}
