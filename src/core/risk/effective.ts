import type { EffectivePermission } from '../access/effective.ts';
import type { Address } from '../address.ts';
import type { RiskReason } from '../assessment.ts';
import type { SensitiveTag, SourceConfiguration } from '../configuration.ts';
import type { Permission, Provider } from '../ports.ts';
import { escalationReasons, gainsText, losesText } from './access.ts';
import { waysText } from './held.ts';
import { othersReasons } from './others.ts';
import { scaleOf, told, type Scale, type Told } from './scale.ts';
import { grantsText } from './sensitive.ts';

/** What one source's changes do in effect that their own gains and losses do not say. */
export type Effect = {
  readonly source: string;
  readonly gained: readonly EffectivePermission[];
  readonly lost: readonly EffectivePermission[];
  readonly isChanged: (principal: Address) => boolean;
  /** Of what somebody gains whom the plan does not change. */
  readonly causeOf: (gain: EffectivePermission) => Address | null;
};

/** What is sensitive, and what the provider knows of it. */
export type EffectRules = {
  readonly sensitive: readonly SensitiveTag[];
  readonly provider: Pick<Provider, 'risk'> | null;
  readonly source: SourceConfiguration | null;
};

/** The reasons that effective access adds, by the change that they are about. Pure. */
export function effectReasons(
  { gained, lost, isChanged, causeOf }: Effect,
  rules: EffectRules,
): ReadonlyMap<Address, readonly RiskReason[]> {
  const scale = scaleOf(rules.sensitive, rules.provider);
  const found = new Map<Address, RiskReason[]>();
  const add = (address: Address | null, reasons: readonly RiskReason[]) => {
    if (address !== null) found.set(address, [...(found.get(address) ?? []), ...reasons]);
  };
  const own = gained.filter((gain) => isChanged(gain.principal) && isIndirect(gain));
  for (const [address, gains] of Map.groupBy(own, ({ principal }) => principal))
    add(address, [...gainReasons(address, gains.map(told), scale), ...identityReasons(gains, rules)]);
  const losses = lost.filter((loss) => isChanged(loss.principal) && isIndirect(loss));
  for (const [address, all] of Map.groupBy(losses, ({ principal }) => principal))
    add(address, [
      { level: 'low', code: 'narrows-access', message: `${losesText(all.length)} ${waysOf(all.map(told))}` },
    ]);
  const others = gained.filter(({ principal }) => !isChanged(principal));
  for (const [cause, gains] of Map.groupBy(others, causeOf)) add(cause, othersReasons(gains.map(told), scale));
  return found;
}

/** What a role of the system brings to its own member is said of the membership, and what an attribute does of the attribute. */
function isIndirect({ path: { basis, through } }: EffectivePermission): boolean {
  return basis === 'ownership' || through.length > (basis === 'built-in' ? 1 : 0);
}

function waysOf(gains: readonly Told[]): string {
  return waysText(gains.map(({ way }) => way));
}

function gainReasons(
  address: Address,
  gains: readonly Told[],
  { sensitive, tagsOf, model }: Scale,
): readonly RiskReason[] {
  const ways = new Map<Permission, Told>(gains.map((gain) => [gain, gain]));
  const escalations = model?.escalations({ address, gains, held: [], live: null }) ?? [];
  const explained = new Set(escalations.map(({ gain }) => gain));
  const administers = gains.filter((gain) => gain.power === 'administer' && !explained.has(gain));
  const used = gains.filter(({ power }) => power === 'use');
  const escalated = [...Map.groupBy(escalations, ({ level }) => level).values()].flatMap((same) => {
    const way = waysOf(same.flatMap(({ gain }) => ways.get(gain) ?? []));
    return escalationReasons(same).map((reason) => ({ ...reason, message: `${reason.message}, ${way}` }));
  });
  const reached = sensitive.flatMap((tag): readonly RiskReason[] => {
    const touching = gains.filter((gain) => tagsOf(gain).includes(tag));
    if (touching.length === 0) return [];
    const message = `reaches ${tag.name} ${waysOf(touching)}: ${grantsText(touching)}`;
    return [{ level: tag.level, code: 'sensitive-resource', message }];
  });
  const reasons: RiskReason[] = [...escalated, ...reached];
  if (administers.length > 0) {
    const message = `gains ${grantsText(administers)} ${waysOf(administers)}`;
    reasons.push({ level: 'critical', code: 'gains-administration', message });
  }
  if (used.length > 0) {
    const message = `${gainsText(used.length)} ${waysOf(used)}`;
    reasons.push({ level: 'medium', code: 'widens-access', message });
  }
  return reasons;
}

/** Who comes to act as an identity of Countersign's, through another. */
function identityReasons(
  gains: readonly EffectivePermission[],
  { provider, source }: EffectRules,
): readonly RiskReason[] {
  const own = source === null ? [] : (provider?.risk?.ownIdentities(source, null) ?? []);
  return own.flatMap(({ resource, name, does }): readonly RiskReason[] => {
    const taken = gains.filter((gain) => gain.resource === resource);
    if (taken.length === 0) return [];
    const message = `gains ${name} ${waysOf(taken.map(told))}, the identity as which Countersign ${does}`;
    return [{ level: 'critical', code: 'own-identity', message }];
  });
}
