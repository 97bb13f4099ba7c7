import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Job } from '../github-server/index.ts';

export type ActionRun = {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
  readonly job: Job;
};

const ACTION = new URL('../../dist/action.js', import.meta.url).pathname;

/** Inputs that action.yml gives a value when the workflow gives none. */
const DEFAULTS = { 'pull-request': '', 'fork-head': '', bundle: '', 'ledger-token': '', 'write-interval': '0' };

/** Runs the built action as a runner does: a child process with inputs, files and an event, and nothing else of this process. */
export async function runAction(
  job: Job,
  inputs: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const given = { ...DEFAULTS, token: job.token, ...inputs };
  const inputVariables = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const env = { PATH: process.env['PATH'] ?? '', ...job.env, ...inputVariables, ...secrets };
  const { exitCode, log } = await new Promise<{ exitCode: number; log: string }>((resolve) => {
    execFile(process.execPath, [ACTION], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exitCode: code, log: stdout + stderr });
    });
  });
  return {
    exitCode,
    log,
    outputs: parseOutputs(await readFile(job.env['GITHUB_OUTPUT'] ?? '', 'utf8')),
    summary: await readFile(job.env['GITHUB_STEP_SUMMARY'] ?? '', 'utf8'),
    job,
  };
}

/** The runner's file format: `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const match of text.matchAll(/^(?<name>[^\n<]+)<<(?<end>[^\n]+)\n(?<value>[\s\S]*?)\n\k<end>$/gmu)) {
    const { name, value } = match.groups ?? {};
    if (name !== undefined && value !== undefined) outputs[name] = value;
  }
  return outputs;
}
