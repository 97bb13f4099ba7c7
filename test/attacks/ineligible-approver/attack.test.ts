import { expect } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares, Estate, pathOf, reconciliation, role } from '../../e2e/estate.ts';
import type { Account, Pull } from '../../e2e/repository.ts';
import { handmade } from '../support/merging.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

/** Everybody owns billing, so that nobody lacks anything but eligibility. */
const here = standing(async () => {
  const estate = await Estate.open({
    files: { ...declares('pay'), ...declares('job'), ...declares('clerk') },
    sql: ['pay LOGIN CONNECTION LIMIT 9', 'job LOGIN CONNECTION LIMIT 5', 'clerk LOGIN CONNECTION LIMIT 5']
      .map((created) => `CREATE ROLE ${created};`)
      .join(' '),
  });
  const rules = configuration(estate.publicKey)
    .replace('[ben, dora]', '[ana, ben, dora, eve, robot, reader]')
    .replace('administrators: administrators', 'administrators: administrators\n  machineUsers: [robot, other-robot]');
  await estate.team.repository.push({ as: estate.team.cleo, branch: 'main', files: { [CONFIGURATION_PATH]: rules } });
  const init = await estate.team.init();
  expect(init.exitCode, init.log).toBe(0);
  return estate;
});

function account(login: string, role: 'read' | 'write'): Account {
  const created = here().team.server.createUser({ login });
  here().team.repository.setCollaborator(created, role);
  return created;
}

function bot(): string {
  const { server, cleo, repository } = here().team;
  const permissions = { contents: 'write', pull_requests: 'write' } as const;
  const { app } = server.createApp({ slug: 'acme-helper', owner: cleo, permissions });
  const installation = server.installApp(app, { account: repository.repository.owner, repositories: [repository] });
  return server.issueToken({ kind: 'app', installation });
}

type Files = Readonly<Record<string, string>>;

/** Proposed, approved, merged and applied. */
async function bring(branch: string, files: Files, as: Account): Promise<void> {
  const pull = await here().team.propose(branch, files);
  await gate(here(), pull);
  await here().approve(pull, { as });
  expect((await land(here(), pull)).decision).toMatch(/^(?:applied|nothing)$/u);
}

/** What the merge of a base into a head holds: the files of one of the two, and others in their place. */
type Held = { readonly of: 'head' | 'base'; readonly files?: Files };

/** A merge of the base into the head, of which its author says what it holds. @returns what the gate says once they approve alone */
async function approvesOwnMerge(pull: Pull, as: Account, { of, files = {} }: Held) {
  const { repository } = here().team;
  const [mine, base] = [pull.head.sha, await repository.head()];
  const tree = of === 'head' ? mine : base;
  const sha = await handmade(here(), { as, parents: [mine, base], tree, files });
  await repository.pushCommit({ as, branch: pull.head.ref, sha });
  await gate(here(), pull);
  await here().approve(pull, { as });
  return await gate(here(), pull);
}

replay(row, {
  refused: {
    'all of them approve, and it is merged': async () => {
      const { team, dora, eve } = here();
      const { repository, ana, ben } = team;
      const pull = await team.propose('crowd', declares('crowd'));
      const coAuthors = [{ name: 'eve', email: eve.emails[0] ?? '' }];
      await repository.push({ as: ana, branch: 'crowd', files: declares('crowd', { limit: 6 }), coAuthors });
      await repository.push({ as: ben, branch: 'crowd', files: declares('crowd', { limit: 7 }) });
      const author = { name: 'ana', email: ana.emails[0] ?? '' };
      await repository.push({ as: dora, branch: 'crowd', files: declares('crowd', { limit: 8 }), author });
      await gate(here(), pull);
      await expect(here().approve(pull, { as: ana })).rejects.toThrow(/Unprocessable Entity/u);
      for (const as of [ben, dora, eve, account('robot', 'write'), account('reader', 'read')])
        await here().approve(pull, { as });
      await repository.review(pull, { as: { token: bot() }, event: 'APPROVE' });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      const landed = await land(here(), pull);
      expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
      expect(await here().role('crowd')).toBeNull();
      return judged;
    },
    'a commit by an address that belongs to nobody': async () => {
      const { team } = here();
      const pull = await team.propose('nobody', declares('nobody'));
      const author = { name: 'somebody', email: 'somebody@nowhere.example' };
      await team.repository.push({ as: team.ana, branch: 'nobody', files: declares('nobody', { limit: 6 }), author });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      return judged;
    },
    'a push of which GitHub names no account, as by a deploy key': async () => {
      const { team } = here();
      const pull = await team.propose('key', declares('key'));
      team.repository.forgetPushers('key');
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      return judged;
    },
    'a machine user pushes': async () => {
      const { team } = here();
      const pull = await team.propose('machine', declares('machine'));
      const as = account('other-robot', 'write');
      await team.repository.push({ as, branch: 'machine', files: declares('machine', { limit: 6 }) });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      return judged;
    },
    'a workflow pushes with its own token, as which this program writes, too': async () => {
      const { team } = here();
      const pull = await team.propose('workflow', declares('workflow'));
      const permissions = { contents: 'write' };
      const token = team.server.issueToken({ kind: 'actions-job', repository: team.repository, permissions });
      await team.repository.push({ as: { token }, branch: 'workflow', files: declares('workflow', { limit: 6 }) });
      await gate(here(), pull);
      await here().approve(pull);
      const judged = await gate(here(), pull);
      expect(judged).toMatchObject({
        decision: 'refused',
        codes: expect.arrayContaining(['contributor-not-a-person']),
      });
      return judged;
    },
    'a merge of the base that hides a document which stands on neither side': async () => {
      const { team } = here();
      const pull = await team.propose('evil', { [pathOf('job')]: role('job', { limit: 7 }) });
      await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Moved again\n' } });
      const files = reconciliation('sneak', { verb: 'correct', of: 'pay' });
      const judged = await approvesOwnMerge(pull, team.ben, { of: 'head', files });
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'a merge of the base that drops a document which the base brought, with everything else': async () => {
      const { team } = here();
      const pull = await team.propose('drop-all', declares('bystander'));
      await bring('clerk-six', declares('clerk', { limit: 6 }), team.ben);
      const judged = await approvesOwnMerge(pull, team.ben, { of: 'head' });
      expect(judged.decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('clerk')).toMatchObject({ limit: 6 });
      return judged;
    },
    'a merge of the base that keeps all of it but one document': async () => {
      const { team } = here();
      const pull = await team.propose('drop-one', declares('onlooker'));
      const before = (await team.repository.readFile(pull.head.sha, pathOf('job'))) ?? '';
      await bring('job-eight', { 'README.md': 'Eight\n', ...declares('job', { limit: 8 }) }, team.ben);
      const files = { ...declares('onlooker'), [pathOf('job')]: before };
      const judged = await approvesOwnMerge(pull, team.ben, { of: 'base', files });
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'a merge of the base that drops a rule file which the base brought': async () => {
      const { team } = here();
      const pull = await team.propose('drop-rule', { '.github/workflows/greet.yml': 'on: push\n' });
      await bring('owners', { CODEOWNERS: '* @cleo\n' }, team.cleo);
      const judged = await approvesOwnMerge(pull, team.cleo, { of: 'head' });
      expect(judged).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['nobody-eligible']) });
      return judged;
    },
  },
  passes: {
    'the owner updates the branch by the button, and approves': async () => {
      const { team } = here();
      const pull = await team.propose('honest', declares('honest'));
      await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Moved\n' } });
      await team.repository.updateBranch(pull, { as: team.ben });
      await gate(here(), pull);
      await here().approve(pull);
      expect((await gate(here(), pull)).decision).toBe('approved');
    },
    'the owner merges documents and rule files that the base brought, and approves': async () => {
      const { team } = here();
      const pull = await team.propose('upright', declares('upright'));
      await bring('job-nine', declares('job', { limit: 9 }), team.ben);
      await bring('more-owners', { 'docs/CODEOWNERS': '* @cleo\n' }, team.cleo);
      await team.repository.updateBranch(pull, { as: team.ben });
      await gate(here(), pull);
      await here().approve(pull);
      expect((await gate(here(), pull)).decision).toBe('approved');
    },
  },
});
