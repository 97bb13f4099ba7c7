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

function parted(resource: string): readonly [place: string, what: string] {
  const at = resource.indexOf(': ');
  return at < 0 ? [resource, ''] : [resource.slice(0, at), resource.slice(at + 2)];
}
