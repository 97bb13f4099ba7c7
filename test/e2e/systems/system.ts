/** What can be seen of an identity: a whole number that its document sets, and whether it holds the access that its document gives it. */
export type State = { readonly level: number; readonly access: boolean };

/** Another system of the same sort and furniture, which the write connection can be led to. */
export type Elsewhere = {
  /** The connection there. */
  readonly secret: string;
  look(name: string): Promise<State | null>;
  close(): Promise<void>;
};

/** What a scenario needs of a live system, so that it can be told once and happen in each. Identities are called by names alone. */
export type System = {
  readonly provider: string;
  /** YAML of the source besides its provider, connection, mode and owner, in lines that are indented by four; may be empty. */
  readonly settings: string;
  /** The connections: what the environment variables hold. */
  readonly secrets: { readonly read: string; readonly write: string };
  /** What of the connections may appear nowhere. */
  readonly canaries: readonly string[];
  /** Where the level of an identity is. */
  readonly pointer: string;
  /** A level as it stands there. */
  valueOf(level: number): string | number;
  /** YAML: an identity of the source `SOURCE` at a level, with access. */
  document(name: string, level: number): string;
  address(name: string): string;
  /** Somebody makes it as its document says. */
  make(name: string, level: number): Promise<void>;
  /**
   * Somebody makes it before Countersign does: at the level, without the access, and with what only its maker knows where there is such a thing.
   * @param mark what it bears where Countersign's own creations bear theirs; null: nothing
   */
  makeFirst(name: string, level: number, mark: string | null): Promise<void>;
  /** What it bears where Countersign's creations bear their mark; null: nothing. */
  markOn(name: string): Promise<string | null>;
  /** Somebody sets its level. */
  drift(name: string, level: number): Promise<void>;
  /** Somebody deletes it and makes another one that is equal in everything that can be seen. */
  remake(name: string, level: number): Promise<void>;
  /** Somebody changes what no document is about. @param round any two differ */
  stir(round: string): Promise<void>;
  /** Null: it does not exist. */
  look(name: string): Promise<State | null>;
  elsewhere(): Promise<Elsewhere>;
  /** The write connection, spelt otherwise. */
  respelt(): Promise<string>;
  close(): Promise<void>;
};

/** What the source is called. */
export const SOURCE = 'live';
