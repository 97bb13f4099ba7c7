import { describe, expect, it } from 'vitest';
import { memory } from '../../src/providers/memory/index.ts';
import { concernedPaths, linkConcerns } from '../../src/workflows/group-links.ts';
import { commitsOf } from '../support/commits.ts';

const rules = (glob: string) => `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['${glob}']
people: { owners: [olga] }
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: owners
approval: { administrators: owners }
ledger: { signing: { kind: none } }
`;
const RULES = '.github/countersign.yaml';
const NARROW = { [RULES]: rules('identities/*.yaml') };
const WIDE = { [RULES]: rules('{identities,extra}/*.yaml') };
const WRITTEN = { 'identities/a.yaml': 'a', 'extra/b.yaml': 'b', 'docs/c.md': 'c' };

type Files = Readonly<Record<string, string>>;

/** What a link that adds these files brings, by the rules of the tip and those that the group would land. */
async function concerned(tip: Files, head: Files, brings: Files): Promise<readonly string[]> {
  const contents = commitsOf({ tip, head, below: {}, link: brings });
  const surface = { contents, providers: new Map([['memory', memory]]) };
  const [link, group] = [
    { pullRequest: 7, before: 'below', commit: 'link' },
    { head: 'head', branch: 'queue' },
  ];
  const paths = (await concernedPaths(surface, link, 'tip', group)).map(({ path }) => path);
  expect(await linkConcerns(surface, link, 'tip', group)).toBe(paths.length > 0);
  return paths.toSorted();
}

describe('what a link of a merge group brings', () => {
  it('counts by the rules of the tip or by those that the group would land, each once', async () => {
    const both = ['extra/b.yaml', 'identities/a.yaml'];
    expect(await concerned(NARROW, NARROW, WRITTEN)).toEqual(['identities/a.yaml']);
    expect(await concerned(NARROW, WIDE, WRITTEN)).toEqual(both);
    expect(await concerned(WIDE, NARROW, WRITTEN)).toEqual(both);
  });

  it('counts by the rules of one where the other has none', async () => {
    expect(await concerned({}, NARROW, WRITTEN)).toEqual(['identities/a.yaml']);
    expect(await concerned(NARROW, {}, WRITTEN)).toEqual(['identities/a.yaml']);
    expect(await concerned({}, {}, WRITTEN)).toEqual([]);
  });

  it('is nothing where it is about something else', async () => {
    expect(await concerned(WIDE, WIDE, { 'docs/c.md': 'c' })).toEqual([]);
  });
});
