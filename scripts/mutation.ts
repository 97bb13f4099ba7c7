import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mutantsOf, type Mutant } from './mutation/mutants.ts';
import { Asker, type Verdict } from './mutation/pool.ts';
import { explanations, report, type Outcome } from './mutation/report.ts';
import { TARGETS, type Target } from './mutation/targets.ts';

const LIMIT_MS = 30_000;

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
  const rounds = [target.tests, target.slow].filter((tests) => tests.length > 0);
  for (const asker of askers) {
    const verdict = await asker.ask({ mutant: null, rounds }, 10 * LIMIT_MS);
    if (verdict !== 'passed') throw new Error(`The tests do not pass as they are: ${verdict}.`);
  }
  const waiting = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
  const outcomes: Outcome[] = [];
  await Promise.all(
    askers.map(async (asker) => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const verdict = await judged(asker, mutant, rounds);
        if (verdict === 'passed') console.log(`survives ${mutant.file}:${mutant.line}  ${mutant.name}`);
        outcomes.push({ mutant, verdict });
      }
    }),
  );
  return outcomes;
}

/** A machine that stalls looks like an endless loop: what timed out once is asked once more. */
async function judged(asker: Asker, mutant: Mutant, rounds: readonly (readonly string[])[]): Promise<Verdict> {
  const first = await asker.ask({ mutant, rounds }, LIMIT_MS);
  return first === 'timeout' ? await asker.ask({ mutant, rounds }, LIMIT_MS) : first;
}
