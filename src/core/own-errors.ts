import type { Loaded } from './desired/types.ts';
import type { Diagnostic } from './errors.ts';
import type { ScopedIdentity } from './scope.ts';

/**
 * The errors in `after` that keep a change from being planned or applied. Those that stood before it just so are not its
 * own, unless they are about what it is about. All are, where something is declared no longer: what cannot be read may declare it.
 */
export function ownErrors(before: Loaded, after: Loaded, scope: readonly ScopedIdentity[]): readonly Diagnostic[] {
  const errors = after.diagnostics.filter(({ severity }) => severity === 'error');
  if (scope.some(({ head }) => head === null)) return errors;
  const known = new Set(before.diagnostics.map(keyOf));
  const addresses = new Set(scope.map(({ address }) => address));
  const documents = scope.flatMap(({ base, head }) => [base, head].filter((one) => one !== null));
  const paths = new Set(documents.flatMap(({ origins }) => origins.map(({ path }) => path)));
  return errors.filter((error) => {
    const places = [error.location, ...(error.related ?? [])].filter((place) => place !== undefined);
    const isAboutScope =
      (error.address !== undefined && addresses.has(error.address)) || places.some(({ path }) => paths.has(path));
    return isAboutScope || error.location === undefined || !known.has(keyOf(error));
  });
}

/** A file that is left as it was has the same errors at the same places. */
function keyOf({ code, cause, location, address }: Diagnostic): string {
  return JSON.stringify([code, cause, location, address]);
}
