import type { Sha256 } from '../json.ts';
import type { Anchor, LedgerEntry } from './entry.ts';
import { entryPath } from './layout.ts';
import { problem, type LedgerProblem } from './problems.ts';
import type { Opened } from './seal.ts';

/**
 * Follows the chain from `genesis`, one file under `entries/` after the other, and says what is wrong with each.
 * A chain that is broken is followed on from where it goes on, so that one alteration is told as one.
 */
export class Chain {
  #before: LedgerEntry | null = null;
  #next = 0;
  #ledgerId: string | null = null;
  readonly #anchor: Anchor | null;
  #anchored = false;
  /** `previous` of the last entry where it does not name the entry before: which of the two was altered, the next link tells. */
  #doubt: string | null = null;

  constructor(anchor: Anchor | null) {
    this.#anchor = anchor;
  }

  /** The last entry that was taken into the chain. */
  get last(): LedgerEntry | null {
    return this.#before;
  }

  /** @param index that the file's path stands for; indexes come in rising order. `entry`: the one that counts, when there is one. */
  add(
    index: number,
    opened: Opened,
  ): { readonly entry: LedgerEntry | null; readonly problems: readonly LedgerProblem[] } {
    const isGap = index > this.#next;
    const problems = isGap ? [problem('entry-missing', this.#next, entryPath(this.#next))] : [];
    const link =
      !isGap && opened.kind === 'entry' && opened.entry.predicate.index === index
        ? opened.entry.predicate.previous
        : null;
    const isSettled = this.#doubt !== null;
    problems.push(...this.#settle(link));
    this.#next = index + 1;
    const path = entryPath(index);
    if (opened.kind !== 'entry') {
      this.#before = null;
      problems.push(problem(`entry-${opened.kind}`, index, path, opened.why));
      return { entry: null, problems };
    }
    problems.push(...this.#judge(index, opened.entry));
    if (
      !isGap &&
      !isSettled &&
      this.#before !== null &&
      opened.entry.predicate.ledgerId === this.#ledgerId &&
      link !== null &&
      link !== this.#before.hash
    )
      this.#doubt = link;
    const isMisplaced = opened.entry.predicate.index !== index;
    this.#before = isMisplaced ? null : opened.entry;
    return { entry: this.#before, problems };
  }

  /** The entry that the next one links to is as it was; otherwise it is the one that was altered. */
  #settle(link: Sha256 | null): readonly LedgerProblem[] {
    if (this.#doubt === null || this.#before === null) return [];
    const { index } = this.#before.predicate;
    const altered = link === this.#before.hash ? index - 1 : index;
    const detail = `entry ${index} was linked to ${this.#doubt}`;
    this.#doubt = null;
    return [problem('entry-altered', altered, entryPath(altered), detail)];
  }

  #judge(index: number, entry: LedgerEntry): readonly LedgerProblem[] {
    const { predicate } = entry;
    const path = entryPath(index);
    if (predicate.index !== index)
      return [problem('entry-misplaced', index, path, `it says that it is entry ${predicate.index}`)];
    const problems: LedgerProblem[] = [];
    this.#ledgerId ??= predicate.ledgerId;
    if (predicate.ledgerId !== this.#ledgerId) problems.push(problem('ledger-id-differs', index, path));
    else if ((predicate.body.type === 'genesis') !== (index === 0))
      problems.push(problem('genesis-misplaced', index, path));
    if (index === this.#anchor?.index) {
      this.#anchored = true;
      if (entry.hash !== this.#anchor.hash)
        problems.push(problem('anchor-differs', index, path, `the anchor says ${this.#anchor.hash}`));
    }
    return problems;
  }

  /** What only the end can tell. @param head as the head file names it; null when there is none that can be read. */
  end(head: Anchor | null): readonly LedgerProblem[] {
    const problems = [...this.#settle(head?.hash ?? null)];
    if (head !== null && head.index >= this.#next)
      problems.push(
        problem('entry-missing', this.#next, entryPath(this.#next), `the head file names entry ${head.index}`),
      );
    if (this.#anchor !== null && !this.#anchored) {
      problems.push(
        problem(
          'ledger-truncated',
          this.#anchor.index,
          entryPath(this.#anchor.index),
          `entry ${this.#anchor.index} cannot be found`,
        ),
      );
    }
    return problems;
  }
}
