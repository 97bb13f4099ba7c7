import { expect } from 'vitest';
import { role } from '../../e2e/estate.ts';
import type { Pull } from '../../e2e/repository.ts';
import type { PushInput } from '../../github-server/index.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-moves'));

async function propose(branch: string, files: PushInput['files']): Promise<Pull> {
  const { repository, ana } = here().team;
  await repository.push({ as: ana, branch, files });
  return await repository.openPullRequest({ as: ana, head: branch });
}

replay(row, {
  refused: {
    'a document that is a link to a file outside of the patterns': async () => {
      const pull = await propose('link', {
        'elsewhere/linked.yaml': role('linked'),
        'identities/orders-db/linked.yaml': { link: '../../elsewhere/linked.yaml' },
      });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('refused');
      expect(await here().role('linked')).toBeNull();
      await here().team.pushPast(here().team.cleo, { 'identities/orders-db/linked.yaml': null });
      await here().team.apply();
      return judged;
    },
    'a document that is a submodule': async () => {
      const judged = await gate(here(), await propose('module', { 'identities/more.yaml': { submodule: '' } }));
      expect(judged.decision).toBe('refused');
      return judged;
    },
    'a workflow that is a link: administrators are asked': async () => {
      const pull = await propose('rule', { '.github/workflows/linked.yml': { link: '../../README.md' } });
      await gate(here(), pull);
      await here().approve(pull);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
  },
  passes: {
    'a link beside the patterns': async () => {
      const pull = await propose('beside', { 'docs/latest.md': { link: '../README.md' } });
      expect((await gate(here(), pull)).decision).toBe('unconcerned');
    },
    'a document under another path': async () => {
      const pull = await propose('moves', {
        'identities/orders-db/svc-moves.yaml': null,
        'identities/moved/svc-moves.yaml': role('svc-moves'),
      });
      expect((await gate(here(), pull)).decision).toBe('waiting');
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('nothing');
      expect(await here().role('svc-moves')).toMatchObject({ limit: 5 });
    },
  },
});
