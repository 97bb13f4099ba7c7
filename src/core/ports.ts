import type { AccessModel } from './access/model.ts';
import type { Address } from './address.ts';
import type { Attributes } from './attributes.ts';
import type { CreationMarks } from './creation-mark.ts';
import type { Diagnostic, Problem, Reason } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import type { LiveObject, LiveState, Manager, NotModelled, Target } from './live.ts';
import type { Declared, Existences, Mention } from './mention.ts';
import type { NameRule } from './name-rule.ts';
import type { Action, Change, Step } from './plan.ts';
import type { RiskModel } from './risk/model.ts';
import type { SourceConfiguration } from './configuration.ts';
import type { Origin } from './yaml/composed.ts';
import type { YamlDocument } from './yaml/document.ts';

/** `observe`: report only. `additive`: edits only add, a removed document is forgotten. `authoritative`: declared lists are exact. */
export type Mode = 'observe' | 'additive' | 'authoritative';

/** How a base document asks for its identity's end. `options` is the provider's, from `onRemove: { delete: {…} }`. */
export type Removal =
  | { readonly kind: 'disable' }
  | { readonly kind: 'delete'; readonly options: JsonObject }
  | { readonly kind: 'forget' };

export type KindDefinition = {
  readonly kind: string;
  /** Left out: any name may exist. */ readonly names?: NameRule;
  /** Its names are unique only within a namespace: documents say `metadata.namespace`, addresses have it as a segment before the name. */
  readonly namespaced?: true;
  /** What sort of non-human identity it is, for people: `service account`, `role`, `api key` … */
  readonly identityClass: string;
  /** JSON Schema 2020-12 of `spec`; refuses unknown keys; every property described. */
  readonly specSchema: JsonObject;
  /** JSON Schema of the object under `onRemove.delete`. */
  readonly deleteSchema: JsonObject;
  /** JSON Pointers into the normal form whose change needs another object (action `replace`). */
  readonly immutable: readonly string[];
  /** Attributes that documents call otherwise, by the property of the spec that declares them: `{ inline: 'inlinePolicies' }`. */
  readonly words?: { readonly [attribute: string]: string };
  /**
   * Where a spec may hold `{ file: policy.json }` instead of a value: JSON Pointers into it, in which `*` is any member.
   * What the file holds stands there before anything else looks at the spec.
   */
  readonly files?: readonly string[];
};

export type NormalizeContext = {
  readonly source: string;
  /** Whose spec it is: what a document leaves out may be its own namespace. */ readonly address: Address;
  readonly mode: Mode;
  readonly live: LiveState;
  /** The address that a reference in a document means; throws CountersignError `reference-unknown`. */
  resolve(reference: string): Address;
};

/** What is to be managed: the normal forms declared before and after. Only `head` decides which attributes are managed; `base` adds its patterns. */
export type Guide = { readonly base: Attributes | null; readonly head: Attributes };

/** What a plan creates in one source, by address, in the normal form; null: its document cannot be understood. */
export type Creations = Pick<ReadonlyMap<Address, Attributes | null>, 'has' | 'get'>;

/** One change before it has steps. `guide` is null for a deletion. */
export type Draft = {
  readonly address: Address;
  readonly action: Extract<Action, 'create' | 'update' | 'delete' | 'disable' | 'replace'>;
  readonly before: Attributes | null;
  readonly after: Attributes | null;
  readonly guide: Guide | null;
  readonly object: LiveObject | null;
  readonly removal: Removal | null;
  /** What this plan creates in the same source: what may be referred to although it is not live. */
  readonly creates: Creations;
  /** What the head declares in the same source, whether it is live or not. */
  readonly declared: Declared;
  /** Addresses of the same source that refer to this identity now, and that this plan lets go of it before; only known where it is deleted or disabled. */
  readonly released: ReadonlySet<Address>;
};

/** A step as a provider gives it: core adds the id and the dependencies on other identities. */
export type StepDraft = Omit<Step, 'id' | 'dependsOn'>;

export type StepsResult = {
  readonly steps: readonly StepDraft[];
  readonly irreversible: readonly Reason[];
  readonly blocked: readonly Reason[];
};

/** A document for what is live: its spec as a person would write it, and what the spec could not say. */
export type Imported = {
  readonly kind: string;
  readonly name: string;
  /** Of a namespaced kind. */ readonly namespace?: string;
  readonly spec: JsonObject;
  readonly notModelled: readonly NotModelled[];
  /** Why somebody might rather not manage it, after its name: `is a superuser`. */
  readonly caution?: string;
};

export type Manifests = {
  readonly identities: readonly ManifestIdentity[];
  readonly diagnostics: readonly Diagnostic[];
};

/** An identity as plain manifests declare it. Its owner, purpose and so on are annotations, which core reads. */
export type ManifestIdentity = Pick<Imported, 'kind' | 'name' | 'namespace' | 'spec'> & {
  /** The one that names it. */
  readonly document: YamlDocument;
  /** Pointer to the annotations of that document. */
  readonly annotations: string;
  /** Others that say something of it. A change of any of all of them is one of the identity. */
  readonly others: readonly YamlDocument[];
  /** By pointer into the spec, where in which of the documents it is said; the deepest counts. */
  readonly places: ReadonlyMap<string, Origin>;
};

/**
 * One kind of live system, without any way to write to it. All methods but `reader` are pure.
 * Methods that cannot represent what they are given throw CountersignError `unsupported`, never drop it.
 */
export interface Provider {
  readonly name: string;
  /** For tests: works where a configuration names it, and is offered to nobody in a message or a schema. */ readonly hidden?: true;
  readonly kinds: readonly KindDefinition[];
  /** JSON Schema of a source's `boundary` and of its `options` in the configuration. */
  readonly boundarySchema: JsonObject;
  readonly optionsSchema: JsonObject;
  /** Checks of a spec beyond its schema; `pointer` is into the spec. */
  lint(kind: string, spec: JsonObject): readonly Problem[];
  /** Desired spec to normal form. Declared patterns become `held` marks. In `additive` mode the form says of every list that others are kept. */
  normalize(kind: string, spec: JsonObject, context: NormalizeContext): Attributes;
  /**
   * Live object in the normal form, restricted to what the guide manages. Live facts that a pattern of base or head covers,
   * and that no entry names one by one, are left out; the pattern's own place holds what was found (PatternMark).
   */
  project(object: LiveObject, guide: Guide, live: LiveState): Attributes;
  /** Everything the kind models of the object, in the normal form, without patterns: what a deletion puts before reviewers. */
  inventory(object: LiveObject, live: LiveState): Attributes;
  /** The normal form of the smallest reversible edit that leaves no effective access; or why there is none. `released`: as of Draft; left out: nobody. */
  disabled(
    object: LiveObject,
    live: LiveState,
    released?: Draft['released'],
  ):
    | { readonly kind: 'after'; readonly after: Attributes }
    | { readonly kind: 'blocked'; readonly blocked: readonly Reason[] };
  /** Addresses of other identities in the same plan that these attributes need to exist first. */
  references(source: string, kind: string, attributes: Attributes): readonly Address[];
  /**
   * What these changes, all that the plan makes and edits in one source, name for the first time and need to be there, but for what they
   * make themselves and what was read. Left out where nothing is ever needed that no document declares.
   */
  mentions?(changes: readonly Change[], live: LiveState, declared: Declared): readonly Mention[];
  steps(draft: Draft, live: LiveState): StepsResult;
  /** Why a source of this reach leaves the identity alone, or a place that its steps write to or its spec names (`pointer`); or null. */
  outside(reach: Reach, change: Pick<Change, 'address' | 'steps'> & { readonly spec?: JsonObject }): Reason | null;
  /** Permissions of one identity, each a stable line for people: used to tell what a plan gains and loses. */
  permissions(address: Address, attributes: Attributes): readonly Permission[];
  readonly risk: RiskModel;
  /** What each pattern among the attributes matches today, by the pattern's JSON Pointer; sorted names. */
  expansions(attributes: Attributes, live: LiveState): { readonly [pointer: string]: readonly string[] };
  /** One line on what was read, for people: product, version, extent. */
  summary(live: LiveState): string;
  toDocument(object: LiveObject, live: LiveState): Imported;
  /**
   * The identities that all plain manifests of one source declare together; left out where there is no such form. They come in an
   * order that their files do not decide, and those that are about none are passed over. An identity of which something cannot be told is in `diagnostics` only, as an error.
   */
  manifests?(documents: readonly YamlDocument[], source: SourceConfiguration): Manifests;
  /** Left out where effective access is not modelled. */ readonly access?: AccessModel;
  reader(connection: Connection): Reader;
}

/** What of a system is managed, as a configuration says it: both are of the provider's schemas. */
export type Reach = { readonly boundary: JsonObject; readonly options: JsonObject };

/** Who may do what on what, through which path. */
export type Permission = {
  readonly principal: Address;
  readonly action: string;
  readonly resource: string;
  /** `direct`; `pattern`; `membership`: brings more, which is not among the permissions; or the role or group through which it is held. */
  readonly path: string;
  /** `administer`: lets its holder change access, bypass checks, or act as others. */
  readonly power: 'use' | 'administer';
};

/** How a source is reached: resolved by an entrypoint, so `secret` never comes from a file of the repository. */
export type Connection = Reach & {
  readonly source: string;
  readonly secret: string;
  /** Milliseconds for any single call. */
  readonly timeout: number;
  readonly progress: Progress;
};

export type Progress = (message: string) => void;

/** `estate`: everything that decides who may do what in the whole source, also outside of the boundary; its facts are for `AccessModel` alone. */
export type ReadQuery =
  | { readonly kind: 'boundary' }
  | { readonly kind: 'estate' }
  | { readonly kind: 'addresses'; readonly addresses: readonly Address[] };

/** Reads only. `read` never throws for what it may not read or reach: it says so in `unreadable`. */
export interface Reader {
  identify(): Promise<Target>;
  read(query: ReadQuery): Promise<LiveState>;
  /** Whether each of the names of mentions is there. Never throws, and never takes what it may not see for absent. Left out where the provider has no mentions. */
  lookUp?(names: readonly string[]): Promise<Existences>;
  close(): Promise<void>;
}

/** Registered apart from Provider, so that planning cannot even name a writer. */
export interface Applier {
  readonly name: string;
  writer(connection: Connection): Writer;
}

/** An identity as found at one moment; null attributes: it does not exist. */
export type Observation = {
  readonly incarnation: string | null;
  readonly attributes: Attributes | null;
  /** Another tool's claim on it. */ readonly managedBy?: Manager;
};

export type Verdict =
  | { readonly kind: 'execute' }
  | { readonly kind: 'already-applied' }
  | { readonly kind: 'conflict'; readonly pointer: string; readonly planned: Json; readonly found: Json };

/** `judge` decides on what the step finds, inside the step's own transaction where there is one. `fence` throws when this run no longer holds the lease. */
export type Guard = {
  judge(found: Observation): Verdict;
  /** Whether what is found after the write, before it is committed, is what the plan predicted. */
  confirm(found: Observation): Verdict;
  fence(): Promise<void>;
};

export type StepRequest = {
  readonly address: Address;
  readonly step: Step;
  /** A step that creates writes the mark on its object; an object without a mark of these is somebody else's, however equal. */
  readonly marks: CreationMarks;
};

export type Condition = {
  readonly description: string;
  /** RFC 3339, when known. */ readonly notBefore: string | null;
};

export type Outcome =
  | {
      readonly kind: 'applied' | 'already-applied';
      readonly found: Observation;
      readonly issued: readonly string[];
      /** What could not be ended, and until when. */ readonly remains: readonly string[];
    }
  | { readonly kind: 'conflict'; readonly pointer: string; readonly planned: Json; readonly found: Json }
  | { readonly kind: 'failed' | 'retryable' | 'ambiguous'; readonly cause: Diagnostic }
  | { readonly kind: 'waiting'; readonly until: Condition };

export interface Writer {
  identify(): Promise<Target>;
  /** The identity as found through the write connection, restricted to the guide (null: everything the kind models). */
  observe(address: Address, guide: Guide | null): Promise<Observation>;
  run(request: StepRequest, guard: Guard, sink: SecretSink): Promise<Outcome>;
  close(): Promise<void>;
}

/** Where issued secret material goes; it is never returned. */
export interface SecretSink {
  store(reference: string, material: Uint8Array): Promise<void>;
}

export interface Clock {
  now(): Date;
}
