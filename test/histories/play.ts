import { dice } from '../support/spelling.ts';
import { History } from './history.ts';
import type { Stage } from './stage.ts';
import type { Subject } from './subject.ts';

/** Plays one history to its end. A failure tells the seed, the whole story and what was expected of its last act. */
export async function playHistory(seed: number, acts: number, open: () => Promise<Subject>): Promise<Stage> {
  const subject = await open();
  const history = new History(subject, dice(seed));
  try {
    await history.play(acts);
    return history.stage;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`history ${seed}:\n${history.stage.story.join('\n')}\n${why}`, { cause: error });
  } finally {
    await subject.close();
  }
}
