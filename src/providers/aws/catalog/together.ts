import { readFailure } from './read-failure.ts';
import { read, type Part, type Tried } from './parts.ts';

/** IAM throttles an account as a whole, so that more at once would only wait. */
const AT_ONCE = 4;

/** Results in the order of the items; a few calls run at once. Ends with the first error. */
export async function together<T, U>(items: readonly T[], call: (item: T) => Promise<U>): Promise<readonly U[]> {
  const results: U[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await call(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return results;
}

/** A part that fails spoils nothing but itself. */
export async function part<T>(call: () => Promise<T>): Promise<Tried<T>> {
  try {
    return read(await call());
  } catch (error) {
    return { kind: 'unread', reason: readFailure(error) };
  }
}

export function mapPart<T, U>(one: Part<T>, map: (value: T) => U): Part<U> {
  return one.kind === 'read' ? read(map(one.value)) : one;
}
