import type { Clock, Provider } from '../core/ports.ts';
import type { CommandDefinition } from './arguments.ts';

export type Output = {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Of a terminal; undefined elsewhere. */ readonly columns?: number | undefined;
};

/** What stands at a path. A symbolic link is never followed: what it leads to is not what was reviewed. */
export type FileRead =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'absent' | 'symlink' | 'not-a-file' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type FileEntry = { readonly path: string; readonly kind: 'file' | 'symlink' };

export type FileList = {
  readonly entries: readonly FileEntry[];
  /** More than could be listed. */ readonly truncated: boolean;
};

/** The working tree. Paths are relative to it, with `/`; absolute ones and those that lead out of it are taken as they are. */
export interface Files {
  /** @param limit bytes; a larger file is not read at all. */
  read(path: string, limit: number): Promise<FileRead>;
  /** Files and symbolic links below the working tree, without `.git` and `node_modules`, sorted. */
  list(): Promise<FileList>;
  /** What a symbolic link says, without following it; null where there is none. */
  linkTarget(path: string): Promise<string | null>;
}

/** Where a command leaves files. Creates missing folders, and follows no symbolic link. */
export interface FileWriter {
  /** `create`: never touches what is there. */
  write(path: string, bytes: Uint8Array, how: 'create' | 'replace'): Promise<'written' | 'exists' | 'symlink'>;
}

/** Everything a command may use; so a command runs in a test as it does in a terminal. */
export type CliContext = {
  /** What follows the command's name. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: (name: string) => string | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files & FileWriter;
  readonly clock: Clock;
  /** Of this program. */ readonly version: string;
  /** Every provider by its name. None of them can write. */
  readonly providers: () => Promise<ReadonlyMap<string, Provider>>;
};

/** A command's name is its file's. */
export interface Command {
  readonly definition: CommandDefinition;
  /** @returns the exit code. */
  run(context: CliContext): Promise<number>;
}
