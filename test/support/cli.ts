import { main } from '../../src/cli/main.ts';
import type { CliContext, FileRead, Files, FileWriter } from '../../src/cli/context.ts';
import { tinyProvider } from './tiny-kind.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';

/** The time at which commands run. */
export const CLI_NOW = '2027-01-01T00:00:00Z';

export type CliRun = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** A provider whose documents are the tiny kind's, and whose systems are the memory provider's. */
const { hidden: _hidden, ...memory } = memoryProvider();
const provider = { ...memory, ...tinyProvider };

/** A working tree in memory: path to content, or to what else stands there. */
export type Tree = { readonly [path: string]: string | Uint8Array | Exclude<FileRead, { kind: 'bytes' }> };

/** Runs a command line as the entrypoint does, without a process. */
export async function runCli(
  argv: readonly string[],
  tree: Tree | (Files & FileWriter),
  changes: Partial<CliContext> = {},
): Promise<CliRun> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => void (written[name] += text),
    isTTY: false,
  });
  const code = await main({
    argv,
    cwd: '/repository',
    env: () => undefined,
    stdout: output('stdout'),
    stderr: output('stderr'),
    files: isFiles(tree) ? tree : treeFiles(tree),
    version: 'test',
    clock: { now: () => new Date(CLI_NOW) },
    providers: () => Promise.resolve(new Map([[provider.name, provider]])),
    ...changes,
  });
  return { code, ...written };
}

function isFiles(tree: Tree | (Files & FileWriter)): tree is Files & FileWriter {
  return typeof tree['read'] === 'function';
}

function treeFiles(tree: Tree): Files & FileWriter {
  return {
    read(path, limit) {
      const found = Object.hasOwn(tree, path) ? tree[path] : undefined;
      if (found === undefined) return Promise.resolve({ kind: 'absent' });
      if (typeof found !== 'string' && !(found instanceof Uint8Array)) return Promise.resolve(found);
      const bytes = typeof found === 'string' ? Buffer.from(found) : found;
      return Promise.resolve(
        bytes.length > limit ? { kind: 'too-large', size: bytes.length } : { kind: 'bytes', bytes },
      );
    },
    list() {
      const entries = Object.entries(tree).map(([path, found]) => {
        const link = typeof found === 'object' && !(found instanceof Uint8Array) && found.kind === 'symlink';
        return { path, kind: link ? ('symlink' as const) : ('file' as const) };
      });
      return Promise.resolve({
        entries: entries.toSorted((left, right) => (left.path < right.path ? -1 : 1)),
        truncated: false,
      });
    },
    linkTarget: () => Promise.resolve(null),
    write: () => Promise.reject(new Error('This tree cannot be written.')),
  };
}
