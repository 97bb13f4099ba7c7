import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toPerson } from '../../src/github/persons.ts';
import {
  branchTip,
  commitAt,
  mergeBase,
  permissionOf,
  permissionsOf,
  repositoryAt,
  repositoryFacts,
  serverTime,
} from '../../src/github/repository.ts';
import type { Account } from '../github-server/index.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.server.close());

function person(account: Account) {
  const found = toPerson(account);
  if (found === null) throw new Error('no account');
  return found;
}

describe('a repository', () => {
  it('tells id, name, default branch and visibility', async () => {
    expect(await repositoryFacts(world.readOnly)).toEqual({
      id: world.repository.repository.id,
      fullName: 'acme/identities',
      defaultBranch: 'main',
      visibility: 'private',
    });
  });

  it.each(['acme', 'acme/', '/identities', 'acme/identities/x', ''])('is not named %j', (name) => {
    expect(() => repositoryAt(world.ours.github, name)).toThrow(expect.objectContaining({ code: 'repository-name' }));
  });

  it('tells the time by its own clock', async () => {
    expect((await serverTime(world.readOnly.github)).toISOString()).toBe('2026-01-05T09:00:00.000Z');
    world.server.advanceClock(61);
    expect((await serverTime(world.readOnly.github)).toISOString()).toBe('2026-01-05T09:01:01.000Z');
  });
});

describe('branches and commits', () => {
  it('have a tip, which no branch with a longer name can be mistaken for', async () => {
    await world.repository.push({ as: world.ana, branch: 'feature/one', files: { a: '1' } });
    expect(await branchTip(world.readOnly, 'main')).toBe(await world.repository.head());
    expect(await branchTip(world.readOnly, 'feature')).toBeNull();
    expect(await branchTip(world.readOnly, 'feature/o')).toBeNull();
  });

  it('are not said to be absent when they cannot be read', async () => {
    const stranger = world.as(world.server.issueToken({ kind: 'user', user: world.zoe }));
    await expect(branchTip(stranger, 'main')).rejects.toMatchObject({ code: 'github-not-found' });
    await expect(
      branchTip(
        world.as(world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions: {} })),
        'main',
      ),
    ).rejects.toMatchObject({
      code: 'github-forbidden',
    });
  });

  it('have a merge base, or none when their histories have nothing in common', async () => {
    const base = await world.repository.head();
    const head = await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' } });
    const tip = await world.repository.push({ as: world.ben, branch: 'main', files: { b: '1' } });
    expect(await mergeBase(world.readOnly, tip, head)).toBe(base);
    const orphan = await world.repository.push({ as: world.ana, branch: 'other', files: { c: '1' }, orphan: true });
    expect(await mergeBase(world.readOnly, tip, orphan)).toBeNull();
  });

  it('tell parents, tree, message, and accounts only where GitHub links them', async () => {
    const parent = await world.repository.head();
    const author = { name: 'Nobody', email: 'nobody@example.com' };
    const sha = await world.repository.push({
      as: world.ana,
      branch: 'x',
      files: { a: '1' },
      message: 'Why',
      author,
      committer: { name: 'Ben', email: world.ben.emails[0] ?? '' },
    });
    expect(await commitAt(world.readOnly, sha)).toMatchObject({
      sha,
      parents: [parent],
      message: expect.stringContaining('Why'),
      author: { account: null, ...author },
      committer: { account: { id: world.ben.id, login: 'ben', type: 'User' } },
    });
  });
});

describe('what a person may do', () => {
  it('is told for each once', async () => {
    const people = [world.ana, world.rita, world.zoe, world.ana, world.olga].map(person);
    expect(await permissionsOf(world.readOnly, people)).toEqual([
      { id: world.ana.id, permission: 'write' },
      { id: world.rita.id, permission: 'read' },
      { id: world.zoe.id, permission: 'none' },
      { id: world.olga.id, permission: 'admin' },
    ]);
  });

  it.each(['triage', 'maintain'] as const)('knows the role %s', async (role) => {
    world.repository.setCollaborator(world.rita, role);
    expect(await permissionOf(world.readOnly, person(world.rita))).toEqual({ id: world.rita.id, permission: role });
  });

  it('follows an account that was renamed', async () => {
    const before = person(world.ana);
    world.ana.login = 'ana-ruiz';
    expect(await permissionOf(world.readOnly, before)).toEqual({ id: world.ana.id, permission: 'write' });
  });

  it('is never taken from somebody who took over the old login', async () => {
    const before = person(world.rita);
    world.rita.login = 'rita-moved';
    const thief = world.server.createUser({ login: 'rita' });
    world.repository.setCollaborator(thief, 'admin');
    expect(await permissionOf(world.readOnly, before)).toEqual({ id: world.rita.id, permission: 'read' });
  });

  it('is nothing for an account that is gone', async () => {
    expect(await permissionOf(world.readOnly, { id: 987_654, login: 'gone', type: 'User' })).toEqual({
      id: 987_654,
      permission: 'none',
    });
  });
});

describe('reading', () => {
  it('changes nothing', async () => {
    await repositoryFacts(world.readOnly);
    await branchTip(world.readOnly, 'main');
    await permissionsOf(world.readOnly, [person(world.ana)]);
    await serverTime(world.readOnly.github);
    expect(world.server.log).toEqual([]);
  });
});
