import { describe, expect, it } from 'vitest';
import type { Existence, Mention } from '../../src/core/mention.ts';
import { LOOK_UPS, mentionsIn, namesIn, withMentions } from '../../src/core/mentions.ts';
import type { Change } from '../../src/core/plan.ts';
import type { Provider } from '../../src/core/ports.ts';
import { account, addressOf, declared, memoryLab } from '../support/memory.ts';
import { loadedFrom } from '../support/planning.ts';
import { changeWith, planOf } from '../support/plans.ts';

const lab = memoryLab({ accounts: { a: account(), b: account(), gone: account() }, resources: ['orders'] });
const READS = { grants: [{ on: 'orders', actions: ['read'] }] };
const BASE = [declared('a'), declared('b'), declared('gone')];
const planned = async () => await lab.plan({ base: BASE, head: [declared('a', READS), declared('b', READS)] });

const mention = (who: string, name: string): Mention => ({
  address: addressOf(who),
  name,
  what: `the thing ${name}`,
  missing: { code: 'bound-role-missing', message: `There is no thing ${name}.`, pointer: '/grants' },
  mend: 'Make it.',
});
const blocked = { code: 'bound-role-missing', message: 'There is no thing x. Make it.', pointer: '/grants' };
const THERE: Existence = { kind: 'there' };
const unknown = (message: string): Existence => ({ kind: 'unknown', reason: { code: 'source-unreachable', message } });
const answered = (mentions: readonly Mention[], found: Readonly<Record<string, Existence>>) =>
  [new Map([['memory', mentions]]), new Map([['memory', new Map(Object.entries(found))]])] as const;

type Asking = Pick<Provider, 'mentions'>;

/** What each source's provider is asked, as `source: action address …`, and what the plan needs by its answers. */
async function asked(changes: readonly Change[], more: { live?: readonly string[]; errored?: boolean } = {}) {
  const seen: string[] = [];
  const paths: string[] = [];
  const answering = (source: string, answer: readonly Mention[]): Asking => ({
    mentions: (acted, _live, declared) => {
      paths.push(...[...declared].map(([address, path]) => `${address} ${path}`));
      seen.push([`${source}:`, ...acted.map(({ action, address }) => `${action} ${address}`)].join(' '));
      return answer;
    },
  });
  const providers = new Map<string, Asking>([
    ['asks', answering('one', [mention('a', 'x')])],
    ['asks nothing', answering('two', [])],
    ['cannot ask', {}],
  ]);
  const target = { id: 'one' };
  const sources = [
    { name: 'memory', provider: 'asks', target },
    { name: 'two', provider: 'asks nothing', target },
    { name: 'three', provider: 'cannot ask', target },
    { name: 'four', provider: 'nobody’s', target },
  ];
  const state = await lab.reader.read({ kind: 'boundary' });
  const { assessment } = await planned();
  const found = mentionsIn(
    { plan: { ...planOf(changes), sources }, assessment: { ...assessment, errored: more.errored ?? false } },
    {
      providers,
      head: loadedFrom('memory', BASE),
      live: new Map((more.live ?? sources.map(({ name }) => name)).map((name) => [name, state])),
    },
  );
  return { seen, found, paths };
}

describe('what a plan mentions', () => {
  const NEEDED = new Map([['memory', [mention('a', 'x')]]]);

  it('is asked of each source that was read, and kept of those that need something', async () => {
    const { seen, found, paths } = await asked([]);
    expect(seen).toEqual(['one:', 'two:']);
    expect(found).toEqual(NEEDED);
    expect(paths).toEqual(['a', 'b', 'gone'].map((name) => `${addressOf(name)} ${name}.yaml`));
  });

  it('is nothing of a source that was not read', async () => {
    expect(await asked([], { live: ['two'] })).toMatchObject({ seen: ['two:'], found: new Map() });
  });

  it('is nothing where the documents are wrong', async () => {
    expect(await asked([changeWith('a')], { errored: true })).toMatchObject({ seen: [], found: new Map() });
  });

  it.each([
    ['create', {}, true],
    ['update', {}, true],
    ['replace', {}, true],
    ['update', { steps: [] }, false],
    ['disable', {}, false],
    ['delete', {}, false],
    ['forget', { steps: [] }, false],
    ['describe', { steps: [] }, false],
  ] as const)('is told of what it makes and edits: %s %j', async (action, parts, told) => {
    const change = changeWith('a', { action, ...parts });
    const { seen } = await asked([change, { ...change, address: 'three/MemoryAccount/a' }]);
    expect(seen).toEqual([told ? `one: ${action} memory/MemoryAccount/a` : 'one:', 'two:']);
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
    expect(plan.changes.map(({ blocked }) => blocked)).toEqual([[blocked], [], []]);
    expect(assessment).toMatchObject({ applyable: false, complete: true });
  });

  it('says what was meant instead of what to do', async () => {
    const found = answered([mention('a', 'x')], { x: { kind: 'absent', instead: 'Did you mean "X"?' } });
    const { plan } = withMentions(await planned(), ...found);
    expect(plan.changes[0]?.blocked[0]?.message).toBe('There is no thing x. Did you mean "X"?');
  });

  it('is blocked for a reason of its own by what is there and cannot be had', async () => {
    const reason = { code: 'source-unreachable', message: 'It is taken.' };
    const found = answered([mention('a', 'x')], { x: { kind: 'unfit', reason } });
    const { plan, assessment } = withMentions(await planned(), ...found);
    expect(plan.changes[0]?.blocked).toEqual([{ ...reason, pointer: '/grants' }]);
    expect(assessment.applyable).toBe(false);
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

  it('keeps what blocked a change and what was noted before', async () => {
    const before = await planned();
    const reason = { code: 'managed-elsewhere', message: 'Helm manages it.' };
    const plan = { ...before.plan, changes: before.plan.changes.map((one) => ({ ...one, blocked: [reason] })) };
    const changes = before.assessment.changes.map((one) => ({ ...one, notes: [reason] }));
    const known = { plan, assessment: { ...before.assessment, applyable: false, changes } };
    const all = [mention('a', 'x'), mention('a', 'y')];
    const found = answered(all, { x: { kind: 'absent', instead: null }, y: unknown('It is denied.') });
    const after = withMentions(known, ...found);
    expect(after.plan.changes[0]?.blocked).toEqual([reason, blocked]);
    expect(after.assessment.changes[0]?.notes).toEqual([
      reason,
      { code: 'reference-unchecked', message: 'Nobody looked whether these exist: the thing y. It is denied.' },
    ]);
    expect(after.plan.changes.slice(1)).toEqual(plan.changes.slice(1));
    expect(
      withMentions(
        { ...before, assessment: { ...before.assessment, applyable: false } },
        ...answered(all, { x: THERE, y: THERE }),
      ).assessment.applyable,
    ).toBe(false);
  });

  it('names each thing once, and three without more', async () => {
    const all = ['p', 'q', 'q', 'r'].map((name) => mention('a', name));
    const denied = unknown('It is denied.');
    const { assessment } = withMentions(await planned(), ...answered(all, { p: denied, q: denied, r: denied }));
    expect(assessment.changes[0]?.notes).toMatchObject([
      { message: 'Nobody looked whether these exist: the thing p, the thing q, the thing r. It is denied.' },
    ]);
  });

  it('tells of what was one too many', async () => {
    const message = 'Nobody looked whether these exist: the thing x. At most 50 things are looked up in one source.';
    for (const found of [new Map(), new Map([['memory', new Map()]])]) {
      const { assessment } = withMentions(await planned(), new Map([['memory', [mention('b', 'x')]]]), found);
      expect(assessment.changes.map(({ notes }) => notes)).toEqual([
        [],
        [{ code: 'reference-unchecked', message }],
        [],
      ]);
    }
  });
});
