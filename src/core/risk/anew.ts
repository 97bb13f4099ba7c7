import { parseAddress } from '../address.ts';
import { gainsOf } from '../apply/widened.ts';
import { AssessedAccess } from '../access/own.ts';
import type { Assessment, ChangeAssessment, Risk } from '../assessment.ts';
import type { Configuration } from '../configuration.ts';
import type { Plan } from '../plan.ts';
import type { Permission, Provider } from '../ports.ts';
import { joined, riskOf } from '../risk.ts';
import { riskFacts } from './facts.ts';
import { reworded } from './held.ts';
import { unknownReasons } from './unknown.ts';

export type Rules = {
  readonly configuration: Pick<Configuration, 'sensitive' | 'sources'>;
  readonly providers: ReadonlyMap<string, Pick<Provider, 'access' | 'permissions' | 'risk'>>;
  /** RFC 3339. */
  readonly now: string;
};

/**
 * The assessments with at least the risk that the plan and the rules tell by themselves. Only what is added to it was taken from
 * whoever read the live systems: how powerful other identities are, when one was used, and what is gained in effect.
 */
export function riskAnew(
  plan: Plan,
  { changes, access: effective }: Pick<Assessment, 'changes' | 'access'>,
  { configuration, providers, now }: Rules,
): readonly ChangeAssessment[] {
  const planned = new Map(plan.changes.map((change) => [change.address, change]));
  const named = new Map(plan.sources.map(({ name, provider }) => [name, provider]));
  const { sensitive } = configuration;
  const assessed = new AssessedAccess(plan, effective);
  return changes.map((assessment) => {
    const change = planned.get(assessment.address);
    if (change === undefined) return assessment;
    const { source: name } = parseAddress(change.address);
    const provider = providers.get(named.get(name) ?? '') ?? null;
    const source = configuration.sources.find((one) => one.name === name) ?? null;
    const computed = provider === null ? [] : gainsOf(change, provider);
    const access = { gains: restated(assessment.gains, computed), loses: assessment.loses };
    const facts = riskFacts({ change, access, provider, source, live: null, object: null, sensitive, now });
    const own = assessed.of({ ...assessment, ...access });
    const said = (risk: Risk): Risk => reworded(risk, access, own);
    const told = joined(said(assessment.risk), said(riskOf(facts)));
    const unknown = unknownReasons(change, effective, provider);
    return { ...assessment, risk: unknown.length === 0 ? told : joined(told, { level: 'low', reasons: unknown }) };
  });
}

/** What was taken over, as what was computed here says it, with what it leaves out. The way to it may be told in other words. */
function restated(taken: readonly Permission[], computed: readonly Permission[]): readonly Permission[] {
  const known = new Map(computed.map((gain) => [rightOf(gain), gain]));
  const shown = new Set(taken.map(rightOf));
  return [
    ...taken.map((gain) => ({ ...gain, power: known.get(rightOf(gain))?.power ?? gain.power })),
    ...computed.filter((gain) => !shown.has(rightOf(gain))),
  ];
}

function rightOf({ principal, action, resource }: Permission): string {
  return JSON.stringify([principal, action, resource]);
}
