import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownersOfPath, ownershipOf } from '../../src/core/code-owners.ts';

const WORKFLOW = '.github/workflows/apply.yml';

function isOwned(text: string, path = WORKFLOW): boolean {
  return ownershipOf(text, [path], []).unowned.length === 0;
}

describe('a file has owners', () => {
  test.each([
    ['* @cleo'],
    ['.github/ @cleo'],
    ['/.github/ @cleo'],
    ['/.github @cleo'],
    ['.github/** @cleo'],
    ['workflows/ @cleo'],
    ['*.yml @cleo'],
    ['/.github/workflows/* @cleo'],
    ['.github/workflows/apply.yml cleo@example.test # who applies'],
    ['# nothing\r\n\r\n* @cleo\r\n'],
    [`* @cleo\n${'*a'.repeat(9)}`],
  ])('by %j', (text) => expect(isOwned(text)).toBe(true));

  test.each([
    [''],
    ['# * @cleo'],
    ['.github/'],
    ['docs/ @cleo'],
    ['/workflows/ @cleo'],
    ['.github/* @cleo'],
    ['.github/*.yml @cleo'],
    ['* @cleo\n/.github/workflows/'],
    ['* @cleo\n*.yml # nobody'],
    [`* @cleo\n${'a'.repeat(501)} @cleo`],
  ])('not by %j', (text) => expect(isOwned(text)).toBe(false));

  test('by the last line that matches, not by a later one that is about others', () =>
    expect(isOwned('* @cleo\n/docs/')).toBe(true));
});

test('owners whom GitHub does not accept are told, where their line decides', () => {
  const text = '* @gone\n/docs/ @gone\n/.github/ @cleo';
  const paths = [WORKFLOW, 'README.md', 'docs/a.md'];
  expect(ownershipOf(text, paths, [1])).toEqual({ unowned: [], rejected: ['README.md'] });
  expect(ownershipOf(text, paths, [1, 2])).toEqual({ unowned: [], rejected: ['README.md', 'docs/a.md'] });
});

/** The example that GitHub's documentation gives, without its comments. */
const EXAMPLE = `*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
/apps/github @doctocat
`;

function owned(text: string, path: string): readonly string[] {
  return ownersOfPath({ path: 'CODEOWNERS', text }, path).owners;
}

describe('who owns a path is what GitHub says', () => {
  test.each([
    ['README.md', ['@global-owner1', '@global-owner2']],
    ['src/a.js', ['@js-owner']],
    ['a.go', []],
    ['notes/a.txt', ['@octo-org/octocats']],
    ['build/logs/a/b.bin', ['@octocat']],
    ['lib/build/logs/a.bin', ['@octocat']],
    ['docs/getting-started.md', ['@doctocat']],
    ['docs/build-app/troubleshooting.md', ['@doctocat']],
    ['lib/docs/a.md', ['@global-owner1', '@global-owner2']],
    ['lib/apps/a.md', ['@octocat']],
    ['scripts/a.sh', ['@doctocat', '@octocat']],
    ['deeply/nested/logs/a', ['@octocat']],
    ['apps/a', ['@octocat']],
    ['apps/github', ['@doctocat']],
    ['apps/github/a', ['@doctocat']],
  ])('in its own example: %s', (path, owners) => expect(owned(EXAMPLE, path)).toEqual(owners));

  test.each([
    ['the last line that matches decides, however long the others are', '/a/b/c @x\n* @y', ['@y']],
    ['it may name nobody', '* @x\n/a/b/', []],
    ['any of several on one line', '* @x @o/t @x', ['@x', '@o/t']],
    ['lines do not add up', '* @x\n/a/ @y', ['@y']],
    ['an escaped space belongs to the pattern', '* @x\n/a/b\\ c @y', ['@x']],
    ['paths are told apart by case', '* @x\n/A/ @y', ['@x']],
    ['e-mail addresses are nobody who is known', '* @x\n/a/ x@example.com @y', ['@y']],
    ['a negation is skipped', '* @x\n!/a/ @y', ['@x']],
    ['so is a range', '* @x\n/[a]/ @y', ['@x']],
    ['so is an escaped comment', '* @x\n\\#a @y', ['@x']],
    ['so is a line with what is no owner', '* @x\n/a/ y', ['@x']],
    ['so is one with an owner and what is none', '* @x\n/a/ @y @', ['@x']],
    ['a team has no pin there', '* @x\n/a/ @o/t#7', ['@x']],
  ])('%s', (_what, text, owners) => expect(owned(text, 'a/b/c')).toEqual(owners));

  test('the line that decides is told, and how many addresses it has', () => {
    const file = { path: 'CODEOWNERS', text: '* @x\n# none\n/a/ x@example.com' };
    expect(ownersOfPath(file, 'a/b')).toEqual({ owners: [], emails: 1, line: 3 });
    expect(ownersOfPath(file, 'b')).toEqual({ owners: ['@x'], emails: 0, line: 1 });
    expect(ownersOfPath({ ...file, text: '' }, 'b')).toEqual({ owners: [], emails: 0, line: null });
  });

  test('for all files, a line at the end that matches everything owns everything, and no other line matters', () => {
    const lines = fc.array(fc.constantFrom(...EXAMPLE.split('\n'), '!x', '[y', '\\'), { maxLength: 8 });
    const path = fc.array(fc.constantFrom('a', 'docs', 'apps', 'logs', 'b.js', ' ', '#'), { minLength: 1 });
    fc.assert(
      fc.property(lines, path, (before, segments) => {
        const [text, at] = [before.join('\n'), segments.join('/')];
        expect(owned(`${text}\n* @last`, at)).toEqual(['@last']);
        expect(owned(`${text}\n/nowhere/ @last`, at)).toEqual(owned(text, at));
      }),
    );
  });
});

describe('what other globs have and gitignore has not stands for itself', () => {
  const decides = (pattern: string, path: string): boolean =>
    ownersOfPath({ path: 'CODEOWNERS', text: `* @base\n${pattern} @own` }, path).owners[0] === '@own';

  test.each([
    ['/identities/(old)/', 'identities/(old)/a.yaml', 'identities/old/a.yaml'],
    ['/identities/a|b', 'identities/a|b', 'identities/a'],
    ['/identities/(?:a)', 'identities/(x:a)', 'identities/a'],
    ['/identities/(a+)', 'identities/(a+)', 'identities/aa'],
    ['/identities/\\(a\\)', 'identities/(a)', 'identities/a'],
    ['/c++/', 'c++/a', 'cc/a'],
    ['/{a,b}', '{a,b}', 'a'],
    ['/@(a)', '@(a)', 'a'],
    ['/!(a)', '!(a)', 'b'],
  ])('%s is about %s, not about %s', (pattern, path, other) => {
    expect([decides(pattern, path), decides(pattern, other)]).toEqual([true, false]);
  });
});
