import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { HandedState } from '../../../src/core/handed-state.ts';
import type { LiveObject } from '../../../src/core/live.ts';
import { declares } from '../../e2e/estate.ts';
import type { Pull } from '../../e2e/repository.ts';
import { land, outcomeOf, receiptCodes, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('hidden', 'other', 'old', 'ruled', 'strange', 'broken', 'honest'));

type Forge = (state: HandedState) => unknown;

/** Plans and publishes from a state that was honestly read and then changed; without the reading credential. */
async function gateFrom(pull: Pull, forge: Forge): Promise<Outcome> {
  const { team } = here();
  const read = await team.run('plan', { command: 'read', source: 'orders-db' });
  expect(read.exitCode, read.log).toBe(0);
  const honest = read.outputs['state-file'] ?? '';
  const path = join(honest, '..', `forged-${pull.number}.json`);
  writeFileSync(path, JSON.stringify(forge(JSON.parse(readFileSync(honest, 'utf8')) as HandedState)));
  const plan = await team.plan(pull, { 'live-state': path }, { without: ['ORDERS_DB_READ'] });
  return outcomeOf(team, pull, plan, await team.publish(plan.outputs['bundle']));
}

async function approvedFrom(pull: Pull, forge: Forge): Promise<void> {
  await gateFrom(pull, forge);
  await here().approve(pull);
  expect((await gateFrom(pull, forge)).decision).toBe('approved');
}

function edited(name: string, edit: (object: LiveObject) => LiveObject): Forge {
  return (state) => {
    const objects = state.live.objects.map((object) => (object.address.endsWith(`/${name}`) ? edit(object) : object));
    return { ...state, live: { ...state.live, objects } };
  };
}

/** Nothing is planned from it, so the role stays as it is whoever approves. */
async function refused(name: string, forge: Forge): Promise<Outcome> {
  const pull = await here().team.propose(name, limited(name, 50));
  const judged = await gateFrom(pull, forge);
  expect(judged.decision).not.toBe('approved');
  expect(await here().role(name)).toMatchObject({ limit: 5 });
  return judged;
}

replay(row, {
  refused: {
    'an identity is hidden, so that reviewers see it created': async () => {
      const pull = await here().team.propose('hidden', limited('hidden', 50));
      await approvedFrom(pull, (state) => {
        const objects = state.live.objects.filter(({ address }) => !address.endsWith('/hidden'));
        return { ...state, live: { ...state.live, objects } };
      });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('hidden')).toMatchObject({ limit: 5 });
      return landed;
    },
    'it is another incarnation than the live one': async () => {
      const pull = await here().team.propose('strange', limited('strange', 50));
      await approvedFrom(
        pull,
        edited('strange', (object) => ({ ...object, incarnation: '4711' })),
      );
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('strange')).toMatchObject({ limit: 5 });
      return landed;
    },
    'it is of another system': async () => {
      const pull = await here().team.propose('other', limited('other', 50));
      await approvedFrom(pull, (state) => ({
        ...state,
        live: { ...state.live, target: { ...state.live.target, systemIdentifier: '4711' } },
      }));
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('other')).toMatchObject({ limit: 5 });
      return { codes: [...landed.codes, ...(await receiptCodes(here(), pull))] };
    },
    'it was kept from another day': async () =>
      await refused('old', (state) => ({ ...state, at: '2026-01-01T00:00:00Z' })),
    'it was read by other rules': async () =>
      await refused('ruled', (state) => ({ ...state, reach: `sha256:${'0'.repeat(64)}` })),
    'it is no state at all': async () =>
      await refused('broken', (state) => ({ ...state, live: { ...state.live, objects: 'all of them' } })),
  },
  passes: {
    'what was read in a job of its own': async () => {
      const pull = await here().team.propose('honest', { ...limited('honest', 50), ...declares('made') });
      await approvedFrom(pull, (state) => state);
      expect((await land(here(), pull)).decision).toBe('applied');
      expect([await here().role('honest'), await here().role('made')]).toMatchObject([{ limit: 50 }, { limit: 5 }]);
    },
  },
});
