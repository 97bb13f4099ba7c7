import { describe, expect, it } from 'vitest';
import { isCleanMerge, type PlannedInputs } from '../../src/workflows/clean-merge.ts';
import { commitsOf } from '../support/commits.ts';

type Files = Readonly<Record<string, string>>;

const [ALPHA, BETA] = ['identities/alpha.yaml', 'identities/beta.yaml'];
const RULES = { desired: ['identities/**/*.yaml'], policies: ['policies/*.yaml'], sources: [] };
const START: Files = { [ALPHA]: '1', [BETA]: '1', 'README.md': '1', CODEOWNERS: '1', 'policies/a.yaml': '1' };

const at = (path: string) => ({ path, line: 1, column: 1 });

/** A plan of these addresses, and where their documents stand; null: nobody knows. */
function inputsOf(addresses: readonly string[], paths: readonly (string | null)[]): PlannedInputs {
  const desired = addresses.map((address) => ({ address, base: null, head: null }));
  const changes = paths.map((path) => ({ location: path === null ? null : at(path) }));
  return { configuration: RULES, plan: { desired }, assessment: { changes } };
}

const ABOUT_BETA = inputsOf(['m/A/beta'], [BETA]);

/** Whether a merge is clean: of a base that changed so, into a branch that changed beta, as it was committed. */
async function isClean(
  base: Files,
  merge: Files,
  inputs = ABOUT_BETA,
  starts: Readonly<Record<string, Files>> = { start: START },
) {
  const mine = { ...START, [BETA]: '2' };
  const contents = commitsOf({ ...starts, mine, base: { ...START, ...base }, merge: { ...mine, ...merge } });
  const merged = { mine: 'mine', base: 'base', merge: 'merge', starts: Object.keys(starts) };
  return await isCleanMerge({ contents }, inputs, merged);
}

describe('a merge of the base brings nothing of its own', () => {
  it.each([
    ['where the base changed nothing', {}, {}],
    ['with a document as the base has it', { [ALPHA]: '5' }, { [ALPHA]: '5' }],
    [
      'with a rule file and a policy as the base has them',
      { CODEOWNERS: '5', 'policies/a.yaml': '5' },
      { CODEOWNERS: '5', 'policies/a.yaml': '5' },
    ],
    ['with any other file as somebody likes it', { 'README.md': '5' }, { 'README.md': '7' }],
  ])('%s', async (_, base, merge) => {
    expect(await isClean(base, merge)).toBe(true);
  });

  it('where it is about nothing', async () => {
    expect(await isClean({ [ALPHA]: '5' }, { [ALPHA]: '5' }, inputsOf([], []))).toBe(true);
  });
});

describe('a merge of the base brings something of its own', () => {
  it.each([
    ['where it drops a document that the base changed', { [ALPHA]: '5' }, {}],
    ['where it drops a rule file that the base changed', { CODEOWNERS: '5' }, {}],
    ['where it drops a policy that the base changed', { 'policies/a.yaml': '5' }, {}],
    ['where it changes a document that nobody changed', {}, { [ALPHA]: '7' }],
    ['with a document of its own', {}, { 'identities/gamma.yaml': '1' }],
    ['where it changes a document in scope', {}, { [BETA]: '7' }],
    ['where it takes a document in scope as the base has it', { [BETA]: '5' }, { [BETA]: '5' }],
  ])('%s', async (_, base, merge) => {
    expect(await isClean(base, merge)).toBe(false);
  });

  it('where it takes a document in scope as the base has it, though the branch left that one alone', async () => {
    const both = inputsOf(['m/A/alpha', 'm/A/beta'], [ALPHA, BETA]);
    expect(await isClean({ [ALPHA]: '5' }, { [ALPHA]: '5' }, both)).toBe(false);
    expect(await isClean({}, {}, both)).toBe(true);
  });

  it('where it takes a file that something in scope refers to as the base has it', async () => {
    const referring: PlannedInputs = {
      ...ABOUT_BETA,
      assessment: { changes: [{ location: at(BETA), besides: [at(ALPHA)] }] },
    };
    expect(await isClean({ [ALPHA]: '5' }, { [ALPHA]: '5' }, referring)).toBe(false);
    expect(await isClean({}, {}, referring)).toBe(true);
  });

  it('where nobody knows the place of something in scope', async () => {
    expect(await isClean({}, {}, inputsOf(['m/A/alpha', 'm/A/beta'], [BETA]))).toBe(false);
    expect(await isClean({}, {}, inputsOf(['m/A/alpha', 'm/A/beta'], [null, BETA]))).toBe(false);
  });

  it('where it does by one of the commits at which the two parted', async () => {
    const other = { ...START, [ALPHA]: '5' };
    const base = { [ALPHA]: '5' };
    expect(await isClean(base, base, ABOUT_BETA, { start: START, other: START })).toBe(true);
    expect(await isClean(base, base, ABOUT_BETA, { start: START, other })).toBe(false);
    expect(await isClean(base, base, ABOUT_BETA, { other, start: START })).toBe(false);
  });
});
