import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followUpBranch } from '../../src/core/apply/follow-up.ts';
import { applyIdOf } from '../../src/core/apply/landing.ts';
import type { Sha256 } from '../../src/core/json.ts';
import { commentsOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

describe('what asks again is found where an earlier run left it', () => {
  let subject: Subject;
  let pull: Pull;
  let branch: string;

  /** An approved change of alpha, by ana; the live account moves before it is applied. */
  beforeEach(async () => {
    subject = await memorySubject('quick');
    const { team, people } = subject;
    team.repository.allowActionsToCreateAndApprove();
    expect(await team.init()).toMatchObject({ exitCode: 0 });
    pull = await team.propose('p', document('alpha', 9), people.ana);
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: people.ben, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(pull);
    const landing = await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
    await subject.drift('alpha', 77);
    const digest: Sha256 = `sha256:${publish.outputs['digest']?.slice('sha256:'.length) ?? ''}`;
    branch = followUpBranch(applyIdOf(team.repository.repository.id, pull.number, landing, digest));
  });

  afterEach(async () => {
    await subject.close();
  });

  const document = (name: string, limit: number) => ({
    [subject.pathOf(name)]: subject.documentOf(name, { limit, purpose: 'p' }),
  });

  const pulls = () => [...subject.team.repository.repository.pulls.values()];

  async function pushedByEve(from: string, limit = 999): Promise<void> {
    subject.team.server.advanceClock(2);
    const files = document('beta', limit);
    await subject.team.repository.push({ as: subject.people.eve, branch, from, files });
  }

  /** A run that gets no answer to what it sends to this path, and leaves everything else it did. */
  async function stopsAt(path: RegExp): Promise<void> {
    const { server } = subject.team;
    server.fault({ kind: '5xx', match: { method: 'POST', path }, times: 100 });
    expect(await subject.team.apply()).toMatchObject({ exitCode: 1, outputs: {} });
    server.clearFaults();
    expect(await subject.team.repository.readFile(branch, fileOf())).toMatch(/kind: Reconciliation/u);
  }

  const fileOf = (): string => `identities/${branch.slice('countersign/'.length)}.yaml`;

  async function outcome(): Promise<string> {
    expect(await subject.team.apply()).toMatchObject({ outputs: { decision: 'refused' } });
    return commentsOf(subject.team, pull).at(-1)?.body ?? '';
  }

  describe('and not where somebody else put something else', () => {
    it('on its branch, beforehand', async () => {
      await pushedByEve('main');
      expect(await outcome()).toContain('`follow-up-branch-taken`');
      expect(pulls()).toEqual([pull]);
    });

    it('on its branch, which holds nothing', async () => {
      await subject.team.repository.push({ as: subject.people.eve, branch, from: 'main', files: {} });
      expect(await outcome()).toContain('`follow-up-branch-taken`');
      expect(pulls()).toEqual([pull]);
    });

    it('in a pull request from it, closed and its branch deleted', async () => {
      const { team, people } = subject;
      await pushedByEve('main');
      const squat = await team.repository.openPullRequest({ as: people.eve, head: branch });
      await team.repository.editPullRequest(squat, { as: people.eve, state: 'closed' });
      await team.repository.deleteBranch({ as: people.eve, branch });
      expect(await outcome()).toContain('`follow-up-branch-taken`');
      expect(pulls()).toEqual([pull, squat]);
    });

    it('in a pull request from it into another base', async () => {
      const { team, people } = subject;
      await team.repository.push({ as: people.eve, branch: 'aside', from: 'main', files: {} });
      await stopsAt(/\/pulls$/u);
      const aside = await team.repository.openPullRequest({ as: people.eve, head: branch, base: 'aside' });
      expect(await outcome()).toMatch(/Pull request #\d+ asks for it again/u);
      expect(pulls().at(-1)).toMatchObject({ head: { ref: branch }, base: { ref: 'main' } });
      expect(pulls()).toHaveLength(3);
      expect(pulls()).toContain(aside);
    });

    it('beside the very file, in one commit', async () => {
      const { team, people } = subject;
      await stopsAt(/\/pulls$/u);
      const text = (await team.repository.readFile(branch, fileOf())) ?? '';
      await team.repository.deleteBranch({ as: people.eve, branch });
      const files = { [fileOf()]: text, ...document('beta', 999) };
      await team.repository.push({ as: people.eve, branch, from: 'main', files });
      expect(await outcome()).toContain('`follow-up-branch-taken`');
    });

    it('which says the same, in a commit of their own', async () => {
      const { team, people } = subject;
      await stopsAt(/\/pulls$/u);
      const text = (await team.repository.readFile(branch, fileOf())) ?? '';
      await team.repository.deleteBranch({ as: people.eve, branch });
      await team.repository.push({ as: people.eve, branch, from: 'main', files: { [fileOf()]: text } });
      expect(await outcome()).toContain('`follow-up-branch-taken`');
    });

    it('in the very file', async () => {
      const { team, people } = subject;
      await stopsAt(/\/pulls$/u);
      const text = (await team.repository.readFile(branch, fileOf())) ?? '';
      await team.repository.deleteBranch({ as: people.eve, branch });
      const files = { [fileOf()]: text.replace('alpha', 'beta') };
      await team.repository.push({ as: people.eve, branch, from: 'main', files });
      expect(await outcome()).toContain('`follow-up-branch-taken`');
    });
  });

  it('also where the default branch moved on meanwhile', async () => {
    const { team, people } = subject;
    await stopsAt(/\/pulls$/u);
    await team.repository.push({
      as: people.cleo,
      branch: 'main',
      files: { 'README.md': 'x\n', ...document('gamma', 5) },
    });
    expect(await outcome()).toMatch(/Pull request #\d+ asks for it again/u);
    expect(pulls().at(-1)).toMatchObject({
      head: { ref: branch },
      title: `Ask again for what #${pull.number} did not apply`,
    });
  });

  it('also where it ends for another reason meanwhile', async () => {
    const { team, people } = subject;
    await stopsAt(/\/pulls$/u);
    const text = await team.repository.readFile(branch, fileOf());
    expect(text).toMatch(/\(conflict\)/u);
    team.repository.setCollaborator(people.ben, 'read');
    const comment = await outcome();
    expect(comment).toContain('`approval-missing`');
    expect(comment).toMatch(/Pull request #\d+ asks for it again/u);
    expect(pulls().at(-1)).toMatchObject({ head: { ref: branch } });
    expect(await team.repository.readFile(branch, fileOf())).toBe(text);
  });

  it('also where a person opened the pull request, brought the branch up to date and pushed to it', async () => {
    const { team, people } = subject;
    await stopsAt(/\/pulls$/u);
    const opened = await team.repository.openPullRequest({ as: people.dora, head: branch });
    await team.repository.push({ as: people.cleo, branch: 'main', files: { 'README.md': 'x\n' } });
    await team.repository.updateBranch(opened, { as: people.dora });
    await pushedByEve(branch, 6);
    expect(await outcome()).toContain(`Pull request #${opened.number} asks for it again`);
    expect(pulls()).toEqual([pull, opened]);
  });

  it('also where the pull request was closed and its branch deleted: neither is made again', async () => {
    const { team, people } = subject;
    await stopsAt(/\/issues\/\d+\/comments$/u);
    const opened = pulls().at(-1) ?? pull;
    expect(opened.head.ref).toBe(branch);
    await team.repository.editPullRequest(opened, { as: people.ben, state: 'closed' });
    await team.repository.deleteBranch({ as: people.ben, branch });
    expect(await outcome()).toContain(`Pull request #${opened.number} asks for it again`);
    expect(pulls()).toEqual([pull, opened]);
  });
});
