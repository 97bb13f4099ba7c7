import { parseAddress } from '../address.ts';
import type { RiskReason } from '../assessment.ts';
import { pathsText } from './access.ts';
import type { Scale, Told } from './scale.ts';
import { grantsText } from './sensitive.ts';

/** What identities gain by one change, and the plan does not change them: by each tag, by the power it gives, and all else together. */
export function othersReasons(gains: readonly Told[], { sensitive, tagsOf, model }: Scale): readonly RiskReason[] {
  const [first] = gains;
  if (first === undefined) return [];
  const escalations = model?.escalations({ address: first.principal, gains, held: [], live: null }) ?? [];
  const explained = new Set(escalations.map(({ gain }) => gain));
  const administers = gains.filter((gain) => gain.power === 'administer' && !explained.has(gain));
  const rest = gains.filter((gain) => gain.power === 'use' && !explained.has(gain) && tagsOf(gain).length === 0);
  const reasons: RiskReason[] = [...Map.groupBy(escalations, ({ level }) => level)].map(([level, same]) => {
    const who = whoGains(same.map(({ gain }) => gain));
    return { level, code: 'widens-others', message: `${who} ${pathsText(same)}` };
  });
  for (const tag of sensitive) {
    const touching = gains.filter((gain) => tagsOf(gain).includes(tag));
    if (touching.length === 0) continue;
    const message = `${whoGains(touching)} ${grantsText(touching)} (${tag.name})`;
    reasons.push({ level: tag.level, code: 'widens-others', message });
  }
  if (administers.length > 0) {
    const message = `${whoGains(administers)} ${grantsText(administers)}`;
    reasons.push({ level: 'critical', code: 'widens-others', message });
  }
  if (rest.length > 0)
    reasons.push({ level: 'medium', code: 'widens-others', message: `${whoGains(rest)} ${grantsText(rest)}` });
  return reasons;
}

/** `12 other identities gain`, `reporting gains`. */
function whoGains(gains: readonly Pick<Told, 'principal'>[]): string {
  const [first, ...others] = new Set(gains.map(({ principal }) => principal));
  if (first === undefined) return '';
  if (others.length === 0) return `${parseAddress(first).name.join('/')} gains`;
  return `${others.length + 1} other identities gain`;
}
