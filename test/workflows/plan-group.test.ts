import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createContents } from '../../src/github/contents.ts';
import { loadProviders } from '../../src/providers/registry.ts';
import { groupRequests } from '../../src/workflows/plan-group.ts';
import { configuration } from '../e2e/estate.ts';
import { startWorld, type World } from '../github/world.ts';
import type { MergeGroup, PullRequest, RepositoryHandle } from '../github-server/index.ts';

const RULES = '.github/countersign.yaml';
const { publicKey } = generateKeyPairSync('ed25519');
const rules = configuration(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'));

let world: World;

beforeEach(async () => {
  world = await startWorld({ [RULES]: rules });
});
afterEach(() => world.server.close());

/** The head of a fork's pull request that is queued behind other rules. */
async function queuedBehind(files: Readonly<Record<string, string | null>>, brought: Readonly<Record<string, string>>) {
  const { server, repository, ana, zoe } = world;
  await repository.push({ as: ana, branch: 'rules', files });
  const behind = await repository.openPullRequest({ as: ana, head: 'rules' });
  const fork = await server.forkRepository(repository, { owner: zoe });
  await fork.push({ as: zoe, branch: 'patch', files: brought });
  const pull = await repository.openPullRequest({ as: zoe, from: fork, head: 'patch' });
  const [, group] = await repository.enqueue([behind, pull]);
  if (group === undefined) throw new Error('two groups were meant');
  return { fork, pull, group };
}

async function askedHead(pull: PullRequest, { headSha, headRef }: MergeGroup): Promise<string | null | undefined> {
  const surface = {
    repository: world.readOnly,
    contents: createContents(world.readOnly),
    providers: await loadProviders(),
  };
  const group = { head: headSha, branch: headRef.replace('refs/heads/', '') };
  const requests = await groupRequests(surface, group);
  return requests.find(({ number }) => number === pull.number)?.askedHead;
}

async function pushed(fork: RepositoryHandle, files: Readonly<Record<string, string>>): Promise<string> {
  return await fork.push({ as: world.zoe, branch: 'patch', files });
}

it.each([
  ['the rules of the base branch', { 'README.md': 'else' }, 'identities/x.yaml'],
  ['the rules that land with it alone', { [RULES]: rules.replace('identities/**', 'more/**') }, 'more/x.yaml'],
])('queueing asks for the head that was queued, by what is concerned by %s', async (_whose, files, path) => {
  const { fork, pull, group } = await queuedBehind(files, { [path]: 'one', 'notes.md': 'one' });
  expect(await askedHead(pull, group)).toBe(pull.head.sha);
  const same = await pushed(fork, { 'notes.md': 'two' });
  expect(await askedHead(pull, group)).toBe(same);
  await pushed(fork, { [path]: 'two' });
  expect(await askedHead(pull, group)).toBeNull();
});

it('rules that cannot be read concern nothing by themselves', async () => {
  const { fork, pull, group } = await queuedBehind({ [RULES]: 'kind: Nothing\n' }, { 'identities/x.yaml': 'one' });
  expect(await askedHead(pull, group)).toBe(pull.head.sha);
  await pushed(fork, { 'identities/x.yaml': 'two' });
  expect(await askedHead(pull, group)).toBeNull();
});

it('what is concerned by neither rules is not planned', async () => {
  const { pull, group } = await queuedBehind({ [RULES]: null }, { 'more/x.yaml': 'one' });
  expect(await askedHead(pull, group)).toBeUndefined();
});
