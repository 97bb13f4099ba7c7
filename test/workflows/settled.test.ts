import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath } from '../../src/core/ledger/layout.ts';
import type { Sha256 } from '../../src/core/json.ts';
import { entriesOf, LEDGER, ledgerOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

/** From how many commits about nothing on the ledger says that they are done with. */
const MANY = 50;

describe('the commit up to which landings are settled', () => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await subject.close();
  });

  async function land(name: string): Promise<Pull> {
    const { team, people } = subject;
    const files = { [subject.pathOf(name)]: subject.documentOf(name, { limit: 9, purpose: 'p' }) };
    const pull = await team.propose(name, files);
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: people.ben, event: 'APPROVE' });
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
    return pull;
  }

  /** Commits about nothing, in one push. */
  async function busy(count: number): Promise<string> {
    const { team, people } = subject;
    const { git } = team.repository.repository;
    const person = { name: 'ana', email: people.ana.emails[0] ?? '', seconds: 1_800_000_000 };
    let sha = await team.repository.head();
    const tree = (await git.commit(sha))?.tree ?? '';
    for (let made = 0; made < count; made += 1)
      sha = await git.writeCommit({ tree, parents: [sha], author: person, committer: person, message: `${made}\n` });
    await team.repository.pushCommit({ as: people.ana, branch: 'main', sha });
    return sha;
  }

  async function settled(): Promise<readonly string[]> {
    const bodies = (await ledgerOf(subject.team)).map(({ body }) => body);
    return bodies.flatMap((body) => (body.type === 'apply-finished' ? (body.settled ?? []) : []));
  }

  /** Takes the plan of a pull request out of the ledger: its landing waits. @returns puts it back */
  async function withhold(pull: Pull): Promise<() => Promise<void>> {
    const { team, people } = subject;
    const { digest = null } = (await ledgerOf(team)).find(({ pullRequest }) => pullRequest === pull.number) ?? {};
    const path = blobPath(digest as Sha256);
    const bytes = (await team.repository.readFile(LEDGER, path)) ?? '';
    const push = async (text: string | null) => {
      await team.repository.push({ as: people.cleo, branch: LEDGER, files: { [path]: text } });
    };
    await push(null);
    return async () => await push(bytes);
  }

  it('is the tip, once in many commits about nothing', async () => {
    await busy(MANY - 1);
    await subject.team.apply();
    expect(await settled()).toEqual([]);
    const tip = await busy(1);
    await subject.team.apply();
    await subject.team.apply();
    expect(await settled()).toEqual([tip]);
  });

  it('passes by what had finished while an earlier landing had not', async () => {
    const { team } = subject;
    const first = await land('alpha');
    const restore = await withhold(first);
    await land('beta');
    await team.apply();
    await restore();
    await team.apply();
    const alpha = (await entriesOf(team, first)).at(-1);
    expect(alpha).toMatchObject({ type: 'apply-finished', result: 'applied' });
    const tip = await busy(MANY);
    await team.apply();
    expect((await settled()).at(-1)).toBe(tip);
    expect([await subject.live('alpha'), await subject.live('beta')]).toMatchObject([{ limit: 9 }, { limit: 9 }]);
  });

  it('stays before a landing that is not finished, which is applied later', async () => {
    const { team } = subject;
    const before = await busy(MANY);
    const first = await land('alpha');
    const restore = await withhold(first);
    await busy(MANY);
    await team.apply();
    await team.apply();
    expect(await settled()).toEqual([before]);
    await restore();
    await team.apply();
    expect((await entriesOf(team, first)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'applied' });
    expect((await settled()).at(-1)).toBe(await team.repository.head());
  });

  it('is too far back after more commits than a run looks at, which is told with a way out', async () => {
    await busy(2001);
    const run = await subject.team.apply();
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.log).toMatch(/history-too-long[^]*name another branch in `ledger.branch`/u);
  });
});
