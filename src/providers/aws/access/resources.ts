import type { Statement } from '../policy/model.ts';
import { shareOfResources, type Share } from './overlap.ts';

const ALL_BUT = 'all but ';

/** A list of what is left out is one resource; it is not known to be all of any other but the same one. */
export function shareOf(list: Statement['resources'], resource: string): Share {
  if (!isLeftOut(resource)) return shareOfResources(list, resource);
  if (list?.kind === 'not') return resource === resourceOf(list) ? 'all' : 'some';
  return shareOfResources(list, '*');
}

/** What a statement's resources are called: each by itself, or all but some. */
export function resourcesOf({ resources }: Statement): readonly string[] {
  if (resources === null) return [];
  return resources.kind === 'in' ? resources.values : [resourceOf(resources)];
}

function resourceOf({ values }: { readonly values: readonly string[] }): string {
  return `${ALL_BUT}${values.join(', ')}`;
}

/** Whether it stands for what a list leaves out. */
export function isLeftOut(resource: string): boolean {
  return resource.startsWith(ALL_BUT);
}
