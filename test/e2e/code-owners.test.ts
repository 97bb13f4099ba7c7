import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFile } from '../support/accounts.ts';
import { AppTeam } from '../support/app-team.ts';
import { checksOf, commentsOf } from './evidence.ts';
import type { Account, Pull } from './repository.ts';

const OWNERS = `* @cleo
/identities/exports/ @acme/exports @dora
/identities/mail/ mail@example.test
`;

/** A document that names no owner, in a folder. */
function account(folder: string, name: string, spec = ''): Readonly<Record<string, string>> {
  const [text = ''] = Object.values(accountFile(name, 'billing', spec));
  return { [`identities/${folder}/${name}.yaml`]: text.replace(" owner: 'billing',", '') };
}

/** Ben is billing, which owns the source; Edo is in the team that owns exports, of which Dora answers as well as it. */
describe('owners that CODEOWNERS names', () => {
  let here: AppTeam;
  let dora: Account;
  let edo: Account;

  beforeAll(async () => {
    here = await AppTeam.form({ how: 'built', of: 'organization' });
    const { server, repository, cleo } = here.team;
    [dora, edo] = ['dora', 'edo'].map((login) => server.createUser({ login })) as [Account, Account];
    for (const one of [dora, edo]) repository.setCollaborator(one, 'write');
    const organization = repository.repository.owner;
    repository.setTeamRole(server.createTeam({ organization, slug: 'exports', members: [edo] }), 'write');
    await repository.push({ as: cleo, branch: 'main', files: { '.github/CODEOWNERS': OWNERS }, message: 'Own' });
    const begun = await here.install({ owners: 'codeowners' });
    expect(begun.exitCode, begun.log).toBe(0);
  });

  afterAll(async () => {
    await here.close();
  });

  async function decision(pull: Pull): Promise<string | undefined> {
    return (await here.publish(pull)).outputs['decision'];
  }

  it("answer for a new document beside the source's owner, any of those on its line", async () => {
    const pull = await here.team.propose('new', account('exports', 'nightly'));
    expect(await decision(pull)).toBe('waiting');
    expect(commentsOf(here.team, pull).at(-1)?.body).toContain('`@acme/exports @dora` (`@acme/exports`, `dora`)');
    await here.approve(pull);
    expect(await decision(pull)).toBe('waiting');
    await here.approve(pull, edo);
    expect(await decision(pull)).toBe('approved');
    await here.merge(pull);
    expect((await here.apply()).outputs).toMatchObject({ decision: 'applied' });
  });

  it('and alone for what there is', async () => {
    const pull = await here.team.propose('edit', account('exports', 'nightly', '  note: twice\n'));
    await here.publish(pull);
    await here.approve(pull);
    expect(await decision(pull)).toBe('waiting');
    await here.approve(pull, dora);
    expect(await decision(pull)).toBe('approved');
    await here.merge(pull);
    expect((await here.apply()).outputs).toMatchObject({ decision: 'applied' });
  });

  it("leave it to the source's owner where only e-mail addresses stand, and say so", async () => {
    const pull = await here.team.propose('mail', account('mail', 'letters'));
    const published = await here.publish(pull);
    expect(published.outputs).toMatchObject({ decision: 'waiting' });
    expect(checksOf(here.team, pull.head.sha).plan?.annotations).toEqual(
      expect.arrayContaining(['.github/CODEOWNERS:3']),
    );
    await here.approve(pull);
    expect(await decision(pull)).toBe('approved');
  });
});
