import type { SensitiveTag } from '../configuration.ts';
import type { Permission } from '../ports.ts';
import { meet } from '../star.ts';
import type { Reasons } from './facts.ts';
import { reachesTag, reachGlob, tagGlob, type ResourceGlob } from './resource-glob.ts';
import { some } from './text.ts';

/** What is gained on resources that the configuration calls sensitive. A pattern counts when it can ever match one. */
export const sensitiveReasons: Reasons = ({ sensitive, reach }) => {
  if (sensitive.length === 0) return [];
  const reached = reach.flatMap(({ gain, reached: all }) =>
    all.map(({ resource, actions }) => ({ gain, glob: reachGlob(resource), actions })),
  );
  return sensitive.flatMap((tag) => {
    const globs = globsOf(tag);
    const touching = reached.filter(
      ({ glob, actions }) => meetAny(tag.actions, actions) && globs.some((one) => reachesTag(one, glob)),
    );
    if (touching.length === 0) return [];
    const gains = [...new Set(touching.map(({ gain }) => gain))];
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

function meetAny(globs: readonly string[], others: readonly string[]): boolean {
  return globs.some((glob) => others.some((other) => meet(glob, other)));
}

function grantsText(gains: readonly Permission[]): string {
  const byResource = [...Map.groupBy(gains, ({ resource }) => resource)];
  return some(
    byResource.map(([resource, same]) => `${some(same.map(({ action }) => action))} on ${resource}`),
    '; ',
  );
}
