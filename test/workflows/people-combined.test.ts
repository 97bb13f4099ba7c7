import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksOf, commentsOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import { accountFile } from '../support/accounts.ts';
import { AppTeam } from '../support/app-team.ts';

const POLICY = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: people }
spec:
  rules:
    - name: either
      when: change.name.startsWith('either-')
      effect:
        require:
          anyOf:
            - { of: '@sue' }
            - allOf: [{ of: '@dan' }, { of: '@dora' }]
      message: '{change.name} needs one of them'
    - name: by-an-administrator
      when: change.name.startsWith('high-')
      effect: { require: { permission: admin } }
      message: '{change.name} is high'
`;

let here: AppTeam;
let people: Readonly<Record<'sue' | 'dan' | 'dora', Account>>;

beforeAll(async () => {
  here = await AppTeam.form({ how: 'quick', of: 'person' });
  const { server, repository, cleo } = here.team;
  const user = (login: string) => {
    const account = server.createUser({ login });
    repository.setCollaborator(account, 'write');
    return account;
  };
  people = { sue: user('sue'), dan: user('dan'), dora: user('dora') };
  const files = { ...here.rules({ more: 'policies: [policies/]\n' }), 'policies/people.yaml': POLICY };
  await repository.push({ as: cleo, branch: 'main', files });
  const begun = await here.team.run('apply', { command: 'init', token: here.token });
  expect(begun.exitCode, begun.log).toBe(0);
});

afterAll(async () => {
  await here.close();
});

async function gate(pull: Pull): Promise<string | undefined> {
  return (await here.publish(pull)).outputs['decision'];
}

async function proposed(branch: string): Promise<Pull> {
  const pull = await here.team.propose(branch, accountFile(branch));
  await gate(pull);
  await here.approve(pull);
  return pull;
}

async function land(pull: Pull): Promise<string | undefined> {
  await here.merge(pull);
  return (await here.apply()).outputs['decision'];
}

describe('one of two ways', () => {
  it('is shown in the comment, and met by the one', async () => {
    const pull = await proposed('either-one');
    expect(commentsOf(here.team, pull).at(-1)?.body).toContain(
      '1 approval from `sue`, or 1 approval from `dan` and 1 approval from `dora`: either-one needs one of them',
    );
    expect(await gate(pull)).toBe('waiting');
    await here.approve(pull, people.sue);
    expect(await gate(pull)).toBe('approved');
    expect(await land(pull)).toBe('applied');
  });

  it('or by the other, whole', async () => {
    const pull = await proposed('either-other');
    await here.approve(pull, people.dan);
    expect(await gate(pull)).toBe('waiting');
    expect(checksOf(here.team, pull.head.sha).approval).toMatchObject({ title: 'Waiting for sue, or dora' });
    await here.approve(pull, people.dora);
    expect(await gate(pull)).toBe('approved');
    expect(await land(pull)).toBe('applied');
  });

  it('and not by a part of it', async () => {
    const pull = await proposed('either-half');
    await here.approve(pull, people.dora);
    expect(await land(pull)).toBe('refused');
  });
});

describe('a permission', () => {
  it('is asked of whoever has it, at the gate and at the apply', async () => {
    const pull = await proposed('high-one');
    await here.approve(pull, people.sue);
    expect(await gate(pull)).toBe('waiting');
    await here.approve(pull, here.team.cleo);
    expect(await gate(pull)).toBe('approved');
    expect(await land(pull)).toBe('applied');
  });

  it('does not count when it is gone by then', async () => {
    const { repository } = here.team;
    const pull = await proposed('high-two');
    repository.setCollaborator(people.sue, 'admin');
    await here.approve(pull, people.sue);
    expect(await gate(pull)).toBe('approved');
    repository.setCollaborator(people.sue, 'maintain');
    expect(await land(pull)).toBe('refused');
  });
});
