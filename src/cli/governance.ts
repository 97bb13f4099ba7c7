import { compareText } from '../core/address.ts';
import type { Configuration } from '../core/configuration.ts';
import { sha256 } from '../core/digest.ts';
import { CountersignError } from '../core/errors.ts';
import { classifier } from '../core/globs.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import type { FileEntry, Files } from './context.ts';

/** Rule files are small; one that is not is no rule file that anyone has read. */
const MAXIMUM_BYTES = 16_777_216;

/**
 * Rule files that differ between two states of a repository, by the hash of their bytes, sorted; also what is one only by `own`, the
 * rules of the later state. `own` null: they cannot be read.
 */
export async function governanceBetween(
  base: Files,
  head: Files,
  configuration: Configuration,
  own: Configuration | null,
): Promise<Plan['governance']> {
  const before = await ruleFiles(base, configuration);
  const classify = classifier(configuration);
  const taken =
    own === null ? [] : [...(await ruleFiles(head, own))].filter(([path]) => classify(path) !== 'governance');
  const after = new Map([...taken, ...(await ruleFiles(head, configuration))]);
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return paths
    .map((path) => ({ path, base: before.get(path) ?? null, head: after.get(path) ?? null }))
    .filter((file) => file.base !== file.head);
}

async function ruleFiles(files: Files, configuration: Configuration): Promise<ReadonlyMap<string, Sha256>> {
  const classify = classifier(configuration);
  const { entries } = await files.list();
  const hashes = new Map<string, Sha256>();
  for (const entry of entries) {
    if (classify(entry.path) === 'governance') hashes.set(entry.path, sha256(await contentOf(files, entry)));
  }
  return hashes;
}

/** What a link says is part of what is reviewed, whatever it leads to. */
async function contentOf(files: Files, { path, kind }: FileEntry): Promise<Uint8Array | string> {
  if (kind === 'symlink') return (await files.linkTarget(path)) ?? '';
  const found = await files.read(path, MAXIMUM_BYTES);
  if (found.kind === 'bytes') return found.bytes;
  throw new CountersignError('rules-unreadable', 'A rule file cannot be read.', {
    evidence: `${path}: ${found.kind}`,
    mend: `Rule files are plain files of at most ${MAXIMUM_BYTES} bytes that you may read.`,
  });
}
