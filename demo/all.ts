import { mkdirSync, rmSync } from 'node:fs';
import { Narrator } from './narrator.ts';
import { ThreeSystems } from './all/story.ts';
import { startWorld } from './all/world.ts';

const folder = 'demo-output/all';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const narrator = new Narrator((text) => process.stdout.write(text), process.stdout.isTTY === true);
const world = await startWorld();
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
