import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import { mutated, type Mutant } from './mutants.ts';

/** What one worker is asked: whether these tests notice this mutant; without one, whether they pass at all. */
export type Question = { readonly mutant: Mutant | null; readonly rounds: readonly Round[] };

/** `limit`: processor time, in milliseconds, after which these tests count as endless. Not the clock's: a busy machine is no endless loop. */
export type Round = { readonly tests: readonly string[]; readonly limit: number };

/** `endless`: the tests did not end, and this process has to be replaced. `used`: processor time of each round, in milliseconds. */
export type Answer = { readonly verdict: 'passed' | 'failed' | 'endless'; readonly used: readonly number[] };

let active: Mutant | null = null;

const vitest = await createVitest(
  'test',
  {
    config: false,
    watch: false,
    include: ['core', 'workflows', 'github', 'providers'].map((room) => `test/${room}/**/*.test.ts`),
    // What is kept between runs is found by the file's own text, so a mutant would be taken for the original.
    fsModuleCache: false,
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    bail: 1,
    testTimeout: 60_000,
    reporters: [{}],
    silent: true,
  },
  {
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform(_code, id) {
          if (active === null || id.split('?')[0] !== resolve(active.file)) return null;
          const source = readFileSync(active.file, 'utf8');
          return { code: mutated(source, active), map: null };
        },
      },
    ],
  },
);
await vitest.standalone();
const specifications = await vitest.globTestSpecifications();

process.on('message', (question: Question) => {
  answer(question).then(
    (found) => process.send?.(found),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ verdict: 'passed', used: [] } satisfies Answer);

async function answer({ mutant, rounds }: Question): Promise<Answer> {
  forget(active);
  active = mutant;
  forget(active);
  // The state keeps what earlier questions ran: what failed for another mutant says nothing about this one.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  const used: number[] = [];
  for (const { tests, limit } of rounds) {
    const before = process.cpuUsage();
    const verdict = await within(limit, before, verdictOf(tests));
    used.push(since(before));
    if (verdict !== 'passed') return { verdict, used };
  }
  return { verdict: 'passed', used };
}

async function verdictOf(tests: readonly string[]): Promise<'passed' | 'failed'> {
  const wanted = tests.map((test) => resolve(test));
  const chosen = specifications.filter(({ moduleId }) => wanted.includes(moduleId));
  if (chosen.length !== wanted.length) throw new Error(`Not all of these tests exist: ${tests.join(', ')}`);
  await vitest.runTestSpecifications(chosen);
  const failed = vitest.state.getFiles().some(({ result }) => result?.state === 'fail');
  if (!failed && vitest.state.getUnhandledErrors().length === 0) return 'passed';
  vitest.state.clearErrors();
  return 'failed';
}

/** The tests have a thread of their own, so this one sees that they do not end. */
async function within<T>(limit: number, before: NodeJS.CpuUsage, verdict: Promise<T>): Promise<T | 'endless'> {
  const { promise, resolve: end } = Promise.withResolvers<'endless'>();
  const watch = setInterval(() => {
    if (since(before) > limit) end('endless');
  }, 250);
  try {
    return await Promise.race([verdict, promise]);
  } finally {
    clearInterval(watch);
  }
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function forget(mutant: Mutant | null): void {
  if (mutant !== null) vitest.invalidateFile(resolve(mutant.file));
}
