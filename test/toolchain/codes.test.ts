import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../scripts/docs/code-tables.ts';
import { saidCodes, says } from '../../scripts/docs/said-codes.ts';
import { PLACES } from '../../src/core/codes/entry.ts';

/** The system that tests use: nobody meets its codes. */
const TESTS_OWN = 'src/providers/memory/';
const entries = TOPICS.flatMap(({ title, codes }) =>
  Object.entries(codes).map(([code, entry]) => ({ code, title, entry })),
);
const paths = globSync('src/**/*.ts').filter((path) => !path.startsWith(TESTS_OWN));
const said = saidCodes(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])));

/** Where an entry for a code of this file belongs. */
function homeOf(path: string): string {
  const [, provider] = /^src\/providers\/([^/]+)\//u.exec(path) ?? [];
  return provider === undefined ? 'a topic in src/core/codes/' : `src/providers/${provider}/codes.ts`;
}

describe('every code that the program can say', () => {
  it('has an entry', () => {
    const missing = said.filter((one) => !entries.some(({ code }) => says(one, code)));
    const sentences = missing.map(
      ({ code, path }) => `${path} says ${code}: add it to ${homeOf(path)}, then run node scripts/docs.ts`,
    );
    expect([...new Set(sentences)]).toEqual([]);
  });

  it('is said somewhere, if it has an entry', () => {
    const stale = entries.filter(({ code }) => !said.some((one) => says(one, code)));
    expect(stale.map(({ code, title }) => `Nothing says ${code} any more: take it out of the topic ${title}`)).toEqual(
      [],
    );
  });

  it('has one entry only', () => {
    const codes = entries.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('has a sentence for its meaning and one for what is next', () => {
    const SENTENCE = /^["`A-Z][^]*\.$/u;
    const poor = entries.filter(({ entry }) => !SENTENCE.test(entry.meaning) || !SENTENCE.test(entry.next));
    expect(poor.map(({ code }) => code)).toEqual([]);
  });

  it('shows somewhere', () => {
    const places = TOPICS.flatMap(({ shows, codes }) => Object.values(codes).map((entry) => entry.shows ?? shows));
    expect(places.every((shows) => shows.length > 0 && shows.every((place) => Object.hasOwn(PLACES, place)))).toBe(
      true,
    );
  });

  it('is more than two hundred', () => expect(entries.length).toBeGreaterThan(200));
});

describe('codes are found in a source by syntax', () => {
  function found(text: string): readonly string[] {
    return saidCodes(new Map([['src/a.ts', text]])).map(({ code }) => code);
  }

  it.each([
    ['an error', `throw new CountersignError('a-b', 'Text.', { mend: 'c-d' });`, ['a-b']],
    ['an error of GitHub', `throw new GitHubError('a-b', 'Text.');`, ['a-b']],
    ['a property', `const reason = { code: 'a-b', message: 'c-d' };`, ['a-b']],
    ['a choice', `const reason = { code: late ? 'a-b' : other ?? 'c-d' };`, ['a-b', 'c-d']],
    ['a beginning', 'const reason = { code: `a-${kind}` };', ['a-*']],
    ['an end', 'throw new CountersignError(`${what}-b`, text);', ['*-b']],
    ['a parameter', `function no(why: string, code: string) {} no('x-y', 'a-b');`, ['a-b']],
    ["an arrow's parameter", `const no = (code: string) => code; no('a-b');`, ['a-b']],
    ["a method's parameter", `class A { #no(code: string) {} go() { this.#no('a-b'); } }`, ['a-b']],
    [
      'what a function for codes gives',
      `function codeFor(state: string) { return state === 'x' ? 'a-b' : 'c-d'; }`,
      ['a-b', 'c-d'],
    ],
    ['a list of codes', `const codes: VerifyCode[] = ['a-b']; codes.push('c-d');`, ['a-b', 'c-d']],
    ['what a function with such a type gives', `function judge(): readonly VerifyCode[] { return ['a-b']; }`, ['a-b']],
    ['what a function with a type of refusals gives', `function judge(): ARefusal | null { return 'a-b'; }`, ['a-b']],
    ['a printed sentence', `write('a-b: This failed.');`, ['a-b']],
    ['a printed clause', `const why = 'a-b: it failed';`, ['a-b']],
  ])('%s', (_, text, codes) => expect(found(text)).toEqual(codes));

  it.each([
    ['a kind', `const receipt = { kind: 'not-attempted' };`],
    ['a label', 'const line = `warning: ${text}`;'],
    ['a comparison', `if (error.code === 'a-b') go();`],
    ['a sentence', `const report = { code: 'This is no code.' };`],
  ])('and %s is none', (_, text) => expect(found(text)).toEqual([]));
});
