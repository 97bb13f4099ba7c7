import { CountersignError } from '../../../core/errors.ts';
import { parseObject } from '../names/objects.ts';
import { covers as patternCovers, isPatternKey, parsePattern } from '../normal-form/patterns.ts';
import { classOf, tableKey } from './resources.ts';

/** See core's AccessModel: `pg/db: tables billing.*` covers `pg/db: table billing.invoices`, and a table its columns. */
export function covers(resource: string, part: string): boolean {
  const [place, whole] = parted(resource);
  const [where, key] = parted(part);
  if (place !== where || whole === null || key === null) return false;
  if (classOf(key) === 'column') return tableKey(key) === whole || covers(resource, `${place}: ${tableKey(key)}`);
  return isPatternKey(whole) && matches(whole, key);
}

function parted(resource: string): readonly [string, string | null] {
  const at = resource.indexOf(': ');
  return at < 0 ? [resource, null] : [resource.slice(0, at), resource.slice(at + 2)];
}

/** What is no object, such as a role, is covered by nothing. */
function matches(pattern: string, key: string): boolean {
  try {
    return patternCovers(parsePattern(pattern), parseObject(key));
  } catch (error) {
    if (error instanceof CountersignError) return false;
    throw error;
  }
}
