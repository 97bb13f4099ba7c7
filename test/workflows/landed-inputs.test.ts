import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/digest.ts';
import { CountersignError } from '../../src/core/errors.ts';
import type { Plan } from '../../src/core/plan.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { emptyWorld, inMemory } from '../../src/providers/memory/system.ts';
import { ifReadable, landingReason, touchedBy, type LandedSurface } from '../../src/workflows/landed-inputs.ts';
import { desiredAt } from '../../src/workflows/rules.ts';
import { supersession } from '../../src/workflows/supersession.ts';
import { commitsOf, type Commit } from '../support/commits.ts';
import { addressOf, memoryLab } from '../support/memory.ts';
import { configurationFor } from '../support/planning.ts';

type Files = Readonly<Record<string, string>>;

const provider = memoryProvider(() => inMemory(emptyWorld([])));
const configuration = configurationFor(memoryLab().source);

const account = (name: string, note = 'a note'): Files => ({
  [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: memory, owner: owner }
spec: { note: ${note} }
`,
});
const BROKEN = { 'identities/broken.yaml': 'kind: [' };
const RULES = { CODEOWNERS: '* @olga' };

function surfaceOf(commits: Readonly<Record<string, Commit>>): LandedSurface {
  return { contents: commitsOf(commits), providers: new Map([[provider.name, provider]]) };
}

/** What a pull request of these accounts, none of which were there before, and of these rules was planned as. */
async function planned(files: Files, governance: Plan['governance'] = []): Promise<Plan> {
  const surface = surfaceOf({ head: files });
  const { state } = await desiredAt(surface.contents, 'head', configuration, surface.providers);
  const desired = state.identities.map(({ address, hash }) => ({ address, base: null, head: hash }));
  return { formatVersion: '1', sources: [], desired, governance, requests: [], changes: [] };
}

const failure = (code: string) => new CountersignError(code, 'It did not work.', { mend: 'Try again.' });

describe('what landed', () => {
  const landing = { before: 'before', commit: 'after' };
  const reason = async (before: Commit, after: Commit, plan: Plan) =>
    await landingReason(surfaceOf({ before, after }), landing, plan, configuration);

  it('is what was planned, beside documents and rules that it leaves alone', async () => {
    const others = { ...account('other'), ...RULES };
    expect(await reason(others, { ...others, ...account('new') }, await planned(account('new')))).toBeNull();
  });

  it('is told where it is another document than was planned', async () => {
    const found = await reason({}, account('new', 'another note'), await planned(account('new')));
    expect(found).toMatchObject({ code: 'landing-differs', message: expect.stringContaining(addressOf('new')) });
  });

  it('is told where it brings a rule that was not planned, and not where it was', async () => {
    const governance = [{ path: 'CODEOWNERS', base: null, head: sha256(RULES.CODEOWNERS) }];
    expect(await reason({}, RULES, await planned({}))).toMatchObject({
      code: 'landing-differs',
      message: expect.stringContaining('CODEOWNERS'),
    });
    expect(await reason({}, RULES, await planned({}, governance))).toBeNull();
  });

  it('is invalid where it brings a document that cannot be read, and is told the first reason', async () => {
    const found = await reason({}, { ...account('new'), ...BROKEN }, await planned(account('new')));
    expect(found).toMatchObject({ code: 'landing-invalid', message: expect.stringMatching(/^yaml-[a-z-]+: \S/u) });
  });

  it('is none the worse for a document that could not be read before either', async () => {
    const plan = await planned(account('new'));
    expect(await reason(BROKEN, { ...BROKEN, ...account('new') }, plan)).toBeNull();
  });

  it.each(['inputs-too-many', 'rule-unreadable', 'tree-too-large'])(
    'that nobody can ever read is refused, and told by %s',
    async (code) => {
      const plan = await planned(account('new'));
      const unreadable = { code: 'landing-unreadable', message: `${code}: It did not work.` };
      expect(await reason({}, failure(code), plan)).toEqual(unreadable);
      expect(await reason(failure(code), {}, plan)).toEqual(unreadable);
    },
  );

  it('that could not be read now is not refused', async () => {
    const unread = reason({}, failure('github-unreachable'), await planned(account('new')));
    await expect(unread).rejects.toMatchObject({ code: 'github-unreachable' });
  });
});

describe('a landing, seen from the tip', () => {
  const landing = { pull: null, before: 'before', commit: 'landed' };
  const landed = { ...account('new'), ...RULES };
  const seen = async (tip: Commit, plan: Plan) =>
    await supersession(surfaceOf({ landed, tip }), landing, plan, configuration, { later: [], tip: 'tip' });

  it('stands where the tip is its own commit, which is not read', async () => {
    const plan = await planned(account('new'));
    expect(await supersession(surfaceOf({}), landing, plan, configuration, { later: [], tip: 'landed' })).toBeNull();
  });

  it('stands where later landings changed something else', async () => {
    expect(await seen({ ...landed, ...account('other') }, await planned(account('new')))).toBeNull();
  });

  it('is superseded where a later one changed what it brought, with what is declared now', async () => {
    const tip = { ...landed, ...account('new', 'a later note') };
    const found = await seen(tip, await planned(account('new')));
    expect(found?.reason).toMatchObject({ code: 'superseded', message: expect.stringContaining(addressOf('new')) });
    expect(found?.states.map(({ identities }) => identities.map(({ spec }) => spec))).toEqual([
      [{ note: 'a later note' }],
    ]);
  });

  it('is superseded where a later one changed a rule that it brought, and not where it changed another', async () => {
    const governance = [{ path: 'CODEOWNERS', base: null, head: sha256(RULES.CODEOWNERS) }];
    const found = await seen({ ...landed, CODEOWNERS: '* @dora' }, await planned({}, governance));
    expect(found?.reason).toMatchObject({ code: 'superseded', message: expect.stringContaining('CODEOWNERS') });
    const other = { ...landed, '.github/workflows/ci.yml': 'on: push' };
    expect(await seen(other, await planned({}, governance))).toBeNull();
  });
});

describe('the addresses that a landing touches', () => {
  const landing = { pull: null, before: 'before', commit: 'after' };
  const touched = async (before: Commit, after: Commit) =>
    await touchedBy(surfaceOf({ before, after }), landing, configuration);

  it('are those whose documents differ across it', async () => {
    const before = { ...account('same'), ...account('edited'), ...account('gone') };
    const after = { ...account('same'), ...account('edited', 'another note'), ...account('new') };
    expect(await touched(before, after)).toEqual(['edited', 'gone', 'new'].map(addressOf));
  });

  it('are all that one side declares where the other can never be read', async () => {
    const some = { ...account('a'), ...account('b') };
    const addresses = ['a', 'b'].map(addressOf);
    expect(await touched(failure('tree-too-large'), some)).toEqual(addresses);
    expect(await touched(some, failure('inputs-too-many'))).toEqual(addresses);
    expect(await touched(failure('tree-too-large'), failure('tree-too-large'))).toEqual([]);
  });

  it('are not told where one side cannot be read now', async () => {
    await expect(touched({}, failure('github-unreachable'))).rejects.toMatchObject({ code: 'github-unreachable' });
  });
});

describe('what can never be read', () => {
  it('is stood for by something else, unlike a failure that passes or a mistake of ours', async () => {
    const otherwise = ({ code }: CountersignError) => code;
    expect(await ifReadable(() => Promise.resolve('read'), otherwise)).toBe('read');
    expect(await ifReadable(() => Promise.reject(failure('rule-unreadable')), otherwise)).toBe('rule-unreadable');
    await expect(ifReadable(() => Promise.reject(failure('github-forbidden')), otherwise)).rejects.toMatchObject({
      code: 'github-forbidden',
    });
    const mistake = Object.assign(new TypeError('a mistake'), { code: 'rule-unreadable' });
    await expect(ifReadable(() => Promise.reject(mistake), otherwise)).rejects.toBe(mistake);
  });
});
