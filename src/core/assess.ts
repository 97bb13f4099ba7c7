import { adoptionNote, adoptionOf, newlyAdopted } from './adoption.ts';
import { compareText, parseAddress, type Address } from './address.ts';
import { accessDelta } from './access.ts';
import type { ChangeAssessment } from './assessment.ts';
import type { Configuration } from './configuration.ts';
import { assessedCredentials } from './credentials.ts';
import type { DesiredState, Identity, Loaded } from './desired/types.ts';
import type { SourceFacts } from './diff.ts';
import type { Location, Reason } from './errors.ts';
import type { LiveObject } from './live.ts';
import { placesOf } from './places.ts';
import type { Change } from './plan.ts';
import { riskFacts } from './risk/facts.ts';
import { riskOf } from './risk.ts';
import { didYouMean } from './schema/suggest.ts';

/** Where documents stand, what is sensitive, and when it is looked at. */
type Surroundings = {
  readonly head: Pick<Loaded, 'locate' | 'state'>;
  readonly base: Pick<Loaded, 'locate' | 'state'>;
  readonly configuration: Pick<Configuration, 'sensitive'>;
  readonly now: string;
};

/** What helps to judge one change and may move by itself. `notes`: what only shows beside the plan's other changes. */
export function assessChange(
  change: Change,
  source: SourceFacts,
  { head, base, configuration: { sensitive }, now }: Surroundings,
  notes: readonly Reason[],
): ChangeAssessment {
  const object = source.objects.get(change.address) ?? null;
  const { provider, live } = source;
  const access = accessDelta(change, provider, object, live);
  const locate = (pointer: string): Location | null =>
    head.locate(change.address, pointer) ?? base.locate(change.address, pointer);
  const document = documentOf(change.address, head.state);
  const [, ...besides] = (document ?? documentOf(change.address, base.state))?.origins ?? [];
  const { kind } = parseAddress(change.address);
  const { words } = provider.kinds.find((definition) => definition.kind === kind) ?? {};
  return {
    address: change.address,
    risk: riskOf(riskFacts({ change, access, provider, source: source.configuration, live, object, sensitive, now })),
    ...access,
    expansions: change.after === null ? {} : provider.expansions(change.after, live),
    location: locate(''),
    ...(besides.length === 0 ? {} : { besides }),
    ...(words === undefined ? {} : { words }),
    ...placesOf(change, document, source, { gains: access.gains, locate }),
    notes: [
      ...observedOnly(source),
      ...ofAnotherTool(change, object),
      ...nothingThere(change, source, head.state),
      ...notes,
    ],
    ...(object?.credentials === undefined ? {} : { credentials: assessedCredentials(object.credentials, now) }),
  };
}

function observedOnly({ configuration: { mode, name } }: SourceFacts): readonly Reason[] {
  if (mode !== 'observe') return [];
  return [{ code: 'observed-only', message: `The source ${name} is only observed: nothing is executed.` }];
}

/** Where it is not blocked already. */
function ofAnotherTool({ metadata, blocked }: Change, object: LiveObject | null): readonly Reason[] {
  const note = adoptionNote(adoptionOf(object, metadata), newlyAdopted(metadata));
  return note === null || blocked.some(({ code }) => code === note.code) ? [] : [note];
}

/** Who asks for the end of what nobody declares may have misspelt what is to end. */
function nothingThere(
  { address, metadata, action }: Change,
  { objects }: SourceFacts,
  { identities }: DesiredState,
): readonly Reason[] {
  if (action !== 'forget' || metadata.before !== null || metadata.after !== null || objects.has(address)) return [];
  const { source, kind, name } = parseAddress(address);
  const others = [...objects.keys(), ...identities.map((identity) => identity.address)]
    .map(parseAddress)
    .filter((other) => other.source === source && other.kind === kind)
    .map((other) => other.name.join('/'));
  const message = `Nothing of this name is live, and no document declares it, so nothing is removed. ${didYouMean(name.join('/'), others)}`;
  return [{ code: 'nothing-removed', message: message.trim() }];
}

/** Looked up as in the sorted list that it is: a plan has as many changes as there may be documents. */
function documentOf(address: Address, { identities }: DesiredState): Identity | null {
  let [from, to] = [0, identities.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const identity = identities[middle];
    if (identity === undefined || identity.address === address) return identity ?? null;
    if (compareText(identity.address, address) < 0) from = middle + 1;
    else to = middle;
  }
  return null;
}
