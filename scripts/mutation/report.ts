import { readFileSync } from 'node:fs';
import type { Mutant } from './mutants.ts';
import type { Answer } from './worker.ts';

export type Outcome = { readonly mutant: Mutant; readonly verdict: Answer['verdict'] };

/** A mutant that no test can tell from the original, or need not, and why. */
type Explanation = { readonly file: string; readonly mutant: string; readonly why: string };

const DOCUMENT = 'docs/mutation.md';
const LINE = /^- `(?<file>[^`]+)`: `` (?<mutant>.+) `` (?<why>\S.*)$/u;

/** The baseline: the list in the documentation is what the run is held against. */
export function explanations(): readonly Explanation[] {
  return readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const { file, mutant, why } = LINE.exec(line)?.groups ?? {};
      return file === undefined || mutant === undefined || why === undefined ? [] : [{ file, mutant, why }];
    });
}

/**
 * Prints the score.
 * @returns whether every surviving mutant is explained and every explanation is of one that survives.
 */
export function report(outcomes: readonly Outcome[], explained: readonly Explanation[], seconds: number): boolean {
  const survivors = outcomes.filter(({ verdict }) => verdict === 'passed').map(({ mutant }) => mutant);
  const files = [...new Set(outcomes.map(({ mutant }) => mutant.file))].toSorted();
  for (const file of files) {
    const all = outcomes.filter(({ mutant }) => mutant.file === file);
    const alive = survivors.filter((mutant) => mutant.file === file).length;
    console.log(
      `${file.padEnd(44)} ${String(all.length - alive).padStart(4)} of ${String(all.length).padStart(4)} killed`,
    );
  }
  const unexplained = survivors.filter((mutant) => !explained.some((one) => isOf(one, mutant)));
  const stale = explained.filter((one) => files.includes(one.file) && !survivors.some((mutant) => isOf(one, mutant)));
  for (const { file, line, name } of unexplained)
    console.error(`not explained: ${file}:${line}\n- \`${file}\`: \`\` ${name} \`\``);
  for (const { file, mutant } of stale) console.error(`explained, but it does not survive: ${file}: ${mutant}`);
  const killed = outcomes.length - survivors.length;
  const endless = outcomes.filter(({ verdict }) => verdict === 'endless').length;
  console.log(
    `${killed} of ${outcomes.length} mutants killed (${((killed / outcomes.length) * 100).toFixed(1)} %; ${endless} by never ending), ${survivors.length - unexplained.length} explained, ${unexplained.length} not; ${seconds.toFixed(0)} s`,
  );
  return unexplained.length === 0 && stale.length === 0;
}

function isOf({ file, mutant }: Explanation, found: Mutant): boolean {
  return file === found.file && mutant === found.name;
}
