import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { logs, type Program } from './programs.ts';

/*
 * Runs programs for the process that started this one, and ends them when standard input ends: a pipe closes even when the
 * process at its other end is killed, which no handler of that process outlives.
 */

const given: { directory: string; programs: readonly Program[] } = JSON.parse(process.argv[2] ?? '');
const { directory, programs } = given;

const children = programs.map((program) => {
  const log = openSync(join(directory, `${program.name}.log`), 'a');
  const child = spawn(program.file, program.arguments, {
    cwd: directory,
    env: program.env,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.once('error', () => void end(1));
  child.once('exit', () => void end(1));
  return child;
});

let ending = false;

process.stdin.resume();
process.stdin.once('end', () => void end(0));
process.stdin.once('error', () => void end(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

async function end(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.all(
    children.map(async (child) => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      // What they keep goes with the directory, so they need no time to put it in order.
      child.kill('SIGKILL');
      await ended;
    }),
  );
  if (exitCode !== 0) writeSync(process.stderr.fd, logs(directory, programs));
  rmSync(directory, { recursive: true, force: true });
  process.exit(exitCode);
}
