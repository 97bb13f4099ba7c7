import { describe, expect, it } from 'vitest';
import { gainsUnshown, untoldIn, type SourceAccess } from '../../../src/core/access/assessed.ts';

const list = (name: string) => ({ names: [name], count: 1 });

function known(source: string, gained: boolean, left = 0): SourceAccess {
  const block = {
    kind: 'gained',
    power: 'use',
    principals: list(`${source}/Role/a`),
    resources: list('r'),
    actions: list('READ'),
    way: { basis: 'grant', through: [], condition: null },
    instead: null,
  } as const;
  return { kind: 'known', source, blocks: gained ? [block] : [], left };
}

const unknown = (source: string): SourceAccess => {
  return { kind: 'unknown', source, reason: { code: 'estate-unread', message: 'm' } };
};

describe('access that somebody gains in effect by now', () => {
  it('was not shown where nobody was to gain anything', () => {
    expect(gainsUnshown([known('a', false)], [known('a', true)], false)).toBe(true);
    expect(gainsUnshown([known('a', false)], [known('a', false)], false)).toBe(false);
    expect(gainsUnshown([known('a', false)], [unknown('a')], false)).toBe(false);
  });

  it('moves with the estate where reviewers were shown that somebody does', () => {
    expect(gainsUnshown([known('a', false)], [known('a', true)], true)).toBe(false);
    expect(gainsUnshown([known('a', true)], [known('a', true)], false)).toBe(false);
    expect(gainsUnshown([known('a', true), known('b', false)], [known('b', true)], false)).toBe(false);
  });

  it('was not shown where reviewers were told that it is not known, whatever else they were shown', () => {
    for (const untold of [unknown('a'), known('a', false, 1)])
      for (const givesAny of [true, false]) {
        expect(gainsUnshown([untold], [known('a', true)], givesAny)).toBe(true);
        expect(gainsUnshown([untold, known('b', true)], [known('a', true)], givesAny)).toBe(true);
        expect(gainsUnshown([untold, known('b', true)], [known('a', false), known('b', true)], givesAny)).toBe(false);
        expect(gainsUnshown([untold], [unknown('a')], givesAny)).toBe(false);
      }
  });

  it('is shown once: what finds no room beside it begins nothing anew', () => {
    expect(gainsUnshown([known('a', true, 1)], [known('a', true, 1)], true)).toBe(false);
  });
});

describe('sources of which not all is told', () => {
  it('are those that nobody read, and those where something is left out', () => {
    expect([...untoldIn([unknown('a'), known('b', true), known('c', false, 1)])]).toEqual(['a', 'c']);
  });
});
