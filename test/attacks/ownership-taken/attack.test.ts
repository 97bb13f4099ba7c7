import { expect } from 'vitest';
import { CONFIGURATION_PATH, declares, pathOf, role } from '../../e2e/estate.ts';
import { mergeWith } from '../support/merging.ts';
import { apply, gate, land, type Outcome } from '../support/outcome.ts';
import type { Pull } from '../../e2e/repository.ts';
import { replay } from '../support/replay.ts';
import { existing, standing } from '../support/standing.ts';
import { row } from './row.ts';

const DECLARED = existing('etl', 'job', 'desk', 'unseen', 'beside', 'hidden');
const UNDECLARED = existing('outside', 'taken');

const here = standing({ ...DECLARED, sql: `${DECLARED.sql}\n${UNDECLARED.sql}` });

function ofEve(name: string, limit = 5): Readonly<Record<string, string>> {
  return { [pathOf(name)]: role(name, { limit }).replace('owner: billing', "owner: '@eve'") };
}

/** The rights of what eve made her own, asked for by ana and approved by eve. */
async function raisedByEve(name: string): Promise<Outcome & { readonly pull: Pull }> {
  const { team, eve } = here();
  const pull = await team.propose(`${name}-raised`, ofEve(name, 50));
  await gate(here(), pull);
  await here().approve(pull, { as: eve });
  return { ...(await gate(here(), pull)), pull };
}

/** Eve's own document, in a folder of its own. */
function outside(name: string, limit: number): Readonly<Record<string, string>> {
  return { [`${name}/${name}.yaml`]: Object.values(ofEve(name, limit))[0] ?? '' };
}

/** Rules that take a folder in besides, as an administrator approves them. */
async function look(folder: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
  const { team } = here();
  const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
  const wider = rules.replace('desired: [', `desired: ['${folder}/*.yaml', `);
  expect(wider).not.toBe(rules);
  const pull = await team.propose(`look-${folder}`, { [CONFIGURATION_PATH]: wider, ...files });
  await gate(here(), pull);
  await here().approve(pull, { as: team.cleo });
  expect((await land(here(), pull)).decision).toBe('nothing');
}

/** More documents than are read at one commit. */
const TOO_MANY = Array.from({ length: 5001 }, (_, index) => `identities/many/${index}.yaml`);

replay(row, {
  refused: {
    'a friend is named beside a change of rights, or of a new identity': async () => {
      const { team, eve } = here();
      const pull = await team.propose('friend', { ...ofEve('etl', 50), ...ofEve('brand-new') });
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'in two steps: the ownership first, merged without its owner, and then the rights': async () => {
      const { team, eve } = here();
      const first = await team.propose('first', ofEve('job'));
      await gate(here(), first);
      await here().approve(first, { as: eve });
      const taken = await land(here(), first);
      expect(taken).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
      const second = await team.propose('second', ofEve('job', 50));
      await gate(here(), second);
      await here().approve(second, { as: eve });
      const judged = await gate(here(), second);
      expect(judged.decision).toBe('waiting');
      await here().approve(second);
      expect((await land(here(), second)).decision).toBe('applied');
      expect(await here().role('job')).toMatchObject({ limit: 50 });
      return judged;
    },
    'in two steps before one apply: the ownership first, merged without anybody, and then the rights': async () => {
      const first = await here().team.propose('unseen', ofEve('unseen'));
      await gate(here(), first);
      await here().merge(first);
      const { pull } = await raisedByEve('unseen');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('unseen')).toMatchObject({ limit: 5 });
      return landed;
    },
    'in two steps: the ownership beside what was approved, in a merge made by hand, and then the rights': async () => {
      const first = await here().approved('approved', declares('approved'));
      await mergeWith(here(), first, { ...declares('approved'), ...ofEve('beside') });
      expect((await apply(here(), first)).decision).toBe('refused');
      const judged = await raisedByEve('beside');
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'in two steps: the ownership in a push of more documents than are read, taken away again, and then the rights':
      async () => {
        const { team } = here();
        const many = Object.fromEntries(TOO_MANY.map((path) => [path, '']));
        await team.pushPast(team.ana, { ...many, ...ofEve('hidden') });
        expect((await apply(here(), null)).codes).toContain('direct-push');
        const none = Object.fromEntries(TOO_MANY.map((path) => [path, null]));
        await team.pushPast(team.ana, none);
        expect((await apply(here(), null)).codes).toContain('direct-push');
        const judged = await raisedByEve('hidden');
        expect(judged.decision).toBe('waiting');
        return judged;
      },
    'in three steps: the ownership where no rule looks, rules that look there, and then the rights': async () => {
      const { team, eve } = here();
      const first = await team.propose('outside', outside('outside', 5));
      await gate(here(), first);
      await land(here(), first);
      await look('outside');
      const pull = await team.propose('outside-raised', outside('outside', 50));
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      expect((await land(here(), pull)).decision).toBe('refused');
      expect(await here().role('outside')).toMatchObject({ limit: 5 });
      return judged;
    },
    'in two steps: the ownership pushed to the default branch, and then the rights': async () => {
      const { team, eve } = here();
      await team.pushPast(team.ana, ofEve('pushed'));
      expect((await team.apply()).log).toMatch(/direct-push/u);
      const pull = await team.propose('pushed', ofEve('pushed', 50));
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('pushed')).toBeNull();
      return landed;
    },
  },
  passes: {
    'new rules take in a document: the owner of the source agrees to its first change, and eve alone to the next':
      async () => {
        const { team, eve } = here();
        await look('taken', outside('taken', 5));
        const first = await team.propose('taken-first', outside('taken', 20));
        await gate(here(), first);
        await here().approve(first, { as: eve });
        await here().approve(first);
        expect((await land(here(), first)).decision).toBe('applied');
        const second = await team.propose('taken-second', outside('taken', 30));
        await gate(here(), second);
        await here().approve(second, { as: eve });
        expect((await land(here(), second)).decision).toBe('applied');
        expect(await here().role('taken')).toMatchObject({ limit: 30 });
      },
    'both owners approve, and a new identity of the own group needs one of it': async () => {
      const { team, eve } = here();
      const pull = await team.propose('hands', { ...ofEve('desk'), ...declares('mine') });
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('mine')).toMatchObject({ limit: 5 });
    },
  },
});
