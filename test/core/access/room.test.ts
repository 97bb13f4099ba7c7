import { describe, expect, it } from 'vitest';
import { ACCESS_LIMITS, type AccessBlock } from '../../../src/core/access/assessed.ts';
import { sizeOf, withinRoom } from '../../../src/core/access/room.ts';

const list = (...names: readonly string[]) => ({ names, count: names.length });
const many = (count: number, length = 1) =>
  list(...Array.from({ length: count }, (_, index) => `${'x'.repeat(length)}${index}`));

function block(parts: Partial<AccessBlock>): AccessBlock {
  return {
    kind: 'gained',
    power: 'use',
    principals: list('p'),
    resources: list('r'),
    actions: list('READ'),
    way: { basis: 'grant', through: [], condition: null },
    instead: null,
    ...parts,
  };
}

function placed(...blocks: readonly AccessBlock[]) {
  const result = withinRoom(blocks.map((one) => ({ from: 'source', block: one })));
  const sizes = result.placed.map((one) => sizeOf(one.block));
  expect(sizes.reduce((sum, { names }) => sum + names, 0)).toBeLessThanOrEqual(ACCESS_LIMITS.names);
  expect(sizes.reduce((sum, { characters }) => sum + characters, 0)).toBeLessThanOrEqual(ACCESS_LIMITS.characters);
  return { blocks: result.placed.map((one) => one.block), left: result.left.get('source') ?? 0 };
}

describe('the room for what is told', () => {
  it('is taken by what fits, as it is', () => {
    const one = block({ principals: many(1_000) });
    expect(placed(one)).toEqual({ blocks: [one], left: 0 });
  });

  it('is taken by gains first, whatever comes before them', () => {
    const [lost, gained] = [block({ kind: 'lost', principals: many(2_000) }), block({ principals: many(2_000) })];
    expect(placed(lost, gained).blocks.map(({ kind, principals }) => [kind, principals.names.length])).toEqual([
      ['gained', 2_000],
      ['lost', 20],
    ]);
  });

  it('of a block that is too large holds some names, and how many there are', () => {
    const { blocks, left } = placed(block({ principals: many(5_000), resources: many(500) }));
    expect(blocks.map(({ principals }) => [principals.names.length, principals.count])).toEqual([[20, 5_000]]);
    expect(left).toBe(0);
  });

  it('counts the permissions of blocks that find none', () => {
    const endless = block({ principals: list('x'.repeat(200_000)), resources: many(3), actions: list('a', 'b') });
    expect(placed(endless, block({}))).toEqual({ blocks: [block({})], left: 6 });
    const blocks = Array.from({ length: 1_200 }, (_, index) => block({ resources: list(`r${index}`) }));
    expect(placed(...blocks)).toMatchObject({ left: 200 });
  });

  it('is for what something is held through, too', () => {
    const through = many(2_000).names;
    const one = block({ way: { basis: 'grant', through, condition: null } });
    expect(placed(one, one)).toMatchObject({ blocks: [one], left: 1 });
  });
});
