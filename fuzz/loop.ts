import { Coverage } from './coverage.ts';
import { mutate, type Dice } from './mutate.ts';
import type { Target } from './target.ts';

/** When to stop: after so many inputs, or after so many seconds. */
export type Until =
  | { readonly kind: 'inputs'; readonly count: number }
  | { readonly kind: 'seconds'; readonly count: number };

export type Finding = { readonly target: string; readonly input: Uint8Array; readonly error: string };

export type Report = {
  readonly target: string;
  readonly inputs: number;
  readonly seconds: number;
  /** Blocks of the sources that the inputs reached. */
  readonly blocks: number;
  /** Every input that reached a block which none before it had reached. */
  readonly kept: readonly Uint8Array[];
  readonly findings: readonly Finding[];
};

export type Fuzzing = {
  readonly until: Until;
  readonly roll: Dice;
  /** Inputs of earlier runs. */
  readonly corpus: readonly Uint8Array[];
  /** How many findings are enough to stop. */
  readonly enough?: number;
  readonly coverage?: Pick<Coverage, 'fresh' | 'learn' | 'size'>;
  /** A clock in milliseconds, by which an input is slow. */
  readonly clock?: () => number;
};

const BATCH = 250;
const MAXIMUM_FINDINGS = 5;
/** Milliseconds of computing for one input, far above what any takes; measured again before it counts, for code that runs first is slow. */
const MAXIMUM_TIME = 1_000;

/** Milliseconds that this thread has computed: a busy machine makes an input wait, and not slow. */
function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Feeds a target with mutations of what reached something new before, until it is time or there is enough to mend. */
export async function fuzz(
  target: Target,
  { until, roll, corpus, enough = MAXIMUM_FINDINGS, coverage = new Coverage(), clock = computed }: Fuzzing,
): Promise<Report> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const kept: Uint8Array[] = [];
  const findings = new Map<string, Finding>();
  let inputs = 0;

  const feed = async (input: Uint8Array): Promise<void> => {
    inputs += 1;
    const error = await outcomeOf(target, input, clock);
    if (error !== null && !findings.has(kindOf(error)))
      findings.set(kindOf(error), { target: target.name, input, error });
  };
  const keep = async (batch: readonly Uint8Array[]): Promise<void> => {
    for (const half of halves(batch)) {
      for (const input of half) await feed(input);
      const fresh = coverage.fresh();
      if (fresh.length === 0) continue;
      if (half.length > 1) await keep(half);
      else kept.push(...half);
      coverage.learn(fresh);
    }
  };

  const isOver = (): boolean =>
    findings.size >= enough || (until.kind === 'inputs' ? inputs : seconds()) >= until.count;

  coverage.fresh();
  for (const input of [...corpus, ...target.seeds.map((seed) => Buffer.from(seed))]) if (!isOver()) await keep([input]);
  if (kept.length === 0) kept.push(...corpus, Buffer.from(target.seeds[0] ?? ''));
  while (!isOver()) {
    const batch = Array.from({ length: BATCH }, () => {
      // What was found last is closest to what nobody has seen.
      const from = roll(3) === 0 ? kept.length - 1 - roll(Math.min(20, kept.length)) : roll(kept.length);
      return mutate(kept[from] ?? Buffer.alloc(0), roll, { words: target.words, others: kept });
    });
    for (const input of batch) if (findings.size < enough) await feed(input);
    const fresh = coverage.fresh();
    if (fresh.length === 0) continue;
    await keep(batch);
    coverage.learn(fresh);
  }
  return {
    target: target.name,
    inputs,
    seconds: seconds(),
    blocks: coverage.size,
    kept,
    findings: [...findings.values()],
  };
}

/** What is wrong with an input; null: nothing. */
async function outcomeOf(target: Target, input: Uint8Array, clock: () => number): Promise<string | null> {
  const start = clock();
  try {
    const pending = target.check(input);
    if (pending !== undefined) await pending;
  } catch (error) {
    return error instanceof Error
      ? `${error.name}: ${error.message}\n${error.stack ?? ''}`
      : 'something that is no Error';
  }
  if (clock() - start < MAXIMUM_TIME) return null;
  const times = [];
  for (let again = 0; again < 3; again += 1) {
    const from = clock();
    await target.check(input);
    times.push(clock() - from);
  }
  const fastest = Math.min(...times);
  return fastest < MAXIMUM_TIME ? null : `Slow: an input takes ${Math.round(fastest)} ms`;
}

/** The same thing at the same place is one finding, whatever the input. */
function kindOf(error: string): string {
  const place = error.split('\n').find((line) => line.includes('/src/') || line.includes('/targets/')) ?? '';
  return `${error.slice(0, 40)} ${place}`;
}

function halves<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
