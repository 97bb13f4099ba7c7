import type { Permission } from '../../../core/ports.ts';
import { coversAction } from '../policy/covered.ts';
import { coversArn } from '../policy/glob.ts';
import { haveSameVariables } from './overlap.ts';
import { leftOutIn, placeIn } from './words.ts';

type Held = Pick<Permission, 'action' | 'resource'>;

/** What a policy allows, as `permissionsOf` spells it: no trust, attachment, key or boundary has such an action. */
const ALLOWED = /^(?:\*|[\w-]+:[\w*?]+)$/u;

/**
 * See core's AccessModel: `s3:*` on a bucket includes `s3:GetObject` on a part of it. What holds under a condition, or is refused in
 * part, includes nothing, and neither does what a list leaves out.
 */
export function includes(held: Held, part: Held): boolean {
  if (!ALLOWED.test(held.action) || !ALLOWED.test(part.action) || !coversAction(held.action, part.action)) return false;
  const [whole, inner] = [placeIn(held.resource), placeIn(part.resource)];
  if (whole.when !== '' || whole.target !== held.resource) return false;
  if (leftOutIn(whole.target) !== null || leftOutIn(inner.target) !== null) return false;
  return (
    haveSameVariables({ kind: 'in', values: [whole.target] }, inner.target) && coversArn(whole.target, inner.target)
  );
}
