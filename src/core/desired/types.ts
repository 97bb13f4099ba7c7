import type { Broken } from './broken.ts';
import type { Address } from '../address.ts';
import type { Diagnostic, Location } from '../errors.ts';
import type { JsonObject, Sha256 } from '../json.ts';
import type { IdentityMetadata, Verb } from '../plan.ts';
import type { Removal } from '../ports.ts';

/** One file's bytes as they stand at a commit; `path` is from the repository root, with `/`. */
export type Input = { readonly path: string; readonly bytes: Uint8Array };

/** What a document declares, with what it refers to. `hash` is of the parsed value, so comments and formatting do not count. */
export type Identity = {
  readonly address: Address;
  readonly source: string;
  readonly kind: string;
  readonly name: string;
  /** Null where the kind has none. */ readonly namespace: string | null;
  readonly metadata: IdentityMetadata;
  readonly onRemove: Removal;
  readonly spec: JsonObject;
  readonly hash: Sha256;
  readonly location: Location;
  /** Where everything that it is made of begins: its document, then what it refers to, by path. */
  readonly origins: readonly Location[];
};

/** An added `kind: Reconciliation` document. */
export type Reconciliation = {
  readonly name: string;
  readonly verb: Verb;
  readonly addresses: readonly Address[];
  readonly reason: string;
  /** For `remove`: how the undeclared identity is to end; stands for the missing base document. */
  readonly onRemove: Removal | null;
  readonly hash: Sha256;
  readonly location: Location;
};

/** Where an attribute of a document stands: JSON Pointer into the document to a place in its file. */
export type Locator = (address: Address, pointer: string) => Location | null;

/** The identities declared at one commit. Both lists sorted, by address and by name. */
export type DesiredState = {
  readonly identities: readonly Identity[];
  readonly reconciliations: readonly Reconciliation[];
};

/** `state` holds every document that is sound by itself; which diagnostics of severity `error` forbid planning from it is said by `ownErrors`. */
export type Loaded = {
  readonly state: DesiredState;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locator;
  /** Documents that are not in `state` because of errors. */
  readonly broken: readonly Broken[];
  /** Inputs that say something only together with others, sorted: whose they are is not told by them alone. */
  readonly parts: readonly string[];
};
