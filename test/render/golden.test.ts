import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planDigest } from '../../src/core/digest.ts';
import { renderPlanCheck } from '../../src/render/check-run.ts';
import { renderComment, type CommentInput } from '../../src/render/comment.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { CASES, inputOf } from './cases.ts';

const FIXTURES = '../fixtures/render';

const inputs = await Promise.all(CASES.map(async (name) => ({ name, input: await inputOf(name) })));

describe.each(inputs)('$name', ({ name, input }) => {
  const { plan, digest, assessment } = input;

  test('reads like this in the comment', async () => {
    await expect(renderComment(input)).toMatchFileSnapshot(`${FIXTURES}/${name}/comment.md`);
  });

  test('reads like this in the check', async () => {
    const check = renderPlanCheck({ plan, digest, assessment, level: input.level });
    await expect(`${JSON.stringify(check, null, 1)}\n`).toMatchFileSnapshot(`${FIXTURES}/${name}/check.json`);
  });
});

// A thousand changes would be fixtures of megabytes that nobody reviews.
describe.each(inputs.filter(({ name }) => name !== 'thousand'))('$name', ({ name, input }) => {
  const { plan, digest, assessment } = input;

  test('is made of this plan', async () => {
    await expect(`${JSON.stringify(input, null, 1)}\n`).toMatchFileSnapshot(`${FIXTURES}/${name}/input.json`);
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
