import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Configuration } from '../../src/core/configuration.ts';
import { quoteAnchor, quotedAnchor } from '../../src/workflows/anchors.ts';
import { startWorld, type World } from '../github/world.ts';
import { someHash } from '../support/memory-ledger.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.server.close());

const at = (index: number) => ({ index, hash: someHash(`entry ${index}`) });
const rules = () =>
  ({ app: world.app.id, ledger: { branch: 'countersign/ledger', repository: null } }) as Configuration;

it('a run that was slow does not lower what later runs are held to', async () => {
  await quoteAnchor(world.ours, rules(), at(20));
  await world.repository.push({ as: world.ana, branch: 'main', files: { 'README.md': 'Moved on\n' } });
  await quoteAnchor(world.ours, rules(), at(10));
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(20));
  await quoteAnchor(world.ours, rules(), at(21));
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(21));
});
