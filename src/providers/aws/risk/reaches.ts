import type { Permission } from '../../../core/ports.ts';
import { itself } from '../../../core/risk/facts.ts';
import type { Reached } from '../../../core/risk/model.ts';
import { isAdministeringPolicy } from '../access/permissions.ts';
import { leftOutIn, patternIn, placeIn, unspelt } from '../access/words.ts';

/** What policies allow, of which the resource is a pattern; all else is said of something by its name. */
const BY_POLICY = /^(?:\*|all but |actions of |[\w*?-]+:)/u;

const EVERYTHING: readonly Reached[] = [{ resource: '**', actions: ['*'] }];

/** What a permission is about, as globs over the resources that permissions name: of a policy's pattern all that it matches. */
export function reaches(permission: Permission): readonly Reached[] {
  const { action, resource } = permission;
  if (action === 'has policy' && isAdministeringPolicy(resource)) return EVERYTHING;
  if (!BY_POLICY.test(action)) return [itself(permission)];
  const target = unspelt(placeIn(resource).target);
  const actions = leftOutIn(action) === null ? [patternIn(action).replaceAll('?', '*')] : ['*'];
  const glob = target.startsWith('all but ') ? '**' : target.replace(/\$\{[^{}]*\}/gu, '*').replace(/[*?]+/gu, '**');
  return [{ resource: glob, actions }];
}
