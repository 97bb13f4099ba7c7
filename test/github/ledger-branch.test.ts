import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerStore } from '../../src/core/ledger/ports.ts';
import { COMMIT_BYTES, createLedgerBranch } from '../../src/github/ledger-branch.ts';
import { startWorld, type World } from './world.ts';

const BRANCH = 'countersign/ledger';

let world: World;
let store: LedgerStore;
beforeEach(async () => {
  world = await startWorld();
  store = createLedgerBranch(world.ours, BRANCH);
});
afterEach(() => world.server.close());

const files = (content: Readonly<Record<string, string>>): Map<string, Uint8Array> =>
  new Map(Object.entries(content).map(([path, text]) => [path, Buffer.from(text)]));

async function begin(): Promise<string> {
  const revision = await store.commit(null, files({ 'entries/00/0.json': '{"genesis":true}' }), 'Begin the ledger');
  if (revision === null) throw new Error('somebody was faster');
  return revision;
}

const text = async (revision: string, path: string): Promise<string | null> => {
  const bytes = await store.read(revision, path);
  return bytes === null ? null : Buffer.from(bytes).toString();
};

const log = async (): Promise<string> =>
  (await world.repository.repository.git.text(['log', '--format=%s', `refs/heads/${BRANCH}`])).trim();

describe('a ledger on a branch', () => {
  it('has no revision before it begins', async () => {
    expect(await store.revision()).toBeNull();
  });

  it('begins with a commit of its own, with no history before it', async () => {
    const revision = await begin();
    expect(await store.revision()).toBe(revision);
    expect(await text(revision, 'entries/00/0.json')).toBe('{"genesis":true}');
    const commit = await world.repository.repository.git.commit(revision);
    expect(commit?.parents).toEqual([]);
    expect(await world.repository.readFile(BRANCH, 'README.md')).toBeUndefined();
  });

  it('adds nothing to a clone of the default branch', async () => {
    const cloned = () => world.repository.repository.git.text(['rev-list', '--objects', 'refs/heads/main']);
    const before = await cloned();
    const revision = await begin();
    await store.commit(revision, new Map([['entries/00/1.json', Buffer.from('{}')]]), 'one more');
    expect(await store.revision()).not.toBe(revision);
    expect(await cloned()).toBe(before);
  });

  it('begins once: the second is told that somebody was faster', async () => {
    const revision = await begin();
    expect(await store.commit(null, files({ a: '1' }), 'again')).toBeNull();
    expect(await store.revision()).toBe(revision);
  });

  it('advances by commits that GitHub signs', async () => {
    const first = await begin();
    const second = await store.commit(
      first,
      files({ 'entries/00/1.json': '1', 'head.json': 'h' }),
      'published\n\nPull request 7',
    );
    expect(second).not.toBeNull();
    expect(await store.revision()).toBe(second);
    const commit = await world.repository.repository.git.commit(second ?? '');
    expect(commit).toMatchObject({
      parents: [first],
      signed: true,
      message: expect.stringMatching(/^published\n\nPull request 7\n/),
    });
    expect(await text(second ?? '', 'entries/00/0.json')).toBe('{"genesis":true}');
  });

  it('does not advance from a revision that is not the newest', async () => {
    const first = await begin();
    const second = await store.commit(first, files({ a: '1' }), 'one');
    expect(await store.commit(first, files({ a: '2' }), 'two')).toBeNull();
    expect(await store.revision()).toBe(second);
  });

  it('lets one of many writers through at a time', async () => {
    const first = await begin();
    const results = await Promise.all(
      ['1', '2', '3', '4'].map((n) => createLedgerBranch(world.ours, BRANCH).commit(first, files({ [n]: n }), n)),
    );
    expect(results.filter((revision) => revision !== null)).toHaveLength(1);
  });
});

describe('reading', () => {
  it('is of the given revision', async () => {
    const first = await begin();
    const second = await store.commit(first, files({ 'head.json': '2' }), 'two');
    expect([await text(first, 'head.json'), await text(second ?? '', 'head.json')]).toEqual([null, '2']);
  });

  it('brings any bytes, and files beyond a megabyte', async () => {
    const bytes = Buffer.concat([Buffer.from([0, 255, 13, 10]), Buffer.alloc(1_500_000, 'x')]);
    const revision = await store.commit(await begin(), new Map([['plans/big.json', bytes]]), 'big');
    const read = await store.read(revision ?? '', 'plans/big.json');
    expect(Buffer.compare(Buffer.from(read ?? []), bytes)).toBe(0);
  });

  it('is null for what is not there, and for folders', async () => {
    const revision = await begin();
    expect([
      await text(revision, 'entries/00/9.json'),
      await text(revision, 'entries'),
      await text(revision, 'nothing/at/all'),
    ]).toEqual([null, null, null]);
  });

  it('never takes a revision that cannot be read for an absent file', async () => {
    await begin();
    await expect(store.read('f'.repeat(40), 'head.json')).rejects.toMatchObject({ code: 'github-not-found' });
  });

  it('needs no more than a token that reads, and changes nothing', async () => {
    const revision = await begin();
    const before = world.server.log.length;
    const reading = createLedgerBranch(world.readOnly, BRANCH);
    expect(await reading.revision()).toBe(revision);
    expect(await reading.read(revision, 'entries/00/0.json')).not.toBeNull();
    expect(world.server.log).toHaveLength(before);
    await expect(reading.commit(revision, files({ a: '1' }), 'x')).rejects.toMatchObject({ code: 'github-forbidden' });
  });

  it('is not absence for somebody who may not see it', async () => {
    await begin();
    const stranger = createLedgerBranch(world.as(world.server.issueToken({ kind: 'user', user: world.zoe })), BRANCH);
    await expect(stranger.revision()).rejects.toMatchObject({ code: 'github-not-found' });
  });
});

describe('when an answer is lost', () => {
  it.each(['5xx-after', 'cut-after'] as const)('a commit that was made is recognised: %s', async (kind) => {
    const first = await begin();
    world.server.fault({ kind, match: { path: '/graphql', body: /createCommitOnBranch/ } });
    const second = await store.commit(first, files({ a: '1' }), 'one');
    expect(second).toBe(await store.revision());
    expect((await log()).split('\n')).toEqual(['one', 'Begin the ledger']);
  });

  it.each(['5xx', 'cut'] as const)('a commit that was not made is an error, not a lost race: %s', async (kind) => {
    const first = await begin();
    world.server.fault({ kind, match: { path: '/graphql' } });
    await expect(store.commit(first, files({ a: '1' }), 'one')).rejects.toMatchObject({ effect: 'unknown' });
    expect(await store.revision()).toBe(first);
  });

  it("somebody else's commit of the same bytes is not taken for ours", async () => {
    const first = await begin();
    world.server.fault({ kind: 'cut', match: { path: '/graphql' } });
    const racing = store.commit(first, files({ a: '1' }), 'one');
    const rival = createLedgerBranch(world.as(world.server.issueToken({ kind: 'user', user: world.ben })), BRANCH);
    const [ours, theirs] = await Promise.allSettled([racing, rival.commit(first, files({ a: '1' }), 'one')]);
    expect(theirs).toMatchObject({ status: 'fulfilled', value: await store.revision() });
    expect(ours).not.toMatchObject({ value: await store.revision() });
  });

  it('ours is found although others wrote after it', async () => {
    const first = await begin();
    const stop = world.server.onEffect(async ({ path }) => {
      if (path !== '/graphql') return;
      stop();
      await world.repository.repository.git.run(['update-ref', `refs/heads/${BRANCH}`, await foreignCommit()]);
    });
    world.server.fault({ kind: 'cut-after', match: { path: '/graphql' } });
    const second = await store.commit(first, files({ a: '1' }), 'one');
    const tip = await store.revision();
    expect(second).not.toBe(tip);
    expect((await world.repository.repository.git.commit(tip ?? ''))?.parents).toEqual([second]);
  });

  it.each(['5xx', '5xx-after', 'cut', 'cut-after'] as const)('the beginning is made once: %s', async (kind) => {
    for (const path of [/\/git\/blobs$/, /\/git\/trees$/, /\/git\/commits$/, /\/git\/refs$/])
      world.server.fault({ kind, match: { method: 'POST', path } });
    const revision = await begin();
    expect(await store.revision()).toBe(revision);
    expect(await log()).toBe('Begin the ledger');
  });
});

describe('limits', () => {
  it('are checked before anything is sent', async () => {
    const revision = await begin();
    const before = world.server.log.length;
    const large = new Map([['a', new Uint8Array(COMMIT_BYTES + 1)]]);
    await expect(store.commit(revision, large, 'x')).rejects.toMatchObject({ code: 'ledger-commit-too-large' });
    expect(world.server.log).toHaveLength(before);
  });

  it('an empty repository cannot hold a ledger, and is told so', async () => {
    const empty = world.reading(async () => Response.json({ message: 'Git Repository is empty.' }, { status: 409 }));
    const commit = createLedgerBranch(empty, BRANCH).commit(null, files({ a: '1' }), 'x');
    await expect(commit).rejects.toMatchObject({ code: 'ledger-repository-empty' });
  });
});

async function foreignCommit(): Promise<string> {
  const { git } = world.repository.repository;
  const tip = await world.repository.head(BRANCH);
  const commit = await git.commit(tip);
  if (commit === undefined) throw new Error('no tip');
  const person = { name: 'Ben', email: 'ben@example.com', seconds: 1_800_000_000 };
  return await git.writeCommit({
    tree: commit.tree,
    parents: [tip],
    author: person,
    committer: person,
    message: 'foreign\n',
  });
}
