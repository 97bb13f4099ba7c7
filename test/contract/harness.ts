import type { SourceConfiguration } from '../../src/core/configuration.ts';
import type { Applier, Connection, Provider } from '../../src/core/ports.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Declared } from '../support/planning.ts';

/** A live system of a provider, with hands that reach behind Countersign's back. */
export interface Estate {
  readonly read: Connection;
  readonly write: Connection;
  /** Mutating calls that the system has seen so far. */
  writes(): Promise<number>;
  /** Does something to the system as another person would; `name` is the harness's own. */
  act(name: string): Promise<void>;
  close(): Promise<void>;
}

/** What a provider brings to the contract suite. Every name in `act` below is performed by `Estate.act`. */
export interface ContractHarness {
  readonly provider: Provider;
  readonly applier: Applier;
  readonly source: SourceConfiguration;
  /** A fresh system that holds `existing` as declared, and besides what is nobody's business. */
  open(): Promise<Estate>;
  readonly existing: Declared;
  /** Edits of `existing` that need at least two steps. */
  readonly edited: JsonObject;
  /** A new identity that needs at least two steps, one of them an intent. */
  readonly created: Declared;
  /** A new identity that refers to `created`, declared with it. */
  readonly dependent: Declared;
  /** An edit that needs another object; null: the kind has none. */
  readonly replaced: JsonObject | null;
  /** Things done to `existing` that meet what `edited` plans: each must conflict and name its pointer. */
  readonly drifts: readonly { readonly act: string; readonly pointer: string }[];
  /** Deletes `existing` and makes it again, the same to the letter. */
  readonly recreate: string;
  /** Someone makes `created` first. */
  readonly usurp: string;
  /** Someone makes `created` first, exactly as its own first step would, but for the mark: with none, with another apply's, with what this one committed to. */
  readonly usurpUnseen?: readonly string[];
  /** Things that must not move a digest or refuse an apply of `edited`. */
  readonly irrelevant: readonly string[];
  /**
   * Edits of `existing` from one spec to another, as people make them one after the other: `from` is brought about first, then
   * `acts` happen, then the edit to `to` is planned and applied. For what only shows over two pull requests, such as patterns.
   */
  readonly edits?: readonly {
    readonly what: string;
    readonly from: JsonObject;
    readonly acts: readonly string[];
    readonly to: JsonObject;
  }[];
  /** Kinds of change that are killed at each of their effects; left out: all. */
  readonly killed?: readonly string[];
  /** Specs that mean the same as `edited` in other words. */
  readonly equivalent: readonly JsonObject[];
  /** A connection whose reads fail as a whole. */
  unreachable(estate: Estate): Connection;
  /** Secret-shaped material that the estate holds and no output may show. */
  readonly canaries: readonly string[];
}
