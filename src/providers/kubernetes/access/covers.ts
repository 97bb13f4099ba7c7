import type { Permission } from '../../../core/ports.ts';
import { EVERY_VERB } from '../rules/normal-form.ts';
import { parseTarget, targetText } from '../rules/target.ts';
import { beginningOf, widerTexts } from '../rules/wider.ts';

/** See core's AccessModel: `prod: secrets` covers `prod/shop: secrets "db"`, and `prod: *.*` both. */
export function covers(resource: string, part: string): boolean {
  if (resource === part) return false;
  const [place, what] = parted(resource);
  const [partPlace, partWhat] = parted(part);
  if (place !== partPlace && !partPlace.startsWith(`${place}/`)) return false;
  const [target, partTarget] = [parseTarget(what), parseTarget(partWhat)];
  if (target === null || partTarget === null) return false;
  const lengths = target.kind === 'url' ? [beginningOf(target.url)?.length ?? []].flat() : [];
  const text = targetText(target);
  for (const wider of widerTexts(partTarget, lengths)) if (wider === text) return true;
  return false;
}

type Held = Pick<Permission, 'action' | 'resource'>;

/** See core's AccessModel: every verb on `prod: secrets` includes `get` on `prod/shop: secrets`. */
export function includes(held: Held, part: Held): boolean {
  if (held.action !== part.action && held.action !== EVERY_VERB) return false;
  const isTarget = parseTarget(parted(part.resource)[1]) !== null;
  return isTarget && (held.resource === part.resource || covers(held.resource, part.resource));
}

function parted(resource: string): readonly [place: string, what: string] {
  const at = resource.indexOf(': ');
  return at < 0 ? [resource, ''] : [resource.slice(0, at), resource.slice(at + 2)];
}
