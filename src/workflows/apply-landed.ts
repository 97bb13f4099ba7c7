import { executePlan, type ApplyReport } from '../core/apply/execute.ts';
import { isDone } from '../core/apply/receipt.ts';
import type { Address } from '../core/address.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Random } from '../core/creation-mark.ts';
import type { Identity } from '../core/desired/types.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { ApplyResult } from '../core/ledger/bodies.ts';
import type { Principal } from '../core/own-app.ts';
import type { Plan } from '../core/plan.ts';
import type { Progress, SecretSink, Writer } from '../core/ports.ts';
import type { HeldLease, LeaseOutcome } from '../github/lease.ts';
import { repositoryFacts } from '../github/repository.ts';
import type { ApplyOutcome } from '../render/outcome.ts';
import { ApplyRecord } from './apply-record.ts';
import { tipOf } from './concern.ts';
import { governanceAt } from './initialise.ts';
import { judgeLanding, type JudgeSurface } from './judge-landing.ts';
import type { Approved, Refused, Superseded } from './judgement.ts';
import { ifReadable, touchedBy } from './landed-inputs.ts';
import { landingsSince, type Landing } from './landings.ts';
import type { Ledger } from './ledger.ts';
import { requireOwnApp } from './own-app.ts';
import { openWriters, type WritersSurface } from './open-writers.ts';
import { requireRules } from './rules.ts';
import { settle } from './settle.ts';
import { standingsOf, type Standings } from './standing.ts';
import { takenIn } from './taken-in.ts';

export type ApplySurface = Omit<JudgeSurface, 'ledger'> &
  WritersSurface & {
    readonly openLedger: (configuration: Configuration) => Promise<Ledger>;
    /** While another run holds it, that one does what there is to do. */
    readonly takeLease: (configuration: Configuration) => Promise<LeaseOutcome>;
    readonly principal: () => Promise<Principal>;
    readonly sink: SecretSink;
    readonly random: Random;
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

/** `unapproved`: rule files in force that nobody approved, so that nothing was written. */
export type ApplyRunReport = { readonly landings: readonly LandingReport[]; readonly unapproved: Reason | null };

/**
 * Finds every landed pull request that is not finished, oldest first, and applies, resumes or refuses each.
 * An unfinished one delays only those whose scope it meets. @returns null when another run is at it.
 */
export async function applyLanded(surface: ApplySurface): Promise<ApplyRunReport | null> {
  const { id, defaultBranch } = await repositoryFacts(surface.repository);
  const tip = await tipOf(surface.repository, defaultBranch);
  const configuration = await requireRules(surface.contents, tip, surface.providers);
  await requireOwnApp(surface, configuration);
  const ledger = await surface.openLedger(configuration);
  const lease = await surface.takeLease(configuration);
  if (lease.kind === 'held') return null;
  try {
    const judging = { ...surface, ledger };
    const found = await landingsSince(judging, {
      branch: defaultBranch,
      tip,
      settled: await ledger.settled(),
      configuration,
    });
    const standings = await standingsOf(judging, found, tip);
    const run = new ApplyRun(judging, lease.held, standings, { commit: tip, configuration });
    const reports = await run.all(found.landings);
    await settle(ledger, id, { commits: found.commits, waiting: run.waiting });
    return { landings: reports, unapproved: standings.tip };
  } finally {
    await lease.held.release();
  }
}

class ApplyRun {
  readonly #surface: ApplySurface & { readonly ledger: Ledger };
  readonly #lease: HeldLease;
  readonly #standings: Standings;
  readonly #tip: { readonly commit: string; readonly configuration: Configuration };
  /** Addresses of landings that stay unfinished: later plans about them have to wait. */
  readonly #pending = new Set<Address>();
  #waiting: Landing | null = null;

  constructor(
    surface: ApplySurface & { readonly ledger: Ledger },
    lease: HeldLease,
    standings: Standings,
    tip: { readonly commit: string; readonly configuration: Configuration },
  ) {
    this.#surface = surface;
    this.#lease = lease;
    this.#standings = standings;
    this.#tip = tip;
  }

  /** The first landing that stays unfinished. */
  get waiting(): Landing | null {
    return this.#waiting;
  }

  async all(landings: readonly Landing[]): Promise<readonly LandingReport[]> {
    const reports: LandingReport[] = [];
    for (const [index, landing] of landings.entries()) {
      if (!this.#standings.concerns(landing)) continue;
      const report = await this.#one(landing, landings.slice(index + 1));
      if (report !== null) reports.push(report);
    }
    return reports;
  }

  async #one(landing: Landing, later: readonly Landing[]): Promise<LandingReport | null> {
    const { pull, commit } = landing;
    this.#surface.progress(pull === null ? `commit ${commit.slice(0, 7)}` : `pull request ${pull.number}`);
    const judgement = await judgeLanding(this.#surface, landing, this.#standings.of(landing), this.#rules(), {
      later,
      tip: this.#tip.commit,
    });
    const before = this.#standings.ratifying.get(commit);
    if (judgement.kind !== 'finished' && before !== undefined) await this.#ratify(landing, before);
    switch (judgement.kind) {
      case 'finished':
        return null;
      case 'refused':
      case 'superseded':
        return pull === null && this.#waiting !== null
          ? await this.#putOff(landing)
          : await this.#refuse(landing, judgement);
      case 'unread':
        return this.#putBack(landing, judgement, await this.#touched(landing, judgement));
      case 'approved':
        return await this.#apply(judgement);
    }
  }

  /** Rules at the tip that nobody approved neither allow nor refuse a landing for good. */
  #rules(): Configuration {
    const { tip, rules } = this.#standings;
    return tip === null ? this.#tip.configuration : rules;
  }

  /** In the order of the landings: what was judged before this one was judged by the rules that stood then. */
  async #ratify({ pull, commit }: Landing, before: Configuration): Promise<void> {
    const { contents, providers, ledger } = this.#surface;
    const after = await requireRules(contents, commit, providers);
    // What can never be read declares nothing, and whatever makes it readable again has no plan.
    const taken = await ifReadable<readonly Identity[]>(
      async () => await takenIn(this.#surface, commit, { before, after }),
      () => [],
    );
    const governance = await governanceAt(contents, commit, after);
    const body = { type: 'rules' as const, commit, governance, takenIn: taken.map(({ address }) => address) };
    await ledger.append([{ pullRequest: pull?.number ?? null, digest: null, body }]);
  }

  /**
   * A push without a pull request is remembered only by the place that the ledger has reached, so it is refused and reported by
   * the run that finishes what is before it. Until then nobody can build upon what it brought.
   */
  async #putOff(landing: Landing): Promise<null> {
    for (const address of await this.#touched(landing, { plan: null })) this.#pending.add(address);
    return null;
  }

  async #refuse(landing: Landing, judgement: Refusal): Promise<LandingReport> {
    const { kind: result, applyId, digest, reasons, plan, inputs } = judgement;
    const done = plan === null ? [] : doneBefore(judgement, plan);
    const undone = judgement.kind === 'superseded' ? judgement.undone : await this.#touched(landing, judgement);
    const record = this.#record(landing, applyId, digest);
    await record.refused(reasons, this.#standings.bypassed);
    const outcome: ApplyOutcome =
      result === 'refused' ? { kind: 'refused', reasons } : { kind: 'superseded', report: reportOf(judgement) };
    const commentUrl = await record.finish({
      result,
      outcome,
      plan,
      inputs,
      applied: done,
      unapplied: undone.filter((address) => !done.includes(address)),
      settles: this.#waiting === null,
    });
    return { landing, result, digest, reasons, report: null, commentUrl };
  }

  /** Whose base was changed without an approval, planned or not: what refers to it from now on asks the source's owner, too. */
  async #touched(landing: Landing, { plan }: Pick<Refused, 'plan'>): Promise<readonly Address[]> {
    const touched = new Set(plan?.desired.map(({ address }) => address));
    // Rules at the tip that nobody approved hide nothing from those that will stand again.
    for (const configuration of new Set([this.#tip.configuration, this.#rules()]))
      for (const address of await touchedBy(this.#surface, landing, configuration)) touched.add(address);
    return [...touched];
  }

  async #apply(approved: Approved): Promise<LandingReport> {
    const { plan, configuration } = approved;
    if (this.#standings.tip !== null) return this.#postpone(approved, this.#standings.tip);
    const waits = plan.changes.find(({ address }) => this.#pending.has(address));
    if (waits !== undefined) return this.#postpone(approved, earlier(waits.address));
    const opened = await openWriters(this.#surface, plan, configuration);
    if (opened.kind === 'problem') return this.#postpone(approved, opened.reason);
    try {
      return await this.#execute(approved, opened.writers);
    } finally {
      for (const writer of opened.writers.values()) await writer.close();
    }
  }

  async #execute(approved: Approved, writers: ReadonlyMap<string, Writer>): Promise<LandingReport> {
    const { landing, plan, inputs, digest, applyId, history, finishing } = approved;
    const record = this.#record(landing, applyId, digest);
    await this.#lease.fence();
    await record.begin(approved, this.#lease.lease);
    const { sink, random, progress } = this.#surface;
    const fence = async () => await this.#lease.fence();
    const report = await executePlan({
      plan,
      history,
      ...(finishing === null ? {} : { finishing }),
      writers,
      recorder: record,
      sink,
      fence,
      random,
      progress,
    });
    if (report.result === 'unfinished') return this.#postpone(approved, UNFINISHED, report);
    const done = new Set(report.receipts.filter(isDone).map(({ stepId }) => stepId));
    // What has no steps was approved all the same, and its base stands on that word from now on.
    const { applied = [], unapplied = [] } = Object.groupBy(plan.changes, ({ steps }) =>
      steps.every(({ id }) => done.has(id)) ? 'applied' : 'unapplied',
    );
    const commentUrl = await record.finish({
      result: report.result,
      outcome: { kind: 'executed', report },
      plan,
      inputs,
      applied: applied.map(({ address }) => address),
      unapplied: unapplied.map(({ address }) => address),
      settles: this.#waiting === null,
    });
    return { landing, result: report.result, digest, reasons: [], report, commentUrl };
  }

  #record(landing: Landing, applyId: Sha256, digest: Sha256 | null): ApplyRecord {
    const tip = { ...this.#tip, unapproved: this.#standings.tip };
    return new ApplyRecord({ ...this.#surface, tip }, landing, applyId, digest);
  }

  #postpone({ landing, plan, digest }: Approved, reason: Reason, report: ApplyReport | null = null): LandingReport {
    const addresses = plan.changes.map(({ address }) => address);
    return { ...this.#putBack(landing, { digest, reasons: [reason] }, addresses), report };
  }

  /** Nothing terminal is entered: what keeps it from finishing can pass. */
  #putBack(
    landing: Landing,
    { digest, reasons }: Pick<LandingReport, 'digest' | 'reasons'>,
    addresses: readonly Address[],
  ): LandingReport {
    for (const address of addresses) this.#pending.add(address);
    this.#waiting ??= landing;
    return { landing, result: 'unfinished', digest, reasons, report: null, commentUrl: null };
  }
}

type Refusal = Refused | Superseded;

/** Addresses of which every step was done by earlier runs, before what is refused now, and that stand as they were done. */
function doneBefore(refusal: Refusal, plan: Plan): readonly Address[] {
  const taken = refusal.kind === 'superseded' ? refusal.takenOver : new Set<Address>();
  return plan.changes
    .filter(({ address, steps }) => steps.length > 0 && !taken.has(address))
    .filter(({ steps }) => steps.every(({ id }) => isDone(refusal.history?.receipts.get(id))))
    .map(({ address }) => address);
}

/** What earlier runs left of an apply that ends now; null when none of them wrote anything. */
function reportOf({ history }: Refusal): ApplyReport | null {
  if (history === null || history.receipts.size === 0) return null;
  return { result: 'partial', receipts: [...history.receipts.values()], unverified: [] };
}

const UNFINISHED: Reason = { code: 'apply-unfinished', message: 'The next run continues where this one stopped.' };

function earlier(address: Address): Reason {
  return {
    code: 'earlier-landing-unfinished',
    message: `${address} is part of an earlier landing that is not finished.`,
  };
}
