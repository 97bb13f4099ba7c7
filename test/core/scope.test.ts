import { describe, expect, it } from 'vitest';
import type { Reconciliation } from '../../src/core/desired/types.ts';
import { hashJson } from '../../src/core/digest.ts';
import { desiredOf, requestsIn, scopeOf, type Extent } from '../../src/core/scope.ts';
import { addressOf, declared } from '../support/memory.ts';
import { loadedFrom, reconciliation, type Declared } from '../support/planning.ts';

type Side = { readonly documents: readonly Declared[]; readonly requests?: readonly Reconciliation[] };

const side = (documents: readonly Declared[], requests: readonly Reconciliation[] = []): Side => ({
  documents,
  requests,
});
const state = ({ documents, requests }: Side) => loadedFrom('memory', documents, requests).state;
const scope = (base: Side, head: Side, extent: Extent = 'pull-request') => scopeOf(state(base), state(head), extent);
const names = (base: Side, head: Side, extent?: Extent) =>
  scope(base, head, extent).identities.map(({ address }) => address.slice(address.lastIndexOf('/') + 1));
const codes = (base: Side, head: Side) =>
  scope(base, head).diagnostics.map(({ code, severity }) => `${severity} ${code}`);

const a = declared('a', { note: 'x' });
const b = declared('b', { note: 'x' });
const correct = reconciliation('correct', [addressOf('a')]);
const remove = reconciliation('remove', [addressOf('c')]);

describe('the scope of a pull request', () => {
  it('is what was added, edited or removed, sorted', () => {
    expect(names(side([a, b]), side([a, b]))).toEqual([]);
    expect(names(side([]), side([b, a]))).toEqual(['a', 'b']);
    expect(names(side([a, b]), side([a, { ...b, spec: { note: 'y' } }]))).toEqual(['b']);
    expect(names(side([a, b]), side([a, { ...b, purpose: 'another' }]))).toEqual(['b']);
    expect(names(side([a, b]), side([a, { ...b, onRemove: { kind: 'forget' } }]))).toEqual(['b']);
    expect(names(side([a, b]), side([b]))).toEqual(['a']);
    expect(names(side([b]), side([a]))).toEqual(['a', 'b']);
  });

  it('is a removal and an addition when an identity is renamed', () => {
    expect(names(side([a]), side([{ ...a, name: 'z' }]))).toEqual(['a', 'z']);
  });

  it('includes what an added Reconciliation names', () => {
    expect(names(side([a, b]), side([a, b], [correct, remove]))).toEqual(['a', 'c']);
  });

  it('does not include what a merged Reconciliation names', () => {
    expect(names(side([a, b], [correct]), side([a, b], [correct]))).toEqual([]);
    expect(codes(side([a, b], [correct]), side([a, b], [correct]))).toEqual([]);
  });

  it('of everything is each declared identity', () => {
    expect(names(side([a, b]), side([a]), 'everything')).toEqual(['a', 'b']);
  });

  it('records the hashes of both sides and the requests', () => {
    const { identities } = scope(side([a]), side([a, b], [correct]));
    const [left, right] = state(side([a, b])).identities;
    expect(desiredOf(identities)).toEqual([
      { address: addressOf('a'), base: left?.hash, head: left?.hash },
      { address: addressOf('b'), base: null, head: right?.hash },
    ]);
    expect(requestsIn(identities)).toEqual([{ address: addressOf('a'), verb: 'correct' }]);
  });

  it('does not depend on the order of documents', () => {
    const other = { ...b, spec: { note: 'y' } };
    expect(scope(side([b, a]), side([other], [remove, correct]))).toEqual(
      scope(side([a, b]), side([other], [remove, correct])),
    );
  });
});

describe('a Reconciliation', () => {
  const edited = { ...correct, hash: hashJson('another') };

  it('that is merged is a record: an edit is an error and asks for nothing', () => {
    expect(codes(side([a], [correct]), side([a], [edited]))).toEqual(['error reconciliation-changed']);
    expect(names(side([a], [correct]), side([a], [edited]))).toEqual([]);
  });

  it('may not name what another added one names', () => {
    const again = { ...correct, name: 'again' };
    expect(codes(side([a]), side([a], [correct, again]))).toEqual(['error reconciliation-duplicate']);
  });

  it.each<[string, Side, Side, boolean]>([
    ['corrects what stays declared', side([a]), side([a], [correct]), true],
    ['corrects what is edited with it', side([a]), side([{ ...a, spec: {} }], [correct]), true],
    ['corrects what is declared with it', side([]), side([a], [correct]), true],
    ['corrects what nobody declares', side([]), side([], [correct]), false],
    ['corrects what loses its document', side([a]), side([], [correct]), false],
    ['removes what nobody declares', side([a]), side([a], [remove]), true],
    ['removes what is declared', side([declared('c')]), side([declared('c')], [remove]), false],
    ['removes what becomes declared', side([]), side([declared('c')], [remove]), false],
    ['removes what loses its document', side([declared('c')]), side([], [remove]), false],
    ['rotates', side([a]), side([a], [reconciliation('rotate', [addressOf('a')])]), false],
  ])('%s', (_what, base, head, fits) => {
    expect(codes(base, head)).toEqual(fits ? [] : ['error reconciliation-misdirected']);
  });
});
