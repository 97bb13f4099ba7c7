import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { workflowFiles } from './ci/workflows.ts';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** How to get a tool that npm does not install. Without it the step is skipped, except in CI. */
  readonly install?: string;
}

const folders = ['src', 'test', 'scripts', 'demo', 'bench', 'fuzz'].filter((folder) => existsSync(folder));
const workflows = workflowFiles();
const actions = globSync('action.{yml,yaml}');
const install = 'run .ci/tools and put ${XDG_CACHE_HOME:-~/.cache}/countersign/bin on PATH';

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit', '--project', '.'] },
  { name: 'lint', command: ['oxlint', ...folders, ...globSync('*.config.ts')] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'unused', command: ['knip'] },
  { name: 'actionlint', command: ['actionlint', ...workflows], install },
  {
    name: 'zizmor',
    command: ['zizmor', '--offline', '--quiet', '--persona', 'pedantic', ...workflows, ...actions],
    install,
  },
];

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'countersign', 'bin');
const env = { ...process.env, PATH: [join('node_modules', '.bin'), process.env['PATH'], cache].join(delimiter) };

function run(step: Step): 'passed' | 'failed' | 'skipped' {
  const [program, ...args] = step.command;
  const { error, status } = spawnSync(program, args, { stdio: 'inherit', env, timeout: 300_000 });
  if (error === undefined) return status === 0 ? 'passed' : 'failed';
  const missing = 'code' in error && error.code === 'ENOENT';
  if (missing && step.install !== undefined && process.env['CI'] !== 'true') {
    console.log(`${program} is not installed: ${step.install}`);
    return 'skipped';
  }
  console.error(`${step.name}: ${error.message}${step.install === undefined ? '' : `. To mend it, ${step.install}.`}`);
  return 'failed';
}

const only = process.argv.slice(2);
const unknown = only.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}. The steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}

const results = steps
  .filter((step) => only.length === 0 || only.includes(step.name))
  .map((step) => {
    console.log(`\n== ${step.name}`);
    const start = performance.now();
    const outcome = run(step);
    return { name: step.name, outcome, seconds: (performance.now() - start) / 1000 };
  });

console.log('');
for (const { name, outcome, seconds } of results)
  console.log(`${name.padEnd(12)}${outcome.padEnd(9)}${seconds.toFixed(1)} s`);
process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
