import { raise } from './events.ts';
import { commitsBetween } from './git/history.ts';
import { forbidden, unprocessable } from './http/errors.ts';
import { recordIssueEvent } from './issue-events.ts';
import { isHead, type PullRequest } from './pull.ts';
import { atLeast } from './permissions.ts';
import { roleOf, type Repository } from './repository.ts';
import { labelShape, pullShape } from './shapes/pulls.ts';
import { actorOf, appOf, type Principal } from './tokens.ts';

/** Opens a pull request. Refuses (422) without commits, and when one is open for the same branches. */
export async function openPull(
  repository: Repository,
  principal: Principal,
  input: { title: string; body: string | null; head: string; headRepository: Repository; base: string; draft: boolean },
): Promise<PullRequest> {
  const { world } = repository;
  if (principal.kind === 'actions-job' && !repository.actionsMayCreateAndApprove) {
    throw forbidden('GitHub Actions is not permitted to create or approve pull requests.');
  }
  const baseSha = await repository.git.ref(`refs/heads/${input.base}`);
  const headSha = await input.headRepository.git.ref(`refs/heads/${input.head}`);
  if (baseSha === undefined)
    throw unprocessable('Validation Failed', [{ resource: 'PullRequest', field: 'base', code: 'invalid' }]);
  if (headSha === undefined)
    throw unprocessable('Validation Failed', [{ resource: 'PullRequest', field: 'head', code: 'invalid' }]);
  const twin = [...repository.pulls.values()].find(
    (pull) => pull.state === 'open' && pull.base.ref === input.base && isHead(pull, input.headRepository, input.head),
  );
  const from = `${input.headRepository.owner.login}:${input.head}`;
  if (twin !== undefined) throw refusal(`A pull request already exists for ${from}.`);
  await bringHead(repository, input.headRepository, headSha);
  if ((await commitsBetween(repository.git, baseSha, headSha)).length === 0) {
    throw refusal(`No commits between ${input.base} and ${input.head}`);
  }
  const now = world.clock.iso();
  const pull: PullRequest = {
    id: world.ids.next(),
    number: repository.nextNumber(),
    repository,
    author: actorOf(world, principal),
    app: appOf(world, principal),
    createdAt: now,
    title: input.title,
    body: input.body,
    draft: input.draft,
    labels: new Set(),
    state: 'open',
    updatedAt: now,
    closedAt: null,
    landing: undefined,
    head: { repository: input.headRepository, ref: input.head, sha: headSha },
    base: { ref: input.base, sha: baseSha },
    requestedReviewers: new Set(),
    requestedTeams: new Set(),
    reviews: [],
    bodyEdits: [],
  };
  repository.pulls.set(pull.number, pull);
  await repository.git.setRef(`refs/pull/${pull.number}/head`, headSha);
  await raisePull(pull, principal, 'opened');
  return pull;
}

/** What can be changed of an open or closed pull request. */
export interface PullEdits {
  readonly title?: string;
  readonly body?: string | null;
  readonly state?: 'open' | 'closed';
  readonly base?: string;
  readonly draft?: boolean;
}

/** Edits, closes, reopens or retargets. Refuses (422) a base that is not there, and reopening what was merged. */
export async function editPull(pull: PullRequest, principal: Principal, edits: PullEdits): Promise<void> {
  const { repository } = pull;
  const { clock } = repository.world;
  const actor = actorOf(repository.world, principal);
  const changes: Record<string, unknown> = {};
  if (edits.base !== undefined && edits.base !== pull.base.ref) {
    if (pull.state === 'closed') throw refusal('Cannot change the base branch of a closed pull request.');
    const sha = await repository.git.ref(`refs/heads/${edits.base}`);
    if (sha === undefined) throw refusal(`Proposed base branch '${edits.base}' was not found`);
    changes['base'] = { ref: { from: pull.base.ref }, sha: { from: pull.base.sha } };
    pull.base.ref = edits.base;
    pull.base.sha = sha;
    recordIssueEvent(repository, { number: pull.number, actor, detail: { kind: 'base_ref_changed' } });
  }
  if (edits.title !== undefined && edits.title !== pull.title) {
    changes['title'] = { from: pull.title };
    recordIssueEvent(repository, {
      number: pull.number,
      actor,
      detail: { kind: 'renamed', from: pull.title, to: edits.title },
    });
    pull.title = edits.title;
  }
  if (edits.body !== undefined && edits.body !== pull.body) {
    changes['body'] = { from: pull.body };
    pull.bodyEdits.push({ editor: actor, at: clock.iso(), before: pull.body ?? '' });
    pull.body = edits.body;
  }
  pull.updatedAt = clock.iso();
  if (Object.keys(changes).length > 0) await raisePull(pull, principal, 'edited', { changes });
  if (edits.draft !== undefined) await setDraft(pull, principal, edits.draft);
  if (edits.state !== undefined) await setState(pull, principal, edits.state);
}

async function setDraft(pull: PullRequest, principal: Principal, draft: boolean): Promise<void> {
  if (pull.draft === draft) return;
  pull.draft = draft;
  const actor = actorOf(pull.repository.world, principal);
  const kind = draft ? 'convert_to_draft' : 'ready_for_review';
  recordIssueEvent(pull.repository, { number: pull.number, actor, detail: { kind } });
  await raisePull(pull, principal, draft ? 'converted_to_draft' : 'ready_for_review');
}

async function setState(pull: PullRequest, principal: Principal, state: 'open' | 'closed'): Promise<void> {
  if (pull.state === state) return;
  if (pull.landing !== undefined) throw refusal('Cannot reopen a merged pull request');
  pull.state = state;
  pull.closedAt = state === 'closed' ? pull.repository.world.clock.iso() : null;
  const actor = actorOf(pull.repository.world, principal);
  const kind = state === 'closed' ? 'closed' : 'reopened';
  recordIssueEvent(pull.repository, { number: pull.number, actor, detail: { kind } });
  await raisePull(pull, principal, kind);
}

/** Puts a label on, or takes one off, as triage permission allows; the event bears the label. */
export async function labelPull(
  pull: PullRequest,
  principal: Principal,
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): Promise<void> {
  const { repository } = pull;
  const account = actorOf(repository.world, principal);
  if (!atLeast(roleOf(repository, account), 'triage')) throw forbidden('Must have triage rights to Repository.');
  pull.updatedAt = repository.world.clock.iso();
  for (const name of add) {
    if (pull.labels.has(name)) continue;
    pull.labels.add(name);
    await raisePull(pull, principal, 'labeled', { label: labelShape(repository, name) });
  }
  for (const name of remove)
    if (pull.labels.delete(name))
      await raisePull(pull, principal, 'unlabeled', { label: labelShape(repository, name) });
}

/** Raises a `pull_request` event in the base repository. */
export async function raisePull(
  pull: PullRequest,
  principal: Principal,
  action: string,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const shape = await pullShape(pull);
  raise(pull.repository, principal, 'pull_request', { action, number: pull.number, pull_request: shape, ...extra });
}

/** Copies the commits of a fork's branch into the base repository, where GitHub keeps them as `refs/pull/N/head`. */
export async function bringHead(repository: Repository, head: Repository, sha: string): Promise<void> {
  if (head.id === repository.id) return;
  await repository.git.run(['fetch', '--quiet', '--no-tags', head.git.directory, sha]);
}

function refusal(message: string): Error {
  return unprocessable('Validation Failed', [{ resource: 'PullRequest', field: 'base', code: 'custom', message }]);
}
