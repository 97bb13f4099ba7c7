import { compareText } from '../address.ts';
import { KINDS, type AccessBlock, type Named } from './assessed.ts';
import type { AccessChange } from './difference.ts';
import type { EffectivePermission } from './effective.ts';

type List = 'actions' | 'resources' | 'principals';

/** Differences that are alike as one block each, the riskiest first. @param isChanged whether the plan changes a principal itself */
export function blocksOf(
  differences: readonly AccessChange[],
  isChanged: (principal: string) => boolean,
): readonly AccessBlock[] {
  const [changed, others] = [true, false].map((side) =>
    differences.filter(({ permission }) => isChanged(permission.principal) === side),
  );
  return [...together(changed ?? []), ...together(others ?? [])].sort(compareBlocks);
}

function together(differences: readonly AccessChange[]): readonly AccessBlock[] {
  const lists: readonly List[] = ['actions', 'resources', 'principals'];
  return lists.reduce(merged, differences.map(single));
}

function single({ kind, permission, instead }: AccessChange): AccessBlock {
  const { principal, resource, action, power } = permission;
  return {
    kind,
    power,
    principals: named([principal]),
    resources: named([resource]),
    actions: named([action]),
    way: wayOf(permission),
    instead: instead === null ? null : wayOf(instead),
  };
}

function wayOf({ path: { basis, through }, condition }: EffectivePermission): AccessBlock['way'] {
  return { basis, through, condition };
}

function named(names: readonly string[]): Named {
  return { names, count: names.length };
}

/** Blocks that differ in one of their lists alone are one. */
function merged(blocks: readonly AccessBlock[], list: List): readonly AccessBlock[] {
  const groups = Map.groupBy(blocks, (block) => JSON.stringify({ ...block, [list]: null }));
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ ...first, [list]: named(members.flatMap((member) => member[list].names).sort(compareText)) }];
  });
}

function compareBlocks(left: AccessBlock, right: AccessBlock): number {
  return (
    KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) ||
    Number(right.power === 'administer') - Number(left.power === 'administer') ||
    compareText(first(left.principals), first(right.principals)) ||
    compareText(first(left.resources), first(right.resources)) ||
    compareText(first(left.actions), first(right.actions)) ||
    compareText(JSON.stringify(left), JSON.stringify(right))
  );
}

function first({ names }: Named): string {
  return names[0] ?? '';
}
