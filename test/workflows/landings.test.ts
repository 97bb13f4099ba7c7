import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplyFinishedBody } from '../../src/core/ledger/bodies.ts';
import { fileBacked } from '../../src/providers/memory/system.ts';
import { commentsOf, entriesOf, ledgerOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

const CONFIGURATION = '.github/countersign.yaml';
const NOTES = { 'extra/notes.yaml': '# nothing\n' };

type Files = Readonly<Record<string, string>>;
type Method = 'merge' | 'squash' | 'rebase' | 'by-hand';

let subject: Subject;

beforeEach(async () => {
  subject = await memorySubject('quick');
  expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
});

afterEach(async () => {
  await subject.close();
});

const at = (name: string, limit: number): Files => ({
  [subject.pathOf(name)]: subject.documentOf(name, { limit, purpose: 'p' }),
});

/** One commit for each of the sets of files, approved up to a gate that says so. */
async function approved(branch: string, commits: readonly Files[], by?: Account): Promise<Pull> {
  const { team, people } = subject;
  for (const files of commits) await team.repository.push({ as: people.ana, branch, files });
  const pull = await team.repository.openPullRequest({ as: people.ana, head: branch });
  await team.planAndPublish(pull);
  await approve(pull, by ?? people.ben);
  return pull;
}

async function approve(pull: Pull, by: Account): Promise<void> {
  const { team } = subject;
  team.server.advanceClock(5);
  await team.repository.review(pull, { as: by, event: 'APPROVE' });
  const { publish } = await team.planAndPublish(pull);
  expect(publish.outputs, publish.log).toMatchObject({ decision: 'approved' });
  team.server.advanceClock(5);
}

async function merge(pull: Pull, method: Method): Promise<string> {
  return await subject.team.repository.mergePullRequest(pull, { as: subject.people.ana, method });
}

/** What the apply says when the pull request has landed. */
async function land(pull: Pull, method: Method): Promise<string> {
  await merge(pull, method);
  return (await subject.team.apply()).log;
}

const world = () => fileBacked(subject.team.secrets['ACCOUNTS_READ'] ?? '');

function busy(resources: readonly string[]): void {
  world().save({ ...world().load(), busy: [...resources] });
}

/** Its apply stays unfinished as long as the resource is busy, so the ledger stays where it was. */
async function holdUp(): Promise<void> {
  busy(['invoices']);
  const [[path, text] = ['', '']] = Object.entries(at('beta', 5));
  const slow = await approved('slow', [{ [path]: text.replace('[read]', '[read, write]') }]);
  expect(await land(slow, 'squash')).toMatch(/unfinished/u);
}

async function ends(pull: Pull): Promise<readonly ApplyFinishedBody[]> {
  return (await entriesOf(subject.team, pull)).filter((body) => body.type === 'apply-finished');
}

/** Rules that are about files which were nothing before. */
async function widenGlobs(text: string): Promise<Pull> {
  const wider = text.replace(
    "desired: ['identities/**/*.yaml']",
    "desired: ['identities/**/*.yaml', 'extra/**/*.yaml']",
  );
  return await approved('globs', [{ [CONFIGURATION]: wider }], subject.people.cleo);
}

const rules = async () => (await subject.team.repository.readFile('main', CONFIGURATION)) ?? '';

describe('a pull request lands once', () => {
  it('also when a push makes its head a commit of the default branch itself', async () => {
    const { team, people } = subject;
    await holdUp();
    const raise = await approved('raise', [at('alpha', 99)]);
    expect(await land(raise, 'merge')).toMatch(/applied/u);
    expect(await land(await approved('back', [at('alpha', 5)]), 'squash')).toMatch(/applied/u);
    const main = await team.repository.head();
    const { git } = team.repository.repository;
    const scratch = await team.repository.push({ as: people.dora, branch: 'x', from: main, files: at('alpha', 99) });
    const person = { name: 'dora', email: people.dora.emails[0] ?? '', seconds: 1_800_000_000 };
    const sha = await git.writeCommit({
      tree: (await git.commit(scratch))?.tree ?? '',
      parents: [raise.head.sha, main],
      author: person,
      committer: person,
      message: 'Merge\n',
    });
    await team.repository.pushCommit({ as: people.dora, branch: 'main', sha });
    team.server.advanceClock(3600);
    await team.apply();
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
    expect(await ends(raise)).toHaveLength(1);
    busy([]);
    expect((await team.apply()).log).toMatch(/direct-push/u);
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
  });

  it('also when later rules are about the last of its commits', async () => {
    const { team, people } = subject;
    await holdUp();
    const raise = await approved('raise', [at('alpha', 99), NOTES]);
    expect(await land(raise, 'rebase')).toMatch(/applied/u);
    expect(await land(await approved('back', [at('alpha', 5)]), 'squash')).toMatch(/applied/u);
    const globs = await widenGlobs(await rules());
    const again = await team.propose('again', at('alpha', 99), people.eve);
    await team.planAndPublish(again);
    await merge(again, 'squash');
    await land(globs, 'squash');
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
    expect(await ends(raise)).toHaveLength(1);
  });

  it('and is told so once', async () => {
    const pull = await approved('two', [at('fresh', 9), NOTES]);
    expect(await land(pull, 'rebase')).toMatch(/applied/u);
    expect(await land(await widenGlobs(await rules()), 'squash')).not.toMatch(/landing-differs/u);
    expect(commentsOf(subject.team, pull)).toHaveLength(2);
  });

  it('and goes on as what it was begun', async () => {
    const { team } = subject;
    busy(['invoices']);
    const pull = await approved('two', [at('fresh', 9), NOTES]);
    expect(await land(pull, 'rebase')).toMatch(/unfinished/u);
    expect(await subject.live('fresh')).not.toBeNull();
    await merge(await widenGlobs(await rules()), 'squash');
    busy([]);
    await team.apply();
    expect(await ends(pull)).toMatchObject([{ result: 'applied' }]);
  });

  it('whose rules counted until now count from there on', async () => {
    const { team, people } = subject;
    const before = `# One\n${await rules()}`;
    await holdUp();
    await land(await approved('rules', [{ [CONFIGURATION]: before }, NOTES], people.cleo), 'rebase');
    await land(await widenGlobs(before), 'squash');
    busy([]);
    const run = await team.apply();
    expect(run.log).not.toMatch(/governance-unapproved/u);
    expect(world().load().accounts['beta']?.grants).toEqual({ invoices: ['read', 'write'] });
  });
});

describe('what GitHub does not say yet', () => {
  it.each(['merge', 'squash', 'rebase', 'by-hand'] as const)(
    'is told from the pull requests that were merged last: %s',
    async (method) => {
      const { team } = subject;
      team.server.lagAssociations(3600);
      const pull = await approved('p', [at('alpha', 9)]);
      expect(await land(pull, method)).toMatch(/applied/u);
      expect(await subject.live('alpha')).toMatchObject({ limit: 9 });
    },
  );

  it.each(['rebase', 'by-hand'] as const)('is told so of all commits of one: %s', async (method) => {
    const { team } = subject;
    team.server.lagAssociations(3600);
    const pull = await approved('p', [at('alpha', 9), NOTES, at('gamma', 9)]);
    expect(await land(pull, method)).toMatch(/applied/u);
    expect([await subject.live('alpha'), await subject.live('gamma')]).toMatchObject([{ limit: 9 }, { limit: 9 }]);
  });

  it('holds up what may have begun with it', async () => {
    const { team, people } = subject;
    const pull = await approved('p', [at('gamma', 9)]);
    await team.repository.push({ as: people.eve, branch: 'main', files: at('alpha', 50) });
    expect(await land(pull, 'squash')).toMatch(/landing-unattributed[^]*landing-unattributed/u);
    expect(await ends(pull)).toEqual([]);
    team.server.advanceClock(300);
    expect((await team.apply()).log).toMatch(/direct-push[^]*applied/u);
  });

  it('leaves open whether rules are approved', async () => {
    const { team, people } = subject;
    const files = { [CONFIGURATION]: `# One\n${await rules()}` };
    const pull = await approved('p', [at('gamma', 9)]);
    await team.repository.push({ as: people.cleo, branch: 'main', files });
    expect(await land(pull, 'merge')).toMatch(/unfinished[^]*unfinished/u);
    expect(await ends(pull)).toEqual([]);
    team.server.advanceClock(300);
    expect((await team.apply()).log).toMatch(/direct-push[^]*refused[^]*governance-unapproved/u);
  });

  it('makes a push nobody’s only when it is some minutes old, whatever date it bears', async () => {
    const { team, people } = subject;
    const commit = await team.repository.push({ as: people.eve, branch: 'main', files: at('alpha', 50) });
    const reported = async () =>
      (await ledgerOf(team)).filter(({ body }) => body.type === 'refused' && body.landing === commit).length;
    for (const [seconds, count] of [[0], [299], [1, 1], [60, 1]] as const) {
      team.server.advanceClock(seconds);
      const { log } = await team.apply();
      expect(await reported(), log).toBe(count ?? 0);
    }
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
  });

  it('does not keep what lands later about others', async () => {
    const { team, people } = subject;
    await team.repository.push({ as: people.eve, branch: 'main', files: at('alpha', 50) });
    const pull = await approved('p', [at('gamma', 9)]);
    expect(await land(pull, 'merge')).toMatch(/landing-unattributed[^]*applied/u);
    expect(await subject.live('gamma')).toMatchObject({ limit: 9 });
  });
});

describe('an older pull request with the same head', () => {
  it.each(['merge', 'by-hand'] as const)('does not take a landing that was approved: %s', async (method) => {
    const { team, people } = subject;
    await team.repository.push({ as: people.eve, branch: 'twin', files: { 'x.txt': 'x' } });
    const twin = await team.repository.openPullRequest({ as: people.eve, head: 'twin' });
    const pull = await approved('p', [at('alpha', 9)]);
    await team.repository.pushCommit({ as: people.eve, branch: 'twin', sha: pull.head.sha, force: true });
    expect(await land(pull, method)).toMatch(/applied/u);
    expect(await ends(twin)).toEqual([]);
    expect(await subject.live('alpha')).toMatchObject({ limit: 9 });
  });

  it('does not when it was planned, too', async () => {
    const { team, people } = subject;
    await team.repository.push({ as: people.eve, branch: 'twin', files: { 'x.txt': 'x' } });
    const twin = await team.repository.openPullRequest({ as: people.eve, head: 'twin' });
    const pull = await approved('p', [at('alpha', 9)]);
    await team.repository.pushCommit({ as: people.eve, branch: 'twin', sha: pull.head.sha, force: true });
    await team.planAndPublish(twin);
    team.server.advanceClock(5);
    expect(await land(pull, 'merge')).toMatch(/applied/u);
    expect(await ends(twin)).toEqual([]);
  });
});
