import { ACCESS_LIMITS, KINDS, permissionsIn, type AccessBlock, type AccessWay, type Named } from './assessed.ts';

type Size = { readonly names: number; readonly characters: number };

/** Names that a block keeps of each list where it does not fit as a whole. */
const KEPT = 20;

/** What a block takes of the limits. */
export function sizeOf({ principals, resources, actions, way, instead }: AccessBlock): Size {
  const names = [
    ...[principals, resources, actions].flatMap((list) => list.names),
    ...namesIn(way),
    ...(instead === null ? [] : namesIn(instead)),
  ];
  return { names: names.length, characters: names.reduce((sum, name) => sum + name.length, 0) };
}

function namesIn({ through, condition }: AccessWay): readonly string[] {
  return condition === null ? through : [...through, condition];
}

type Placed<T> = { readonly from: T; readonly block: AccessBlock };

/**
 * What fits of the blocks of all sources, in the order of their kinds and in their own; a large one with some of its names.
 * `left`: permissions of the others, by where they are from.
 */
export function withinRoom<T>(blocks: readonly Placed<T>[]): {
  readonly placed: readonly Placed<T>[];
  readonly left: ReadonlyMap<T, number>;
} {
  const room = { ...ACCESS_LIMITS } as { names: number; characters: number };
  const placed: Placed<T>[] = [];
  const left = new Map<T, number>();
  for (const kind of KINDS) {
    for (const { from, block } of blocks.filter((one) => one.block.kind === kind)) {
      const fitting = [block, shortened(block)].find((one) => fits(sizeOf(one), room));
      if (fitting === undefined) {
        left.set(from, (left.get(from) ?? 0) + permissionsIn(block));
        continue;
      }
      const { names, characters } = sizeOf(fitting);
      room.names -= names;
      room.characters -= characters;
      placed.push({ from, block: fitting });
    }
  }
  return { placed, left };
}

function fits(size: Size, room: Size): boolean {
  return size.names <= room.names && size.characters <= room.characters;
}

function shortened(block: AccessBlock): AccessBlock {
  const some = ({ names, count }: Named): Named => ({ names: names.slice(0, KEPT), count });
  return {
    ...block,
    principals: some(block.principals),
    resources: some(block.resources),
    actions: some(block.actions),
  };
}
