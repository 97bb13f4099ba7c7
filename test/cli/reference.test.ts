import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { referenceOf } from '../../src/cli/reference.ts';

test('docs/cli.md says of every command what its --help says', async () => {
  const known = await Promise.all(
    Object.entries(commands).map(async ([name, { summary, load }]) => {
      const { definition } = (await load()).command;
      expect(definition.name).toBe(name);
      return { summary, definition };
    }),
  );
  await expect(referenceOf(known)).toMatchFileSnapshot('../../docs/cli.md');
});
