import { compareText, parseAddress } from './address.ts';
import type { Planned } from './assembly.ts';
import type { Loaded } from './desired/types.ts';
import type { Reason } from './errors.ts';
import { isWhollyUnread, type LiveState } from './live.ts';
import { declaredIn, type Existence, type Existences, type Mention } from './mention.ts';
import type { Change } from './plan.ts';
import type { Provider } from './ports.ts';

/** Names that are looked up in one source for one plan; a look-up is a call. */
export const LOOK_UPS = 50;
/** Things that one sentence names. */
const SHOWN = 3;

type Sources = {
  readonly providers: ReadonlyMap<string, Pick<Provider, 'mentions'>>;
  readonly live: ReadonlyMap<string, LiveState>;
  readonly head: Pick<Loaded, 'state'>;
};

/** What the plan needs to be there beside what it makes and what was read, by source; sources that need nothing, or of which nothing was read, are left out. */
export function mentionsIn(
  { plan, assessment }: Planned,
  { providers, live, head }: Sources,
): ReadonlyMap<string, readonly Mention[]> {
  if (assessment.errored) return new Map();
  const acted = Map.groupBy(plan.changes.filter(acts), ({ address }) => parseAddress(address).source);
  const all = plan.sources.flatMap(({ name, provider }) => {
    const state = live.get(name);
    if (state === undefined || isWhollyUnread(state)) return [];
    const mentions = providers.get(provider)?.mentions?.(acted.get(name) ?? [], state, declaredIn(name, head)) ?? [];
    return mentions.length === 0 ? [] : [[name, mentions] as const];
  });
  return new Map(all);
}

function acts({ action, steps }: Change): boolean {
  return steps.length > 0 && (action === 'create' || action === 'update' || action === 'replace');
}

/** What is looked up, sorted: the first of too many. */
export function namesIn(mentions: readonly Mention[]): readonly string[] {
  return [...new Set(mentions.map(({ name }) => name))].sort(compareText).slice(0, LOOK_UPS);
}

/**
 * The plan, blocked where what a change needs is not there. What could not be looked up is noted and blocks nothing: it may well be
 * there. Pure. @param found by source
 */
export function withMentions(
  { plan, assessment }: Planned,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  found: ReadonlyMap<string, Existences>,
): Planned {
  const looked = [...mentions].flatMap(([source, all]) =>
    all.map((mention) => ({ mention, existence: found.get(source)?.get(mention.name) })),
  );
  const byChange = Map.groupBy(looked, ({ mention }) => mention.address);
  const changes = plan.changes.map((change): Change => {
    const absent = (byChange.get(change.address) ?? []).flatMap(missingIn);
    return { ...change, blocked: [...change.blocked, ...absent] };
  });
  const assessed = assessment.changes.map((one) => {
    const unknown = unlooked(byChange.get(one.address) ?? []);
    return { ...one, notes: [...one.notes, ...unknown] };
  });
  const applyable = assessment.applyable && changes.every(({ blocked }) => blocked.length === 0);
  return { plan: { ...plan, changes }, assessment: { ...assessment, applyable, changes: assessed } };
}

/** `existence` undefined: there were too many to look up. */
type Looked = { readonly mention: Mention; readonly existence: Existence | undefined };

function missingIn({ mention: { missing, mend }, existence }: Looked): readonly Reason[] {
  if (existence?.kind === 'unfit') return [{ ...missing, ...existence.reason }];
  if (existence?.kind !== 'absent') return [];
  return [{ ...missing, message: `${missing.message} ${existence.instead ?? mend}` }];
}

/** One sentence for all that is unknown for the same reason. */
function unlooked(looked: readonly Looked[]): readonly Reason[] {
  const unknown = looked.flatMap(({ mention: { what }, existence }) => {
    if (existence === undefined) return [{ what, why: `At most ${LOOK_UPS} things are looked up in one source.` }];
    return existence.kind === 'unknown' ? [{ what, why: existence.reason.message }] : [];
  });
  return [...Map.groupBy(unknown, ({ why }) => why)].map(([why, members]) => {
    const names = [...new Set(members.map(({ what }) => what))];
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
    const message = `Nobody looked whether these exist: ${names.slice(0, SHOWN).join(', ')}${more}. ${why}`;
    return { code: 'reference-unchecked', message };
  });
}
