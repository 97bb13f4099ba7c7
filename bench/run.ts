import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** Files that hold what several benches share. */
const SHARED = ['run.ts', 'estate.ts'];

/** For `plan`: one round, to see that it still computes what it should. */
const ONCE = '--once';

const asked = process.argv.slice(2).filter((argument) => argument !== ONCE);
const names = globSync('*.ts', { cwd: import.meta.dirname })
  .filter((file) => !SHARED.includes(file))
  .map((file) => basename(file, '.ts'))
  .toSorted();
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. The benches: ${names.join(', ')}.`);
  process.exit(1);
}

/** One after the other: a bench beside another measures neither. */
const failed = names
  .filter((name) => asked.length === 0 || asked.includes(name))
  .filter((name) => {
    console.log(`\n== ${name}`);
    const options = name === 'plan' && process.argv.includes(ONCE) ? [ONCE] : [];
    const { status } = spawnSync(process.execPath, [`${import.meta.dirname}/${name}.ts`, ...options], {
      stdio: 'inherit',
    });
    return status !== 0;
  });
if (failed.length > 0) console.error(`\nBeyond its goal or broken: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
