import { nodeId } from './ids.ts';
import type { Repository } from './repository.ts';
import type { Schema } from './schema.ts';

/** A ruleset of a repository. `include` and `exclude` are ref names, `~ALL`, `~DEFAULT_BRANCH`, or patterns with `*`. */
export interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly enforcement: 'active' | 'disabled' | 'evaluate';
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: readonly Schema<'repository-rule'>[];
  readonly bypass: readonly Schema<'repository-ruleset-bypass-actor'>[];
  readonly createdAt: string;
}

/** Whether an active ruleset covers a branch. */
export function covers(repository: Repository, ruleset: Ruleset, branch: string): boolean {
  const matches = (pattern: string): boolean => {
    if (pattern === '~ALL') return true;
    if (pattern === '~DEFAULT_BRANCH') return branch === repository.defaultBranch;
    return matchesPattern(pattern, `refs/heads/${branch}`);
  };
  return ruleset.enforcement === 'active' && ruleset.include.some(matches) && !ruleset.exclude.some(matches);
}

/** GitHub's fnmatch: `**` crosses slashes, `*` and `?` do not. */
function matchesPattern(pattern: string, ref: string): boolean {
  const source = pattern.replaceAll(/\*\*|[*?]|[^*?]+/g, (part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`).test(ref);
}

/** The REST shape of a ruleset; its rules and conditions only when read by itself. */
export function rulesetShape(
  repository: Repository,
  ruleset: Ruleset,
  detail: 'list' | 'full',
): Schema<'repository-ruleset'> {
  return {
    id: ruleset.id,
    node_id: nodeId('ruleset', ruleset.id),
    name: ruleset.name,
    target: 'branch',
    source_type: 'Repository',
    source: repository.fullName,
    enforcement: ruleset.enforcement,
    created_at: ruleset.createdAt,
    updated_at: ruleset.createdAt,
    _links: {
      self: { href: `${repository.apiUrl}/rulesets/${ruleset.id}` },
      html: { href: `${repository.htmlUrl}/rules/${ruleset.id}` },
    },
    ...(detail === 'list'
      ? {}
      : {
          bypass_actors: [...ruleset.bypass],
          current_user_can_bypass: 'never',
          conditions: { ref_name: { include: [...ruleset.include], exclude: [...ruleset.exclude] } },
          rules: [...ruleset.rules],
        }),
  };
}
