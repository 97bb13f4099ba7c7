import type { Permission } from '../../../core/ports.ts';
import { itself } from '../../../core/risk/facts.ts';
import type { Reached } from '../../../core/risk/model.ts';
import { isAdministeringPolicy } from '../access/permissions.ts';
import { leftOutIn, patternIn, placeIn } from '../access/words.ts';

const EVERYTHING: readonly Reached[] = [{ resource: '**', actions: ['*'] }];

/** What a permission is about, as globs over the resources that permissions name: of a policy's pattern all that it matches. */
export function reaches(permission: Permission): readonly Reached[] {
  const { action, resource } = permission;
  if (action === 'has policy' && isAdministeringPolicy(resource)) return EVERYTHING;
  const { target } = placeIn(resource);
  if (!/^(?:arn:|\*|all but )/u.test(target)) return [itself(permission)];
  const actions = leftOutIn(action) === null ? [patternIn(action).replaceAll('?', '*')] : ['*'];
  const glob = target.startsWith('all but ') ? '**' : target.replace(/\$\{[^{}]*\}/gu, '*').replace(/[*?]+/gu, '**');
  return [{ resource: glob, actions }];
}
