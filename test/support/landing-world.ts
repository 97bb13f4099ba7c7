import { applyIdOf } from '../../src/core/apply/landing.ts';
import { CONFIGURATION_PATH, type Configuration } from '../../src/core/configuration.ts';
import { canonicalize, planDigest, sha256 } from '../../src/core/digest.ts';
import type { Sha256 } from '../../src/core/json.ts';
import { beginLedger } from '../../src/core/ledger/append.ts';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { Plan } from '../../src/core/plan.ts';
import { scopeOf, desiredOf, requestsIn } from '../../src/core/scope.ts';
import { postComment } from '../../src/github/comment.ts';
import { createContents } from '../../src/github/contents.ts';
import { pullRequest, type PullRequest } from '../../src/github/pull-requests.ts';
import { mergeBase } from '../../src/github/repository.ts';
import { memory } from '../../src/providers/memory/index.ts';
import type { JudgeSurface } from '../../src/workflows/judge-landing.ts';
import type { Landing } from '../../src/workflows/landings.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { desiredAt, governanceBetween, requireRules } from '../../src/workflows/rules.ts';
import type { Account, PullRequest as Opened } from '../github-server/index.ts';
import { startWorld, type World } from '../github/world.ts';
import { landingWith } from './landed.ts';
import { AT, draft, trial } from './ledger-writer.ts';
import { MemoryLedger } from './memory-ledger.ts';
import { changeWith } from './plans.ts';

export type Files = Readonly<Record<string, string | null>>;

/** Rules by which ben approves for the source, and olga rules. @param more text at the end */
export const rules = (more = ''): string => `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { owners: [ben], administrators: [olga] }
sources:
  memory:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: owners
approval: { administrators: administrators }
ledger: { signing: { kind: none } }
${more}`;

/** The document of an account, by its path. */
export const account = (name: string, note: string): Readonly<Record<string, string>> => ({
  [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: memory }
spec: { note: ${note} }
`,
});

type Planned = { readonly plan: Plan; readonly digest: Sha256 };

type Publishing = { readonly keeps?: boolean; readonly also?: Partial<Plan> };

const BODY = 'The plan, as reviewers saw it.';

/** A repository with rules, a ledger that begins at its first commit, and what publishers and people do there, without any run. */
export class LandingWorld {
  readonly world: World;
  readonly store: MemoryLedger;
  readonly surface: JudgeSurface;

  private constructor(world: World, store: MemoryLedger, surface: JudgeSurface) {
    this.world = world;
    this.store = store;
    this.surface = surface;
  }

  static async begin(files: Readonly<Record<string, string>> = {}): Promise<LandingWorld> {
    const world = await startWorld({ [CONFIGURATION_PATH]: rules(), ...files });
    const store = new MemoryLedger();
    const writer = { store, ...trial, anchor: null, writer: 'run 1' };
    const tip = await world.repository.head();
    await beginLedger(writer, { type: 'genesis', ledgerId: 'ledger-1', signers: [], governance: {}, tip }, AT);
    const ledger = new Ledger(
      writer,
      () => AT,
      () => undefined,
    );
    const contents = createContents(world.readOnly);
    const providers = new Map([[memory.name, memory]]);
    return new LandingWorld(world, store, { repository: world.readOnly, contents, providers, ledger });
  }

  async close(): Promise<void> {
    await this.world.server.close();
  }

  async rulesAt(commit: string): Promise<Configuration> {
    return await requireRules(this.surface.contents, commit, this.surface.providers);
  }

  async propose(branch: string, files: Files, as: Account = this.world.ana): Promise<Opened> {
    await this.world.repository.push({ as, branch, files });
    return await this.world.repository.openPullRequest({ as, head: branch });
  }

  /** A push to the default branch that is nobody's pull request, some minutes ago. */
  async pushed(files: Files, as: Account = this.world.olga): Promise<Landing> {
    const before = await this.world.repository.head();
    const commit = await this.world.repository.push({ as, branch: 'main', files });
    this.world.server.advanceClock(600);
    return landingWith({ before, commit, commits: [commit], name: commit });
  }

  /** What the head changes from where it and the base parted, by the rules there. */
  async planOf({ number, head }: Opened): Promise<Plan> {
    const { contents, providers } = this.surface;
    const before = (await mergeBase(this.world.readOnly, 'main', head.sha)) ?? '';
    const configuration = await this.rulesAt(before);
    const stateAt = async (commit: string) => (await desiredAt(contents, commit, configuration, providers)).state;
    const { identities } = scopeOf(await stateAt(before), await stateAt(head.sha), 'pull-request');
    return {
      formatVersion: '1',
      sources: [{ name: 'memory', provider: 'memory', target: { id: 'one' } }],
      desired: desiredOf(identities),
      governance: await governanceBetween(this.surface, before, head.sha, configuration),
      requests: requestsIn(identities),
      changes: identities.map(({ address }) => changeWith(address.split('/')[2] ?? String(number))),
    };
  }

  async enter(
    pull: number | null,
    digest: Sha256 | null,
    body: EntryBody,
    kept: readonly string[] = [],
  ): Promise<void> {
    const blobs = kept.map((text) => ({ hash: sha256(text), bytes: Buffer.from(text) }));
    await this.surface.ledger.append([{ ...draft(body, pull), digest }], blobs);
  }

  /**
   * Enters the plan as a publisher does, and the comment in which it stands.
   * @param keeps whether the ledger keeps what it names
   * @returns what was planned, and its digest
   */
  async publish(pull: Opened, { keeps = true, also = {} }: Publishing = {}): Promise<Planned> {
    const plan = { ...(await this.planOf(pull)), ...also };
    const risk = { level: 'low', reasons: [] };
    const changes = plan.changes.map(({ address }) => ({ address, risk, gains: [], loses: [], location: null }));
    const assessment = canonicalize({ formatVersion: '1', changes, access: [] });
    const digest = planDigest(plan);
    const authorId = this.world.app.bot.id;
    const comment = await postComment(this.world.ours, { pullRequest: pull.number, body: BODY, authorId });
    const run = { run: 'run-1', head: pull.head.sha, senders: [] };
    const hashes = { body: sha256(BODY), assessment: sha256(assessment) };
    const first = { code: 'kt5m-w2qa', baseBranch: 'main', mustQuote: false, because: 'first' } as const;
    const kept = keeps ? [canonicalize(plan), assessment, BODY] : [];
    await this.enter(pull.number, digest, { type: 'planned', ...run, ...first, ...hashes }, kept);
    const { id: commentId, createdAt } = comment;
    await this.enter(pull.number, digest, { type: 'published', ...run, commentId, createdAt });
    return { plan, digest };
  }

  async approve(pull: Opened, ...by: readonly Account[]): Promise<void> {
    this.world.server.advanceClock(2);
    for (const as of by) await this.world.repository.review(pull, { as, event: 'APPROVE' });
    this.world.server.advanceClock(2);
  }

  /** As the pull request is now. */
  async now({ number }: Opened): Promise<PullRequest> {
    return await pullRequest(this.world.readOnly, number);
  }

  /** Squashes it onto the default branch. */
  async land(opened: Opened): Promise<Landing> {
    const before = await this.world.repository.head();
    this.world.server.advanceClock(2);
    const commit = await this.world.repository.mergePullRequest(opened, { as: this.world.ana, method: 'squash' });
    const pull = await this.now(opened);
    return landingWith({ pull, before, commit, commits: [commit], name: commit });
  }

  /** A pull request of these files, published, approved by these, and squashed. */
  async landed(branch: string, files: Files, ...by: readonly Account[]) {
    const opened = await this.propose(branch, files);
    const published = await this.publish(opened);
    await this.approve(opened, ...by);
    return { opened, ...published, landing: await this.land(opened) };
  }

  applyIdOf({ pull, name }: Landing, digest: Sha256 | null): Sha256 {
    return applyIdOf(this.world.repository.repository.id, pull?.number ?? null, name, digest);
  }
}
