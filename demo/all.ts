import { mkdirSync, rmSync } from 'node:fs';
import { Narrator } from './narrator.ts';
import { ThreeSystems } from './all/story.ts';
import { startWorld } from './all/world.ts';
import { MissingProgram } from '../test/live/systems/programs.ts';

const folder = 'demo-output/all';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const narrator = new Narrator((text) => process.stdout.write(text), process.stdout.isTTY === true);
const world = await startWorld().catch(ended);
try {
  const story = new ThreeSystems(world, narrator, folder);
  await story.creation();
  await story.partial();
  await story.again();
  narrator.scene('Done');
  narrator.line(`Every comment is in ${folder}/.`);
} finally {
  await world.close();
}

/** Whoever has not installed the systems yet is told what to do. */
function ended(error: unknown): never {
  if (!(error instanceof MissingProgram)) throw error;
  process.stderr.write(
    `${error.message} It needs Go and Python 3, and its first run takes some minutes; README.md says more.\n`,
  );
  process.exit(1);
}
