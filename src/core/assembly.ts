import { assessChange } from './assess.ts';
import { compareText, parseAddress, type Address } from './address.ts';
import type { Assessment, SourceUnreadable } from './assessment.ts';
import type { Configuration, SourceConfiguration } from './configuration.ts';
import { withDependents } from './dependents.ts';
import { withoutFollowing } from './desired/broken.ts';
import { undeclaredDependencies } from './desired/dependencies.ts';
import { lettingGo, outsideBoundaries } from './desired/outside.ts';
import type { Identity, Loaded } from './desired/types.ts';
import { changeOf, creationsOf, type SourceFacts } from './diff.ts';
import type { Diagnostic } from './errors.ts';
import { isWhollyUnread, isWithheld, type LiveState, type Unreadable } from './live.ts';
import { declaredIn } from './mention.ts';
import { ordered } from './order.ts';
import { ownErrors } from './own-errors.ts';
import { releasing } from './released.ts';
import type { Change, Plan } from './plan.ts';
import type { Judge } from './policy.ts';
import type { Provider } from './ports.ts';
import { removalGuard } from './removal-guard.ts';
import { renamesAmong } from './renames.ts';
import { desiredOf, requestsIn, scopeOf, type Extent, type ScopedIdentity } from './scope.ts';

/** Everything a plan is computed from. `live` holds a state for each source that the scope touches. */
export type PlanFacts = {
  readonly configuration: Configuration;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly base: Loaded;
  readonly head: Loaded;
  readonly extent: Extent;
  readonly live: ReadonlyMap<string, LiveState>;
  readonly governance: Plan['governance'];
  /** Problems found before planning, e.g. `update-branch`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly commits: Assessment['commits'];
  /** RFC 3339: when it is looked at. */
  readonly now: string;
  readonly engine: string;
};

export type Planned = { readonly plan: Plan; readonly assessment: Assessment };

/** Sources that a scope touches, sorted: those whose live state has to be read. */
export function sourcesTouched(
  facts: Pick<PlanFacts, 'base' | 'head' | 'extent'>,
): readonly { name: string; addresses: readonly Address[] }[] {
  const touched = new Map<string, Address[]>();
  for (const { address } of scopeOf(facts.base.state, facts.head.state, facts.extent).identities) {
    const { source } = parseAddress(address);
    const addresses = touched.get(source);
    if (addresses === undefined) touched.set(source, [address]);
    else addresses.push(address);
  }
  return [...touched]
    .sort(([left], [right]) => compareText(left, right))
    .map(([name, addresses]) => ({ name, addresses }));
}

/** Desired and live state to a plan and its assessment, without effective access: see `withAccess`. Pure. A source that was not read in full makes the assessment incomplete, never a change. */
export function assemble(facts: PlanFacts, judge: Judge): Planned {
  const scope = scopeOf(facts.base.state, facts.head.state, facts.extent);
  const bounds = { sources: facts.configuration.sources, providers: [...facts.providers.values()] };
  const letGo = lettingGo(goneFrom(scope.identities), bounds);
  const diagnostics = withoutFollowing([
    ...facts.diagnostics,
    ...facts.head.diagnostics.filter(({ severity }) => severity !== 'error'),
    ...ownErrors(facts.base, facts.head, scope.identities),
    ...brokenBase(facts.base),
    ...scope.diagnostics,
    ...undeclaredDependencies(headsOf(scope.identities), facts.head, facts.base.state),
    ...outsideBoundaries(headsOf(scope.identities), facts.head, bounds),
    ...letGo,
  ]);
  const errored = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  const sources = sourceFacts(facts, scope.identities);
  const unneeded = new Set(letGo.map(({ address }) => address));
  const incomplete = errored ? [] : unreadableInScope(scope.identities, unneeded, facts);
  const identities = errored
    ? []
    : scope.identities.filter((identity) => isRead(identity, sources.get(sourceOf(identity)), unneeded));
  const providerOf = (source: string) => required(sources.get(source)).provider;
  const compared = identities
    .map((identity) => ({ identity, change: changeOf(identity, required(sources.get(sourceOf(identity)))) }))
    .filter(({ identity, change }) => !isAsBefore(identity, change));
  const changed = compared.map(({ change }) => change);
  // What a removal would take from others is known only when their own changes are.
  const drafts = compared.map(({ identity, change }) => {
    const source = required(sources.get(sourceOf(identity)));
    const released = isRemoval(change) ? releasing(change.address, changed, source) : [];
    return released.length === 0 ? change : changeOf(identity, source, new Set(released));
  });
  const whole = withDependents(ordered(drafts, providerOf), facts.head.state);
  const changes = removalGuard(whole, facts.base.state, facts.configuration.removalGuard);
  const plan: Plan = {
    formatVersion: '1',
    sources: [...sources.values()]
      .filter(({ configuration }) => scope.identities.some((identity) => sourceOf(identity) === configuration.name))
      .map(({ configuration, live }) => ({
        name: configuration.name,
        provider: configuration.provider,
        target: live.target,
      })),
    desired: desiredOf(scope.identities),
    governance: facts.governance,
    requests: requestsIn(scope.identities),
    changes,
  };
  const renames = renamesAmong(identities, changes);
  const assessed = changes.map((change) => {
    const renamed = renames.get(change.address);
    const source = required(sources.get(parseAddress(change.address).source));
    return assessChange(change, source, facts, renamed === undefined ? [] : [renamed]);
  });
  return {
    plan,
    assessment: {
      formatVersion: '1',
      complete: !errored && incomplete.length === 0,
      applyable: !errored && changes.every((change) => change.blocked.length === 0),
      errored,
      incomplete,
      diagnostics,
      changes: assessed,
      access: [],
      ...judge(plan, assessed, []),
      ...observed(sources, facts, scope.identities),
      commits: facts.commits,
      engine: facts.engine,
    },
  };
}

/** Where drift is looked for, an identity that has none is no change: neither its document nor anything live is to differ. */
function isAsBefore({ base, head, request }: ScopedIdentity, { action, steps, blocked }: Change): boolean {
  if (request !== null || base?.hash !== head?.hash) return false;
  return action === 'describe' && steps.length === 0 && blocked.length === 0;
}

function isRemoval({ action }: Change): boolean {
  return action === 'delete' || action === 'disable';
}

/** The base cannot be mended but by a pull request, so its errors stop none; but what its broken documents declare is unknown. */
function brokenBase({ diagnostics }: Loaded): readonly Diagnostic[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((diagnostic) => ({ ...diagnostic, severity: 'warning', cause: `On the base branch: ${diagnostic.cause}` }));
}

function headsOf(scope: readonly ScopedIdentity[]): readonly Identity[] {
  return scope.flatMap(({ head }) => head ?? []);
}

/** Those whose document goes, by what it said. */
function goneFrom(scope: readonly ScopedIdentity[]): readonly Identity[] {
  return scope.flatMap(({ base, head, request }) => (head === null && request === null && base !== null ? [base] : []));
}

function sourceOf({ address, base, head }: ScopedIdentity): string {
  return (head ?? base)?.source ?? parseAddress(address).source;
}

function sourceFacts(facts: PlanFacts, scope: readonly ScopedIdentity[]): ReadonlyMap<string, SourceFacts> {
  const sources = new Map<string, SourceFacts>();
  for (const configuration of sortedByName(facts.configuration.sources)) {
    const provider = facts.providers.get(configuration.provider);
    const live = facts.live.get(configuration.name);
    if (provider === undefined || live === undefined) continue;
    const objects = new Map(live.objects.map((object) => [object.address, object]));
    const heads = headsOf(scope).filter((head) => head.source === configuration.name);
    const gaps = facts.extent === 'everything' ? 'shown' : 'standing';
    const declared = declaredIn(configuration.name, facts.head);
    const source = { configuration, provider, live, objects, gaps, declared } as const;
    sources.set(configuration.name, { ...source, creates: creationsOf(heads, source) });
  }
  return sources;
}

function sortedByName(sources: readonly SourceConfiguration[]): readonly SourceConfiguration[] {
  return [...sources].sort((left, right) => compareText(left.name, right.name));
}

type Addresses = ReadonlySet<Address | undefined>;

/** Where everything is looked at, a source of which nothing is declared has to be read, too: what it holds is not known to be nothing. */
function unreadableInScope(
  scope: readonly ScopedIdentity[],
  unneeded: Addresses,
  facts: PlanFacts,
): readonly SourceUnreadable[] {
  const addresses = new Set(scope.map(({ address }) => address).filter((address) => !unneeded.has(address)));
  const watched = facts.extent === 'everything' ? facts.configuration.sources.map(({ name }) => name) : [];
  const touched = [...new Set([...scope.map(sourceOf), ...watched])].sort(compareText);
  return touched.flatMap((name) => {
    const live = facts.live.get(name);
    const unreadable = live?.unreadable ?? [notRead(name)];
    return unreadable
      .filter(({ address, pointer }) => (address === null ? true : pointer === null && addresses.has(address)))
      .map((one) => ({ ...one, source: name }));
  });
}

function notRead(source: string): Unreadable {
  return {
    address: null,
    pointer: null,
    reason: {
      code: 'source-unread',
      message: `The source ${source} is not configured on the base branch, or was not read.`,
    },
  };
}

/** What was not read in full is left out of the changes: nothing may be concluded from it, least of all an absence. */
function isRead({ address: own }: ScopedIdentity, source: SourceFacts | undefined, unneeded: Addresses): boolean {
  if (source === undefined || isWhollyUnread(source.live)) return false;
  return (
    unneeded.has(own) || !source.live.unreadable.some(({ address, pointer }) => address === own && pointer === null)
  );
}

function observed(sources: ReadonlyMap<string, SourceFacts>, facts: PlanFacts, scope: readonly ScopedIdentity[]) {
  const declared = new Set(
    [...facts.head.state.identities, ...facts.base.state.identities].map((identity) => identity.address),
  );
  const known = new Set([...declared, ...scope.map((identity) => identity.address)]);
  const states = [...sources.values()];
  return {
    unmanaged: states.map(({ configuration, live }) => ({
      source: configuration.name,
      addresses: live.objects
        .map((object) => object.address)
        .filter((address) => !known.has(address))
        .sort(compareText),
    })),
    notModelled: states.flatMap(({ live }) => live.notModelled),
    sources: states.map(({ configuration, provider, live }) => ({
      name: configuration.name,
      description: isWhollyUnread(live) ? 'not read' : provider.summary(live),
      complete: live.unreadable.every(isWithheld),
    })),
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A source of the scope has no facts.');
  return value;
}
