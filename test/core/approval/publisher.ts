import { nextPublication, publicationRuns, type PlannedNow } from '../../../src/core/approval/runs.ts';
import type { EntryBody, RunReason } from '../../../src/core/ledger/bodies.ts';
import type { LedgerEntry } from '../../../src/core/ledger/entry.ts';
import { at, digestNamed } from './situation.ts';

/** A pull request's life as a publisher would enter it: each line is a head, a digest and a base branch. */
export class Publisher {
  readonly entries: LedgerEntry[] = [];
  private time = 0;

  plan(head: string, digest: string, more: Partial<PlannedNow> = {}): string {
    const runs = publicationRuns(this.entries);
    const comment = { hash: digestNamed('body'), edited: false };
    const next = nextPublication(runs, {
      complete: true,
      digest: digestNamed(digest),
      head,
      baseBranch: 'main',
      comment,
      baseChanges: [],
      widened: false,
      excepted: false,
      ...more,
    });
    if (next.kind === 'begin')
      this.enter(digest, planned(next.run, head, more.baseBranch ?? 'main', next.mustQuote, next.because));
    if (next.kind === 'begin' || next.kind === 'continue')
      this.publish(next.kind === 'begin' ? next.run : next.run.id, head, digest);
    return next.kind === 'begin' ? `begin ${next.because}${next.mustQuote ? ', quote' : ''}` : next.kind;
  }

  publish(run: string, head: string, digest: string): void {
    this.time += 10;
    this.enter(digest, {
      type: 'published',
      run,
      commentId: Number(run.slice(4)),
      createdAt: at(this.time),
      head,
      senders: [],
    });
  }

  /** The pull request is seen to touch nothing: what a publisher enters then. */
  empty(run = publicationRuns(this.entries).at(-1), digest = 'D'): void {
    if (run !== undefined) this.enter(digest, { type: 'ended', run: run.id, because: 'unconcerned', head: 'empty' });
  }

  enter(digest: string, body: EntryBody): void {
    const predicate = {
      ledgerId: 'ledger',
      index: this.entries.length,
      previous: null,
      state: null,
      writer: 'run',
      at: at(0),
      pullRequest: 7,
      body,
    };
    this.entries.push({ predicate, digest: digestNamed(digest), hash: digestNamed('entry'), signer: 'unsigned' });
  }

  runs(): readonly string[] {
    return publicationRuns(this.entries).map(
      (run) => `${run.id} ${run.heads.join('+')}${run.ended === null ? '' : ` ended by ${run.ended.reason}`}`,
    );
  }
}

/** The beginning of a run. */
export function planned(
  run: string,
  head: string,
  baseBranch: string,
  mustQuote: boolean,
  because: RunReason,
): EntryBody {
  return {
    type: 'planned',
    run,
    code: 'kt5m-w2qa',
    head,
    baseBranch,
    body: digestNamed('body'),
    assessment: digestNamed('assessment'),
    mustQuote,
    because,
    senders: [],
  };
}
