import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutation/mutants.ts';
import { Asker, type Verdict } from './mutation/pool.ts';
import type { Question } from './mutation/worker.ts';
import { explanations, report, type Outcome } from './mutation/report.ts';
import { TARGETS, type Target } from './mutation/targets.ts';

/** An endless loop is told from a slow machine by what the tests take there without a mutant. */
const LIMIT = { atLeastMs: 30_000, times: 5, unmutatedMs: 600_000 };

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
  const limit = await limitOf(rounds);
  const waiting = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
  const outcomes: Outcome[] = [];
  await Promise.all(
    askers.map(async (asker) => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const verdict = await judged(asker, { mutant, rounds }, limit);
        if (verdict === 'passed') console.log(`survives ${mutant.file}:${mutant.line}  ${mutant.name}`);
        outcomes.push({ mutant, verdict });
      }
    }),
  );
  return outcomes;
}

/** @returns milliseconds that one question may take. */
async function limitOf(rounds: Question['rounds']): Promise<number> {
  let slowest = 0;
  for (const asker of askers) {
    const asked = performance.now();
    const verdict = await asker.ask({ mutant: null, rounds }, LIMIT.unmutatedMs);
    if (verdict !== 'passed') throw new Error(`The tests do not pass as they are: ${verdict}.`);
    slowest = Math.max(slowest, performance.now() - asked);
  }
  return Math.max(LIMIT.atLeastMs, LIMIT.times * slowest);
}

/** A machine that stalls looks like an endless loop: what timed out once is asked once more. */
async function judged(asker: Asker, question: Question, limit: number): Promise<Verdict> {
  const first = await asker.ask(question, limit);
  return first === 'timeout' ? await asker.ask(question, limit) : first;
}
