import { executePlan, type ApplyReport } from '../core/apply/execute.ts';
import { receiptBody } from '../core/apply/history.ts';
import { isDone } from '../core/apply/receipt.ts';
import { parseAddress, type Address } from '../core/address.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { hashJson, sha256 } from '../core/digest.ts';
import type { Json, Sha256 } from '../core/json.ts';
import type { Actor, ApplyResult } from '../core/ledger/bodies.ts';
import type { EntryBody } from '../core/ledger/bodies.ts';
import type { Plan } from '../core/plan.ts';
import type { Applier, Progress, SecretSink, Writer } from '../core/ports.ts';
import { contributorsOf } from '../github/contributors.ts';
import { findOwnComment, postComment } from '../github/comment.ts';
import { ownAccount } from '../github/persons.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { repositoryFacts } from '../github/repository.ts';
import { renderOutcome, type ApplyOutcome } from '../render/outcome.ts';
import { judgeLanding, type Approved, type JudgeSurface, type Judgement } from './judge-landing.ts';
import { landingsSince, type Landing } from './landings.ts';
import type { Lease } from './lease.ts';
import { levelOf, verifyHint } from './checks.ts';
import type { Ledger } from './ledger.ts';
import { tipOf } from './plan-pull-request.ts';
import type { Connect } from './read-live.ts';
import { requireRules } from './rules.ts';

export type ApplySurface = Omit<JudgeSurface, 'ledger'> & {
  readonly openLedger: (configuration: Configuration) => Promise<Ledger>;
  /** Null: another run holds it, and will do what there is to do. */
  readonly acquireLease: (configuration: Configuration) => Promise<Lease | null>;
  readonly loadApplier: (provider: string) => Promise<Applier>;
  readonly connect: Connect;
  readonly sink: SecretSink;
  readonly progress: Progress;
};

export type LandingReport = {
  readonly landing: Landing;
  readonly result: ApplyResult | 'unfinished';
  readonly digest: Sha256 | null;
  readonly reasons: readonly Reason[];
  readonly report: ApplyReport | null;
  readonly commentUrl: string | null;
};

/**
 * Finds every landed pull request that is not finished, oldest first, and applies, resumes or refuses each.
 * An unfinished one delays only those whose scope it meets. @returns null when another run is at it.
 */
export async function applyLanded(surface: ApplySurface): Promise<readonly LandingReport[] | null> {
  const { defaultBranch } = await repositoryFacts(surface.repository);
  const tip = await tipOf(surface.repository, defaultBranch);
  const configuration = await requireRules(surface.contents, tip, surface.providers);
  const ledger = await surface.openLedger(configuration);
  const lease = await surface.acquireLease(configuration);
  if (lease === null) return null;
  try {
    const landings = await landingsSince(surface, { branch: defaultBranch, tip, settled: await ledger.settled(), configuration });
    return await new ApplyRun({ ...surface, ledger }, lease, { commit: tip, configuration }).all(landings);
  } finally {
    await lease.release();
  }
}

class ApplyRun {
  readonly #surface: ApplySurface & { readonly ledger: Ledger };
  readonly #lease: Lease;
  readonly #tip: { readonly commit: string; readonly configuration: Configuration };
  /** Addresses of landings that stay unfinished: later plans about them have to wait. */
  readonly #pending = new Set<Address>();
  #allFinished = true;

  constructor(surface: ApplySurface & { readonly ledger: Ledger }, lease: Lease, tip: { readonly commit: string; readonly configuration: Configuration }) {
    this.#surface = surface;
    this.#lease = lease;
    this.#tip = tip;
  }

  async all(landings: readonly Landing[]): Promise<readonly LandingReport[]> {
    const reports: LandingReport[] = [];
    for (const landing of landings) {
      const report = await this.#one(landing);
      if (report !== null) reports.push(report);
    }
    return reports;
  }

  async #one(landing: Landing): Promise<LandingReport | null> {
    this.#surface.progress(landing.pull === null ? `commit ${landing.commit.slice(0, 7)}` : `pull request ${landing.pull.number}`);
    const judgement = await judgeLanding(this.#surface, landing, this.#tip);
    switch (judgement.kind) {
      case 'finished':
      case 'not-installed':
        return null;
      case 'refused':
      case 'superseded':
        return await this.#refuse(landing, judgement);
      case 'approved':
        return await this.#apply(judgement);
    }
  }

  async #refuse(landing: Landing, judgement: Extract<Judgement, { kind: 'refused' | 'superseded' }>): Promise<LandingReport> {
    const { applyId, digest, reasons } = judgement;
    const number = landing.pull?.number ?? null;
    const addresses = judgement.plan?.changes.filter(({ steps }) => steps.length > 0).map(({ address }) => address) ?? [];
    const contributors = landing.pull === null ? [] : await this.#contributors(landing.pull);
    await this.#append(number, digest, { type: 'refused', applyId, landing: landing.commit, reasons });
    const unapplied = addresses.map((address) => ({ address, contributors }));
    const outcome: ApplyOutcome = judgement.kind === 'refused' ? { kind: 'refused', reasons } : { kind: 'superseded', report: null };
    const commentUrl = await this.#comment(landing, { plan: judgement.plan, digest, applyId, outcome });
    await this.#finish(landing, digest, { applyId, result: judgement.kind, applied: [], unapplied });
    return { landing, result: judgement.kind, digest, reasons, report: null, commentUrl };
  }

  async #apply(approved: Approved): Promise<LandingReport> {
    const { landing, pull, plan, digest, applyId } = approved;
    const waits = plan.changes.find(({ address }) => this.#pending.has(address));
    if (waits !== undefined) return this.#postpone(approved, { code: 'earlier-landing-unfinished', message: `${waits.address} is part of an earlier landing that is not finished.` });
    const opened = await this.#openWriters(plan, approved.configuration);
    if (opened.kind === 'problem') return this.#postpone(approved, opened.reason);
    try {
      await this.#begin(approved);
      const report = await executePlan({
        plan,
        applyId,
        history: approved.history,
        writers: opened.writers,
        recorder: {
          intent: async (stepId) => await this.#append(pull.number, digest, { type: 'intent', applyId, stepId }),
          receipt: async (receipt) => await this.#append(pull.number, digest, receiptBody(applyId, receipt)),
        },
        sink: this.#surface.sink,
        fence: async () => await this.#lease.fence(),
        progress: this.#surface.progress,
      });
      if (report.result === 'unfinished') return this.#postpone(approved, { code: 'apply-unfinished', message: 'The next run continues where this one stopped.' }, report);
      const done = new Set(report.receipts.filter(isDone).map(({ stepId }) => stepId));
      const executed = plan.changes.filter(({ steps }) => steps.length > 0);
      const applied = executed.filter(({ steps }) => steps.every(({ id }) => done.has(id))).map(({ address }) => address);
      const missed = executed.filter(({ address }) => !applied.includes(address));
      const contributors = missed.length === 0 ? [] : await this.#contributors(pull);
      const commentUrl = await this.#comment(landing, { plan, digest, applyId, outcome: { kind: 'executed', report } });
      await this.#finish(landing, digest, { applyId, result: report.result, applied, unapplied: missed.map(({ address }) => ({ address, contributors })) });
      return { landing, result: report.result, digest, reasons: [], report, commentUrl };
    } finally {
      for (const writer of opened.writers.values()) await writer.close();
    }
  }

  async #begin({ pull, landing, digest, applyId, run, decision, plan, configuration, history }: Approved): Promise<void> {
    await this.#lease.fence();
    if (history.approved === null) {
      const reviews = decision.counted.map(({ reviewId, reviewer }) => ({ id: reviewId, reviewer: { id: reviewer.id, login: reviewer.login } }));
      const rules = { before: hashJson(configuration as unknown as Json), tip: hashJson(this.#tip.configuration as unknown as Json) };
      await this.#append(pull.number, digest, { type: 'approved', applyId, landing: landing.commit, run: run.id, reviews, rules });
    }
    const steps = plan.changes.flatMap((change) => change.steps.map(({ id, repeat }) => ({ id, repeat })));
    await this.#append(pull.number, digest, { type: 'apply-started', applyId, landing: landing.commit, epoch: this.#lease.epoch, holder: this.#lease.holder, steps });
  }

  async #openWriters(plan: Plan, configuration: Configuration): Promise<{ kind: 'writers'; writers: ReadonlyMap<string, Writer> } | { kind: 'problem'; reason: Reason }> {
    const names = new Set(plan.changes.filter(({ steps }) => steps.length > 0).map(({ address }) => parseAddress(address).source));
    const writers = new Map<string, Writer>();
    try {
      for (const source of configuration.sources.filter(({ name }) => names.has(name))) {
        const applier = await this.#surface.loadApplier(source.provider);
        writers.set(source.name, applier.writer(this.#surface.connect(source, 'write')));
      }
      return { kind: 'writers', writers };
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      return { kind: 'problem', reason: { code: error.code, message: `${error.message} ${error.mend}` } };
    }
  }

  /** Nothing terminal is entered: what keeps it from finishing can pass. */
  #postpone({ landing, plan, digest }: Approved, reason: Reason, report: ApplyReport | null = null): LandingReport {
    for (const { address } of plan.changes) this.#pending.add(address);
    this.#allFinished = false;
    return { landing, result: 'unfinished', digest, reasons: [reason], report, commentUrl: null };
  }

  async #finish(
    landing: Landing,
    digest: Sha256 | null,
    finished: { applyId: Sha256; result: ApplyResult; applied: readonly Address[]; unapplied: readonly { address: Address; contributors: readonly Actor[] }[] },
  ): Promise<void> {
    const body = { type: 'apply-finished' as const, ...finished, landing: landing.commit, settled: this.#allFinished ? landing.commit : null };
    await this.#append(landing.pull?.number ?? null, digest, body);
  }

  async #append(pullRequest: number | null, digest: Sha256 | null, body: EntryBody): Promise<void> {
    await this.#surface.ledger.append([{ pullRequest, digest, body }]);
  }

  async #contributors(pull: PullRequest): Promise<readonly Actor[]> {
    const { contributors } = await contributorsOf(this.#surface.repository, { pull, senders: [], sameInputs: () => Promise.resolve(false) });
    return contributors.flatMap(({ person }) => (person === null ? [] : [{ id: person.id, login: person.login }]));
  }

  /** Posted before the apply is entered as finished, and found again by its bytes, so that a crash neither loses nor doubles it. */
  async #comment({ pull, commit }: Landing, ended: { plan: Plan | null; digest: Sha256 | null; applyId: Sha256; outcome: ApplyOutcome }): Promise<string | null> {
    const { repository } = this.#surface;
    const { configuration } = this.#tip;
    const { plan, digest } = ended;
    if (pull === null || plan === null || digest === null) return null;
    const input = { landing: commit, level: levelOf(configuration), verifyHint: verifyHint(repository, configuration) };
    const body = renderOutcome({ ...ended, plan, digest, ...input });
    const draft = { pullRequest: pull.number, authorId: (await ownAccount(repository.github)).id, body };
    const posted = (await findOwnComment(repository, { ...draft, hash: sha256(body) })) ?? (await postComment(repository, draft));
    return posted.url;
  }
}
