import { describe, expect, it } from 'vitest';
import type { Loaded } from '../../src/core/desired/types.ts';
import type { Diagnostic } from '../../src/core/errors.ts';
import { ownErrors } from '../../src/core/own-errors.ts';
import { scopeOf } from '../../src/core/scope.ts';
import { addressOf, declared } from '../support/memory.ts';
import { loadedFrom, reconciliation } from '../support/planning.ts';

const at = (path: string, line = 1) => ({ path, line, column: 1 });
const broken: Diagnostic = {
  code: 'yaml-syntax',
  severity: 'error',
  cause: 'A list has no end.',
  mend: 'End it.',
  location: at('broken.yaml'),
};
const twice = (address: string, first: string): Diagnostic => ({
  ...broken,
  code: 'duplicate-address',
  related: [at(first)],
  address,
});

const [before, after] = [
  loadedFrom('memory', [declared('edited'), declared('other')]),
  loadedFrom('memory', [declared('edited', { note: 'x' }), declared('other')]),
];

function own(
  base: readonly Diagnostic[],
  head: readonly Diagnostic[],
  desired: readonly [Loaded, Loaded] = [before, after],
) {
  const { identities } = scopeOf(desired[0].state, desired[1].state, 'pull-request');
  return ownErrors({ ...desired[0], diagnostics: base }, { ...desired[1], diagnostics: head }, identities);
}

describe('errors that keep a change from happening', () => {
  it('are not those of a document that it leaves as broken as it was, nor warnings', () => {
    expect(own([broken], [broken, { ...broken, severity: 'warning', location: at('edited.yaml') }])).toEqual([]);
  });

  it.each<[string, readonly Diagnostic[], Diagnostic]>([
    ['was not there before', [], broken],
    ['is another one at the same place', [broken], { ...broken, code: 'yaml-tag' }],
    ['says something else', [broken], { ...broken, cause: 'A text has no end.' }],
    ['moved, so that its document was edited', [broken], { ...broken, location: at('broken.yaml', 2) }],
    ['stands in another file than before', [broken], { ...broken, location: at('moved.yaml') }],
    ['stands nowhere', [], { code: 'incomplete', severity: 'error', cause: 'Not all was read.', mend: 'Read it.' }],
  ])('are each that %s', (_, base, error) => {
    expect(own(base, [error])).toEqual([error]);
  });

  it.each<[string, Diagnostic]>([
    ['names an identity in scope', { ...broken, address: addressOf('edited') }],
    ['stands in the file of one', { ...broken, location: at('edited.yaml', 9) }],
    ['says that one is declared twice', twice(addressOf('edited'), 'elsewhere.yaml')],
    ['refers to the file of one', twice(addressOf('stranger'), 'edited.yaml')],
    ['stands nowhere', { code: 'incomplete', severity: 'error', cause: 'Not all was read.', mend: 'Read it.' }],
  ])('are those from before, too, where one %s', (_, error) => {
    expect(own([error], [error])).toEqual([error]);
  });

  it('are not those about other identities', () => {
    const error = twice(addressOf('other'), 'other.yaml');
    expect(own([error], [error])).toEqual([]);
  });

  it('are all of them where a document goes, or something undeclared is to be removed: the broken one may declare it', () => {
    const without = loadedFrom('memory', [declared('other')]);
    expect(own([broken], [broken], [before, without])).toEqual([broken]);
    const removal = loadedFrom(
      'memory',
      [declared('edited'), declared('other')],
      [reconciliation('remove', [addressOf('stray')])],
    );
    expect(own([broken], [broken], [before, removal])).toEqual([broken]);
  });

  it('are all of them where one document goes beside others that are edited', () => {
    const moved = loadedFrom('memory', [declared('edited', { note: 'x' })]);
    expect(own([broken], [broken], [before, moved])).toEqual([broken]);
  });

  it('are those in the file of a document that is new, which had them before it was one', () => {
    const grown = loadedFrom('memory', [declared('edited'), declared('new'), declared('other')]);
    const error = { ...broken, location: at('new.yaml', 9) };
    expect(own([error, broken], [error, broken], [before, grown])).toEqual([error]);
  });

  it('are those about what a Reconciliation asks for', () => {
    const asked = loadedFrom(
      'memory',
      [declared('edited'), declared('other')],
      [reconciliation('correct', [addressOf('other')])],
    );
    const error = { ...broken, location: at('other.yaml', 9) };
    expect(own([error, broken], [error, broken], [before, asked])).toEqual([error]);
  });
});
