import type { Address } from './address.ts';
import { isPatternMark, patternMark, type Attributes } from './attributes.ts';
import type { SourceConfiguration } from './configuration.ts';
import { CountersignError, type Reason } from './errors.ts';
import { hashJson } from './digest.ts';
import { differences, leavesOf, withLeaf } from './leaves.ts';
import type { LiveObject, LiveState } from './live.ts';
import type { Action, Change, IdentityMetadata } from './plan.ts';
import type { Draft, Guide, Provider, Removal } from './ports.ts';
import type { ScopedIdentity } from './scope.ts';

/** What one source needs to be compared: its rules, its provider, and what was read of it. */
export type SourceFacts = {
  readonly configuration: SourceConfiguration;
  readonly provider: Provider;
  readonly live: LiveState;
  readonly objects: ReadonlyMap<Address, LiveObject>;
};

/** Compares one identity's wish with what is live. Pure; the same facts give the same change whatever the order of reading. */
export function changeOf(scoped: ScopedIdentity, source: SourceFacts): Change {
  const object = source.objects.get(scoped.address) ?? null;
  try {
    return guarded(
      scoped,
      source,
      object,
      scoped.head === null ? removal(scoped, source, object) : convergence(scoped, source, object),
    );
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return unsteppedChange(scoped, 'update', object, [{ code: error.code, message: `${error.message} ${error.mend}` }]);
  }
}

function convergence(scoped: ScopedIdentity, source: SourceFacts, object: LiveObject | null): Change {
  const guide = { base: normalized(scoped.base, source), head: normalized(scoped.head, source) ?? {} };
  if (source.configuration.mode === 'observe') return unsteppedChange(scoped, 'describe', object, []);
  if (object === null)
    return stepped(scoped, source, { action: 'create', before: null, after: guide.head, guide, object, removal: null });
  const found = source.provider.project(object, guide, source.live);
  const { before, after } = settlePatterns(found, guide, scoped.request?.verb === 'correct');
  const changed = differences(before, after);
  if (changed.length === 0) return unsteppedChange(scoped, 'describe', object, [], { before, after });
  const immutable = immutablePointers(source.provider, object.kind);
  const action = changed.some(({ pointer }) => immutable.includes(pointer)) ? 'replace' : 'update';
  return stepped(scoped, source, {
    action,
    before,
    after,
    guide: { base: guide.base, head: after },
    object,
    removal: null,
  });
}

/**
 * A pattern is intent: `before` says whether the base declared it, not what it matches today, so that an object created
 * tomorrow moves nothing. A pattern that the head no longer declares ends as `none`.
 */
function settlePatterns(found: Attributes, guide: Guide, correct: boolean): { before: Attributes; after: Attributes } {
  const declaredBefore = leavesOf(guide.base);
  const declaredAfter = leavesOf(guide.head);
  let before = found;
  let after = guide.head;
  for (const [pointer, leaf] of leavesOf(found)) {
    if (!isPatternMark(leaf)) continue;
    const held = isPatternMark(declaredBefore.get(pointer)) && !correct;
    before = withLeaf(
      before,
      pointer,
      patternMark(held || !isPatternMark(declaredAfter.get(pointer)) ? 'held' : 'none'),
    );
    if (!isPatternMark(declaredAfter.get(pointer))) after = withLeaf(after, pointer, patternMark('none'));
  }
  return { before, after };
}

function removal(scoped: ScopedIdentity, source: SourceFacts, object: LiveObject | null): Change {
  const wish = removalWish(scoped, source);
  if (object === null || wish.kind === 'forget' || source.configuration.mode === 'observe') {
    return unsteppedChange(scoped, 'forget', object, []);
  }
  if (wish.kind === 'delete') {
    const before = source.provider.inventory(object, source.live);
    return stepped(scoped, source, { action: 'delete', before, after: null, guide: null, object, removal: wish });
  }
  const disabled = source.provider.disabled(object, source.live);
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

function normalized(identity: ScopedIdentity['head'], source: SourceFacts): Attributes | null {
  if (identity === null) return null;
  const { name, mode } = source.configuration;
  return source.provider.normalize(identity.kind, identity.spec, {
    source: name,
    mode,
    live: source.live,
    resolve: (reference) => reference,
  });
}

function stepped(scoped: ScopedIdentity, source: SourceFacts, draft: Omit<Draft, 'address'>): Change {
  const result = source.provider.steps({ address: scoped.address, ...draft }, source.live);
  return {
    address: scoped.address,
    action: draft.action,
    metadata: metadataOf(scoped),
    incarnation: draft.object?.incarnation ?? null,
    before: draft.before,
    after: draft.after,
    steps: result.steps.map((step, index) => ({ id: `${scoped.address}#${index + 1}`, dependsOn: [], ...step })),
    irreversible: result.irreversible,
    blocked: [...result.blocked, ...revisits(result.steps)],
  };
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

function immutablePointers(provider: Provider, kind: string): readonly string[] {
  return provider.kinds.find((definition) => definition.kind === kind)?.immutable ?? [];
}

/** Blocks what may not be touched although it could be computed. */
function guarded(scoped: ScopedIdentity, source: SourceFacts, object: LiveObject | null, change: Change): Change {
  const blocked = [...change.blocked];
  const touches = change.steps.length > 0 || blocked.length > 0;
  if (touches && object?.managedBy !== undefined) {
    blocked.push({
      code: 'managed-elsewhere',
      message: `${object.managedBy.tool} manages this object; it is observed only until an adoption is reviewed.`,
    });
  }
  if (scoped.request?.verb === 'remove' && source.configuration.mode !== 'authoritative') {
    blocked.push({
      code: 'source-not-authoritative',
      message: `The source ${source.configuration.name} is in mode ${source.configuration.mode}, which never removes.`,
    });
  }
  if (touches) blocked.push(...unreadableReasons(scoped.address, source.live, change));
  return blocked.length === change.blocked.length ? change : { ...change, blocked };
}

/** An attribute that could not be shown cannot be reviewed, so a change that manages it is blocked. */
function unreadableReasons(address: Address, live: LiveState, change: Change): readonly Reason[] {
  const pointers = [...leavesOf(change.before).keys(), ...leavesOf(change.after).keys()];
  return live.unreadable.flatMap((unreadable) => {
    const { pointer } = unreadable;
    if (unreadable.address !== address || pointer === null) return [];
    const managed =
      change.after === null ||
      pointers.some(
        (managed) => managed === pointer || managed.startsWith(`${pointer}/`) || pointer.startsWith(`${managed}/`),
      );
    return managed ? [{ code: 'attribute-unreadable', message: unreadable.reason.message, pointer }] : [];
  });
}
