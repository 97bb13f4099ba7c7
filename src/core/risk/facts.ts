import type { ChangeAssessment, RiskReason } from '../assessment.ts';
import type { SensitiveTag, SourceConfiguration } from '../configuration.ts';
import { lastUseOf, type Credential } from '../credentials.ts';
import type { LiveObject, LiveState } from '../live.ts';
import type { Change } from '../plan.ts';
import type { Permission, Provider } from '../ports.ts';
import type { Escalation, OwnIdentity, Reached } from './model.ts';

/** What decides how risky one change is. */
export type RiskFacts = {
  readonly change: Change;
  readonly gains: readonly Permission[];
  readonly loses: readonly Permission[];
  /** What each gain is about. */
  readonly reach: readonly { readonly gain: Permission; readonly reached: readonly Reached[] }[];
  readonly escalations: readonly Escalation[];
  readonly own: readonly OwnIdentity[];
  readonly sensitive: readonly SensitiveTag[];
  readonly credentials: readonly Credential[];
  /** RFC 3339; null where the system does not tell. */
  readonly lastUsed: string | null;
  /** RFC 3339: when it is judged. */
  readonly now: string;
};

/** Reasons of one sort, in no order. */
export type Reasons = (facts: RiskFacts) => readonly RiskReason[];

/** `live` and `object` null: told by what the plan and the configuration say alone. */
export type RiskQuestion = {
  readonly change: Change;
  readonly access: Pick<ChangeAssessment, 'gains' | 'loses'>;
  readonly provider: Pick<Provider, 'permissions' | 'risk'> | null;
  readonly source: SourceConfiguration | null;
  readonly live: LiveState | null;
  readonly object: LiveObject | null;
  readonly sensitive: readonly SensitiveTag[];
  readonly now: string;
};

export function riskFacts(question: RiskQuestion): RiskFacts {
  const { change, provider, source, live, object, sensitive, now } = question;
  const { gains, loses } = question.access;
  const model = provider?.risk ?? null;
  const held = change.after === null ? [] : (provider?.permissions(change.address, change.after) ?? []);
  const credentials = object?.credentials ?? [];
  const lastUsed = object?.facts['lastUsed'] ?? lastUseOf(credentials);
  return {
    change,
    gains,
    loses,
    reach: gains.map((gain) => ({ gain, reached: model?.reaches(gain) ?? [itself(gain)] })),
    escalations: gains.length === 0 ? [] : (model?.escalations({ address: change.address, gains, held, live }) ?? []),
    own: model === null || source === null ? [] : model.ownIdentities(source, live),
    sensitive,
    credentials,
    lastUsed: typeof lastUsed === 'string' ? lastUsed : null,
    now,
  };
}

/** Where nothing more is known of a permission. */
export function itself({ resource, action }: Permission): Reached {
  return { resource, actions: [action] };
}
