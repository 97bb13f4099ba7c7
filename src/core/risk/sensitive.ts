import type { SensitiveTag } from '../configuration.ts';
import type { Permission } from '../ports.ts';
import { meet } from '../star.ts';
import type { Reasons } from './facts.ts';
import type { Reached } from './model.ts';
import { reachesTag, reachGlob, tagGlob, type ResourceGlob } from './resource-glob.ts';
import { some } from './text.ts';

/** What is gained on resources that the configuration calls sensitive. */
export const sensitiveReasons: Reasons = ({ sensitive, reach }) => {
  if (sensitive.length === 0) return [];
  const tagged = reach.map(({ gain, reached }) => ({ gain, tags: new Set(tagsReached(sensitive, reached)) }));
  return sensitive.flatMap((tag) => {
    const gains = tagged.filter(({ tags }) => tags.has(tag)).map(({ gain }) => gain);
    if (gains.length === 0) return [];
    return [{ level: tag.level, code: 'sensitive-resource', message: `reaches ${tag.name}: ${grantsText(gains)}` }];
  });
};

const known = new WeakMap<SensitiveTag, readonly ResourceGlob[]>();

/** Of one tag for all changes. */
function globsOf(tag: SensitiveTag): readonly ResourceGlob[] {
  const globs = known.get(tag) ?? tag.resources.map(tagGlob);
  known.set(tag, globs);
  return globs;
}

/** The tags of what is reached. A pattern counts when it can ever match what one names. */
export function tagsReached(sensitive: readonly SensitiveTag[], reached: readonly Reached[]): readonly SensitiveTag[] {
  const all = reached.map(({ resource, actions }) => ({ glob: reachGlob(resource), actions }));
  return sensitive.filter((tag) =>
    all.some(({ glob, actions }) => meetAny(tag.actions, actions) && globsOf(tag).some((one) => reachesTag(one, glob))),
  );
}

function meetAny(globs: readonly string[], others: readonly string[]): boolean {
  return globs.some((glob) => others.some((other) => meet(glob, other)));
}

export function grantsText(gains: readonly Pick<Permission, 'action' | 'resource'>[]): string {
  const byResource = [...Map.groupBy(gains, ({ resource }) => resource)];
  return some(
    byResource.map(([resource, same]) => `${some(same.map(({ action }) => action))} on ${resource}`),
    '; ',
  );
}
