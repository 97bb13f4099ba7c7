import { isBlob, readBlob } from './blob.ts';
import { at, type Repository } from './repository.ts';

export type BlobName = { readonly sha: string; readonly size: number };

/** Fewer than this are asked for one by one. */
const FEW = 4;
/** GraphQL cuts texts somewhere above this. */
const LARGEST_TEXT = 100_000;
const BATCH = { blobs: 100, bytes: 2_000_000 } as const;
const AT_ONCE = 8;

/**
 * The bytes of many blobs by name, a hundred in one request: a job token has only a thousand requests an hour.
 * Texts that GraphQL does not give byte for byte are fetched one by one.
 */
export async function readBlobs(
  repository: Repository,
  names: readonly BlobName[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Map(names.map((name) => [name.sha, name])).values()];
  const found = new Map<string, Uint8Array>();
  if (wanted.length >= FEW) {
    for (const batch of batches(wanted.filter(({ size }) => size <= LARGEST_TEXT))) {
      for (const [sha, bytes] of await readTexts(repository, batch)) found.set(sha, bytes);
    }
  }
  const missing = wanted.filter(({ sha }) => !found.has(sha));
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const some = missing.slice(start, start + AT_ONCE);
    const bytes = await Promise.all(some.map(async ({ sha }) => [sha, await readBlob(repository, sha)] as const));
    for (const [sha, content] of bytes) found.set(sha, content);
  }
  return found;
}

function batches(names: readonly BlobName[]): readonly (readonly BlobName[])[] {
  const all: BlobName[][] = [];
  let bytes = 0;
  for (const name of names) {
    const last = all.at(-1);
    if (last === undefined || last.length >= BATCH.blobs || bytes + name.size > BATCH.bytes) {
      all.push([name]);
      bytes = name.size;
    } else {
      last.push(name);
      bytes += name.size;
    }
  }
  return all;
}

type Texts = { repository: { readonly [alias: string]: { readonly text?: string | null } | null } | null };

async function readTexts(
  repository: Repository,
  names: readonly BlobName[],
): Promise<readonly (readonly [string, Uint8Array])[]> {
  const parameters = names.map((_, index) => `$o${index}: GitObjectID!`).join(', ');
  const fields = names.map((_, index) => `b${index}: object(oid: $o${index}) { ... on Blob { text } }`).join(' ');
  const query = `query ($owner: String!, $repo: String!, ${parameters}) { repository(owner: $owner, name: $repo) { ${fields} } }`;
  const variables = Object.fromEntries(names.map(({ sha }, index) => [`o${index}`, sha]));
  const answer = await repository.github.graphql<Texts>(query, { ...at(repository), ...variables });
  return names.flatMap(({ sha }, index) => {
    const text = answer.repository?.[`b${index}`]?.text ?? null;
    const bytes = text === null ? null : Buffer.from(text);
    return bytes !== null && isBlob(sha, bytes) ? [[sha, bytes] as const] : [];
  });
}
