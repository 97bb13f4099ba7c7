import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicationRuns } from '../../src/core/approval/runs.ts';
import { applyIdOf } from '../../src/core/apply/landing.ts';
import type { Configuration } from '../../src/core/configuration.ts';
import { canonicalize, planDigest, sha256 } from '../../src/core/digest.ts';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { Plan } from '../../src/core/plan.ts';
import { createContents } from '../../src/github/contents.ts';
import { postComment } from '../../src/github/comment.ts';
import { pullRequest } from '../../src/github/pull-requests.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { emptyWorld, inMemory } from '../../src/providers/memory/system.ts';
import {
  allowanceOf,
  approvedPlan,
  decided,
  type ApprovalSurface,
  type Question,
} from '../../src/workflows/landing-approval.ts';
import type { Landing } from '../../src/workflows/landings.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { publishedPlan, type Published } from '../../src/workflows/published-plan.ts';
import { desiredAt } from '../../src/workflows/rules.ts';
import type { Account, PullRequest } from '../github-server/index.ts';
import { startWorld, type World } from '../github/world.ts';
import { AT, begun, draft, trial } from '../support/ledger-writer.ts';
import { MemoryLedger } from '../support/memory-ledger.ts';
import { addressOf, memoryLab } from '../support/memory.ts';
import { configurationFor } from '../support/planning.ts';
import { changeWith } from '../support/plans.ts';

const BODY = 'The plan, as reviewers saw it.';
const TEAM = '@acme/billing';
const ALPHA = addressOf('alpha');

const { source } = memoryLab();
const provider = memoryProvider(() => inMemory(emptyWorld([])));
const providers = new Map([[provider.name, provider]]);

/** The rules under which these may approve for the source, or a team. */
function rules(owner: readonly string[] | string, parts: Partial<typeof source> = {}): Configuration {
  const people = { olga: ['olga'], owners: typeof owner === 'string' ? [owner] : owner };
  const { approval, ...rest } = configurationFor({ ...source, owner: 'owners', ...parts });
  return { ...rest, people, approval: { ...approval, administrators: 'olga' } };
}

const BENS = rules(['ben']);
const document = (note: string): string => `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: alpha, source: memory }
spec: { note: ${note} }
`;

let world: World;
let surface: ApprovalSurface;
let pull: PullRequest;
let before: string;
let plan: Plan;
beforeEach(async () => {
  world = await startWorld();
  before = await world.repository.head();
  const ledger = new Ledger(
    await begun(new MemoryLedger(), trial),
    () => AT,
    () => undefined,
  );
  surface = { repository: world.readOnly, contents: createContents(world.readOnly), providers, ledger };
  await world.repository.push({ as: world.ana, branch: 'change', files: { 'identities/alpha.yaml': document('new') } });
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
  plan = await planned();
});
afterEach(() => world.server.close());

/** The plan of the head as it is, by Ben's rules. */
async function planned(): Promise<Plan> {
  const { state } = await desiredAt(surface.contents, pull.head.sha, BENS, providers);
  const desired = state.identities.map(({ address, hash }) => ({ address, base: null, head: hash }));
  const sources = [{ name: 'memory', provider: 'memory', target: { id: 'one' } }];
  return { formatVersion: '1', sources, desired, governance: [], requests: [], changes: [changeWith('alpha')] };
}

const ASSESSMENT = canonicalize({
  formatVersion: '1',
  access: [],
  changes: [{ address: ALPHA, risk: { level: 'low', reasons: [] }, gains: [], loses: [], location: null }],
});

async function enter(body: EntryBody, kept: readonly string[] = []): Promise<void> {
  const blobs = kept.map((text) => ({ hash: sha256(text), bytes: Buffer.from(text) }));
  await surface.ledger.append([{ ...draft(body, pull.number), digest: planDigest(plan) }], blobs);
}

/** Enters the plan as a publisher does, and the comment in which it stands. @param kept what the ledger keeps besides. */
async function publish(kept: readonly string[] = [canonicalize(plan), ASSESSMENT, BODY]): Promise<void> {
  const authorId = world.app.bot.id;
  const comment = await postComment(world.ours, { pullRequest: pull.number, body: BODY, authorId });
  const head = pull.head.sha;
  const hashes = { body: sha256(BODY), assessment: sha256(ASSESSMENT) };
  const run = { run: 'run-1', head, senders: [] };
  const first = { code: 'kt5m-w2qa', baseBranch: 'main', mustQuote: false, because: 'first' } as const;
  await enter({ type: 'planned', ...run, ...first, ...hashes }, kept);
  await enter({ type: 'published', ...run, commentId: comment.id, createdAt: comment.createdAt });
}

async function review(...by: readonly Account[]): Promise<void> {
  world.server.advanceClock(2);
  for (const as of by) await world.repository.review(pull, { as, event: 'APPROVE' });
}

async function land(): Promise<Landing> {
  world.server.advanceClock(2);
  const commit = await world.repository.mergePullRequest(pull, { as: world.ana, method: 'squash' });
  const landed = await pullRequest(world.readOnly, pull.number);
  return { pull: landed, before, commit, commits: [commit], name: commit, unattributed: null };
}

/** What is asked about a landing whose publication stood. */
async function question(parts: Partial<Published> = {}): Promise<Question> {
  const landed = await pullRequest(world.readOnly, pull.number);
  const entries = await surface.ledger.entries(pull.number);
  const run = publicationRuns(entries).at(-1);
  if (run === undefined) throw new Error('nothing was published');
  const published = await publishedPlan(surface.ledger, run, { head: landed.head.sha, entries });
  if (published === null) throw new Error('nothing was kept');
  return { pull: landed, run, entries, published: { ...published, ...parts }, defaultBranch: 'main', bypassed: null };
}

async function reviewedAndLanded(...by: readonly Account[]): Promise<Landing> {
  await publish();
  await review(...by);
  return await land();
}

describe('a landing is allowed', () => {
  /** By rules before it and at the tip: how, and the codes of why not. */
  async function allowance(then: Configuration, now: Configuration, parts: Partial<Published> = {}) {
    const found = await allowanceOf(surface, await question(parts), { before: then, tip: now });
    return found.kind === 'allowed' ? [found.kind] : [found.kind, ...found.reasons.map(({ code }) => code)];
  }

  it('when those approved who may by the rules before it and by those of today', async () => {
    await reviewedAndLanded(world.ben);
    expect(await allowance(BENS, rules(['ben', 'olga']))).toEqual(['allowed']);
    const found = await allowanceOf(surface, await question(), { before: BENS, tip: BENS });
    expect(found).toMatchObject({
      kind: 'allowed',
      decision: { kind: 'approved', counted: [{ reviewer: { login: 'ben' } }] },
    });
  });

  it('by both of these rules, and not by one alone', async () => {
    await reviewedAndLanded(world.ben);
    const denied = ['denied', 'approval-missing'];
    expect(await allowance(rules(['olga']), BENS)).toEqual(denied);
    expect(await allowance(BENS, rules(['olga']))).toEqual(denied);
  });

  it('and else told why by the rules before it, where neither allow it', async () => {
    await reviewedAndLanded();
    const stricter = { ...BENS, approval: { ...BENS.approval, approvals: 2 } };
    const found = await allowanceOf(surface, await question(), { before: BENS, tip: stricter });
    expect(found).toMatchObject({ kind: 'denied', reasons: [{ message: expect.stringContaining('(0 of 1 by ') }] });
  });

  it('only where its source may be written by both', async () => {
    await reviewedAndLanded(world.ben);
    const observed = rules(['ben'], { mode: 'observe' });
    expect(await allowance(observed, BENS)).toEqual(['denied', 'source-observed']);
    expect(await allowance(BENS, observed)).toEqual(['denied', 'source-observed']);
  });

  it('only where it gives no access beyond what was shown', async () => {
    plan = { ...plan, changes: [changeWith('alpha', { before: { enabled: false }, after: { enabled: true } })] };
    await reviewedAndLanded(world.ben);
    expect(await allowance(BENS, BENS)).toEqual(['denied', 'access-widened']);
  });

  it('and else told which reviews do not count, and why, up to ten of them', async () => {
    await publish();
    await review(...Array.from({ length: 12 }, () => world.rita));
    await land();
    const found = await allowanceOf(surface, await question(), { before: BENS, tip: BENS });
    const [missing, ...reviews] = found.kind === 'denied' ? found.reasons : [];
    expect(missing?.code).toBe('approval-missing');
    expect(reviews).toHaveLength(10);
    expect(reviews[0]).toMatchObject({
      code: 'review-superseded',
      message: expect.stringMatching(/^The review of rita does not count: \S/u),
    });
  });

  it('or not yet, where nobody can tell who is in a team that has to approve, by either rules', async () => {
    await reviewedAndLanded(world.ben);
    const unread = ['unread', 'team-unreadable'];
    expect(await allowance(rules(TEAM), rules(TEAM))).toEqual(unread);
    expect(await allowance(rules(TEAM), BENS)).toEqual(unread);
    expect(await allowance(BENS, rules(TEAM))).toEqual(unread);
  });

  it('and not, where the other rules deny it whoever is in that team', async () => {
    await reviewedAndLanded(world.ben);
    expect(await allowance(rules(TEAM), rules(['olga']))).toEqual(['denied', 'approval-missing']);
    expect(await allowance(rules(['olga']), rules(TEAM))).toEqual(['denied', 'approval-missing']);
  });
});

describe('what has begun', () => {
  it('is finished under the approval that it began with, and under no other', async () => {
    await reviewedAndLanded();
    const asked = await question();
    const decision = async (digest: typeof asked.run.digest | null) => {
      const found = await decided(surface, asked, BENS, digest === null ? null : { digest });
      return [found.kind, ...found.reasons.map(({ code }) => code)];
    };
    expect(await decision(null)).toEqual(['refused', 'approval-missing']);
    expect(await decision(planDigest(plan))).toEqual(['approved', 'begun-under-approval']);
    expect(await decision(sha256('another plan'))).toEqual(['refused', 'digest-differs']);
  });
});

describe('the plan of a landing is approved', () => {
  const found = async (landing: Landing, configuration = BENS) =>
    await approvedPlan(surface, landing, configuration, null);
  const UNAPPROVED = { kind: 'unapproved' };

  it('when it brought what was published, and its reviews count', async () => {
    expect(await found(await reviewedAndLanded(world.ben))).toEqual({ kind: 'approved', plan });
  });

  it('when they do by these rules, and not by others', async () => {
    expect(await found(await reviewedAndLanded(world.ben), rules(['olga']))).toEqual(UNAPPROVED);
  });

  it('or nobody can tell yet, where a team that has to approve cannot be read', async () => {
    expect(await found(await reviewedAndLanded(world.ben), rules(TEAM))).toEqual({
      kind: 'unread',
      reasons: [{ code: 'team-unreadable', message: expect.stringContaining(TEAM) }],
    });
  });

  it('and not, when nobody approved it', async () => {
    expect(await found(await reviewedAndLanded())).toEqual(UNAPPROVED);
  });

  it('and not, when it is nobody’s pull request', async () => {
    expect(await found({ ...(await reviewedAndLanded(world.ben)), pull: null })).toEqual(UNAPPROVED);
  });

  it('and not, when it was published nowhere, or only after it landed', async () => {
    await review(world.ben);
    const landing = await land();
    expect(await found(landing)).toEqual(UNAPPROVED);
    world.server.advanceClock(2);
    await publish();
    expect(await found(landing)).toEqual(UNAPPROVED);
  });

  it('and not, when it brought something else than was published', async () => {
    const landing = await reviewedAndLanded(world.ben);
    const files = { 'identities/alpha.yaml': document('another') };
    const commit = await world.repository.push({ as: world.olga, branch: 'main', files });
    expect(await found({ ...landing, commit })).toEqual(UNAPPROVED);
  });

  it('and not told, when the ledger does not keep what was published', async () => {
    await publish([ASSESSMENT, BODY]);
    await review(world.ben);
    expect(await found(await land())).toMatchObject({ kind: 'unread', reasons: [{ code: 'ledger-content-missing' }] });
  });

  it('once: not when the ledger says that it is finished', async () => {
    const landing = await reviewedAndLanded(world.ben);
    const { id } = world.repository.repository;
    const applyId = applyIdOf(id, pull.number, landing.commit, planDigest(plan));
    const nothing = { result: 'nothing', applied: [], unapplied: [], settled: null } as const;
    await enter({ type: 'apply-finished', applyId: sha256('another'), landing: landing.commit, ...nothing });
    expect((await found(landing)).kind).toBe('approved');
    await enter({ type: 'apply-finished', applyId, landing: landing.commit, ...nothing });
    expect(await found(landing)).toEqual(UNAPPROVED);
  });
});
