import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import { mutated, type Mutant } from './mutants.ts';

/** What one worker is asked: whether these tests notice this mutant; without one, whether they pass at all. */
export type Question = {
  readonly mutant: Mutant | null;
  readonly rounds: readonly (readonly string[])[];
  /** Processor time, in milliseconds, after which the tests count as endless. Not the clock's: a busy machine is no endless loop. */
  readonly limit: number;
};

/** `endless`: the tests did not end, and this process has to be replaced. `used`: processor time, in milliseconds. */
export type Answer = { readonly verdict: 'passed' | 'failed' | 'endless'; readonly used: number };

let active: Mutant | null = null;

const vitest = await createVitest(
  'test',
  {
    config: false,
    watch: false,
    include: ['test/core/**/*.test.ts'],
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
  const before = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const tell = (verdict: Answer['verdict']): void => {
    clearInterval(watch);
    process.send?.({ verdict, used: used() } satisfies Answer);
  };
  // The tests have a thread of their own, so this one sees that they do not end.
  const watch = setInterval(() => {
    if (used() > question.limit) tell('endless');
  }, 250);
  passes(question).then(
    (passed) => tell(passed ? 'passed' : 'failed'),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ verdict: 'passed', used: 0 } satisfies Answer);

async function passes({ mutant, rounds }: Question): Promise<boolean> {
  forget(active);
  active = mutant;
  forget(active);
  // The state keeps what earlier questions ran: what failed for another mutant says nothing about this one.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  for (const tests of rounds) {
    const wanted = tests.map((test) => resolve(test));
    const chosen = specifications.filter(({ moduleId }) => wanted.includes(moduleId));
    if (chosen.length !== wanted.length) throw new Error(`Not all of these tests exist: ${tests.join(', ')}`);
    await vitest.runTestSpecifications(chosen);
    const failed = vitest.state.getFiles().some(({ result }) => result?.state === 'fail');
    if (failed || vitest.state.getUnhandledErrors().length > 0) {
      vitest.state.clearErrors();
      return false;
    }
  }
  return true;
}

function forget(mutant: Mutant | null): void {
  if (mutant !== null) vitest.invalidateFile(resolve(mutant.file));
}
