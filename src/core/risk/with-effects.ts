import { AssessedAccess } from '../access/own.ts';
import { parseAddress } from '../address.ts';
import type { Assessment, ChangeAssessment } from '../assessment.ts';
import type { Configuration } from '../configuration.ts';
import type { Plan } from '../plan.ts';
import type { Provider } from '../ports.ts';
import { joined } from '../risk.ts';
import { effectReasons, type Effect } from './effective.ts';
import { reworded } from './held.ts';
import { unknownReasons } from './unknown.ts';

type Rules = {
  readonly configuration: Pick<Configuration, 'sensitive' | 'sources'>;
  readonly providers: ReadonlyMap<string, Pick<Provider, 'access' | 'risk'>>;
};

/** The assessments with what effective access adds to their risk: it never takes from what the plan itself says. */
export function withEffects(
  plan: Plan,
  { changes, access }: Pick<Assessment, 'changes' | 'access'>,
  effects: readonly Effect[],
  { configuration, providers }: Rules,
): readonly ChangeAssessment[] {
  const named = new Map(plan.sources.map(({ name, provider }) => [name, providers.get(provider) ?? null]));
  const planned = new Map(plan.changes.map((change) => [change.address, change]));
  const found = effects.map((effect) => {
    return effectReasons(effect, {
      sensitive: configuration.sensitive,
      provider: named.get(effect.source) ?? null,
      source: configuration.sources.find(({ name }) => name === effect.source) ?? null,
    });
  });
  const assessed = new AssessedAccess(plan, access);
  return changes.map((change) => {
    const own = planned.get(change.address);
    const provider = named.get(parseAddress(change.address).source) ?? null;
    const reasons = [
      ...found.flatMap((one) => one.get(change.address) ?? []),
      ...(own === undefined ? [] : unknownReasons(own, access, provider)),
    ];
    const risk = reworded(change.risk, change, assessed.of(change));
    return { ...change, risk: reasons.length === 0 ? risk : joined(risk, { level: 'low', reasons }) };
  });
}
