import type { ChildProcess } from 'node:child_process';

/** How the effects on a live system that is called over HTTP begin. */
export const LIVE = 'live ';

/** A place in a run: before its n-th effect (from 0) goes on its way, or after the effect and before the process learns of it. */
export type Point = { readonly effect: number; readonly side: 'before' | 'after' };

/** Counts the effects of a process on GitHub and databases, and kills it at one point. */
export class Gate {
  /** What passed since the last `arm`, in order: `COMMIT`, `POST …`, `live POST …`. */
  readonly effects: string[] = [];
  #point: Point | null = null;
  #child: ChildProcess | null = null;

  /** From now on counts anew. @param point null: nothing is killed. */
  arm(point: Point | null): void {
    this.effects.length = 0;
    this.#point = point;
    this.#child = null;
  }

  watch(child: ChildProcess): void {
    this.#child = child;
  }

  /** An effect wants to pass; its number, or null when the process is dead and it must not. */
  async enter(name: string): Promise<number | null> {
    const effect = this.effects.push(name) - 1;
    return (await this.#killAt({ effect, side: 'before' })) ? null : effect;
  }

  /** An effect has happened; whether the process may learn of it. */
  async leave(effect: number): Promise<boolean> {
    return !(await this.#killAt({ effect, side: 'after' }));
  }

  async #killAt({ effect, side }: Point): Promise<boolean> {
    if (this.#point?.effect !== effect || this.#point.side !== side) return false;
    const child = this.#child;
    if (child === null) throw new Error('the run that should be killed was never watched');
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exit;
    return true;
  }
}
