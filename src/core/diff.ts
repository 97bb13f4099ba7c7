import type { Address } from './address.ts';
import type { Attributes } from './attributes.ts';
import { blocksOf } from './blocks.ts';
import type { SourceConfiguration } from './configuration.ts';
import { CountersignError, type Reason } from './errors.ts';
import { hashJson } from './digest.ts';
import type { Identity } from './desired/types.ts';
import { differences } from './leaves.ts';
import type { LiveObject, LiveState } from './live.ts';
import type { Declared } from './mention.ts';
import type { Action, Change, IdentityMetadata } from './plan.ts';
import { settlePatterns, type Gaps } from './patterns.ts';
import type { Creations, Draft, Provider, Removal } from './ports.ts';
import type { ScopedIdentity } from './scope.ts';

/** What one source needs to be compared: its rules, its provider, and what was read of it. */
export type SourceFacts = {
  readonly configuration: SourceConfiguration;
  readonly provider: Provider;
  readonly live: LiveState;
  readonly objects: ReadonlyMap<Address, LiveObject>;
  /** What the same plan creates in this source. */
  readonly creates: Creations;
  /** What the head declares in this source. */
  readonly declared: Declared;
  /** What a gap in a standing pattern means to this plan. */
  readonly gaps: Extract<Gaps, 'standing' | 'shown'>;
};

const NOBODY: ReadonlySet<Address> = new Set();

/** With who lets go of the identity earlier in the same plan. */
type Comparison = SourceFacts & Pick<Draft, 'released'>;

/** Compares one identity's wish with what is live. Pure; the same facts give the same change whatever the order of reading. */
export function changeOf(scoped: ScopedIdentity, source: SourceFacts, released: ReadonlySet<Address> = NOBODY): Change {
  const object = source.objects.get(scoped.address) ?? null;
  const change = computed(scoped, { ...source, released }, object);
  const blocked = blocksOf(scoped, source, object, change);
  return blocked.length === 0 ? change : { ...change, blocked: [...change.blocked, ...blocked] };
}

function computed(scoped: ScopedIdentity, source: Comparison, object: LiveObject | null): Change {
  try {
    return scoped.head === null ? removal(scoped, source, object) : convergence(scoped, scoped.head, source, object);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const intended = scoped.head === null ? removalWish(scoped, source).kind : object === null ? 'create' : 'update';
    return unsteppedChange(scoped, intended, object, [{ code: error.code, message: `${error.message} ${error.mend}` }]);
  }
}

function convergence(scoped: ScopedIdentity, head: Identity, source: Comparison, object: LiveObject | null): Change {
  const { mode } = source.configuration;
  if (mode === 'observe') return unsteppedChange(scoped, 'describe', object, []);
  const wish = normalized(head, source);
  // Where drift is looked for, both sides are one document.
  const guide = { base: scoped.base?.hash === head.hash ? wish : understood(scoped.base, source), head: wish };
  if (object === null)
    return stepped(scoped, source, {
      action: 'create',
      before: null,
      after: guide.head,
      guide,
      object,
      removal: null,
    });
  const found = source.provider.project(object, guide, source.live);
  const { before, after } = settlePatterns(found, guide, {
    mode,
    gaps: scoped.request?.verb === 'correct' ? 'closed' : source.gaps,
  });
  const changed = differences(before, after);
  if (changed.length === 0) return unsteppedChange(scoped, 'describe', object, [], { before, after });
  return stepped(scoped, source, {
    action: changed.some(({ pointer }) => isImmutable(source.provider, object.kind, pointer)) ? 'replace' : 'update',
    before,
    after,
    guide: { base: guide.base, head: after },
    object,
    removal: null,
  });
}

function removal(scoped: ScopedIdentity, source: Comparison, object: LiveObject | null): Change {
  const wish = removalWish(scoped, source);
  if (object === null || wish.kind === 'forget' || source.configuration.mode === 'observe') {
    return unsteppedChange(scoped, 'forget', object, []);
  }
  if (wish.kind === 'delete') {
    const before = source.provider.inventory(object, source.live);
    return stepped(scoped, source, { action: 'delete', before, after: null, guide: null, object, removal: wish });
  }
  const disabled = source.provider.disabled(object, source.live, source.released);
  if (disabled.kind === 'blocked') return unsteppedChange(scoped, 'disable', object, disabled.blocked);
  const guide = { base: null, head: disabled.after };
  const before = source.provider.project(object, guide, source.live);
  if (differences(before, disabled.after).length === 0) return unsteppedChange(scoped, 'forget', object, []);
  return stepped(scoped, source, { action: 'disable', before, after: disabled.after, guide, object, removal: wish });
}

/** The base version decides how an identity ends; an additive source always forgets. */
function removalWish(scoped: ScopedIdentity, source: SourceFacts): Removal {
  if (source.configuration.mode === 'additive') return { kind: 'forget' };
  return scoped.base?.onRemove ?? scoped.request?.onRemove ?? { kind: 'disable' };
}

function normalized(identity: Identity, source: Omit<SourceFacts, 'creates'>): Attributes {
  const { name, mode } = source.configuration;
  return source.provider.normalize(identity.kind, identity.spec, {
    source: name,
    address: identity.address,
    mode,
    live: source.live,
    resolve: (reference) => reference,
  });
}

/** What of these is not live yet. Normal forms are made when they are asked for, each once. */
export function creationsOf(heads: readonly Identity[], source: Omit<SourceFacts, 'creates'>): Creations {
  const created = new Map(
    heads.filter(({ address }) => !source.objects.has(address)).map((head) => [head.address, head]),
  );
  const forms = new Map<Address, Attributes | null>();
  return {
    has: (address) => created.has(address),
    get(address) {
      const head = created.get(address);
      if (head !== undefined && !forms.has(address)) forms.set(address, understood(head, source));
      return forms.get(address);
    },
  };
}

/** A base that cannot be understood any more must not keep its own correction from being planned; it only adds patterns. */
function understood(identity: Identity | null, source: Omit<SourceFacts, 'creates'>): Attributes | null {
  try {
    return identity === null ? null : normalized(identity, source);
  } catch (error) {
    if (error instanceof CountersignError) return null;
    throw error;
  }
}

function stepped(
  scoped: ScopedIdentity,
  source: Comparison,
  draft: Omit<Draft, 'address' | 'creates' | 'declared' | 'released'>,
): Change {
  const { creates, declared, released } = source;
  const { address } = scoped;
  const result = source.provider.steps({ address, creates, declared, released, ...draft }, source.live);
  const steps = result.steps.map((step, index) => ({ id: `${address}#${index + 1}`, dependsOn: [], ...step }));
  return {
    address,
    action: draft.action,
    metadata: metadataOf(scoped),
    incarnation: draft.object?.incarnation ?? null,
    before: draft.before,
    after: draft.after,
    steps,
    irreversible: result.irreversible,
    blocked: [...result.blocked, ...beyond(source, { address, steps }, result.blocked), ...revisits(steps)],
  };
}

/** What every apply would refuse is not shown as if it could be approved. Providers may have said so themselves, place by place. */
function beyond(
  { provider, configuration }: SourceFacts,
  change: Pick<Change, 'address' | 'steps'>,
  said: readonly Reason[],
): readonly Reason[] {
  const reason = change.steps.length === 0 ? null : provider.outside(configuration, change);
  return reason === null || said.some(({ code }) => code === reason.code) ? [] : [reason];
}

/** Steps are resumed by recognising states, so a chain must never come back to one it already left. */
function revisits(
  steps: readonly { readonly expect: Attributes | null; readonly result: Attributes | null }[],
): readonly Reason[] {
  const states = new Set<string>();
  for (const step of steps) {
    const [expect, result] = [hashJson(step.expect), hashJson(step.result)];
    if (expect === result || states.has(result)) {
      return [
        {
          code: 'steps-revisit-state',
          message: 'A step returns to a state that an earlier step left, so an interrupted apply could not be resumed.',
        },
      ];
    }
    states.add(expect);
  }
  return [];
}

function unsteppedChange(
  scoped: ScopedIdentity,
  action: Action,
  object: LiveObject | null,
  blocked: readonly Reason[],
  attributes: { before: Attributes | null; after: Attributes | null } = { before: null, after: null },
): Change {
  const incarnation = action === 'forget' ? null : (object?.incarnation ?? null);
  return {
    address: scoped.address,
    action,
    metadata: metadataOf(scoped),
    incarnation,
    ...attributes,
    steps: [],
    irreversible: [],
    blocked,
  };
}

function metadataOf({ base, head }: ScopedIdentity): {
  before: IdentityMetadata | null;
  after: IdentityMetadata | null;
} {
  return { before: base?.metadata ?? null, after: head?.metadata ?? null };
}

function isImmutable(provider: Provider, kind: string, pointer: string): boolean {
  const immutable = provider.kinds.find((definition) => definition.kind === kind)?.immutable ?? [];
  return immutable.some((fixed) => pointer === fixed || pointer.startsWith(`${fixed}/`));
}
