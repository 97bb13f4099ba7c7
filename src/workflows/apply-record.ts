import type { Address } from '../core/address.ts';
import type { ContributorFacts } from '../core/approval/facts.ts';
import type { FollowUp } from '../core/apply/follow-up.ts';
import { receiptBody } from '../core/apply/history.ts';
import type { Receipt } from '../core/apply/receipt.ts';
import { unappliedChanges } from '../core/apply/unapplied.ts';
import { levelOf } from '../core/configuration/level.ts';
import { sha256 } from '../core/digest.ts';
import { rulesHash } from '../core/rules-hash.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Lease } from '../core/ledger/lease.ts';
import type { ApplyResult, EntryBody, Involved, UnappliedChange } from '../core/ledger/bodies.ts';
import type { Plan } from '../core/plan.ts';
import type { Progress } from '../core/ports.ts';
import type { BaseMerge } from '../github/base-merges.ts';
import { findOwnComment, postComment } from '../github/comment.ts';
import { contributorsAcross, contributorsOf } from '../github/contributors.ts';
import { isRefusal } from '../github/errors.ts';
import { ownAccount } from '../github/persons.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import { followUpLine } from '../render/follow-up.ts';
import { renderOutcome, type ApplyOutcome } from '../render/outcome.ts';
import { sendersIn } from './approval-facts.ts';
import { asInvolved } from './bypassed.ts';
import { verifyHint } from './checks.ts';
import { isCleanMerge, type PlannedInputs } from './clean-merge.ts';
import { followUp } from './follow-up.ts';
import type { FollowUpSurface } from './follow-up-draft.ts';
import type { Approved } from './judgement.ts';
import { ifReadable } from './landed-inputs.ts';
import type { Landing } from './landings.ts';
import type { Ledger } from './ledger.ts';
import { ownWrites } from './own-writes.ts';

export type RecordSurface = FollowUpSurface & {
  readonly repository: Repository;
  readonly ledger: Ledger;
  readonly progress: Progress;
};

export type Finish = {
  readonly result: ApplyResult;
  readonly outcome: ApplyOutcome;
  readonly plan: Plan | null;
  /** What the landing was planned from; null where that is not known. */
  readonly inputs: PlannedInputs | null;
  readonly applied: readonly Address[];
  readonly unapplied: readonly Address[];
  /** Whether every earlier landing is finished, so that the next run may begin after this one. */
  readonly settles: boolean;
};

/** What one apply leaves behind: its entries in the ledger, and the comment that says what happened. */
export class ApplyRecord {
  readonly #surface: RecordSurface;
  readonly #landing: Landing;
  readonly #applyId: Sha256;
  readonly #digest: Sha256 | null;

  constructor(surface: RecordSurface, landing: Landing, applyId: Sha256, digest: Sha256 | null) {
    this.#surface = surface;
    this.#landing = landing;
    this.#applyId = applyId;
    this.#digest = digest;
  }

  /** The word under which it executes, unless an earlier run entered it, and that it executes now. */
  async begin({ run, decision, plan, configuration, history }: Approved, lease: Lease): Promise<void> {
    const named = { applyId: this.#applyId, landing: this.#landing.name };
    if (history.approved === null) {
      const reviews = decision.counted.map(({ reviewId, reviewer: { id, login } }) => ({
        id: reviewId,
        reviewer: { id, login },
      }));
      const rules = { before: rulesHash(configuration), tip: rulesHash(this.#surface.tip.configuration) };
      await this.#append({ type: 'approved', ...named, run: run.id, reviews, rules });
    }
    const steps = plan.changes.flatMap((change) => change.steps.map(({ id, repeat }) => ({ id, repeat })));
    await this.#append({ type: 'apply-started', ...named, epoch: lease.epoch, holder: lease.holder, steps });
  }

  async intent(stepId: string, commitment: Sha256): Promise<void> {
    await this.#append({ type: 'intent', applyId: this.#applyId, stepId, commitment });
  }

  async receipt(receipt: Receipt): Promise<void> {
    await this.#append(receiptBody(this.#applyId, receipt));
  }

  async refused(reasons: readonly Reason[], bypassed: Involved | null): Promise<void> {
    const named = { applyId: this.#applyId, landing: this.#landing.name };
    await this.#append({ type: 'refused', ...named, reasons, bypassed });
  }

  /** @returns the address of the comment, when there is a pull request to say it on. */
  async finish({ result, outcome, plan, inputs, applied, unapplied, settles }: Finish): Promise<string | null> {
    const left = unapplied.length === 0 ? [] : await this.#excluding(unapplied, inputs);
    const named = { landing: this.#landing, applyId: this.#applyId, digest: this.#digest };
    const followed = await followUp(this.#surface, { ...named, plan, outcome, unapplied });
    if (followed.kind !== 'none') this.#surface.progress(followUpLine(followed));
    const commentUrl = await this.#comment(plan, outcome, followed);
    const taken = await this.#takenIn();
    await this.#append({
      type: 'apply-finished',
      applyId: this.#applyId,
      landing: this.#landing.name,
      result,
      applied: applied.filter((address) => !taken.has(address)),
      unapplied: left,
      settled: settles ? this.#landing.commit : null,
    });
    return commentUrl;
  }

  /** What the rules of this very landing took in is another document than the one that was approved and applied. */
  async #takenIn(): Promise<ReadonlySet<Address>> {
    const { pull, commit } = this.#landing;
    if (pull === null) return new Set();
    const bodies = (await this.#surface.ledger.entries(pull.number)).map(({ predicate: { body } }) => body);
    return new Set(bodies.flatMap((body) => (body.type === 'rules' && body.commit === commit ? body.takenIn : [])));
  }

  async #append(body: EntryBody): Promise<void> {
    const pullRequest = this.#landing.pull?.number ?? null;
    await this.#surface.ledger.append([{ pullRequest, digest: this.#digest, body }]);
  }

  async #excluding(unapplied: readonly Address[], inputs: PlannedInputs | null): Promise<readonly UnappliedChange[]> {
    const people = asInvolved(await this.#contributors(unapplied, inputs));
    return unappliedChanges(unapplied, people, await this.#surface.ledger.unapplied(unapplied));
  }

  /** By the same measure as when it was judged; where the inputs are not known, whoever merged the base contributed, too. */
  async #contributors(unapplied: readonly Address[], inputs: PlannedInputs | null): Promise<ContributorFacts> {
    const { repository, ledger } = this.#surface;
    const { pull, before, commit } = this.#landing;
    if (pull === null) {
      const { defaultBranch: branch } = await repositoryFacts(repository);
      return await contributorsAcross(repository, { branch, before, commit });
    }
    const senders = sendersIn(await ledger.entries(pull.number));
    const isClean = async (merge: BaseMerge): Promise<boolean> =>
      inputs !== null &&
      (await ifReadable(
        () => isCleanMerge(this.#surface, inputs, merge),
        () => false,
      ));
    const own = await ownWrites(this.#surface, pull, unapplied);
    return await contributorsOf(repository, { pull, senders, isClean, own });
  }

  /** Posted before the apply is entered as finished, and found again by its bytes, so that a crash neither loses nor doubles it. */
  async #comment(plan: Plan | null, outcome: ApplyOutcome, followed: FollowUp): Promise<string | null> {
    const { repository, tip, providers } = this.#surface;
    const { pull, name: landing } = this.#landing;
    if (pull === null) return null;
    const hints = { level: levelOf(tip.configuration), verifyHint: verifyHint(pull.url, tip.configuration) };
    const told = { plan, digest: this.#digest, outcome, landing, applyId: this.#applyId, followUp: followed };
    const kinds = [...providers.values()].flatMap((provider) => provider.kinds);
    const words = new Map(kinds.map((definition) => [definition.kind, definition.words ?? {}]));
    const body = renderOutcome({ ...told, ...hints, words });
    const draft = { pullRequest: pull.number, authorId: (await ownAccount(repository.github)).id, body };
    try {
      const known = await findOwnComment(repository, { ...draft, hash: sha256(body) });
      return (known ?? (await postComment(repository, draft))).url;
    } catch (error) {
      // A locked or full conversation must not keep the apply from being finished: the ledger has it all.
      if (isRefusal(error)) return null;
      throw error;
    }
  }
}
