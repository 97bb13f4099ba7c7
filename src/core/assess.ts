import { accessDelta } from './access.ts';
import type { ChangeAssessment } from './assessment.ts';
import type { Configuration } from './configuration.ts';
import type { Loaded } from './desired/types.ts';
import type { SourceFacts } from './diff.ts';
import type { Location, Reason } from './errors.ts';
import { differences } from './leaves.ts';
import type { Change } from './plan.ts';
import { riskFacts } from './risk/facts.ts';
import { riskOf } from './risk.ts';

/** Where documents stand, what is sensitive, and when it is looked at. */
type Surroundings = {
  readonly head: Pick<Loaded, 'locate'>;
  readonly base: Pick<Loaded, 'locate'>;
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
  return {
    address: change.address,
    risk: riskOf(riskFacts({ change, access, provider, source: source.configuration, live, object, sensitive, now })),
    ...access,
    expansions: change.after === null ? {} : provider.expansions(change.after, live),
    location: locate(''),
    locations: attributeLocations(change, locate),
    notes: [...observedOnly(source), ...notes],
  };
}

function observedOnly({ configuration: { mode, name } }: SourceFacts): readonly Reason[] {
  if (mode !== 'observe') return [];
  return [{ code: 'observed-only', message: `The source ${name} is only observed: nothing is executed.` }];
}

/** By convention the first segment of an attribute's pointer is the property of the spec that declares it. */
function attributeLocations(
  change: Change,
  locate: (pointer: string) => Location | null,
): Readonly<Record<string, Location>> {
  const found = differences(change.before, change.after).flatMap(({ pointer }) => {
    const location = locate(`/spec/${pointer.split('/')[1] ?? ''}`);
    return location === null ? [] : [[pointer, location] as const];
  });
  return Object.fromEntries(found);
}
