import { basisText } from '../access/basis.ts';
import type { AccessBlock } from '../access/assessed.ts';
import type { AccessPath } from '../access/effective.ts';
import type { OwnAccess } from '../access/own.ts';
import { parseAddress } from '../address.ts';
import type { ChangeAssessment, Risk, RiskReason } from '../assessment.ts';
import type { Permission } from '../ports.ts';
import { gainsText, losesText } from './access.ts';
import { count, some } from './text.ts';

type Direct = Pick<ChangeAssessment, 'gains' | 'loses'>;

/**
 * Says of what is given directly how much was held before, of what is taken how much is held all the same, and counts both as they
 * are shown. What asks for it stays, with its code and level: what is given directly outlives the way by which it was held.
 * @param own what is shown of the same change
 */
export function reworded(risk: Risk, { gains, loses }: Direct, own: OwnAccess): Risk {
  const used = gains.filter(isUsed);
  const given = told(own.gains.filter(isUsed), own.blocks.filter(isUsed), 'gained');
  const taken = told(own.loses, own.blocks, 'lost');
  const [before, after] = [heldIn(used, own.blocks, 'repeated'), heldIn(loses, own.blocks, 'kept')];
  const reasons = risk.reasons.map((reason): RiskReason => {
    if (reason.code === 'widens-access' && reason.message === gainsText(used.length))
      return { ...reason, message: givenText(given, before) ?? reason.message };
    if (reason.code === 'narrows-access' && reason.message === losesText(loses.length))
      return { ...reason, message: takenText(taken, after) ?? reason.message };
    return reason;
  });
  return { ...risk, reasons };
}

function isUsed({ power }: Pick<Permission, 'power'>): boolean {
  return power === 'use';
}

/** How many are shown of what is held by the identity's own, such as what a pattern of actions stands for; each other way is a reason by itself. */
function told(direct: readonly Permission[], blocks: readonly AccessBlock[], kind: AccessBlock['kind']): number {
  const own = blocks.filter(({ kind: one, way }) => one === kind && way.basis === 'grant' && way.through.length === 0);
  return own.reduce((sum, { resources, actions }) => sum + resources.count * actions.count, direct.length);
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

function givenText(anew: number, before: Held | null): string | null {
  if (before === null) return anew === 0 ? null : gainsText(anew);
  const given = `is given ${count(before.permissions, 'permission')} that it held already ${before.ways}`;
  return anew === 0 ? given : `${gainsText(anew)}, and ${given}`;
}

function takenText(ended: number, after: Held | null): string | null {
  if (after === null) return ended === 0 ? null : losesText(ended);
  const kept = `is no longer given ${count(after.permissions, 'permission')} that it holds still ${after.ways}`;
  return ended === 0 ? kept : `${losesText(ended)}, and ${kept}`;
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
