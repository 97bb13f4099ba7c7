import { parseEvent } from '../../src/action/event.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { explainError, summaryOf } from '../../src/action/report.ts';
import { run } from '../../src/action/run.ts';
import { surroundingsFrom } from '../../src/action/surroundings.ts';
import type { JobName } from '../e2e/examples.ts';
import { Team, type RunOptions } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import { STALLED } from '../github-server/index.ts';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {} };

/** A team whose runs happen in this process: a job's token and environment are real, only the child process is spared. */
export class QuickTeam extends Team {
  override async run(
    name: JobName,
    inputs: Readonly<Record<string, string>>,
    options: RunOptions = {},
  ): Promise<ActionRun> {
    const job = await this.job(name, options);
    const given: Readonly<Record<string, string>> = { token: job.token, 'write-interval': '0', ...inputs };
    const environment: Readonly<Record<string, string>> = { ...job.env, ...this.secrets };
    const surroundings = {
      ...surroundingsFrom((variable) => environment[variable], SILENT),
      now: () => new Date(this.server.now()),
      fetch: hastened,
    };
    const result = await run(
      readInputs((input) => given[input] ?? ''),
      surroundings,
      parseEvent(JSON.stringify(options.payload ?? {})),
      'cleo',
    ).catch((error: unknown) => ({ outputs: {}, lines: [explainError(error)], failed: 'it failed' }));
    const exitCode = result.failed === null ? 0 : 1;
    await this.repository.completeRun(job.run, exitCode === 0 ? 'success' : 'failure');
    return { exitCode, outputs: result.outputs, log: result.lines.join('\n'), summary: summaryOf(result.lines), job };
  }
}

/** Gives an answer up whose rest never comes, as the time limit does, but at once. */
async function hastened(url: string, init: RequestInit = {}): Promise<Response> {
  const limit = new AbortController();
  const signals = init.signal ? [init.signal, limit.signal] : [limit.signal];
  const response = await fetch(url, { ...init, signal: AbortSignal.any(signals) });
  if (response.headers.has(STALLED)) setImmediate(() => limit.abort(new DOMException('too late', 'TimeoutError')));
  return response;
}
