import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutation/mutants.ts';
import { Asker } from './mutation/pool.ts';
import type { Round } from './mutation/worker.ts';
import { explanations, report, type Outcome } from './mutation/report.ts';
import type { Target } from './mutation/target.ts';
import { TARGETS } from './mutation/targets.ts';

/** Processor time, in milliseconds, after which a mutant counts as endless: some times what the tests take without one. */
const LIMIT = { atLeast: 8_000, times: 3, unmutated: 300_000 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, concurrency: { type: 'string', default: '2' } },
});
const names = positionals.length === 0 ? Object.keys(TARGETS) : positionals;
const targets = names.flatMap((name) => {
  const target = TARGETS[name];
  if (target === undefined) throw new Error(`No target ${name}. The targets: ${Object.keys(TARGETS).join(', ')}.`);
  return target;
});
const askers = Array.from({ length: Number(values.concurrency) }, () => new Asker());
const start = performance.now();
try {
  const outcomes: Outcome[] = [];
  for (const target of targets) outcomes.push(...(await outcomesOf(target)));
  const seconds = (performance.now() - start) / 1000;
  process.exitCode = report(outcomes, explanations(), seconds) ? 0 : 1;
} finally {
  for (const asker of askers) asker.stop();
}

async function outcomesOf(target: Target): Promise<readonly Outcome[]> {
  const files = target.files.filter((file) => values.only === undefined || file.includes(values.only));
  if (files.length === 0) return [];
  const rounds = await limited([target.tests, target.slow].filter((tests) => tests.length > 0));
  const waiting = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
  const outcomes: Outcome[] = [];
  await Promise.all(
    askers.map(async (asker) => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const { verdict } = await asker.ask({ mutant, rounds });
        if (verdict === 'passed') console.log(`survives ${mutant.file}:${mutant.line}  ${mutant.name}`);
        outcomes.push({ mutant, verdict });
      }
    }),
  );
  return outcomes;
}

/** Sees that the tests pass as they are, and what they take. */
async function limited(rounds: readonly (readonly string[])[]): Promise<readonly Round[]> {
  let limits: readonly number[] = rounds.map(() => LIMIT.atLeast);
  for (const asker of askers) {
    const question = { mutant: null, rounds: rounds.map((tests) => ({ tests, limit: LIMIT.unmutated })) };
    const { verdict, used } = await asker.ask(question);
    if (verdict !== 'passed') throw new Error(`The tests do not pass as they are: ${verdict}.`);
    limits = limits.map((limit, index) => Math.max(limit, LIMIT.times * (used[index] ?? 0)));
  }
  return rounds.map((tests, index) => ({ tests, limit: limits[index] ?? LIMIT.atLeast }));
}
