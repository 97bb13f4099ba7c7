import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../scripts/gallery/page.ts';
import type { CheckOutput } from '../../src/render/check-run.ts';

/** What our own Markdown makes, and all that anybody ever sees of it. */
const OURS = /^<\/?(?:h[1-6]|p|ul|li|code|pre|em|strong|table|thead|tbody|tr|th|td|details|summary|br|a)$/u;
/** Pages of the pull request itself, which the program and not a document names. */
const LINKS = /^https:\/\/github\.com\/acme\/identities\/(?:pull|compare)\//u;

const ROOT = 'test/fixtures/render';
const checks = globSync(`${ROOT}/*/check.json`).flatMap((path) => {
  const { summary, text } = JSON.parse(readFileSync(path, 'utf8')) as CheckOutput;
  return [{ path, markdown: `${summary}\n\n${text}` }];
});
const comments = globSync(`${ROOT}/*/{comment,summary}.md`).map((path) => ({
  path,
  markdown: readFileSync(path, 'utf8'),
}));

describe.each([...comments, ...checks])('$path, read by a parser of GitHub’s Markdown', ({ markdown }) => {
  const html = htmlOf(markdown);

  test('is made of our own elements, without attributes but links to the pull request', () => {
    const tags = html.match(/<[^>]*>/gu) ?? [];
    const others = tags.filter((tag) => !OURS.test(tag.replace(/\s?\/?>$/u, '').replace(/ (?:class|href)=".*$/u, '')));
    expect([...new Set(others)]).toEqual([]);
    const links = [...html.matchAll(/<a href="([^"]*)"/gu)].map(([, href = '']) => href);
    expect(links.filter((href) => !LINKS.test(href))).toEqual([]);
  });

  test('is closed: what opens ends', () => {
    const count = (tag: string): number => html.split(`<${tag}>`).length - 1;
    for (const tag of ['details', 'summary', 'table', 'strong'])
      expect([tag, html.split(`</${tag}>`).length - 1]).toEqual([tag, count(tag)]);
  });
});
