import { posix } from 'node:path';
import type { TreeEntry } from '../git/listing.ts';
import { forbidden, notFound } from '../http/errors.ts';
import type { RepositoryCall, Router } from '../http/router.ts';
import type { Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { needs } from './needs.ts';

type File = Schema<'content-file'>;
type Directory = Schema<'content-directory'>;

const inlineLimit = 1024 * 1024;
const rawLimit = 100 * 1024 * 1024;
const longestDirectory = 1000;

/** `GET /repos/{owner}/{repo}/contents/{path}`: files, directories, links and submodules. */
export function contentsRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}/contents/{path}', needs.readContents, async (call) => {
    const commit = await commitAsked(call.repository, call.query.get('ref'));
    const path = call.params.path.replace(/\/$/, '');
    const { git } = call.repository;
    const found = await entryAt(call.repository, commit, path);
    if (found === undefined) throw notFound();
    const entry = found.mode === '120000' ? ((await linkedFile(call.repository, commit, found)) ?? found) : found;
    if (entry.type === 'tree') return { status: 200, body: await directory(call, commit, found) };
    if (entry.type === 'commit') return { status: 200, body: submodule(call.repository, commit, found) };
    const blob = await git.read(entry.sha);
    if (blob === undefined) throw notFound();
    if (blob.bytes.length > rawLimit) throw forbidden('This API returns blobs up to 100 MB in size.');
    if (/application\/vnd\.github(\.v3)?\.raw/.test(call.accept)) return { status: 200, raw: blob.bytes };
    if (entry.mode === '120000') return { status: 200, body: link(call.repository, commit, entry, blob.bytes) };
    return { status: 200, body: file(call.repository, commit, entry, blob.bytes) };
  });
}

async function entryAt(repository: Repository, commit: string, path: string): Promise<TreeEntry | undefined> {
  if (path === '') {
    const tree = (await repository.git.commit(commit))?.tree;
    return tree === undefined ? undefined : { path, mode: '040000', type: 'tree', sha: tree, size: undefined };
  }
  const siblings = await repository.git.listTree(`${commit}:${parentOf(path)}`, 'flat').catch(() => []);
  const entry = siblings.find((candidate) => candidate.path === nameOf(path));
  return entry === undefined ? undefined : { ...entry, path };
}

/** A link whose target is a regular file of the repository is answered with that file, under the path that was asked. */
async function linkedFile(repository: Repository, commit: string, entry: TreeEntry): Promise<TreeEntry | undefined> {
  const target = (await repository.git.read(entry.sha))?.bytes.toString('utf8') ?? '';
  if (target.startsWith('/')) return undefined;
  const path = posix.normalize(posix.join(parentOf(entry.path), target));
  const found = await entryAt(repository, commit, path);
  return found?.type === 'blob' && found.mode !== '120000' ? { ...found, path: entry.path } : undefined;
}

/** The commit that a `ref` parameter names, by default the default branch. Throws 404 as the contents API words it. */
async function commitAsked(repository: Repository, ref: string | null): Promise<string> {
  const name = ref ?? repository.defaultBranch;
  const commit = await resolve(repository, name);
  if (commit === undefined) throw notFound(`No commit found for the ref ${name}`);
  return commit;
}

/** Resolves a branch, tag, full ref or SHA to a commit, never an expression such as `main~1`. */
export async function resolve(repository: Repository, name: string): Promise<string | undefined> {
  if (/^[0-9a-f]{7,40}$/.test(name)) {
    const commit = await repository.git.commit(name);
    if (commit !== undefined) return commit.sha;
  }
  const candidates = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  for (const candidate of candidates) {
    const sha = await repository.git.ref(candidate);
    if (sha !== undefined) return (await repository.git.commit(sha))?.sha;
  }
  return undefined;
}

async function directory(call: RepositoryCall<string>, commit: string, found: TreeEntry): Promise<Directory> {
  const entries = await call.repository.git.listTree(found.sha, 'flat');
  return entries.slice(0, longestDirectory).map((entry) => {
    const place = common(call.repository, commit, {
      ...entry,
      path: found.path === '' ? entry.path : `${found.path}/${entry.path}`,
    });
    return { ...place, type: entryType(entry), size: entry.size ?? 0 };
  });
}

function entryType(entry: TreeEntry): 'dir' | 'file' | 'submodule' | 'symlink' {
  if (entry.type === 'tree') return 'dir';
  // Listings call a submodule a file; GitHub documents this as kept for compatibility.
  if (entry.type === 'commit') return 'file';
  return entry.mode === '120000' ? 'symlink' : 'file';
}

function file(repository: Repository, commit: string, entry: TreeEntry, bytes: Buffer): File {
  const inline = bytes.length <= inlineLimit;
  return {
    ...common(repository, commit, entry),
    type: 'file',
    size: bytes.length,
    encoding: inline ? 'base64' : 'none',
    content: inline ? wrapped(bytes) : '',
  };
}

function link(repository: Repository, commit: string, entry: TreeEntry, bytes: Buffer): Schema<'content-symlink'> {
  return { ...common(repository, commit, entry), type: 'symlink', size: bytes.length, target: bytes.toString('utf8') };
}

function submodule(repository: Repository, commit: string, entry: TreeEntry): Schema<'content-submodule'> {
  return { ...common(repository, commit, entry), type: 'submodule', size: 0, submodule_git_url: '' };
}

function common(
  repository: Repository,
  commit: string,
  entry: TreeEntry,
): Pick<File, 'name' | 'path' | 'sha' | 'url' | 'git_url' | 'html_url' | 'download_url' | '_links'> {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const kind = entry.type === 'tree' ? 'trees' : 'blobs';
  const url = `${repository.apiUrl}/contents/${path}?ref=${commit}`;
  const gitUrl = `${repository.apiUrl}/git/${kind}/${entry.sha}`;
  const htmlUrl = `${repository.htmlUrl}/${entry.type === 'tree' ? 'tree' : 'blob'}/${commit}/${path}`;
  return {
    name: nameOf(entry.path),
    path: entry.path,
    sha: entry.sha,
    url,
    git_url: gitUrl,
    html_url: htmlUrl,
    download_url: entry.type === 'blob' ? `${repository.htmlUrl}/raw/${commit}/${path}` : null,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

/** Base64 in lines of 60 characters, as GitHub sends it. */
export function wrapped(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{60}/g, '$&\n') + (bytes.length === 0 ? '' : '\n');
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
