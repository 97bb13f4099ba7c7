import { mkdirSync, rmSync } from 'node:fs';
import { Narrator } from './narrator.ts';
import { Story } from './story.ts';
import { startWorld } from './world.ts';

const folder = 'demo-output';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const narrator = new Narrator((text) => process.stdout.write(text), process.stdout.isTTY === true);
const world = await startWorld();
try {
  const story = new Story(world, narrator, folder);
  await story.begin();
  story.policy();
  await story.creation();
  const pull = await story.denial();
  await story.exception();
  await story.drift(pull);
  await story.again();
  await story.forgery();
  story.ledger();
  narrator.scene('Done');
  narrator.line(`Every comment, the ledger and its altered copy are in ${folder}/. To verify it yourself:`);
  narrator.line(`node_modules/.bin/node dist/cli.js verify ${folder}/ledger --keys ${folder}/trusted-keys.json`);
} finally {
  await world.team.close();
  await world.postgres.stop();
}
