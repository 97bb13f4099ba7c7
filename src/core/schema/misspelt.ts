import { isJsonObject } from '../json.ts';
import type { Failure } from './failure.ts';
import { suggest } from './suggest.ts';
import { unknownKey } from './union.ts';

/** A key that is missing only because it stands there misspelt is not reported twice. */
export function withoutMisspelt(failures: readonly Failure[]): readonly Failure[] {
  const meant = new Set(
    failures
      .filter(({ keyword }) => keyword === 'additionalProperties')
      .map((failure) => `${failure.pointer}\n${suggest(unknownKey(failure), allowedKeys(failure))}`),
  );
  return failures.filter(({ keyword, pointer, params }) => {
    const missing = params['missingProperty'];
    return keyword !== 'required' || typeof missing !== 'string' || !meant.has(`${pointer}\n${missing}`);
  });
}

function allowedKeys(failure: Failure): readonly string[] {
  const properties = failure.parent['properties'];
  return failure.candidates ?? (isJsonObject(properties) ? Object.keys(properties) : []);
}
