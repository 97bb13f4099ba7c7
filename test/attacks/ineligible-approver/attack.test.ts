import { expect } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares, Estate, pathOf, reconciliation, role } from '../../e2e/estate.ts';
import type { Account } from '../../e2e/repository.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

/** Everybody owns billing, so that nobody lacks anything but eligibility. */
const here = standing(async () => {
  const estate = await Estate.open({
    files: { ...declares('pay'), ...declares('job') },
    sql: 'CREATE ROLE pay LOGIN CONNECTION LIMIT 9; CREATE ROLE job LOGIN CONNECTION LIMIT 5;',
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
    'a merge of the base that hides a document which stands on neither side': async () => {
      const { team } = here();
      const { git } = team.repository.repository;
      const pull = await team.propose('evil', { [pathOf('job')]: role('job', { limit: 7 }) });
      const mine = pull.head.sha;
      await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Moved again\n' } });
      const base = await team.repository.head();
      await team.repository.pushCommit({ as: team.cleo, branch: 'scratch', sha: mine });
      const files = reconciliation('sneak', { verb: 'correct', of: 'pay' });
      const tree = (await git.commit(await team.repository.push({ as: team.cleo, branch: 'scratch', files })))?.tree;
      const ben = { name: 'ben', email: team.ben.emails[0] ?? '', seconds: 1_800_000_000 };
      const merge = { tree: tree ?? '', parents: [mine, base], author: ben, committer: ben, message: 'Merge main\n' };
      await team.repository.pushCommit({ as: team.ben, branch: 'evil', sha: await git.writeCommit(merge) });
      await gate(here(), pull);
      await here().approve(pull);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
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
  },
});
