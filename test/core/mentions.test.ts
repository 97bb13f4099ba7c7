import { describe, expect, it } from 'vitest';
import type { Existence, Mention } from '../../src/core/mention.ts';
import { LOOK_UPS, mentionsIn, namesIn, withMentions } from '../../src/core/mentions.ts';
import type { Provider } from '../../src/core/ports.ts';
import { account, addressOf, declared, memoryLab } from '../support/memory.ts';

const lab = memoryLab({ accounts: { a: account(), b: account(), gone: account() }, resources: ['orders'] });
const READS = { grants: [{ on: 'orders', actions: ['read'] }] };
const BASE = [declared('a'), declared('b'), declared('gone')];
const planned = async () => await lab.plan({ base: BASE, head: [declared('a', READS), declared('b', READS)] });

const mention = (who: string, name: string): Mention => ({
  address: addressOf(who),
  name,
  what: `the thing ${name}`,
  missing: { code: 'bound-role-missing', message: `There is no thing ${name}.`, pointer: '/grants' },
});
const THERE: Existence = { kind: 'there' };
const unknown = (message: string): Existence => ({ kind: 'unknown', reason: { code: 'source-unreachable', message } });
const answered = (mentions: readonly Mention[], found: Readonly<Record<string, Existence>>) =>
  [new Map([['memory', mentions]]), new Map([['memory', new Map(Object.entries(found))]])] as const;

describe('what a plan mentions', () => {
  const asked = async (plan = planned()) => {
    const seen: string[][] = [];
    const mentions: Provider['mentions'] = (changes) => {
      seen.push(changes.map(({ address, action }) => `${action} ${address}`));
      return [];
    };
    const live = await lab.reader.read({ kind: 'boundary' });
    const found = mentionsIn(await plan, {
      providers: new Map([['memory', { mentions }]]),
      live: new Map([['memory', live]]),
    });
    expect(found).toEqual(new Map());
    return seen;
  };

  it('is told of what it makes and edits, and of nothing that ends', async () => {
    expect(await asked()).toEqual([['update memory/MemoryAccount/a', 'update memory/MemoryAccount/b']]);
  });

  it('is nothing where the documents are wrong', async () => {
    const { plan, assessment } = await planned();
    expect(await asked(Promise.resolve({ plan, assessment: { ...assessment, errored: true } }))).toEqual([]);
  });

  it('is looked up once for each name, and only the first of too many', () => {
    expect(namesIn([mention('b', 'x'), mention('a', 'x'), mention('a', 'k')])).toEqual(['k', 'x']);
    const many = Array.from({ length: LOOK_UPS + 5 }, (_, index) => mention('a', String(index).padStart(3, '0')));
    expect(namesIn(many.toReversed())).toEqual(many.slice(0, LOOK_UPS).map(({ name }) => name));
  });
});

describe('a plan whose mentions were looked up', () => {
  it('is as it was where all of them are there', async () => {
    const before = await planned();
    expect(withMentions(before, ...answered([mention('a', 'x')], { x: THERE }))).toEqual(before);
    expect(withMentions(before, new Map(), new Map())).toEqual(before);
  });

  it('is blocked where one is not, in the change that names it alone', async () => {
    const all = [mention('a', 'x'), mention('a', 'y'), mention('b', 'y')];
    const found = answered(all, { x: { kind: 'absent', instead: null }, y: THERE });
    const { plan, assessment } = withMentions(await planned(), ...found);
    expect(plan.changes.map(({ blocked }) => blocked)).toEqual([[mention('a', 'x').missing], [], []]);
    expect(assessment).toMatchObject({ applyable: false, complete: true });
  });

  it('says what is there instead', async () => {
    const found = answered([mention('a', 'x')], { x: { kind: 'absent', instead: 'one called X' } });
    const { plan } = withMentions(await planned(), ...found);
    expect(plan.changes[0]?.blocked[0]?.message).toBe('There is no thing x. There is one called X.');
  });

  it('is not blocked by what could not be looked up, and says so once for each reason', async () => {
    const all = ['p', 'q', 'r', 's', 't'].map((name) => mention('a', name));
    const denied = unknown('It is denied.');
    const found = answered(all, { p: denied, q: denied, r: denied, s: denied, t: unknown('It is slow.') });
    const before = await planned();
    const { plan, assessment } = withMentions(before, ...found);
    expect(plan).toEqual(before.plan);
    expect(assessment.applyable).toBe(true);
    expect(assessment.changes[0]?.notes).toEqual([
      {
        code: 'reference-unchecked',
        message: 'Nobody looked whether these exist: the thing p, the thing q, the thing r and 1 more. It is denied.',
      },
      { code: 'reference-unchecked', message: 'Nobody looked whether these exist: the thing t. It is slow.' },
    ]);
  });

  it('tells of what was one too many', async () => {
    const { assessment } = withMentions(await planned(), ...answered([mention('b', 'x')], {}));
    expect(assessment.changes[1]?.notes[0]?.message).toContain('At most 50 things are looked up in one source.');
  });
});
