import type { Signature } from '../git/identity.ts';
import { absent } from '../git/store.ts';
import type { TreeChange } from '../git/tree.ts';
import type { Fields } from '../http/body.ts';
import { GitHubRefusal, notFound, unprocessable } from '../http/errors.ts';
import type { RepositoryCall, Router } from '../http/router.ts';
import { reaches } from '../git/history.ts';
import { nodeId } from '../ids.ts';
import { recordActivity } from '../activity.ts';
import { push } from '../pushes.ts';
import type { Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { gitCommitShape } from '../shapes/commits.ts';
import { actorOf, type Principal } from '../tokens.ts';
import { noreply } from '../accounts.ts';
import { wrapped } from './contents.ts';
import { needs } from './needs.ts';

const shaForm = /^[0-9a-f]{40}$/;
const mostTreeEntries = 100_000;
const largestTreeBytes = 7 * 1024 * 1024;

/** The git database: blobs, trees and commits. */
export function gitObjectRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}/git/blobs/{file_sha}', needs.readContents, async (call) => {
    const { repository, params } = call;
    const blob = shaForm.test(params.file_sha) ? await repository.git.read(params.file_sha) : undefined;
    if (blob?.type !== 'blob') throw notFound();
    if (/application\/vnd\.github(\.v3)?\.raw/.test(call.accept)) return { status: 200, raw: blob.bytes };
    return {
      status: 200,
      body: {
        sha: blob.sha,
        node_id: nodeId('commit', `${repository.id}:${blob.sha}`),
        size: blob.bytes.length,
        url: `${repository.apiUrl}/git/blobs/${blob.sha}`,
        content: wrapped(blob.bytes),
        encoding: 'base64',
      },
    };
  });
  router.repository('post', '/repos/{owner}/{repo}/git/blobs', needs.writeContents, async ({ repository, body }) => {
    const encoding = body.optionalChoice('encoding', ['utf-8', 'base64']) === 'base64' ? 'base64' : 'utf8';
    const sha = await repository.git.writeBlob(Buffer.from(body.text('content'), encoding));
    return { status: 201, body: { sha, url: `${repository.apiUrl}/git/blobs/${sha}` } };
  });
  router.repository(
    'get',
    '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    needs.readContents,
    async ({ repository, params, query }) => {
      return { status: 200, body: await treeShape(repository, params.tree_sha, query.has('recursive')) };
    },
  );
  router.repository('post', '/repos/{owner}/{repo}/git/trees', needs.writeContents, async ({ repository, body }) => {
    const base = body.optionalText('base_tree');
    const changes = await Promise.all(body.list('tree').map((entry) => treeChange(repository, entry)));
    const sha = await repository.git.writeTree(base, changes).catch(() => {
      throw unprocessable('GitRPC::BadObjectState');
    });
    return { status: 201, body: await treeShape(repository, sha, false) };
  });
  router.repository(
    'get',
    '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    needs.readContents,
    async ({ repository, params }) => {
      const commit = shaForm.test(params.commit_sha) ? await repository.git.commit(params.commit_sha) : undefined;
      if (commit === undefined) throw notFound();
      return { status: 200, body: gitCommitShape(repository, commit) };
    },
  );
  router.repository('post', '/repos/{owner}/{repo}/git/commits', needs.writeContents, async (call) => {
    const commit = await createCommit(call);
    return { status: 201, body: gitCommitShape(call.repository, commit) };
  });
}

async function createCommit(call: RepositoryCall<string>): ReturnType<typeof mustCommit> {
  const { repository, body, principal } = call;
  const { git } = repository;
  const tree = body.text('tree');
  if ((await git.read(tree))?.type !== 'tree') throw unprocessable('Tree SHA does not exist');
  const parents = body.texts('parents');
  for (const parent of parents) {
    if ((await git.read(parent))?.type !== 'commit')
      throw unprocessable('Parent SHA does not exist or is not a commit object');
  }
  const self = selfSignature(repository, principal);
  const author = signature(body.optionalObject('author'), self);
  const committer = signature(body.optionalObject('committer'), author);
  // GitHub signs for bots when nobody else is named.
  const signed = principal.kind !== 'user' && !body.has('author') && !body.has('committer');
  const sha = await git.writeCommit({ tree, parents, author, committer, message: body.text('message'), signed });
  return mustCommit(repository, sha);
}

async function mustCommit(
  repository: Repository,
  sha: string,
): Promise<NonNullable<Awaited<ReturnType<Repository['git']['commit']>>>> {
  const commit = await repository.git.commit(sha);
  if (commit === undefined) throw new Error(`commit ${sha} was written and is not there`);
  return commit;
}

function selfSignature(repository: Repository, principal: Principal): Signature {
  const account = actorOf(repository.world, principal);
  return {
    name: account.name ?? account.login,
    email: account.emails[0] ?? noreply(account),
    seconds: repository.world.clock.seconds(),
  };
}

function signature(given: Fields | undefined, fallback: Signature): Signature {
  if (given === undefined) return fallback;
  const date = given.optionalText('date');
  const seconds = date === undefined ? fallback.seconds : Math.floor(Date.parse(date) / 1000);
  if (Number.isNaN(seconds)) throw unprocessable(`Invalid date: ${date}`);
  return { name: given.text('name'), email: given.text('email'), seconds };
}

async function treeChange(repository: Repository, entry: Fields): Promise<TreeChange> {
  const path = entry.text('path');
  if (entry.isNull('sha')) return { kind: 'remove', path };
  const content = entry.optionalText('content');
  const sha = content === undefined ? entry.text('sha') : await repository.git.writeBlob(content);
  return { kind: 'put', path, mode: entry.optionalText('mode') ?? '100644', sha };
}

/** The REST shape of a tree; beyond 100,000 entries or 7 MB it is cut and says so. */
async function treeShape(repository: Repository, name: string, recursive: boolean): Promise<Schema<'git-tree'>> {
  const safe = shaForm.test(name) ? name : ((await repository.git.ref(`refs/heads/${name}`)) ?? '');
  const tree = safe === '' ? undefined : await repository.git.read(`${safe}^{tree}`);
  if (tree === undefined) throw notFound();
  const entries = await repository.git.listTree(tree.sha, recursive ? 'recursive' : 'flat');
  let bytes = 0;
  const fitting = entries
    .slice(0, mostTreeEntries)
    .filter((entry) => (bytes += entry.path.length + 60) <= largestTreeBytes);
  return {
    sha: tree.sha,
    url: `${repository.apiUrl}/git/trees/${tree.sha}`,
    truncated: recursive && fitting.length < entries.length,
    tree: (recursive ? fitting : entries).map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.size === undefined ? {} : { size: entry.size }),
      ...(entry.type === 'commit'
        ? {}
        : { url: `${repository.apiUrl}/git/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.sha}` }),
    })),
  };
}

/** Refs: read, matched, created, moved by compare-and-swap on history, deleted. */
export function refRoutes(router: Router): void {
  router.repository(
    'get',
    '/repos/{owner}/{repo}/git/ref/{ref}',
    needs.readContents,
    async ({ repository, params }) => {
      return { status: 200, body: await refShape(repository, `refs/${params.ref}`) };
    },
  );
  router.repository(
    'get',
    '/repos/{owner}/{repo}/git/matching-refs/{ref}',
    needs.readContents,
    async ({ repository, params }) => {
      const refs = await repository.git.refs(`refs/${params.ref}`);
      return { status: 200, body: await Promise.all(refs.map((ref) => refShape(repository, ref.name))) };
    },
  );
  router.repository(
    'post',
    '/repos/{owner}/{repo}/git/refs',
    needs.writeContents,
    async ({ repository, principal, body }) => {
      const ref = body.text('ref');
      const sha = body.text('sha');
      if (!/^refs\/[^/]+\/.+$/.test(ref)) throw unprocessable(`Reference name must contain at least three slashes.`);
      const object = shaForm.test(sha) ? await repository.git.read(sha) : undefined;
      if (object === undefined) throw unprocessable('Object does not exist');
      if ((await repository.git.ref(ref)) !== undefined) throw unprocessable('Reference already exists');
      await moveRef(repository, principal, ref, sha, false);
      return { status: 201, body: await refShape(repository, ref) };
    },
  );
  router.repository('patch', '/repos/{owner}/{repo}/git/refs/{ref}', needs.writeContents, async (call) => {
    const { repository, principal, params, body } = call;
    const ref = `refs/${params.ref}`;
    const sha = body.text('sha');
    if ((await repository.git.ref(ref)) === undefined) throw unprocessable('Reference does not exist');
    if (!shaForm.test(sha) || (await repository.git.read(sha)) === undefined)
      throw unprocessable('Object does not exist');
    await moveRef(repository, principal, ref, sha, body.optionalBoolean('force') ?? false);
    return { status: 200, body: await refShape(repository, ref) };
  });
  router.repository('delete', '/repos/{owner}/{repo}/git/refs/{ref}', needs.writeContents, async (call) => {
    const ref = `refs/${call.params.ref}`;
    if ((await call.repository.git.ref(ref)) === undefined) throw unprocessable('Reference does not exist');
    await moveRef(call.repository, call.principal, ref, undefined, true);
    return { status: 204, body: undefined };
  });
}

async function moveRef(
  repository: Repository,
  principal: Principal,
  ref: string,
  to: string | undefined,
  force: boolean,
): Promise<void> {
  if (ref.startsWith('refs/pull/')) throw new GitHubRefusal(422, 'Reference cannot be updated');
  if (ref.startsWith('refs/heads/')) {
    await push(repository, principal, { branch: ref.slice('refs/heads/'.length), to, force });
    return;
  }
  const before = await repository.git.ref(ref);
  if (before !== undefined && to !== undefined && !force && !(await isForward(repository, before, to))) {
    throw unprocessable('Update is not a fast forward');
  }
  await repository.git.setRef(ref, to);
  recordActivity(repository, {
    before: before ?? absent,
    after: to ?? absent,
    ref,
    type: before === undefined ? 'branch_creation' : to === undefined ? 'branch_deletion' : 'push',
    actor: actorOf(repository.world, principal),
  });
}

/** Refs outside the branches may point at any object; only commits have a way forward. */
async function isForward(repository: Repository, before: string, to: string): Promise<boolean> {
  const [from, target] = await Promise.all([repository.git.read(before), repository.git.read(to)]);
  return from?.type === 'commit' && target?.type === 'commit' && (await reaches(repository.git, to, before));
}

async function refShape(repository: Repository, name: string): Promise<Schema<'git-ref'>> {
  const sha = await repository.git.ref(name);
  const object = sha === undefined ? undefined : await repository.git.read(sha);
  if (object === undefined) throw notFound();
  const { type } = object;
  return {
    ref: name,
    node_id: nodeId('ref', `${repository.id}:${name}`),
    url: `${repository.apiUrl}/git/${name}`,
    object: { sha: object.sha, type, url: `${repository.apiUrl}/git/${type}s/${object.sha}` },
  };
}
