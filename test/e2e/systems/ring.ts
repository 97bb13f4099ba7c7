import type { Gate } from '../gate.ts';
import type { System } from './system.ts';

/** A connection that writes, through which every change passes a gate. */
export type Gated = {
  /** What the environment variable of the connection holds. */
  readonly secret: string;
  close(): Promise<void>;
};

/** YAML of identities by their names, all of one source. */
export type Documents = { readonly [name: string]: string };

/** Five identities of a live system: one is created, one refers to it and changes, one changes, one is disabled, one is deleted. */
export type Ring = Pick<System, 'provider' | 'settings' | 'secrets' | 'canaries' | 'close'> & {
  readonly before: Documents;
  readonly after: Documents;
  /** Everything as `before` says, with the same incarnations each time: a plan is about those. */
  restore(): Promise<void>;
  /** All that an apply may have changed. What differs between two makings of the same is left out. */
  live(): Promise<readonly unknown[]>;
  through(gate: Gate): Promise<Gated>;
};
