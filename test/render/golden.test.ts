import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planDigest } from '../../src/core/digest.ts';
import { renderPlanCheck } from '../../src/render/check-run.ts';
import { renderComment, type CommentInput } from '../../src/render/comment.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { CASES, inputOf } from './cases.ts';
import { GALLERY } from './gallery.ts';
import { SITUATIONS } from './situations.ts';

const FIXTURES = '../fixtures/render';

const inputs = await Promise.all(CASES.map(async (name) => ({ name, input: await inputOf(name) })));

test.each(inputs)('$name reads like this in the comment', async ({ name, input }) => {
  await expect(renderComment(input)).toMatchFileSnapshot(`${FIXTURES}/${name}/comment.md`);
});

// Of ten thousand changes the comment alone is kept: the rest would be megabytes that nobody reviews.
describe.each(inputs.filter(({ name }) => name !== 'many'))('$name', ({ name, input }) => {
  const { plan, digest, assessment } = input;

  test('is made of this plan', async () => {
    await expect(`${JSON.stringify(input, null, 1)}\n`).toMatchFileSnapshot(`${FIXTURES}/${name}/input.json`);
  });

  test('reads like this in the check', async () => {
    const check = renderPlanCheck({ plan, digest, assessment, level: input.level });
    await expect(`${JSON.stringify(check, null, 1)}\n`).toMatchFileSnapshot(`${FIXTURES}/${name}/check.json`);
  });

  test('reads like this in the summary of the job', async () => {
    const summary = renderSummary([{ kind: 'planned', pullRequest: 12, plan, digest, assessment }]);
    await expect(summary).toMatchFileSnapshot(`${FIXTURES}/${name}/summary.md`);
  });

  test('reads like this in a terminal', async () => {
    const text = renderTerminal(plan, digest, assessment, { color: false, width: 100 });
    await expect(text).toMatchFileSnapshot(`${FIXTURES}/${name}/terminal.txt`);
  });
});

test('a plan of a PostgreSQL cluster, kept as it was once read, reads like this', async () => {
  const input = JSON.parse(
    readFileSync(new URL(`${FIXTURES}/showcase/input.json`, import.meta.url), 'utf8'),
  ) as CommentInput;
  const { plan, digest, assessment } = input;
  expect(planDigest(plan)).toBe(digest);
  await expect(renderComment(input)).toMatchFileSnapshot(`${FIXTURES}/showcase/comment.md`);
  await expect(renderTerminal(plan, digest, assessment, { color: false, width: 100 })).toMatchFileSnapshot(
    `${FIXTURES}/showcase/terminal.txt`,
  );
});

const seen = Object.entries(SITUATIONS).flatMap(([name, files]) =>
  Object.entries(files).map(([file, content]) => ({ name, file, content })),
);

test.each(seen)('$name reads like this in $file', async ({ name, file, content }) => {
  const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 1)}\n`;
  await expect(text).toMatchFileSnapshot(`${FIXTURES}/${name}/${file}`);
});

test('the gallery tells every situation once, and no other', () => {
  const told = GALLERY.flatMap(({ shown }) => shown.map(({ name }) => name));
  expect(told.toSorted()).toEqual([...CASES, 'effective', 'showcase', ...Object.keys(SITUATIONS)].toSorted());
  expect(told.toSorted()).toEqual(readdirSync(new URL(FIXTURES, import.meta.url)).toSorted());
  expect(told.length).toBeGreaterThanOrEqual(25);
});
