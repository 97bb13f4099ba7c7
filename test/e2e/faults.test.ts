import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresSubject } from '../histories/subject.ts';
import { Stage, type Act, type Call } from './stage.ts';

describe.each(['publish', 'apply'] as const satisfies readonly Act[])('GitHub fails in the middle of %s', (act) => {
  let stage: Stage;
  let calls: readonly Call[];

  beforeAll(async () => {
    stage = await Stage.open(act, await postgresSubject());
    calls = await stage.undisturbed();
  });

  afterAll(async () => {
    await stage.close();
  });

  it('and an answer is lost after a comment or an entry was made: the next run finds it, and nothing is doubled', async () => {
    const writes = calls.filter(({ writes: changes }) => changes);
    const comment = writes.find(({ name }) => name.endsWith('/comments'));
    const last = writes.findLast(({ name }) => name.includes('createCommitOnBranch'));
    expect([comment, last]).not.toContain(undefined);
    for (const call of [comment, last]) if (call !== undefined) await stage.expectSurvives(call, 'cut-after');
  });

  it('and a read meets a server error: the run or the next one ends well', async () => {
    const read = calls.find(({ name }) => name.endsWith('/reviews'));
    expect(read).toBeDefined();
    if (read !== undefined) await stage.expectSurvives(read, '5xx');
  });
});
