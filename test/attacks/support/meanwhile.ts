import type { ChildProcess } from 'node:child_process';
import type { ActionRun } from '../../e2e/runner.ts';
import type { Workplace } from '../../e2e/workplace.ts';

/** An apply in the middle of which something else happens: once, when the ledger has taken an entry of a type. */
export async function applyWhile(
  { team }: Workplace,
  entry: 'apply-started' | 'intent' | 'receipt',
  act: (child: ChildProcess) => Promise<unknown>,
): Promise<ActionRun> {
  const { child, ended } = await team.start('apply', { command: 'apply' });
  let isDue = true;
  const forget = team.server.onEffect(async ({ body }) => {
    if (!isDue || !new RegExp(`"\\d+ ${entry} for `, 'u').test(JSON.stringify(body))) return;
    isDue = false;
    await act(child);
  });
  const run = await ended;
  forget();
  if (isDue) throw new Error(`no ${entry} was entered: ${run.log}`);
  return run;
}

/** Nothing that the process wants from now on happens. */
export async function kill(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
