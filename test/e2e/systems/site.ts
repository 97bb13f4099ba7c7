import { reconciles } from '../workplace.ts';
import { filesOf, Ground } from './ground.ts';
import type { State, System } from './system.ts';

/** The level of identities that exist, the one that is asked for, and one that nobody planned. */
export const LEVEL = { existing: 5, asked: 9, drifted: 50 } as const;

export type Standing = {
  /** Identities that exist as their documents on the default branch say. */
  readonly declared?: readonly string[];
  /** Identities that exist without documents. */
  readonly undeclared?: readonly string[];
};

/** Where attacks on the identities of a live system happen. */
export class Site<S extends System = System> extends Ground<S> {
  static async begin<S extends System>(system: S, { declared = [], undeclared = [] }: Standing = {}): Promise<Site<S>> {
    for (const name of [...declared, ...undeclared]) await system.make(name, LEVEL.existing);
    const documents = declared.map((name) => [name, system.document(name, LEVEL.existing)] as const);
    return new Site(await Ground.parts(system, Object.fromEntries(documents)));
  }

  /** The document of an identity as files of a commit. */
  declares(name: string, level: number): Readonly<Record<string, string>> {
    return filesOf({ [name]: this.system.document(name, level) });
  }

  /** A Reconciliation that asks to remove an identity. */
  removes(name: string, identity: string): Readonly<Record<string, string>> {
    return reconciles(name, { verb: 'remove', address: this.system.address(identity) });
  }

  async look(name: string): Promise<State | null> {
    return await this.system.look(name);
  }
}
