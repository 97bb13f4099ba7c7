import { expect } from 'vitest';
import { CONFIGURATION_PATH } from '../../e2e/workplace.ts';
import { gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { declared, manifestPath, roleBinding, SmallClusterPlace } from '../support/small-cluster-place.ts';
import { upheld } from '../support/standing.ts';
import { row } from './row.ts';

const NAMES = ['annotated', 'bound', 'broken', 'unseen', 'hidden', 'handed'] as const;

const here = upheld(async () => await SmallClusterPlace.begin(NAMES));

type Files = Readonly<Record<string, string | null>>;

/** Asked for by ana, and approved by eve alone. */
async function byEve(branch: string, files: Files): Promise<Outcome> {
  const { team, eve } = here();
  const pull = await team.propose(branch, files);
  await gate(here(), pull);
  await here().approve(pull, { as: eve });
  const judged = await gate(here(), pull);
  expect(judged.decision).toBe('waiting');
  expect((await land(here(), pull)).decision).toBe('refused');
  return judged;
}

replay(row, {
  refused: {
    'another owner in the annotation, beside another role': async () => {
      const judged = await byEve('annotated', declared('annotated', 'admin', '@eve'));
      expect(here().bound('annotated')).toEqual(['view']);
      return judged;
    },
    'a binding in a file and under a name of one’s own, with an owner of its own': async () => {
      const binding = roleBinding('bound', 'admin', 'eves');
      const own = binding.replace('  name: eves\n', '  name: eves\n  annotations: { countersign.dev/owner: "@eve" }\n');
      expect(own).not.toBe(binding);
      const files = { 'deploy/eve/more.yaml': own };
      const judged = await byEve('bound', files);
      expect(here().bound('bound')).toEqual(['view']);
      await here().team.pushPast(here().team.cleo, { 'deploy/eve/more.yaml': null });
      await here().team.apply();
      return judged;
    },
    'in two steps: a broken file, merged without anybody, and then a sound one that names another owner': async () => {
      const { team, eve } = here();
      const first = await team.propose('breaks', { [manifestPath('broken')]: 'kind: [' });
      expect((await gate(here(), first)).decision).toBe('refused');
      expect((await land(here(), first)).decision).toBe('refused');
      const second = await team.propose('mends', declared('broken', 'admin', '@eve'));
      await gate(here(), second);
      await here().approve(second, { as: eve });
      const judged = await gate(here(), second);
      expect(judged.decision).toBe('waiting');
      expect((await land(here(), second)).decision).toBe('refused');
      expect(here().bound('broken')).toEqual(['view']);
      return judged;
    },
    'the same in two steps before one apply': async () => {
      const { team, eve } = here();
      const first = await team.propose('unseen-breaks', { [manifestPath('unseen')]: 'kind: [' });
      await here().merge(first);
      const second = await team.propose('unseen-mends', declared('unseen', 'admin', '@eve'));
      await gate(here(), second);
      await here().approve(second, { as: eve });
      const judged = await gate(here(), second);
      const landed = await land(here(), second);
      expect(landed.decision).toBe('refused');
      expect(here().bound('unseen')).toEqual(['view']);
      return judged;
    },
    'in two steps: moved to where no rule looks, merged without anybody, and then declared anew': async () => {
      const { team, eve } = here();
      const moved = { 'attic/hidden.yaml': declared('hidden')[manifestPath('hidden')] ?? '' };
      const first = await team.propose('hides', { [manifestPath('hidden')]: null, ...moved });
      expect((await gate(here(), first)).decision).toBe('waiting');
      expect((await land(here(), first)).decision).toBe('refused');
      const second = await team.propose('anew', {
        'deploy/eve/hidden.yaml': declared('hidden', 'admin', '@eve')[manifestPath('hidden')] ?? '',
      });
      await gate(here(), second);
      await here().approve(second, { as: eve });
      const judged = await gate(here(), second);
      expect(judged.decision).toBe('waiting');
      expect((await land(here(), second)).decision).toBe('refused');
      expect(here().bound('hidden')).toEqual(['view']);
      return judged;
    },
    'where no rule looks, and rules in the same pull request that look there': async () => {
      const { team } = here();
      const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
      const wider = rules.replace("manifests: ['deploy/**/*.yaml']", "manifests: ['deploy/**/*.yaml', 'eve/*.yaml']");
      const files = { [CONFIGURATION_PATH]: wider, 'eve/more.yaml': roleBinding('bound', 'admin', 'eves') };
      const pull = await team.propose('looks', files);
      await gate(here(), pull);
      await here().approve(pull, { as: here().eve });
      await here().approve(pull);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
  },
  passes: {
    'both owners agree to the change of hands, and eve alone to what comes next': async () => {
      const { team, eve } = here();
      const first = await team.propose('handed', declared('handed', 'view', '@eve'));
      await gate(here(), first);
      await here().approve(first, { as: eve });
      await here().approve(first);
      await land(here(), first);
      const second = await team.propose('handed-next', declared('handed', 'edit', '@eve'));
      await gate(here(), second);
      await here().approve(second, { as: eve });
      expect((await land(here(), second)).decision).toBe('applied');
      expect(here().bound('handed')).toEqual(['edit']);
    },
  },
});
