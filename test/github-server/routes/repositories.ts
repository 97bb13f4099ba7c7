import { activityShape } from '../activity.ts';
import { diffTrees } from '../git/diff.ts';
import { commitsBetween, history, mergeBase } from '../git/history.ts';
import { forbidden, notFound } from '../http/errors.ts';
import { pageLinks, pageRequest, paginate, paginateByCursor } from '../http/pagination.ts';
import type { RepositoryCall, Router } from '../http/router.ts';
import type { Repository } from '../repository.ts';
import { covers, rulesetShape } from '../rulesets.ts';
import type { Schema } from '../schema.ts';
import { commitShape, diffEntry } from '../shapes/commits.ts';
import { fullRepository } from '../shapes/repositories.ts';
import { resolve } from './contents.ts';
import { needs } from './needs.ts';

const mostFiles = 300;
const mostCommitFiles = 3000;

/** The repository, its commits and comparisons. */
export function repositoryRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}', needs.metadata, ({ repository }) => ({
    status: 200,
    body: fullRepository(repository),
  }));
  router.repository('get', '/repos/{owner}/{repo}/commits', needs.readContents, async (call) => {
    const { repository, query } = call;
    const from = await mustResolve(repository, query.get('sha') ?? repository.defaultBranch);
    const page = pageRequest(query);
    const path = query.get('path');
    const found = await history(repository.git, from, {
      ...(path === null ? {} : { path }),
      skip: (page.page - 1) * page.perPage,
      limit: page.perPage,
    });
    return {
      status: 200,
      body: found.commits.map((commit) => commitShape(repository, commit)),
      headers: pageLinks(call, page, found.total),
    };
  });
  router.repository('get', '/repos/{owner}/{repo}/commits/{ref}', needs.readContents, async (call) => {
    const { repository } = call;
    const commit = await repository.git.commit(await mustResolve(repository, call.params.ref));
    if (commit === undefined) throw notFound();
    const files = await diffTrees(repository.git, commit.parents[0], commit.sha);
    const shape = commitShape(repository, commit, files);
    const page = paginate((shape.files ?? []).slice(0, mostCommitFiles), call, mostFiles);
    return { status: 200, body: { ...shape, files: page.items }, headers: page.headers };
  });
  router.repository('get', '/repos/{owner}/{repo}/compare/{basehead}', needs.readContents, compare);
  router.repository(
    'get',
    '/repos/{owner}/{repo}/branches/{branch}',
    needs.readContents,
    async ({ repository, params }) => {
      const commit = await repository.git.commit(`refs/heads/${params.branch}`);
      if (commit === undefined) throw notFound('Branch not found');
      const api = `${repository.apiUrl}/branches/${params.branch}`;
      return {
        status: 200,
        body: {
          name: params.branch,
          commit: commitShape(repository, commit),
          _links: { html: `${repository.htmlUrl}/tree/${params.branch}`, self: api },
          protected: [...repository.rulesets.values()].some((ruleset) => covers(repository, ruleset, params.branch)),
          protection: {},
          protection_url: `${api}/protection`,
        },
      };
    },
  );
}

async function compare(
  call: RepositoryCall<'/repos/{owner}/{repo}/compare/{basehead}'>,
): Promise<{ status: 200; body: Schema<'commit-comparison'>; headers: Readonly<Record<string, string>> }> {
  const { repository, params, query } = call;
  const [baseName = '', headName = ''] = params.basehead.split('...');
  const base = await repository.git.commit(await mustResolve(repository, baseName));
  const head = await repository.git.commit(await mustResolve(repository, headName));
  const common =
    base === undefined || head === undefined ? undefined : await mergeBase(repository.git, base.sha, head.sha);
  const origin = common === undefined ? undefined : await repository.git.commit(common);
  if (base === undefined || head === undefined || origin === undefined) throw notFound();
  const ahead = await commitsBetween(repository.git, base.sha, head.sha);
  const behind = await commitsBetween(repository.git, head.sha, base.sha);
  const asked = pageRequest(query);
  const page = query.has('page') || query.has('per_page') ? asked : { page: 1, perPage: 250 };
  const commits = ahead.slice((page.page - 1) * page.perPage, page.page * page.perPage);
  const files = page.page === 1 ? await diffTrees(repository.git, origin.sha, head.sha) : [];
  const url = `${repository.apiUrl}/compare/${params.basehead}`;
  const html = `${repository.htmlUrl}/compare/${params.basehead}`;
  const body: Schema<'commit-comparison'> = {
    url,
    html_url: html,
    permalink_url: `${repository.htmlUrl}/compare/${base.sha}...${head.sha}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitShape(repository, base),
    merge_base_commit: commitShape(repository, origin),
    status: comparison(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: commits.map((commit) => commitShape(repository, commit)),
    files: files.slice(0, mostFiles).map((file) => diffEntry(repository, head.sha, file)),
  };
  return { status: 200, body, headers: pageLinks(call, page, ahead.length) };
}

function comparison(ahead: number, behind: number): Schema<'commit-comparison'>['status'] {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

async function mustResolve(repository: Repository, name: string): Promise<string> {
  const sha = await resolve(repository, name);
  if (sha === undefined) throw notFound(`No commit found for SHA: ${name}`);
  return sha;
}

/** Who moved which ref, and what rules hold for which branch. */
export function governanceRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}/activity', needs.readContents, (call) => {
    const { repository, query } = call;
    const ref = query.get('ref');
    const full = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
    const actor = query.get('actor');
    const type = query.get('activity_type');
    const matching = repository.activity.filter(
      (entry) =>
        (full === null || entry.ref === full) &&
        (actor === null || entry.actor?.login === actor) &&
        (type === null || entry.type === type),
    );
    const ordered = query.get('direction') === 'asc' ? matching : matching.toReversed();
    const page = paginateByCursor(ordered, call);
    return { status: 200, body: page.items.map((entry) => activityShape(repository, entry)), headers: page.headers };
  });
  router.repository('get', '/repos/{owner}/{repo}/rulesets', needs.metadata, (call) => {
    const page = paginate([...call.repository.rulesets.values()], call);
    const body = page.items.map((ruleset) => rulesetShape(call.repository, ruleset, 'list'));
    return { status: 200, body, headers: page.headers };
  });
  router.repository('get', '/repos/{owner}/{repo}/rulesets/{ruleset_id}', needs.metadata, ({ repository, params }) => {
    const ruleset = repository.rulesets.get(Number(params.ruleset_id));
    if (ruleset === undefined) throw notFound();
    return { status: 200, body: rulesetShape(repository, ruleset, 'full') };
  });
  router.repository('get', '/repos/{owner}/{repo}/rules/branches/{branch}', needs.metadata, (call) => {
    const { repository, params } = call;
    if (!repository.hasRulesets)
      throw forbidden('Upgrade to GitHub Pro or make this repository public to enable this feature.');
    const rules = [...repository.rulesets.values()]
      .filter((ruleset) => covers(repository, ruleset, params.branch))
      .flatMap((ruleset) =>
        ruleset.rules.map((rule) => ({
          ...rule,
          ruleset_source_type: 'Repository' as const,
          ruleset_source: repository.fullName,
          ruleset_id: ruleset.id,
        })),
      );
    const page = paginate(rules, call);
    return { status: 200, body: page.items, headers: page.headers };
  });
}
