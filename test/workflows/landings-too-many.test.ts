import { expect, it } from 'vitest';
import { landingsSince } from '../../src/workflows/landings.ts';
import { LandingWorld } from '../support/landing-world.ts';

it('more commits than are looked at are refused, and told with a way out', async () => {
  const here = await LandingWorld.begin();
  try {
    const { repository, ben } = here.world;
    const { git } = repository.repository;
    const settled = await repository.head();
    const tree = (await git.commit(settled))?.tree ?? '';
    const author = { name: 'ben', email: ben.emails[0] ?? '', seconds: 1_800_000_000 };
    let tip = settled;
    for (let made = 0; made < 2001; made += 1)
      tip = await git.writeCommit({ tree, parents: [tip], author, committer: author, message: `${made}\n` });
    await repository.pushCommit({ as: ben, branch: 'main', sha: tip });
    const query = { branch: 'main', tip, settled, configuration: await here.rulesAt(tip) };
    await expect(landingsSince(here.surface, query)).rejects.toMatchObject({
      code: 'history-too-long',
      evidence: `settled ${settled}`,
      mend: expect.stringContaining('`ledger.branch`'),
    });
  } finally {
    await here.close();
  }
});
