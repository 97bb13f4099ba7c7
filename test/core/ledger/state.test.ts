import { describe, expect, test } from 'vitest';
import type { Address } from '../../../src/core/address.ts';
import { canonicalize, hashJson, sha256 } from '../../../src/core/digest.ts';
import type { Json } from '../../../src/core/json.ts';
import type { EntryBody } from '../../../src/core/ledger/bodies.ts';
import type { LedgerEntry } from '../../../src/core/ledger/entry.ts';
import {
  foldState,
  foldUnapplied,
  hashOfUnapplied,
  INITIAL_STATE,
  readState,
  StateBuilder,
  type LedgerState,
  type UnappliedByAddress,
} from '../../../src/core/ledger/state.ts';
import { AT } from '../../support/ledger-writer.ts';
import { someHash } from '../../support/memory-ledger.ts';

const [FIRST, SECOND] = [someHash('first'), someHash('second')];
const ana = { id: 101, login: 'ana' };

function entryOf(body: EntryBody, pullRequest: number | null = 7, index = 1): LedgerEntry {
  const predicate = { ledgerId: 'l', index, previous: null, state: null, writer: 'run', at: AT, pullRequest, body };
  return { predicate, digest: null, hash: someHash(`entry ${index}`), signer: 'unsigned' };
}

const started = (applyId: typeof FIRST, landing: string): EntryBody => ({
  type: 'apply-started',
  applyId,
  landing,
  epoch: 1,
  holder: 'run',
  steps: [],
});

const approved = (applyId: typeof FIRST, landing: string): EntryBody => ({
  type: 'approved',
  applyId,
  landing,
  run: 'run-1',
  reviews: [],
  rules: { before: FIRST, tip: FIRST },
});

function finished(
  applyId: typeof FIRST,
  applied: readonly Address[],
  unapplied: readonly Address[] = [],
  settled: string | null = null,
): EntryBody {
  const left = unapplied.map((address) => ({ address, contributors: [ana], incomplete: null }));
  return { type: 'apply-finished', applyId, landing: 'c1', result: 'partial', applied, unapplied: left, settled };
}

const GENESIS: EntryBody = { type: 'genesis', ledgerId: 'l', signers: [], governance: {}, tip: 'tip0' };

function folded(...entries: readonly LedgerEntry[]): LedgerState {
  return entries.reduce(foldState, INITIAL_STATE);
}

describe('what entries add up to', () => {
  const begun = { ...INITIAL_STATE, settled: 'tip0', rules: 'tip0' };

  test('begins with the tip that the genesis names, of landings and of rules', () => {
    expect(folded(entryOf(GENESIS, null, 0))).toEqual(begun);
  });

  test('has the rules of the newest commit at which they were approved', () => {
    const rules = (commit: string) => entryOf({ type: 'rules', commit, governance: {}, takenIn: [] });
    expect(folded(entryOf(GENESIS, null, 0), rules('c1'), rules('c2'))).toEqual({ ...begun, rules: 'c2' });
  });

  test.each([
    ['approved', approved],
    ['started', started],
  ])('has an apply that was %s, once, until it is finished', (_, body) => {
    const opened = [entryOf(body(FIRST, 'c1'), 7), entryOf(started(FIRST, 'c1'), 7), entryOf(body(SECOND, 'c2'), null)];
    const [one, two] = [
      { applyId: FIRST, pullRequest: 7, landing: 'c1' },
      { applyId: SECOND, pullRequest: null, landing: 'c2' },
    ];
    expect(folded(...opened)).toEqual({ ...INITIAL_STATE, unfinished: [one, two] });
    expect(folded(...opened, entryOf(finished(FIRST, [])))).toEqual({ ...INITIAL_STATE, unfinished: [two] });
  });

  test('is settled up to where an end says so, and stays so where one does not', () => {
    const ended = (settled: string | null) => entryOf(finished(FIRST, [], [], settled));
    expect(folded(ended('c1'), ended(null)).settled).toBe('c1');
    expect(folded(ended('c1'), ended('c2')).settled).toBe('c2');
  });

  test('is the same after everything else', () => {
    const going = foldState(begun, entryOf(started(FIRST, 'c1')));
    const receipt = { type: 'receipt', applyId: FIRST, stepId: 'a#1', kind: 'applied', found: {} } as const;
    for (const body of [
      { type: 'drift', content: { applyId: FIRST, tip: 'x', commit: 'y' } },
      { type: 'intent', applyId: FIRST, stepId: 'a#1', commitment: FIRST },
      { ...receipt, reasons: [], remains: [] },
    ] as const)
      expect(foldState(going, entryOf(body))).toEqual(going);
  });
});

describe('what was not applied', () => {
  const left = { contributors: [ana], incomplete: null };
  const before: UnappliedByAddress = { 'm/A/a': { pullRequest: 5, ...left }, 'm/A/b': { pullRequest: 5, ...left } };

  test('is no longer told of what is applied, and newly of what is not', () => {
    expect(foldUnapplied(before, entryOf(finished(FIRST, ['m/A/a'])))).toEqual({ 'm/A/b': before['m/A/b'] });
    expect(foldUnapplied(before, entryOf(finished(FIRST, ['m/A/a'], ['m/A/b']), 9))).toEqual({
      'm/A/b': { pullRequest: 9, ...left },
    });
    expect(foldUnapplied(before, entryOf(finished(FIRST, [], ['m/A/b', 'm/A/c']), 9))).toEqual({
      'm/A/a': before['m/A/a'],
      'm/A/b': { pullRequest: 9, ...left },
      'm/A/c': { pullRequest: 9, ...left },
    });
  });

  test('stays after an end that did neither, and after anything else', () => {
    expect(foldUnapplied(before, entryOf(finished(FIRST, [])))).toBe(before);
    expect(foldUnapplied(before, entryOf(started(FIRST, 'c1')))).toBe(before);
  });

  test('has no hash where it is nothing', () => {
    expect(hashOfUnapplied({})).toBeNull();
    expect(hashOfUnapplied(before)).toBe(hashJson(before));
  });
});

/** Files by path, each read of which is counted. */
function filesOf(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const read = (path: string): Promise<Uint8Array | null> => {
    asked.push(path);
    const text = files[path];
    return Promise.resolve(text === undefined ? null : Buffer.from(text));
  };
  return { read, asked };
}

describe('the state that an entry names', () => {
  const state: LedgerState = {
    ...INITIAL_STATE,
    unfinished: [{ applyId: FIRST, pullRequest: null, landing: 'c1' }],
    settled: 'c0',
    rules: 'c0',
    unapplied: SECOND,
  };
  const text = canonicalize(state);

  test('is read, and what it has to be', async () => {
    expect(await readState(filesOf({ 'state.json': text }).read, sha256(text))).toEqual(state);
  });

  test('is the first one before anything was entered, which is not read', async () => {
    const { read, asked } = filesOf({ 'state.json': text });
    expect(await readState(read, null)).toEqual(INITIAL_STATE);
    expect(asked).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['missing', {}],
    ['another one', { 'state.json': canonicalize(INITIAL_STATE) }],
  ])('is refused where its file is %s', async (_, files) => {
    await expect(readState(filesOf(files).read, sha256(text))).rejects.toMatchObject({
      code: 'ledger-index-altered',
      evidence: 'state.json',
    });
  });

  test.each<[string, Json, string, string]>([
    ['of another format', { ...state, formatVersion: '2' }, 'engine-outdated', 'state.json has the format "2"'],
    ['of no format', { settled: null }, 'engine-outdated', 'state.json has the format undefined'],
    ['something else', { formatVersion: '1', more: 1 }, 'ledger-malformed', 'at state.json/more'],
    ['no object', [], 'ledger-malformed', 'at state.json'],
  ])('is refused where it is %s, though signed', async (_, value, code, evidence) => {
    const signed = canonicalize(value);
    await expect(readState(filesOf({ 'state.json': signed }).read, sha256(signed))).rejects.toMatchObject({
      code,
      evidence,
    });
  });

  test('is refused where it has another spelling', async () => {
    await expect(readState(filesOf({ 'state.json': `${text} ` }).read, sha256(`${text} `))).rejects.toMatchObject({
      code: 'ledger-malformed',
      evidence: 'at state.json',
    });
  });
});

describe('a state that grows', () => {
  const all: UnappliedByAddress = { 'm/A/a': { pullRequest: 5, contributors: [ana], incomplete: 'commits-truncated' } };
  const text = canonicalize(all);
  const state: LedgerState = { ...INITIAL_STATE, unapplied: sha256(text) };

  test('knows what was not applied by the file that its hash names', async () => {
    const { read, asked } = filesOf({ 'unapplied.json': text });
    const builder = new StateBuilder(read, state);
    expect([await builder.unapplied(), await builder.unapplied()]).toEqual([all, all]);
    expect(asked).toEqual(['unapplied.json']);
  });

  test('reads none where there is nothing', async () => {
    const { read, asked } = filesOf({});
    expect(await new StateBuilder(read, INITIAL_STATE).unapplied()).toEqual({});
    expect(asked).toEqual([]);
  });

  test.each([
    ['missing', {}, 'ledger-index-altered', 'unapplied.json'],
    ['another one', { 'unapplied.json': '{}' }, 'ledger-index-altered', 'unapplied.json'],
  ])('refuses to where the file is %s', async (_, files, code, evidence) => {
    await expect(new StateBuilder(filesOf(files).read, state).unapplied()).rejects.toMatchObject({ code, evidence });
  });

  test.each<[string, string, string]>([
    [
      'is not what it has to be',
      canonicalize({ 'm/A/a': { pullRequest: 'five' } }),
      'at unapplied.json/m/A/a/pullRequest',
    ],
    ['has another spelling', `${text} `, 'at unapplied.json'],
  ])('refuses to where the file %s, though signed', async (_, signed, evidence) => {
    const named = { ...INITIAL_STATE, unapplied: sha256(signed) };
    const builder = new StateBuilder(filesOf({ 'unapplied.json': signed }).read, named);
    await expect(builder.unapplied()).rejects.toMatchObject({ code: 'ledger-malformed', evidence });
  });

  test('reads what was not applied for rules only where they take something in', async () => {
    const { read, asked } = filesOf({ 'unapplied.json': text });
    const builder = new StateBuilder(read, state);
    const rules = { type: 'rules', commit: 'c1', governance: {} } as const;
    await builder.add(entryOf({ ...rules, takenIn: [] }, null));
    expect(asked).toEqual([]);
    await builder.add(entryOf({ ...rules, takenIn: ['m/A/c'] }, null, 2));
    expect(asked).toEqual(['unapplied.json']);
  });

  test('writes its own file with every entry, and the others with those that touch them', async () => {
    const { read, asked } = filesOf({ 'unapplied.json': text });
    const builder = new StateBuilder(read, state);
    await builder.add(entryOf(started(FIRST, 'c1'), null));
    expect([...builder.files().keys()]).toEqual(['state.json']);
    expect(builder.state.unapplied).toBe(state.unapplied);
    expect(asked).toEqual([]);
    await builder.add(entryOf(finished(FIRST, []), null, 2));
    expect([...builder.files().keys()]).toEqual(['state.json']);
    await builder.add(entryOf(finished(FIRST, ['m/A/a']), null, 3));
    expect([...builder.files()].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['state.json', canonicalize(INITIAL_STATE)],
      ['unapplied.json', '{}'],
    ]);
    await builder.add(entryOf(finished(FIRST, [], ['m/A/b']), 7, 4));
    const known = { 'm/A/b': { pullRequest: 7, contributors: [ana], incomplete: null } };
    expect(builder.state).toEqual({ ...INITIAL_STATE, pulls: builder.index.root, unapplied: hashJson(known) });
    expect(builder.index.root).not.toBeNull();
    expect(builder.hash()).toBe(hashJson(builder.state));
    expect(builder.files().size).toBe(7);
  });
});
