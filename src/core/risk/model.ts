import type { Address } from '../address.ts';
import type { RiskLevel } from '../assessment.ts';
import type { SourceConfiguration } from '../configuration.ts';
import type { LiveState } from '../live.ts';
import type { Permission } from '../ports.ts';

/** What a permission is about today, and what it will be about tomorrow. `resource`: see `reachGlob`; `actions`: globs over actions. */
export type Reached = { readonly resource: string; readonly actions: readonly string[] };

/**
 * A way in which what is gained lets its holder get at more than is listed. A message reads `gains ${what}: ${path}`.
 * `seen`: whether the permissions alone tell it, or only what is live.
 */
export type Escalation = {
  readonly gain: Permission;
  readonly level: Exclude<RiskLevel, 'low'>;
  readonly what: string;
  readonly path: string;
  readonly seen: 'permissions' | 'live';
};

/** `held`: everything that the identity is declared to have afterwards. `live` null: it is not known. */
export type EscalationQuestion = {
  readonly address: Address;
  readonly gains: readonly Permission[];
  readonly held: readonly Permission[];
  readonly live: LiveState | null;
};

/** An identity as which Countersign itself works. `resource`: what permissions call it where somebody may act as it. */
export type OwnIdentity = {
  readonly address: Address;
  readonly resource: string;
  readonly name: string;
  readonly does: 'reads' | 'writes';
};

/** What a provider knows about how dangerous access is. Pure. */
export interface RiskModel {
  reaches(permission: Permission): readonly Reached[];
  escalations(question: EscalationQuestion): readonly Escalation[];
  /** `live` null: only those that the configuration names. */
  ownIdentities(source: Pick<SourceConfiguration, 'name' | 'options'>, live: LiveState | null): readonly OwnIdentity[];
}
