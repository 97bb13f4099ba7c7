import * as core from '@actions/core';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvent } from './action/event.ts';
import { readInputs } from './action/inputs.ts';
import { explainError, inert, summaryOf } from './action/report.ts';
import { run } from './action/run.ts';
import { surroundingsFrom } from './action/surroundings.ts';

try {
  const { env } = process;
  const surroundings = surroundingsFrom((name) => env[name], {
    debug: core.debug,
    info: (message) => core.info(inert(message)),
    warn: (message) => core.warning(inert(message)),
  });
  const event = parseEvent(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  const inputs = readInputs((name) => core.getInput(name));
  const actor = env['GITHUB_TRIGGERING_ACTOR'] ?? '';
  const result = await core.group('Progress', async () => await run(inputs, surroundings, event, actor));
  for (const [name, value] of Object.entries(result.outputs)) core.setOutput(name, value);
  for (const [kind, text] of [['plan', result.planFile] as const, ['state', result.stateFile ?? null] as const]) {
    if (text === null) continue;
    const path = join(env['RUNNER_TEMP'] ?? '.', `countersign-${kind}.json`);
    writeFileSync(path, text);
    core.setOutput(`${kind}-file`, path);
  }
  for (const line of result.lines) core.info(inert(line));
  if (env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(result.summary ?? summaryOf(result.lines)).write();
  if (result.failed !== null) core.setFailed(inert(result.failed));
} catch (error) {
  core.setFailed(inert(explainError(error)));
}
