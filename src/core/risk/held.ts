import { basisText } from '../access/basis.ts';
import type { AccessBlock } from '../access/assessed.ts';
import type { AccessPath } from '../access/effective.ts';
import { parseAddress } from '../address.ts';
import type { ChangeAssessment, Risk, RiskReason } from '../assessment.ts';
import type { Permission } from '../ports.ts';
import { gainsText, losesText } from './access.ts';
import { count, some } from './text.ts';

type Direct = Pick<ChangeAssessment, 'gains' | 'loses'>;

/**
 * Says of what is given directly how much was held before, and of what is taken how much is held all the same. What asks for it
 * stays, with its code and level: what is given directly outlives the way by which it was held.
 */
export function reworded(risk: Risk, { gains, loses }: Direct, blocks: readonly AccessBlock[]): Risk {
  const used = gains.filter(({ power }) => power === 'use');
  const [before, after] = [heldIn(used, blocks, 'repeated'), heldIn(loses, blocks, 'kept')];
  if (before === null && after === null) return risk;
  const reasons = risk.reasons.map((reason): RiskReason => {
    if (before !== null && reason.code === 'widens-access' && reason.message === gainsText(used.length))
      return { ...reason, message: givenText(used.length, before) };
    if (after !== null && reason.code === 'narrows-access' && reason.message === losesText(loses.length))
      return { ...reason, message: takenText(loses.length, after) };
    return reason;
  });
  return { ...risk, reasons };
}

type Held = { readonly permissions: number; readonly ways: string };

function heldIn(
  permissions: readonly Permission[],
  blocks: readonly AccessBlock[],
  kind: AccessBlock['kind'],
): Held | null {
  const found = blocks
    .filter((block) => block.kind === kind)
    .map(({ actions, resources, way, instead }) => {
      const [all, places] = [new Set(actions.names), new Set(resources.names)];
      const held = permissions.filter(({ action, resource }) => all.has(action) && places.has(resource));
      return { held, way: instead ?? way };
    })
    .filter(({ held }) => held.length > 0);
  if (found.length === 0) return null;
  return { permissions: new Set(found.flatMap(({ held }) => held)).size, ways: waysText(found.map(({ way }) => way)) };
}

function givenText(all: number, { permissions, ways }: Held): string {
  const given = `is given ${count(permissions, 'permission')} that it held already ${ways}`;
  return permissions === all ? given : `${gainsText(all - permissions)}, and ${given}`;
}

function takenText(all: number, { permissions, ways }: Held): string {
  const kept = `is no longer given ${count(permissions, 'permission')} that it holds still ${ways}`;
  return permissions === all ? kept : `${losesText(all - permissions)}, and ${kept}`;
}

/** `through readers, writers and as owner`: the nearest of each way. */
export function waysText(ways: readonly AccessPath[]): string {
  const roles = ways.flatMap(({ through: [nearest] }) => (nearest === undefined ? [] : [nameOf(nearest)]));
  const others = ways.flatMap(({ through, basis }) => (through.length > 0 ? [] : [basisText(basis) ?? 'by itself']));
  return [...(roles.length === 0 ? [] : [`through ${some(roles)}`]), ...new Set(others)].join(' and ');
}

function nameOf(address: string): string {
  return parseAddress(address).name.join('/');
}
