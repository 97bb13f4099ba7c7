import type { Sha256 } from '../../src/core/json.ts';
import type { Plan } from '../../src/core/plan.ts';
import { emptyWorld, inMemory, type Account, type World } from '../../src/providers/memory/system.ts';
import { applyRecorded, RecordedApply } from '../support/applying.ts';
import { someHash } from '../support/memory-ledger.ts';
import { account, declared, memoryLab } from '../support/memory.ts';
import type { Wish } from '../support/planning.ts';

/** What one step is allowed to do, written down by hand: nothing here is computed from the plan. */
export type Allowed = {
  readonly account: string;
  /** Null: it does not exist. Only these attributes may differ between the two. */
  readonly from: Partial<Account> | null;
  readonly to: Partial<Account> | null;
  /** Steps that are done before. */
  readonly after: readonly string[];
};

export type Landing = {
  readonly applyId: Sha256;
  readonly plan: Plan;
  /** By step id: all that the approved plan says. */
  readonly allowed: Readonly<Record<string, Allowed>>;
};

/** Somebody else's change of the live system. */
export type Drift = { readonly account: string; change(world: World): World };

export type Scenario = {
  readonly name: string;
  readonly start: World;
  readonly landings: readonly Landing[];
  readonly drifts: Readonly<Record<string, Drift>>;
};

const START = { ...emptyWorld(['billing', 'orders']), id: 'one', nextIncarnation: 100 };
const READ = (...names: readonly string[]) => names.map((on) => ({ on, actions: ['read'] }));
const id = (name: string, step: number) => `memory/MemoryAccount/${name}#${step}`;

function editing(name: string, parts: Partial<Account>): Drift {
  return {
    account: name,
    change: (world) => {
      const known = world.accounts[name];
      if (known === undefined) return world;
      return { ...world, accounts: { ...world.accounts, [name]: { ...known, ...parts } } };
    },
  };
}

async function landings(
  start: World,
  wishes: readonly { readonly wish: Wish; readonly allowed: Landing['allowed'] }[],
): Promise<readonly Landing[]> {
  const lab = memoryLab({ system: inMemory(start) });
  const planned: Landing[] = [];
  for (const [index, { wish, allowed }] of wishes.entries()) {
    const { plan, assessment } = await lab.plan(wish);
    const steps = plan.changes.flatMap((change) => change.steps.map((step) => step.id));
    if (!assessment.applyable || steps.toSorted().join() !== Object.keys(allowed).toSorted().join())
      throw new Error(`The plan has the steps ${steps.join(', ')}`);
    planned.push({ applyId: someHash(`landing ${index}`), plan, allowed });
    await applyRecorded(plan, lab.writer, new RecordedApply());
  }
  return planned;
}

const edited = account({ incarnation: '1', note: 'old', grants: { orders: ['read'] } });

/** Two facets of one account change; others change either, an attribute that nobody manages, or the account itself. */
export async function edit(): Promise<Scenario> {
  const start = { ...START, accounts: { edited } };
  const wish = {
    base: [declared('edited', { note: 'old', grants: READ('orders') })],
    head: [declared('edited', { note: 'new', grants: READ('billing') })],
  };
  const allowed = {
    [id('edited', 1)]: { account: 'edited', from: { note: 'old' }, to: { note: 'new' }, after: [] },
    [id('edited', 2)]: {
      account: 'edited',
      from: { grants: { orders: ['read'] } },
      to: { grants: { billing: ['read'] } },
      after: [id('edited', 1)],
    },
  };
  return {
    name: 'an edit of two facets',
    start,
    landings: await landings(start, [{ wish, allowed }]),
    drifts: {
      'note drifts': editing('edited', { note: 'drifted' }),
      'grants drift': editing('edited', { grants: { orders: ['read', 'write'] } }),
      'tier changes, which nobody manages': editing('edited', { tier: 'gold' }),
      'another account takes the name': editing('edited', { incarnation: 'another' }),
    },
  };
}

/** An account is made and given something; others make an equal one first, or change it. */
export async function creation(): Promise<Scenario> {
  const start = { ...START, accounts: {} };
  const wish = { base: [], head: [declared('made', { note: 'mine', grants: READ('orders') })] };
  const allowed = {
    [id('made', 1)]: { account: 'made', from: null, to: { note: 'mine', grants: {} }, after: [] },
    [id('made', 2)]: {
      account: 'made',
      from: { grants: {} },
      to: { grants: { orders: ['read'] } },
      after: [id('made', 1)],
    },
  };
  const stranger = account({ incarnation: 'another', note: 'mine' });
  return {
    name: 'a creation',
    start,
    landings: await landings(start, [{ wish, allowed }]),
    drifts: {
      'somebody makes an equal account': {
        account: 'made',
        change: (world) =>
          world.accounts['made'] === undefined ? { ...world, accounts: { ...world.accounts, made: stranger } } : world,
      },
      'grants drift': editing('made', { grants: { orders: ['write'] } }),
    },
  };
}

/** One account is deleted once another no longer acts as it. */
export async function deletion(): Promise<Scenario> {
  const actor = account({ incarnation: '1', actsAs: ['leaver'] });
  const leaver = account({ incarnation: '2', note: 'here' });
  const start = { ...START, accounts: { actor, leaver } };
  const removal = { kind: 'delete', options: {} } as const;
  const wish = {
    base: [declared('actor', { actsAs: ['leaver'] }), declared('leaver', { note: 'here' }, removal)],
    head: [declared('actor', { actsAs: [] })],
  };
  const allowed = {
    [id('actor', 1)]: { account: 'actor', from: { actsAs: ['leaver'] }, to: { actsAs: [] }, after: [] },
    [id('leaver', 1)]: { account: 'leaver', from: { note: 'here' }, to: null, after: [id('actor', 1)] },
  };
  return {
    name: 'a deletion that waits for another identity',
    start,
    landings: await landings(start, [{ wish, allowed }]),
    drifts: {
      'note drifts': editing('leaver', { note: 'drifted' }),
      'another account takes the name': editing('leaver', { incarnation: 'another' }),
    },
  };
}

/** What the first pull request changed the second one brings back: the state that the first one expects is there again. */
export async function rollback(): Promise<Scenario> {
  const start = { ...START, accounts: { edited } };
  const [old, next] = [[declared('edited', { note: 'old' })], [declared('edited', { note: 'new' })]];
  const step = (from: string, to: string) => ({
    [id('edited', 1)]: { account: 'edited', from: { note: from }, to: { note: to }, after: [] },
  });
  return {
    name: 'a change and its rollback',
    start,
    landings: await landings(start, [
      { wish: { base: old, head: next }, allowed: step('old', 'new') },
      { wish: { base: next, head: old }, allowed: step('new', 'old') },
    ]),
    drifts: {},
  };
}
