import type { Permission } from '../ports.ts';
import { meet } from '../star.ts';
import type { Reasons } from './facts.ts';
import { reachesTag, reachGlob, tagGlob } from './resource-glob.ts';
import { some } from './text.ts';

/** What is gained on resources that the configuration calls sensitive. A pattern counts when it can ever match one. */
export const sensitiveReasons: Reasons = ({ sensitive, reach }) => {
  if (sensitive.length === 0) return [];
  const reached = reach.flatMap(({ gain, reached: all }) =>
    all.map(({ resource, actions }) => ({ gain, glob: reachGlob(resource), actions })),
  );
  return sensitive.flatMap((tag) => {
    const globs = tag.resources.map(tagGlob);
    const touching = reached.filter(
      ({ glob, actions }) => meetAny(tag.actions, actions) && globs.some((one) => reachesTag(one, glob)),
    );
    if (touching.length === 0) return [];
    const gains = [...new Set(touching.map(({ gain }) => gain))];
    return [{ level: tag.level, code: 'sensitive-resource', message: `reaches ${tag.name}: ${grantsText(gains)}` }];
  });
};

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
