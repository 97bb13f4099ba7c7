import type { Gate } from '../gate.ts';
import type { System } from './system.ts';

/** YAML of identities by their names, all of one source. */
export type Documents = { readonly [name: string]: string };

/** Five identities of a live system: one is created, one refers to it and changes, one changes, one is disabled, one is deleted. */
export type Ring = Pick<System, 'provider' | 'settings' | 'secrets' | 'canaries' | 'close'> & {
  /** Every write over the connection that writes passes it. */
  readonly gate: Gate;
  readonly before: Documents;
  readonly after: Documents;
  /** Everything as `before` says, with the same incarnations each time: a plan is about those. */
  restore(): Promise<void>;
  /** All that an apply may have changed. What differs between two makings of the same is left out. */
  live(): Promise<readonly unknown[]>;
};
