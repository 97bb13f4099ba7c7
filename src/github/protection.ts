import type { BranchRules, EnvironmentAccess } from '../core/doctor.ts';
import { orAbsent, at, type Repository } from './repository.ts';

const PAGE = 100;

/**
 * What active rulesets, of the repository and of those above it, say of a branch, whether it exists or not.
 * @throws GitHubError where the plan has no rulesets: `github-forbidden`.
 */
export async function branchRules(repository: Repository, branch: string): Promise<BranchRules> {
  const { github } = repository;
  const rules = await github.paginate(github.rest.repos.getBranchRules, { ...at(repository), branch, per_page: PAGE });
  const holds = new Set<'no-deletion' | 'no-rewriting' | 'code-owner-review'>();
  const checks: { context: string; app: number | null }[] = [];
  for (const rule of rules) {
    if (rule.type === 'deletion') holds.add('no-deletion');
    if (rule.type === 'non_fast_forward') holds.add('no-rewriting');
    if (rule.type === 'pull_request' && rule.parameters?.require_code_owner_review === true)
      holds.add('code-owner-review');
    if (rule.type === 'required_status_checks')
      for (const { context, integration_id: app } of rule.parameters?.required_status_checks ?? [])
        checks.push({ context, app: app ?? null });
  }
  return { checks, holds };
}

/** From where an environment may be used. It takes actions: read. */
export async function environmentAccess(repository: Repository, name: string): Promise<EnvironmentAccess> {
  const { github } = repository;
  const which = { ...at(repository), environment_name: name };
  const found = await orAbsent(repository, async () => (await github.rest.repos.getEnvironment(which)).data);
  if (found === null) return { kind: 'absent' };
  const policy = found.deployment_branch_policy ?? null;
  if (policy === null) return { kind: 'any-ref' };
  if (!policy.custom_branch_policies) return { kind: 'protected-branches' };
  const policies = await github.paginate(github.rest.repos.listDeploymentBranchPolicies, { ...which, per_page: PAGE });
  return {
    kind: 'patterns',
    patterns: policies.map(({ name: pattern, type }) => `${type === 'tag' ? 'tag ' : ''}${pattern ?? ''}`),
  };
}

/** Numbers of the lines of the CODEOWNERS file that GitHub does not accept, from 1. */
export async function codeOwnersErrors(repository: Repository): Promise<readonly number[]> {
  const { data } = await repository.github.rest.repos.codeownersErrors(at(repository));
  return data.errors.map(({ line }) => line);
}
