import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownCheckRuns, putCheckRun, type CheckRunDraft } from '../../src/github/check-run.ts';
import { pagesOf, startWorld, type World } from './world.ts';

let world: World;
let draft: CheckRunDraft;
beforeEach(async () => {
  world = await startWorld();
  draft = {
    name: 'countersign/approval',
    head: await world.repository.push({ as: world.ana, branch: 'change', files: { 'a.yaml': 'a: 1\n' } }),
    externalId: `sha256:${'1'.repeat(64)}`,
    state: 'waiting',
    title: 'One approval is missing',
    summary: 'Needs the owner.',
    text: null,
    annotations: [],
  };
});
afterEach(() => world.server.close());

const put = (delta: Partial<CheckRunDraft> = {}) => putCheckRun(world.ours, world.app.id, { ...draft, ...delta });
const runs = () => [...world.repository.repository.checkRuns.values()];
const annotations = (count: number): CheckRunDraft['annotations'] =>
  Array.from({ length: count }, (_, index) => ({
    path: 'a.yaml',
    startLine: index + 1,
    endLine: index + 1,
    startColumn: 1,
    level: 'warning',
    title: `finding ${index}`,
    message: 'm',
  }));

describe('a check run', () => {
  it('waits in progress, with the digest as its external id', async () => {
    const fact = await put();
    expect(fact).toMatchObject({ state: 'waiting', externalId: draft.externalId, completedAt: null });
    expect(runs()).toMatchObject([
      { status: 'in_progress', conclusion: null, externalId: draft.externalId, headSha: draft.head },
    ]);
  });

  it('succeeds on the same run that waited', async () => {
    const waiting = await put();
    const done = await put({ state: 'success', title: 'Approved' });
    expect(done).toMatchObject({
      id: waiting.id,
      state: 'success',
      title: 'Approved',
      completedAt: '2026-01-05T09:00:00Z',
    });
    expect(runs()).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  });

  it('is not written again when nothing changed', async () => {
    await put();
    const writes = world.server.log.length;
    await put();
    expect(world.server.log).toHaveLength(writes);
  });

  it('is followed by a new one when it must wait again after success', async () => {
    const green = await put({ state: 'success' });
    const again = await put({ state: 'waiting' });
    expect(again.id).not.toBe(green.id);
    expect((await ownCheckRuns(world.readOnly, world.app.id, draft.head)).map(({ state }) => state)).toEqual([
      'waiting',
      'success',
    ]);
  });

  it('is followed by a new one for another digest', async () => {
    await put();
    await put({ externalId: `sha256:${'2'.repeat(64)}` });
    expect(runs()).toHaveLength(2);
  });

  it('never has a conclusion but success and failure', async () => {
    await put({ state: 'success' });
    await put({ state: 'failure' });
    await put({ state: 'failure', externalId: null });
    await put({ state: 'waiting' });
    expect(runs().map(({ conclusion }) => conclusion)).toEqual(['success', 'failure', 'failure', null]);
  });

  it('carries all annotations in batches, and concludes with the last', async () => {
    const fact = await put({ state: 'success', annotations: annotations(120) });
    expect(fact.annotations).toBe(120);
    expect(runs()).toMatchObject([{ conclusion: 'success', annotations: { length: 120 } }]);
    expect(runs()[0]?.annotations.map(({ title }) => title)).toEqual(annotations(120).map(({ title }) => title));
  });

  it('is continued where a run that ended left it', async () => {
    world.server.fault({ kind: 'cut', match: { method: 'PATCH' }, times: 100 });
    await expect(put({ state: 'success', annotations: annotations(120) })).rejects.toMatchObject({
      code: 'github-unreachable',
    });
    expect(runs()).toMatchObject([{ status: 'in_progress', annotations: { length: 50 } }]);
    world.server.clearFaults();
    await put({ state: 'success', annotations: annotations(120) });
    expect(runs()).toMatchObject([{ conclusion: 'success', annotations: { length: 120 } }]);
  });

  it.each(['5xx', '5xx-after', 'cut', 'cut-after'] as const)(
    'is made once, whatever happens to the answers: %s',
    async (kind) => {
      world.server.fault({ kind, match: { method: 'POST' } });
      world.server.fault({ kind, match: { method: 'PATCH' } });
      await put({ state: 'success', annotations: annotations(60) });
      expect(runs()).toMatchObject([{ conclusion: 'success', annotations: { length: 60 } }]);
    },
  );

  it('says that a token may not', async () => {
    await expect(putCheckRun(world.readOnly, world.app.id, draft)).rejects.toMatchObject({ code: 'github-forbidden' });
  });
});

describe('our own check runs', () => {
  it('are never those of another App with the same name', async () => {
    const { app } = world.server.createApp({
      slug: 'lookalike',
      owner: world.olga,
      permissions: { checks: 'write', contents: 'read' },
    });
    const installation = world.server.installApp(app, { account: world.acme });
    const theirs = world.as(world.server.issueToken({ kind: 'app', installation }));
    await putCheckRun(theirs, app.id, { ...draft, state: 'success' });
    expect(await ownCheckRuns(world.readOnly, world.app.id, draft.head)).toEqual([]);
    await put();
    expect(runs()).toHaveLength(2);
  });

  it('are found by branch and over all pages, newest first', async () => {
    const ids: number[] = [];
    for (const digit of '12345') ids.unshift((await put({ externalId: `sha256:${digit.repeat(64)}` })).id);
    const found = await ownCheckRuns(world.reading(pagesOf(2)), world.app.id, 'change', draft.name);
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('show the summary that was given to them', async () => {
    await put({ summary: 'ledger anchor 12 sha256:ab' });
    expect(await ownCheckRuns(world.readOnly, world.app.id, draft.head)).toMatchObject([
      { summary: 'ledger anchor 12 sha256:ab' },
    ]);
  });
});
