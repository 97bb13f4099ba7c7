import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Team } from '../../e2e/repository.ts';

const PROJECT = new URL('../../../', import.meta.url).pathname.replace(/\/$/u, '');

/** As the example workflows name the action: a placeholder for a release. */
const RELEASE = 'countersign-dev/countersign@0000000000000000000000000000000000000000';

export type WorkflowRun = {
  /** `countersign-plan.yml` */
  readonly workflow: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
};

/** Runs a workflow file of the repository's default branch on this machine, with this working copy as the action. */
export async function runWorkflow(team: Team, run: WorkflowRun): Promise<{ exitCode: number; log: string }> {
  const { repository, server } = team;
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-act-'));
  try {
    const folder = join(scratch, 'repository');
    execFileSync('git', ['clone', '--quiet', repository.gitDirectory, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
    const origin = `https://github.com/${repository.fullName}.git`;
    execFileSync('git', ['-C', folder, 'remote', 'set-url', 'origin', origin]);
    writeFileSync(join(scratch, 'event.json'), JSON.stringify(run.payload));
    mkdirSync(join(scratch, 'home'));
    const workflow = `.github/workflows/${run.workflow}`;
    const job = await repository.startJob({
      workflow,
      event: { name: run.event, payload: run.payload },
      permissions: run.permissions,
      actor: team.cleo,
    });
    const given = ['GITHUB_REPOSITORY', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_API_URL', 'GITHUB_GRAPHQL_URL'];
    const arguments_ = [
      run.event,
      `--directory=${folder}`,
      `--workflows=${join(folder, workflow)}`,
      `--eventpath=${join(scratch, 'event.json')}`,
      '--platform=ubuntu-latest=-self-hosted',
      `--local-repository=${RELEASE}=${PROJECT}`,
      `--actor=${team.cleo.login}`,
      `--action-cache-path=${join(scratch, 'actions')}`,
      ...given.flatMap((name) => ['--env', `${name}=${job.env[name] ?? ''}`]),
      // By name alone, so that no value stands in the list of processes.
      ...['GITHUB_TOKEN', ...Object.keys(run.secrets)].flatMap((name) => ['--secret', name]),
    ];
    const env = {
      PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
      HOME: join(scratch, 'home'),
      GITHUB_TOKEN: job.token,
      ...run.secrets,
    };
    const ended = await execute(actBinary(), arguments_, env);
    await repository.completeRun(job.run, ended.exitCode === 0 ? 'success' : 'failure');
    return { ...ended, log: `${server.url}\n${ended.log}` };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function execute(file: string, argv: readonly string[], env: Readonly<Record<string, string>>) {
  return await new Promise<{ exitCode: number; log: string }>((resolve) => {
    execFile(file, [...argv], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exitCode, log: stdout + stderr });
    });
  });
}

/** @throws Error that says how to install it. */
function actBinary(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const places = [join(cache, 'countersign', 'bin'), ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = places.map((place) => join(place, 'act')).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'There is no act, which runs workflows locally. Run .ci/tools, or go install github.com/nektos/act@v0.2.89.',
  );
}
