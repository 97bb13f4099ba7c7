import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Credential } from '../../core/credentials.ts';
import type { LiveObject } from '../../core/live.ts';
import { parseJson } from '../../core/parse-json.ts';

/** One account as the imitated system holds it: resource name to the actions granted on it. */
export type Account = {
  readonly incarnation: string;
  readonly enabled: boolean;
  readonly tier: string;
  readonly note: string | null;
  readonly actsAs: readonly string[];
  readonly grants: { readonly [resource: string]: readonly string[] };
  /** RFC 3339. */
  readonly lastUsed?: string;
  readonly credentials?: readonly Credential[];
  /** Another tool's mark on it. */ readonly managedBy?: LiveObject['managedBy'];
  /** What the apply that created it left on it; null: nothing. */
  readonly mark: string | null;
};

export type World = {
  readonly id: string;
  readonly nextIncarnation: number;
  /** Grows with each write, so that a state which came back is told from one that never went. Absent: nothing was written yet. */
  readonly revision?: number;
  readonly resources: readonly string[];
  /** Resources on which nobody's rights can be changed for now. */
  readonly busy?: readonly string[];
  readonly accounts: { readonly [name: string]: Account };
};

/** A live system small enough to be read and written whole; `save` is atomic. */
export interface MemorySystem {
  load(): World;
  save(world: World): void;
}

export function emptyWorld(resources: readonly string[] = []): World {
  return { id: randomUUID(), nextIncarnation: 1, resources, accounts: {} };
}

export function inMemory(initial: World): MemorySystem {
  let world = initial;
  return {
    load: () => world,
    save(next) {
      world = next;
    },
  };
}

/** Survives the death of its process, which is what the crash tests need. */
export function fileBacked(path: string): MemorySystem {
  return {
    load: () => parseJson(readFileSync(path, 'utf8')) as World,
    save(world) {
      const draft = `${path}.${randomUUID()}.tmp`;
      writeFileSync(draft, JSON.stringify(world));
      renameSync(draft, path);
    },
  };
}
