import { nodeId } from './ids.ts';
import type { Repository } from './repository.ts';
import type { Schema } from './schema.ts';
import type { World } from './world.ts';

/** A name that the ref of a job has to match. */
export interface RefPolicy {
  readonly id: number;
  readonly name: string;
  readonly type: 'branch' | 'tag';
}

/** A deployment environment, and whose jobs may use it: any, those on branches with classic protection, or those on refs of a name. */
export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly refs: 'any' | 'protected' | readonly RefPolicy[];
  readonly createdAt: string;
}

/** @param refs names of branches, with `tag ` in front those of tags */
export function newEnvironment(
  { ids, clock }: World,
  name: string,
  refs: 'any' | 'protected' | readonly string[],
): Environment {
  const policy = (ref: string): RefPolicy =>
    ref.startsWith('tag ')
      ? { id: ids.next(), name: ref.slice(4), type: 'tag' }
      : { id: ids.next(), name: ref, type: 'branch' };
  const allowed = typeof refs === 'string' ? refs : refs.map(policy);
  return { id: ids.next(), name, refs: allowed, createdAt: clock.iso() };
}

export function environmentShape(repository: Repository, environment: Environment): Schema<'environment'> {
  const { id, name, refs, createdAt } = environment;
  const isProtected = refs === 'protected';
  return {
    id,
    node_id: nodeId('environment', id),
    name,
    url: `${repository.apiUrl}/environments/${name}`,
    html_url: `${repository.htmlUrl}/deployments/activity_log?environments_filter=${name}`,
    created_at: createdAt,
    updated_at: createdAt,
    deployment_branch_policy:
      refs === 'any' ? null : { protected_branches: isProtected, custom_branch_policies: !isProtected },
  };
}

export function refPolicyShape({ id, name, type }: RefPolicy): Schema<'deployment-branch-policy'> {
  return { id, node_id: nodeId('refPolicy', id), name, type };
}
