import type { FromSchema } from 'json-schema-to-ts';
import type { JsonObject } from '../../core/json.ts';
import { fits } from '../../core/star.ts';
import { isReservedPath } from './normal-form/model.ts';
import type { boundarySchema } from './reach.ts';

type Boundary = FromSchema<typeof boundarySchema>;

/** What can be an identity of a source. */
export type Within = {
  kind(kind: string): boolean;
  name(name: string): boolean;
  /** Null: what has no path. What AWS makes for itself never is within. */
  path(path: string | null): boolean;
};

export function boundaryOf(boundary: JsonObject): Within {
  const { paths, include, exclude = [], kinds } = boundary as Boundary;
  const named = kinds?.map(String);
  return {
    kind: (kind) => named === undefined || named.includes(kind),
    name: (name) =>
      (include === undefined || include.some((glob) => fits(glob, name))) && !exclude.some((glob) => fits(glob, name)),
    path: (path) =>
      path === null ||
      (!isReservedPath(path) && (paths === undefined || paths.some((prefix) => path.startsWith(prefix)))),
  };
}
