import { parseAddress } from '../../core/address.ts';
import type { Reason } from '../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Change } from '../../core/plan.ts';
import type { Reach } from '../../core/ports.ts';
import { boundaryOf } from './boundary.ts';

type Asked = Pick<Change, 'address' | 'steps'> & { readonly spec?: JsonObject };

/** Provider.outside: the identity by its kind, name and path, and every path that its steps give or take for granted. */
export function outside({ boundary }: Reach, { address, steps, spec = {} }: Asked): Reason | null {
  const { kind, name } = parseAddress(address);
  const within = boundaryOf(boundary);
  const paths = steps.flatMap(({ effect, expect, result }) => [
    ...pathsIn(expect, 'path'),
    ...pathsIn(result, 'path'),
    ...(isJsonObject(effect)
      ? [...pathsIn(effect['parameters'], 'Path'), ...pathsIn(effect['parameters'], 'NewPath')]
      : []),
    ...created(effect),
  ]);
  const managed = name.length === 1 && within.kind(kind) && within.name(name[0] ?? '');
  if (!managed)
    return { code: 'outside-boundary', message: `${address} is no identity within the boundary of its source.` };
  const declared = pathsIn(spec, 'path').find((path) => !within.path(path));
  if (declared !== undefined) {
    const message = `${address} would be under the path ${declared}, which is not within the boundary of its source.`;
    return { code: 'outside-boundary', message, pointer: '/path' };
  }
  const beyond = paths.find((path) => !within.path(path));
  if (beyond === undefined) return null;
  const message = `${address} is or would be under the path ${beyond}, which is not within the boundary of its source. Give it a path that is, or widen the boundary.`;
  return { code: 'outside-boundary', message };
}

function pathsIn(value: Json | undefined, key: string): readonly string[] {
  const path = isJsonObject(value) ? value[key] : undefined;
  return typeof path === 'string' ? [path] : [];
}

/** What is made without a path is under the root. */
function created(effect: Json): readonly string[] {
  const { action, parameters } = isJsonObject(effect) ? effect : {};
  if (!isJsonObject(parameters)) return [];
  const creates = typeof action === 'string' && /^Create(?:Role|User|Policy)$/u.test(action);
  return creates && typeof parameters['Path'] !== 'string' ? ['/'] : [];
}
