import { describe, expect, it } from 'vitest';
import { compareAccess } from '../../src/core/access/difference.ts';
import type { AccessIndex, EffectivePermission } from '../../src/core/access/effective.ts';

const granted = { basis: 'grant', through: [] } as const;
const inherited = { basis: 'grant', through: ['s/K/group'] } as const;
const everyone = { basis: 'everyone', through: [] } as const;

function held(path: EffectivePermission['path'], condition: string | null = null): EffectivePermission {
  return { principal: 's/K/a', action: 'read', resource: 'r', power: 'use', condition, path };
}

function between(before: EffectivePermission | null, after: EffectivePermission | null) {
  const index = (permission: EffectivePermission | null): AccessIndex => ({
    everyone: 's/K/public',
    has: () => true,
    held: () => [],
    holders: () => [],
    resolve: () => [],
    on: () => (permission === null ? [] : [permission]),
  });
  return [...compareAccess(index(before), index(after), [{ principal: 's/K/a', resources: ['r'] }])].map(
    ({ kind, instead }) => [kind, instead],
  );
}

describe('the difference of what is effective', () => {
  it.each([
    ['new', null, held(granted), [['gained', null]]],
    ['gone', held(inherited), null, [['lost', null]]],
    ['revoked and held through a group', held(granted), held(inherited), [['kept', held(inherited)]]],
    ['granted and held before', held(inherited), held(granted), [['repeated', held(inherited)]]],
    ['now without a condition', held(inherited, 'first'), held(granted), [['gained', held(inherited, 'first')]]],
    ['now under a condition', held(granted), held(inherited, 'first'), [['lost', held(inherited, 'first')]]],
    ['the same by another way', held(inherited), held({ ...inherited, through: ['s/K/other'] }), []],
    ["everyone's, of an identity that is new", null, held(everyone), []],
    ["everyone's, of an identity that goes", held(everyone), null, []],
    ["everyone's after a grant is gone", held(granted), held(everyone), [['kept', held(everyone)]]],
    ['never there', null, null, []],
  ])('%s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
  });
});
