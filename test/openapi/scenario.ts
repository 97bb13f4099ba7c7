import { createSign } from 'node:crypto';
import type { Octokit } from '@octokit/rest';
import { clientFor, startFixture, type Fixture } from '../github-server/fixture.ts';
import type { GitHubServer } from '../github-server/index.ts';

/** A world in which every operation has something to answer, and every operation has been asked. */
export async function playEverything(): Promise<Fixture> {
  const world = await startFixture({
    'README.md': '# identities\n',
    'docs/guide.md': 'guide\n',
    'docs/CODEOWNERS': '* @ana @nobody-at-all\n',
    '.github/workflows/apply.yml': 'name: apply\non: workflow_dispatch\njobs: {}\n',
  });
  const { server, repository, acme, ana, ben } = world;
  server.createTeam({ organization: acme, slug: 'security', members: [ben] });
  const { app, privateKey } = server.createApp({
    slug: 'countersign',
    owner: acme,
    permissions: { checks: 'write', contents: 'write', pull_requests: 'write', members: 'read', actions: 'write' },
  });
  const installation = server.installApp(app, { account: acme });
  repository.addRuleset({ name: 'main', rules: [{ type: 'deletion' }, { type: 'required_signatures' }] });
  await repository.push({
    as: ana,
    branch: 'change',
    files: { 'identities/a.yaml': 'a: 1\n', 'docs/guide.md': 'better\n' },
  });
  const as = {
    ana: clientFor(server, ana),
    ben: clientFor(server, ben),
    bot: clientFor(server, server.issueToken({ kind: 'app', installation })),
    app: clientFor(server, appJwt(server, app.id, privateKey)),
  };
  await gitData(world, as.ana);
  await reading(world, as.ana);
  await conversation(world, as);
  await checks(world, as.bot);
  await governance(world, as);
  await graphql(world, as.bot);
  await landing(world, as.ana);
  return world;
}

interface Clients {
  readonly ana: Octokit;
  readonly ben: Octokit;
  readonly bot: Octokit;
  readonly app: Octokit;
}

async function gitData({ at }: Fixture, ana: Octokit): Promise<void> {
  const blob = await ana.git.createBlob({ ...at, content: 'aGVsbG8K', encoding: 'base64' });
  await ana.git.getBlob({ ...at, file_sha: blob.data.sha });
  const main = await ana.git.getRef({ ...at, ref: 'heads/main' });
  await ana.git.listMatchingRefs({ ...at, ref: 'heads/' });
  const tree = await ana.git.createTree({
    ...at,
    base_tree: main.data.object.sha,
    tree: [{ path: 'hello.txt', mode: '100644', type: 'blob', sha: blob.data.sha }],
  });
  await ana.git.getTree({ ...at, tree_sha: tree.data.sha, recursive: '1' });
  const author = { name: 'Ana', email: 'ana@example.com', date: '2026-01-05T08:00:00Z' };
  const commit = await ana.git.createCommit({
    ...at,
    message: 'hello',
    tree: tree.data.sha,
    parents: [main.data.object.sha],
    author,
  });
  await ana.git.getCommit({ ...at, commit_sha: commit.data.sha });
  await ana.git.createRef({ ...at, ref: 'refs/heads/hello', sha: commit.data.sha });
  await ana.git.updateRef({ ...at, ref: 'heads/hello', sha: main.data.object.sha, force: true });
  await ana.git.deleteRef({ ...at, ref: 'heads/hello' });
}

async function reading({ at }: Fixture, ana: Octokit): Promise<void> {
  await ana.repos.get(at);
  await ana.repos.getContent({ ...at, path: 'README.md' });
  await ana.repos.getContent({ ...at, path: 'docs' });
  await ana.repos.getContent({ ...at, path: '' });
  await ana.repos.listCommits({ ...at, path: 'docs/guide.md' });
  await ana.repos.getCommit({ ...at, ref: 'change' });
  await ana.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...change' });
  await ana.repos.getBranch({ ...at, branch: 'main' });
  const { data: ben } = await ana.users.getByUsername({ username: 'ben' });
  await ana.users.getById({ account_id: ben.id });
  await ana.request('GET /user');
  await ana.rateLimit.get();
}

async function conversation({ at }: Fixture, { ana, ben }: Clients): Promise<void> {
  const pull = await ana.pulls.create({ ...at, head: 'change', base: 'main', title: 'Change', body: 'Please' });
  const on = { ...at, pull_number: pull.data.number };
  await ana.pulls.update({ ...on, title: 'Change identities' });
  await ana.pulls.list({ ...at, state: 'all' });
  await ana.pulls.get(on);
  await ana.pulls.listFiles(on);
  await ana.pulls.listCommits(on);
  await ana.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: pull.data.head.sha });
  await ana.pulls.requestReviewers({ ...on, reviewers: ['ben'] });
  await ana.pulls.listRequestedReviewers(on);
  await ana.pulls.removeRequestedReviewers({ ...on, reviewers: ['ben'] });
  const pending = await ben.pulls.createReview({ ...on, body: 'not yet' });
  await ben.pulls.deletePendingReview({ ...on, review_id: pending.data.id });
  const draft = await ben.pulls.createReview(on);
  await ben.pulls.submitReview({ ...on, review_id: draft.data.id, event: 'APPROVE', body: 'fine' });
  await ben.pulls.updateReview({ ...on, review_id: draft.data.id, body: 'really fine' });
  await ana.pulls.getReview({ ...on, review_id: draft.data.id });
  await ben.pulls.dismissReview({ ...on, review_id: draft.data.id, message: 'changed my mind' });
  await ana.pulls.listReviews(on);
  const issue = { ...at, issue_number: pull.data.number };
  const comment = await ana.issues.createComment({ ...issue, body: 'the plan' });
  await ana.issues.getComment({ ...at, comment_id: comment.data.id });
  await ana.issues.updateComment({ ...at, comment_id: comment.data.id, body: 'the plan, edited' });
  await ana.issues.listComments(issue);
  await ana.issues.listEvents(issue);
  await ana.issues.listEventsForTimeline(issue);
  await ana.issues.deleteComment({ ...at, comment_id: comment.data.id });
}

async function checks({ at, repository }: Fixture, bot: Octokit): Promise<void> {
  const head_sha = await repository.head('change');
  const output = {
    title: 'Plan',
    summary: 'One change',
    annotations: [
      { path: 'identities/a.yaml', start_line: 1, end_line: 1, annotation_level: 'notice' as const, message: 'here' },
    ],
  };
  const run = await bot.checks.create({ ...at, name: 'countersign/plan', head_sha, status: 'in_progress', output });
  const which = { ...at, check_run_id: run.data.id };
  await bot.checks.update({ ...which, conclusion: 'success', external_id: 'sha256:00' });
  await bot.checks.get(which);
  await bot.checks.listAnnotations(which);
  await bot.checks.listForRef({ ...at, ref: head_sha });
  const suites = await bot.checks.listSuitesForRef({ ...at, ref: head_sha });
  await bot.checks.listForSuite({ ...at, check_suite_id: suites.data.check_suites[0]?.id ?? 0 });
}

async function governance(
  { at, server, repository, ana: person }: Fixture,
  { ana, ben, bot, app }: Clients,
): Promise<void> {
  await ana.request('GET /repos/{owner}/{repo}/activity', { ...at, ref: 'main' });
  const rulesets = await ana.repos.getRepoRulesets(at);
  await ana.repos.getRepoRuleset({ ...at, ruleset_id: rulesets.data[0]?.id ?? 0 });
  await ana.repos.getBranchRules({ ...at, branch: 'main' });
  repository.setEnvironment('apply', ['main', 'tag v*']);
  await ana.repos.getEnvironment({ ...at, environment_name: 'apply' });
  await ana.repos.listDeploymentBranchPolicies({ ...at, environment_name: 'apply' });
  await ana.repos.codeownersErrors(at);
  await ana.repos.getCollaboratorPermissionLevel({ ...at, username: 'ben' });
  await ana.repos.listCollaborators({ ...at, permission: 'push' });
  await ben.teams.list({ org: 'acme' });
  await bot.teams.getByName({ org: 'acme', team_slug: 'security' });
  await bot.teams.listMembersInOrg({ org: 'acme', team_slug: 'security' });
  await bot.teams.getMembershipForUserInOrg({ org: 'acme', team_slug: 'security', username: 'ben' });
  const workflow = '.github/workflows/apply.yml';
  const event = { name: 'workflow_dispatch', payload: {} };
  const job = await repository.startJob({ workflow, event, permissions: { contents: 'read' }, actor: person });
  await ana.actions.createWorkflowDispatch({
    ...at,
    workflow_id: 'apply.yml',
    ref: 'main',
    inputs: { reason: 'by hand' },
  });
  await ana.actions.listWorkflowRunsForRepo(at);
  await ana.actions.getWorkflowRun({ ...at, run_id: job.run.id });
  await repository.completeRun(job.run, 'success');
  await ana.actions.listRepoWorkflows(at);
  await ana.actions.listWorkflowRuns({ ...at, workflow_id: 'apply.yml' });
  await ana.repos.createDispatchEvent({ ...at, event_type: 'plan', client_payload: { pull: 1 } });
  await app.apps.getAuthenticated();
  await app.apps.getBySlug({ app_slug: 'countersign' });
  const installed = await app.apps.getRepoInstallation(at);
  const token = await app.apps.createInstallationAccessToken({
    installation_id: installed.data.id,
    permissions: { contents: 'read' },
  });
  await clientFor(server, token.data.token).apps.listReposAccessibleToInstallation();
}

async function graphql({ at, repository }: Fixture, bot: Octokit): Promise<void> {
  const comment = await bot.issues.createComment({ ...at, issue_number: 1, body: 'outdated' });
  await bot.graphql(
    `mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
      minimizedComment { isMinimized minimizedReason } } }`,
    { id: comment.data.node_id },
  );
  await bot.graphql(
    `mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } ref { name } } }`,
    {
      input: {
        branch: { repositoryNameWithOwner: 'acme/identities', branchName: 'change' },
        message: { headline: 'Append' },
        expectedHeadOid: await repository.head('change'),
        fileChanges: { additions: [{ path: 'entry.json', contents: 'e30=' }] },
      },
    },
  );
  await bot.graphql(
    `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
      ref(qualifiedName: "refs/heads/change") { target { oid } }
      pullRequest(number: 1) { lastEditedAt headRefOid
        reviews(first: 100) { nodes { id databaseId state lastEditedAt includesCreatedEdit commit { oid }
          userContentEdits(first: 10) { nodes { editedAt editor { login } } } } pageInfo { hasNextPage endCursor } }
        comments(first: 100) { nodes { databaseId lastEditedAt editor { login } isMinimized } }
        timelineItems(first: 10, itemTypes: [REVIEW_DISMISSED_EVENT]) { nodes { ... on ReviewDismissedEvent {
          actor { login } previousReviewState review { databaseId } } } }
        baseChanges: timelineItems(last: 100, itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]) {
          nodes { ... on BaseRefChangedEvent { createdAt } ... on AutomaticBaseChangeSucceededEvent { createdAt } } } } } }`,
    { owner: at.owner, name: at.repo },
  );
}

async function landing({ at, repository, ana: person }: Fixture, ana: Octokit): Promise<void> {
  await repository.push({ as: person, branch: 'main', files: { 'other.txt': 'moved on\n' } });
  await ana.pulls.updateBranch({ ...at, pull_number: 1 });
  await ana.pulls.merge({ ...at, pull_number: 1, merge_method: 'squash' });
  await ana.pulls.get({ ...at, pull_number: 1 });
}

function appJwt(server: GitHubServer, appId: number, privateKey: string): string {
  const now = Math.floor(Date.parse(server.now()) / 1000);
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iss: appId, iat: now - 60, exp: now + 540 })}`;
  return `${head}.${createSign('sha256').update(head).sign(privateKey).toString('base64url')}`;
}
