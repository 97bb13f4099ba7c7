import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContents } from '../../src/github/contents.ts';
import { pullRequest } from '../../src/github/pull-requests.ts';
import { repositoryAt, type Repository } from '../../src/github/repository.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { emptyWorld, inMemory } from '../../src/providers/memory/system.ts';
import { concernOf, tipOf, type Concern } from '../../src/workflows/concern.ts';
import type { PullRequest } from '../github-server/index.ts';
import { client, startWorld, type World } from '../github/world.ts';

const RULES = '.github/countersign.yaml';

/** @param ledger where live state is kept; null: in the repository itself. */
function rules(ledger: string | null = null): string {
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { owners: [olga] }
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: owners
approval: { administrators: owners }
ledger: { ${ledger === null ? '' : `repository: ${ledger}, `}signing: { kind: none } }
`;
}

const provider = memoryProvider(() => inMemory(emptyWorld([])));

let world: World;
beforeEach(async () => {
  world = await startWorld({ [RULES]: rules(), 'identities/alpha.yaml': 'alpha' });
});
afterEach(() => world.server.close());

async function concern(
  pull: PullRequest,
  askedHead: string | null = null,
  repository: Repository = world.readOnly,
): Promise<Concern> {
  const surface = {
    repository,
    contents: createContents(repository),
    providers: new Map([[provider.name, provider]]),
  };
  return await concernOf(surface, await pullRequest(repository, pull.number), askedHead);
}

/** How a pull request is met, and the code of what is said about it. */
async function met(pull: PullRequest, askedHead: string | null = null): Promise<readonly [string, string | null]> {
  const found = await concern(pull, askedHead);
  return [found.kind, found.kind === 'concerned' ? null : found.reason.code];
}

async function sentence(pull: PullRequest): Promise<string> {
  const found = await concern(pull);
  return found.kind === 'concerned' ? '' : found.reason.message;
}

async function proposed(files: Readonly<Record<string, string | null>>, branch = 'change'): Promise<PullRequest> {
  await world.repository.push({ as: world.ana, branch, files });
  return await world.repository.openPullRequest({ as: world.ana, head: branch });
}

const onMain = (files: Readonly<Record<string, string | null>>) =>
  world.repository.push({ as: world.olga, branch: 'main', files });

describe('a pull request gets a plan', () => {
  it('when it touches an identity, by the rules at the tip of its base, from where the two parted', async () => {
    const start = await world.repository.head();
    const pull = await proposed({ 'identities/beta.yaml': 'beta' });
    const base = await onMain({ 'README.md': '#' });
    expect(await concern(pull)).toMatchObject({
      kind: 'concerned',
      base,
      start,
      configuration: { desired: ['identities/**/*.yaml'] },
    });
  });

  it.each([
    ['takes an identity away', { 'identities/alpha.yaml': null }],
    ['touches the rules', { CODEOWNERS: '* @olga' }],
  ])('when it %s', async (_what, files) => {
    expect(await met(await proposed(files))).toEqual(['concerned', null]);
  });
});

describe('a pull request that touches neither an identity nor the rules', () => {
  it('is unconcerned, at the tip of its base', async () => {
    const pull = await proposed({ 'docs/a.md': 'a' });
    const base = await onMain({ 'identities/alpha.yaml': 'moved on' });
    expect(await concern(pull)).toEqual({
      kind: 'unconcerned',
      base,
      reason: { code: 'unconcerned', message: 'This pull request touches neither an identity nor the rules.' },
    });
  });

  it('is told of a file that was not read for the ending of its name alone', async () => {
    const told = await sentence(await proposed({ 'identities/beta.yml': 'beta' }));
    expect(told).toMatch(
      /^This pull request touches neither an identity nor the rules\. identities\/beta\.yml: No glob/u,
    );
    expect(told).toMatch(/Rename the file/u);
  });
});

describe('a pull request is ignored', () => {
  it('into another branch than the default one, which is named', async () => {
    await world.repository.push({ as: world.olga, branch: 'release', files: { 'README.md': '#' } });
    await world.repository.push({ as: world.ana, branch: 'change', files: { 'identities/beta.yaml': 'beta' } });
    const pull = await world.repository.openPullRequest({ as: world.ana, head: 'change', base: 'release' });
    expect(await met(pull)).toEqual(['ignored', 'base-not-default']);
    expect(await sentence(pull)).toBe('Only pull requests into main count.');
  });

  it('where nobody installed Countersign, though it would itself', async () => {
    const pull = await proposed({ 'identities/beta.yaml': 'beta', [RULES]: rules('acme/ledger') });
    await onMain({ [RULES]: null });
    expect(await met(pull)).toEqual(['ignored', 'not-installed']);
  });
});

describe('a pull request is withheld', () => {
  it('while the rules cannot be used, and is told why', async () => {
    const pull = await proposed({ 'identities/beta.yaml': 'beta' });
    await onMain({ [RULES]: rules().replace('Configuration', 'Config') });
    expect(await met(pull)).toEqual(['withheld', 'rules-invalid']);
    expect(await sentence(pull)).toMatch(
      /^The configuration on the base branch cannot be used: [a-z-]+: .+ An administrator has to mend it\.$/u,
    );
  });

  it.each([
    ['keeps its ledger itself', null, { kind: 'withheld', reason: { code: 'public-ledger' } }],
    ['names a private one for it, and then it is not', 'acme/ledger', { kind: 'concerned' }],
  ])('in a public repository that %s', async (_what, ledger, expected) => {
    const open = await world.server.createRepository({
      owner: world.acme,
      name: 'open',
      private: false,
      files: { [RULES]: rules(ledger) },
    });
    open.setCollaborator(world.ana, 'write');
    await open.push({ as: world.ana, branch: 'change', files: { 'identities/beta.yaml': 'beta' } });
    const pull = await open.openPullRequest({ as: world.ana, head: 'change' });
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const repository = repositoryAt(client(world.server.url, token), open.fullName);
    expect(await concern(pull, null, repository)).toMatchObject(expected);
  });

  it('from a fork, until somebody asked for exactly this head', async () => {
    const fork = await world.server.forkRepository(world.repository, { owner: world.zoe });
    const head = await fork.push({ as: world.zoe, branch: 'change', files: { 'identities/beta.yaml': 'beta' } });
    const pull = await world.repository.openPullRequest({ as: world.zoe, head: 'change', from: fork });
    expect(await met(pull)).toEqual(['withheld', 'fork-not-asked']);
    expect(await sentence(pull)).toContain(`The head ${head.slice(0, 7)} comes from a fork;`);
    expect(await met(pull, await world.repository.head())).toEqual(['withheld', 'fork-not-asked']);
    expect(await met(pull, head)).toEqual(['concerned', null]);
  });

  it('when its head shares no history with the base', async () => {
    const files = { 'identities/beta.yaml': 'beta' };
    const pull = await proposed(files);
    await world.repository.push({ as: world.ana, branch: 'change', files, orphan: true, force: true });
    expect(await met(pull)).toEqual(['withheld', 'history-unrelated']);
  });
});

describe('the tip of a branch', () => {
  it('is its newest commit', async () => {
    expect(await tipOf(world.readOnly, 'main')).toBe(await world.repository.head());
  });

  it('is refused of one that is gone', async () => {
    await expect(tipOf(world.readOnly, 'gone')).rejects.toMatchObject({
      code: 'branch-missing',
      message: 'The branch gone does not exist.',
    });
  });
});
