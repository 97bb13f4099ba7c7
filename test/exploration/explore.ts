import { Execution, type Move, type World } from './execution.ts';
import { Violation } from './oracle.ts';

export type Explored = {
  /** States that differ in anything that a runner or the live system could tell. */
  readonly states: number;
  /** Moves from one state to another. */
  readonly moves: number;
  /** Different orders of moves from the beginning to an end. */
  readonly interleavings: bigint;
  /** Executions that were run for it. */
  readonly executions: number;
  readonly ends: number;
  /** States in which a runner had written after another had taken the lease. */
  readonly lateWrites: number;
};

/** The schedule that led to a violated invariant. */
export class Found extends Error {
  readonly schedule: readonly string[];

  constructor(violation: Violation, schedule: readonly string[]) {
    super(`${violation.message}\n  ${schedule.join('\n  ')}`, { cause: violation });
    this.schedule = schedule;
  }
}

/**
 * Depth first through every state that any order of moves leads to. A state that is reached twice is gone on from once.
 * @throws Found with the first schedule that violates an invariant
 */
export async function explore(world: World): Promise<Explored> {
  const next = new Map<string, string[]>();
  const open: (readonly Move[])[] = [[]];
  let [executions, ends, lateWrites, root] = [0, 0, 0, ''];
  for (let prefix = open.pop(); prefix !== undefined; prefix = open.pop()) {
    executions += 1;
    const schedule: string[] = [];
    const made: Move[] = [];
    const execution = await Execution.begin(world);
    const make = async (move: Move): Promise<void> => {
      schedule.push(execution.said(move));
      made.push(move);
      await execution.make(move);
    };
    try {
      for (const move of prefix.slice(0, -1)) await make(move);
      let from = prefix.length === 0 ? null : execution.key;
      const last = prefix.at(-1);
      if (last !== undefined) await make(last);
      for (;;) {
        const key = execution.key;
        if (from === null) root = key;
        else next.get(from)?.push(key);
        if (next.has(key)) break;
        next.set(key, []);
        if (execution.model.oracle.lateWrites > 0) lateWrites += 1;
        const [first, ...others] = execution.moves();
        if (first === undefined) {
          ends += 1;
          await execution.end();
          break;
        }
        for (const move of others) open.push([...made, move]);
        from = key;
        await make(first);
      }
    } catch (error) {
      if (error instanceof Violation) throw new Found(error, schedule);
      throw error;
    }
  }
  const moves = [...next.values()].reduce((sum, { length }) => sum + length, 0);
  return { states: next.size, moves, interleavings: pathsFrom(root, next), executions, ends, lateWrites };
}

/** States only ever grow, so nothing leads back: the paths are counted from the ends. */
function pathsFrom(root: string, next: ReadonlyMap<string, readonly string[]>): bigint {
  const known = new Map<string, bigint>();
  const stack = [root];
  for (let key = stack.at(-1); key !== undefined; key = stack.at(-1)) {
    const following = next.get(key) ?? [];
    const open = following.filter((one) => !known.has(one));
    if (open.length > 0) stack.push(...open);
    else {
      stack.pop();
      known.set(key, following.length === 0 ? 1n : following.reduce((sum, one) => sum + (known.get(one) ?? 0n), 0n));
    }
  }
  return known.get(root) ?? 0n;
}
