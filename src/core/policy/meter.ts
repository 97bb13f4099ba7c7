/** Thrown where an evaluation has used up its units, so that nothing of it goes on. */
class Exhausted extends Error {}

/** Counts the units of one evaluation at a time. */
export class Meter {
  #limit = 0;
  #spent = 0;

  begin(limit: number): void {
    this.#limit = limit;
    this.#spent = 0;
  }

  get spent(): number {
    return this.#spent;
  }

  get isEmpty(): boolean {
    return this.#spent > this.#limit;
  }

  /** @throws Exhausted */
  take(units: number): void {
    this.#spent += units;
    if (this.isEmpty) throw new Exhausted('The evaluation takes more than it may.');
  }
}
