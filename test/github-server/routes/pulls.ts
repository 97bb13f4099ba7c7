import type { Account } from '../accounts.ts';
import { reaches } from '../git/history.ts';
import { notFound, unprocessable } from '../http/errors.ts';
import { paginate } from '../http/pagination.ts';
import type { Router } from '../http/router.ts';
import { mergePull, updateBranch } from '../merging.ts';
import { findPull, pullCommits, pullFiles, type PullRequest } from '../pull.ts';
import { editPull, openPull, raisePull } from '../pulls.ts';
import { recordIssueEvent } from '../issue-events.ts';
import { roleOf, type Repository } from '../repository.ts';
import { commitShape, diffEntry } from '../shapes/commits.ts';
import { pullShape, pullSimple } from '../shapes/pulls.ts';
import { atLeast } from '../permissions.ts';
import { actorOf, requireAccess } from '../tokens.ts';
import { simpleUser } from '../shapes/accounts.ts';
import { resolve } from './contents.ts';
import { needs } from './needs.ts';
import { readsMembers } from './people.ts';

const mostFiles = 3000;
const mostCommits = 250;
const mostReviewers = 15;

/** Pull requests: listed, read, opened, edited; their files and commits. */
export function pullRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}/pulls', needs.readPulls, (call) => {
    const page = paginate(selected(call.repository, call.query), call);
    return { status: 200, body: page.items.map(pullSimple), headers: page.headers };
  });
  router.repository('post', '/repos/{owner}/{repo}/pulls', needs.takePart, async ({ repository, principal, body }) => {
    const [owner, branch] = body.text('head').includes(':')
      ? body.text('head').split(':')
      : [undefined, body.text('head')];
    const headRepository = owner === undefined ? repository : familyMember(repository, owner);
    const pull = await openPull(repository, principal, {
      title: body.text('title'),
      body: body.optionalText('body') ?? null,
      head: branch ?? '',
      headRepository,
      base: body.text('base'),
      draft: body.optionalBoolean('draft') ?? false,
    });
    return { status: 201, body: await pullShape(pull) };
  });
  router.repository(
    'get',
    '/repos/{owner}/{repo}/pulls/{pull_number}',
    needs.readPulls,
    async ({ repository, params }) => ({
      status: 200,
      body: await pullShape(findPull(repository, params.pull_number)),
    }),
  );
  router.repository('patch', '/repos/{owner}/{repo}/pulls/{pull_number}', needs.takePart, async (call) => {
    const { repository, principal, params, body } = call;
    const pull = findPull(repository, params.pull_number);
    const title = body.optionalText('title');
    const text = body.optionalText('body');
    const state = body.optionalChoice('state', ['open', 'closed']);
    const base = body.optionalText('base');
    await editPull(pull, principal, {
      ...(title === undefined ? {} : { title }),
      ...(text === undefined ? {} : { body: text }),
      ...(state === undefined ? {} : { state }),
      ...(base === undefined ? {} : { base }),
    });
    return { status: 200, body: await pullShape(pull) };
  });
  router.repository('get', '/repos/{owner}/{repo}/pulls/{pull_number}/files', needs.readPulls, async (call) => {
    const pull = findPull(call.repository, call.params.pull_number);
    const page = paginate((await pullFiles(pull)).slice(0, mostFiles), call);
    return {
      status: 200,
      body: page.items.map((file) => diffEntry(call.repository, pull.head.sha, file)),
      headers: page.headers,
    };
  });
  router.repository('get', '/repos/{owner}/{repo}/pulls/{pull_number}/commits', needs.readPulls, async (call) => {
    const pull = findPull(call.repository, call.params.pull_number);
    const page = paginate((await pullCommits(pull)).slice(0, mostCommits), call);
    return {
      status: 200,
      body: page.items.map((commit) => commitShape(call.repository, commit)),
      headers: page.headers,
    };
  });
  router.repository('get', '/repos/{owner}/{repo}/commits/{commit_sha}/pulls', needs.readPulls, async (call) => {
    const sha = await resolve(call.repository, call.params.commit_sha);
    if (sha === undefined) throw unprocessable(`No commit found for SHA: ${call.params.commit_sha}`);
    const page = paginate(await pullsWithCommit(call.repository, sha), call);
    return { status: 200, body: page.items.map(pullSimple), headers: page.headers };
  });
}

/** Merging, updating the branch, asking for reviews. */
export function pullActionRoutes(router: Router): void {
  router.repository('put', '/repos/{owner}/{repo}/pulls/{pull_number}/merge', needs.writeContents, async (call) => {
    const { repository, principal, params, body } = call;
    const pull = findPull(repository, params.pull_number);
    const title = body.optionalText('commit_title');
    const message = body.optionalText('commit_message');
    const expectedHead = body.optionalText('sha');
    const sha = await mergePull(pull, principal, {
      method: body.optionalChoice('merge_method', ['merge', 'squash', 'rebase']) ?? 'merge',
      ...(title === undefined ? {} : { title }),
      ...(message === undefined ? {} : { message }),
      ...(expectedHead === undefined ? {} : { expectedHead }),
    });
    return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
  });
  router.repository(
    'put',
    '/repos/{owner}/{repo}/pulls/{pull_number}/update-branch',
    needs.writePulls,
    async (call) => {
      const pull = findPull(call.repository, call.params.pull_number);
      // Apps must also be allowed to write the contents of the head repository.
      requireAccess(call.principal, pull.head.repository, needs.writeContents);
      await updateBranch(pull, call.principal, call.body.optionalText('expected_head_sha'));
      const url = `${call.repository.apiUrl}/pulls/${pull.number}`;
      return { status: 202, body: { message: 'Updating pull request branch.', url } };
    },
  );
  router.repository('get', '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', needs.readPulls, (call) => {
    const { requested_teams } = pullSimple(findPull(call.repository, call.params.pull_number));
    return {
      status: 200,
      body: { users: requestedUsers(call.repository, call.params.pull_number), teams: requested_teams ?? [] },
    };
  });
  router.repository(
    'post',
    '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    needs.writePulls,
    async (call) => {
      const { repository, principal, params, body, world } = call;
      const pull = findPull(repository, params.pull_number);
      const asked = body.texts('reviewers').map((login) => requestable(pull, login));
      if (new Set([...pull.requestedReviewers, ...asked.map(({ id }) => id)]).size > mostReviewers)
        throw unprocessable('Could not add requested reviewers to pull request.');
      for (const reviewer of asked) {
        pull.requestedReviewers.add(reviewer.id);
        const actor = actorOf(world, principal);
        recordIssueEvent(repository, { number: pull.number, actor, detail: { kind: 'review_requested', reviewer } });
        await raisePull(pull, principal, 'review_requested', { requested_reviewer: simpleUser(world, reviewer) });
      }
      for (const slug of body.texts('team_reviewers')) {
        const team = world.teams
          .values()
          .find((candidate) => candidate.slug === slug && candidate.organization.id === repository.owner.id);
        // GitHub resolves the team with the token, too, and says the same of one that it may not read.
        if (team === undefined || !readsMembers(world, principal, repository.owner))
          throw unprocessable(`Could not resolve to a node with the global id of '${slug}'.`);
        if (!repository.teamRoles.has(team.id))
          throw unprocessable(
            'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
          );
        pull.requestedTeams.add(team.id);
        const actor = actorOf(world, principal);
        recordIssueEvent(repository, { number: pull.number, actor, detail: { kind: 'team_review_requested', team } });
      }
      return { status: 201, body: pullSimple(pull) };
    },
  );
  router.repository(
    'delete',
    '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    needs.writePulls,
    (call) => {
      const pull = findPull(call.repository, call.params.pull_number);
      for (const login of call.body.texts('reviewers')) {
        const reviewer = call.world.accountByLogin(login);
        if (reviewer !== undefined) pull.requestedReviewers.delete(reviewer.id);
      }
      return { status: 200, body: pullSimple(pull) };
    },
  );
}

/** Somebody who may be asked for a review. One who may not refuses the whole request. */
function requestable(pull: PullRequest, login: string): Account {
  const { repository, author } = pull;
  const reviewer = repository.world.accountByLogin(login);
  if (reviewer !== undefined && reviewer.id === author.id)
    throw unprocessable('Review cannot be requested from pull request author.');
  if (reviewer === undefined || !atLeast(roleOf(repository, reviewer), 'read')) {
    throw unprocessable(
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    );
  }
  return reviewer;
}

function requestedUsers(repository: Repository, number: string): ReturnType<typeof simpleUser>[] {
  const pull = findPull(repository, number);
  return [...pull.requestedReviewers].map((id) => simpleUser(repository.world, repository.world.account(id)));
}

function selected(repository: Repository, query: URLSearchParams): PullRequest[] {
  const state = query.get('state') ?? 'open';
  const [owner, ...branch] = (query.get('head') ?? '').split(':');
  const base = query.get('base');
  const ascending =
    query.get('direction') === 'asc' ||
    (query.get('direction') === null && query.has('sort') && query.get('sort') !== 'created');
  const found = [...repository.pulls.values()].filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (base === null || pull.base.ref === base) &&
      (branch.length === 0 || (pull.head.repository.owner.login === owner && pull.head.ref === branch.join(':'))),
  );
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  found.sort((left, right) => (left[key] < right[key] ? -1 : left[key] > right[key] ? 1 : left.number - right.number));
  return ascending ? found : found.reverse();
}

/** For a commit of the default branch, the pull request that brought it; for others, every one that holds it. */
export async function pullsWithCommit(repository: Repository, sha: string): Promise<PullRequest[]> {
  const tip = await repository.git.ref(`refs/heads/${repository.defaultBranch}`);
  const { clock, associationLag } = repository.world;
  const landed = [...repository.pulls.values()].filter(
    ({ landing }) =>
      landing?.shas.includes(sha) === true && Date.parse(landing.at) / 1000 + associationLag <= clock.seconds(),
  );
  if (tip !== undefined && (await reaches(repository.git, tip, sha))) {
    return landed.filter((pull) => pull.base.ref === repository.defaultBranch);
  }
  const holding: PullRequest[] = [];
  for (const pull of repository.pulls.values()) {
    const commits = await pullCommits(pull);
    if (landed.includes(pull) || commits.some((commit) => commit.sha === sha)) holding.push(pull);
  }
  return holding;
}

function familyMember(repository: Repository, owner: string): Repository {
  const member = repository.world.repositories
    .values()
    .find(
      (candidate) =>
        candidate.owner.login === owner && (candidate.id === repository.id || candidate.parent?.id === repository.id),
    );
  if (member === undefined) throw notFound();
  return member;
}
