import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { workingTree } from '../../src/cli/files.ts';
import type { LiveState } from '../../src/core/live.ts';
import type { Provider, ReadQuery } from '../../src/core/ports.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { fileBacked, type Account, type World } from '../../src/providers/memory/system.ts';
import { loadProviders } from '../../src/providers/registry.ts';
import { runCli, type CliRun } from '../support/cli.ts';
import { account } from '../support/memory.ts';

/** A folder with the real providers, as a user has it. */
export type Workspace = {
  readonly root: string;
  readonly asked: ReadonlySet<string>;
  run(...argv: readonly string[]): Promise<CliRun>;
  /** The same place where this provider stands for its namesake. */
  with(provider: Provider): Pick<Workspace, 'run'>;
  write(path: string, text: string): void;
  read(path: string): string;
  list(folder: string): readonly string[];
  git(...args: readonly string[]): string;
  commit(message?: string): string;
  remove(): void;
};

/** @param env what the environment holds besides PATH; `asked` records every name that was looked up. */
export function workspace(files: { readonly [path: string]: string }, env: { readonly [name: string]: string } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'countersign-cli-'));
  const asked = new Set<string>();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.test', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  for (const [path, text] of Object.entries(files)) write(path, text);
  const surroundings = {
    cwd: root,
    env: (name: string) => {
      asked.add(name);
      return { PATH: process.env['PATH'], ...env }[name];
    },
    providers: loadProviders,
  };
  const made: Workspace = {
    root,
    asked,
    write,
    git,
    run: (...argv) => runCli(argv, workingTree(root), surroundings),
    with: (provider) => ({
      run: (...argv) =>
        runCli(argv, workingTree(root), {
          ...surroundings,
          providers: async () => new Map([...(await loadProviders()), [provider.name, provider]]),
        }),
    }),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    list: (folder) => readdirSync(join(root, folder)).toSorted(),
    commit(message = 'change') {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', `--message=${message}`);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(root, { recursive: true }),
  };
  return made;
}

/** The memory provider, whose answers are changed before anybody sees them. */
export function distorted(change: (live: LiveState, query: ReadQuery) => LiveState): Provider {
  const provider = memoryProvider();
  return {
    ...provider,
    reader(connection) {
      const reader = provider.reader(connection);
      return { ...reader, read: async (query) => change(await reader.read(query), query) };
    },
  };
}

export const CONFIGURATION = `apiVersion: countersign.dev/v1
kind: Configuration
desired: [identities/**/*.yaml]
people:
  owners: [ana, ben]
sources:
  robots:
    provider: memory
    connection:
      read: { env: ROBOTS_READ }
      write: { env: ROBOTS_WRITE }
    mode: authoritative
    owner: owners
approval:
  administrators: owners
`;

export function document(name: string, spec: string): string {
  return `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata:
  name: ${name}
  source: robots
spec:
${spec.replaceAll(/^/gmu, '  ')}
`;
}

/** A system in a file beside the workspace; its path is the secret of the connection. */
export function memoryWorld(accounts: Readonly<Record<string, Partial<Account>>>, resources: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-world-'));
  const path = join(folder, 'world.json');
  const system = fileBacked(path);
  const world: World = {
    id: 'robots',
    nextIncarnation: 100,
    resources,
    accounts: Object.fromEntries(
      Object.entries(accounts).map(([name, parts], index) => [name, account({ incarnation: `${index}`, ...parts })]),
    ),
  };
  system.save(world);
  return {
    path,
    edit: (name: string, parts: Partial<Account>) =>
      system.save({ ...system.load(), accounts: { ...system.load().accounts, [name]: account(parts) } }),
    bytes: () => readFileSync(path, 'utf8'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export const POSTGRES_CONFIGURATION = CONFIGURATION.replaceAll('robots', 'orders-db')
  .replaceAll('ROBOTS', 'ORDERS_DB')
  .replace('provider: memory', 'provider: postgres');
