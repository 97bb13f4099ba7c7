import { createHash } from 'node:crypto';
import { CountersignError } from '../core/errors.ts';
import { at, type Repository } from './repository.ts';

/** The bytes of a git object, checked against its name. @throws CountersignError `blob-altered`. */
export async function readBlob(repository: Repository, sha: string): Promise<Uint8Array> {
  const { data } = await repository.github.rest.git.getBlob({ ...at(repository), file_sha: sha });
  return checkedBytes(sha, data);
}

/** Decodes content as GitHub answers it. @throws CountersignError `blob-altered` when it is not what `sha` names. */
export function checkedBytes(sha: string, answer: { readonly content: string; readonly encoding: string }): Uint8Array {
  const bytes = Buffer.from(answer.content, answer.encoding === 'base64' ? 'base64' : 'utf8');
  if (isBlob(sha, bytes)) return bytes;
  throw new CountersignError('blob-altered', `the bytes that came are not those of blob ${sha}`, {
    mend: 'Run again; if it stays, something between here and GitHub alters answers.',
  });
}

/** Whether these bytes are what the name of a git object says. */
export function isBlob(sha: string, bytes: Uint8Array): boolean {
  const algorithm = sha.length === 64 ? 'sha256' : 'sha1';
  return createHash(algorithm).update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex') === sha;
}
