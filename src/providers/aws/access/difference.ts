import { allowedResources, type Actor } from './actors.ts';
import { resourcesOf } from './resources.ts';
import type { Statement } from '../policy/model.ts';

/** Where two states of one identity may differ. What is refused or bounded may be refused of anything that it has. */
export function resourcesOfChange(before: Actor | null, after: Actor | null): readonly string[] {
  const all = [before, after].flatMap((actor) => (actor === null ? [] : allowedResources(actor)));
  if (before === null || after === null || before.arn !== after.arn) return all;
  if (isOther(before.trust, after.trust) || isOther(before.rules.bound ?? null, after.rules.bound ?? null)) return all;
  const [was, is] = [waysIn(before), waysIn(after)];
  const changed = [...was, ...is].filter(([way]) => !was.has(way) || !is.has(way)).map(([, statement]) => statement);
  return changed.some(({ effect }) => effect === 'Deny') ? all : changed.flatMap(resourcesOf);
}

/** Statements with the way by which they come. */
function waysIn({ rules }: Actor): ReadonlyMap<string, Statement> {
  return new Map(
    rules.origins.flatMap(({ through, statements }) =>
      statements.map((statement) => [JSON.stringify([through, statement]), statement] as const),
    ),
  );
}

function isOther(left: readonly Statement[] | null, right: readonly Statement[] | null): boolean {
  return left !== right && JSON.stringify(left) !== JSON.stringify(right);
}
