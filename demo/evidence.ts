import { spawnSync } from 'node:child_process';
import type { ActionRun } from '../test/e2e/runner.ts';

const CLI = new URL('../dist/cli.js', import.meta.url).pathname;

/** What the apply's log says of what it passes by. @throws Error when it says nothing. */
export function warningOf({ log }: ActionRun): string {
  const [, warning] = /^::warning::(.*no entry of a trusted signer.*)$/mu.exec(log) ?? [];
  if (warning === undefined) throw new Error('the forged entry was not reported');
  return `The log: ${warning}`;
}

/** @throws Error when a comment shows none. */
export function codeIn(comment: string): string {
  const [, code] = /· code `([^`]+)`/u.exec(comment) ?? [];
  if (code === undefined) throw new Error('the comment shows no code');
  return code;
}

/** A minute earlier, in whole seconds. */
export function before(time: string): string {
  return new Date(Date.parse(time) - 60_000).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}

/** Another base64 digit somewhere in the middle of the payload. */
export function flipped(text: string): string {
  const place = text.indexOf('"payload":"') + 200;
  const digit = text[place] === 'A' ? 'B' : 'A';
  return text.slice(0, place) + digit + text.slice(place + 1);
}

export function runCli(argv: readonly string[], folder: string): { exitCode: number; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...argv], { cwd: folder, encoding: 'utf8' });
  return { exitCode: status ?? -1, output: stdout + stderr };
}
