import type { Assessment } from '../../src/core/assessment.ts';
import { plainAssessment } from '../support/assessments.ts';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/plan.ts';
import { blobPath } from '../../src/core/ledger/layout.ts';
import type { Contents } from '../../src/github/contents.ts';
import type { Tree } from '../../src/github/tree.ts';
import { trialLines } from '../../src/render/policy-trial.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { policiesIn } from '../../src/workflows/policies.ts';
import { tryNewPolicies } from '../../src/workflows/policy-trial.ts';
import { CONFIGURATION, permission, policyText } from '../core/policy/world.ts';
import { AT, begun, note, trial } from '../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';
import { plannedEntry } from '../support/planned-entry.ts';
import { changeWith, planOf } from '../support/plans.ts';

const OLD = policyText([
  { name: 'named', when: "change.name == 'b'", effect: 'deny' },
  { name: 'own', when: "access.gains.exists(g, g.power == 'administer')", effect: '{ require: { of: owner } }' },
]);
const NEW = policyText([
  { name: 'named', when: "change.name == 'a'", effect: 'deny' },
  {
    name: 'own',
    when: "access.gains.exists(g, g.power == 'administer')",
    effect: '{ require: { of: security, count: 2 } }',
  },
]);
const BESIDE = policyText([{ name: 'beside', when: 'false' }], 'beside');

type Files = { readonly [path: string]: string };

/** A repository with these files at its base and at the head of the pull request. */
function contentsOf(commits: { readonly base: Files; readonly head: Files }): Contents {
  const files: { readonly [commit: string]: Files } = commits;
  const blobs = new Map(
    Object.values(files)
      .flatMap((one) => Object.values(one))
      .map((text) => [someHash(text), text] as const),
  );
  const tree = (commit: string): Tree =>
    new Map(
      Object.entries(files[commit] ?? {}).map(([path, text]) => [
        path,
        { path, kind: 'file' as const, mode: '100644', sha: someHash(text), size: text.length },
      ]),
    );
  return {
    tree: (commit) => Promise.resolve(tree(commit)),
    inputs: (from, matches) =>
      Promise.resolve({
        inputs: [...from.values()]
          .filter(({ path }) => matches(path))
          .map(({ path, sha }) => ({ path, bytes: Buffer.from(blobs.get(sha as `sha256:${string}`) ?? '') })),
        diagnostics: [],
      }),
  };
}

const owned = [permission('OWN', { power: 'administer' })];

/** A ledger of these plans, each of a pull request of its own from 1 on. */
async function ledgerOf(changes: readonly (readonly [Change, Assessment['changes'][number]['gains']])[]) {
  const store = new MemoryLedger();
  const ledger = new Ledger(
    await begun(store, trial),
    () => AT,
    () => undefined,
  );
  const hashes: { digest: `sha256:${string}`; assessment: `sha256:${string}` }[] = [];
  for (const [index, [change, gains]] of changes.entries()) {
    const { draft, blobs, ...named } = plannedEntry(index + 1, change, gains, `run ${index}`);
    await ledger.append([draft, note(`entry ${index}`, index + 1)], blobs);
    hashes.push(named);
  }
  return { store, ledger, hashes };
}

const HEAD: Files = { 'policies/a.yaml': NEW };
const BASE: Files = { 'policies/a.yaml': OLD, 'policies/beside.yaml': BESIDE };

async function tried(ledger: Ledger, head: Files = HEAD, number = 9, policies: readonly string[] = ['policies']) {
  const named = { ...CONFIGURATION, policies };
  const contents = contentsOf({ base: BASE, head });
  const configuration = { ...named, policySet: await policiesIn(contents, await contents.tree('base'), named) };
  const changed = Object.keys(head).filter((path) => head[path] !== BASE[path]);
  const plan = {
    ...planOf([]),
    governance: changed.map((path) => ({ path, base: someHash('base'), head: someHash('head') })),
  };
  const planned = {
    kind: 'planned' as const,
    pullRequest: number,
    head: 'head',
    base: 'base',
    baseBranch: 'main',
    at: AT,
    digest: someHash('digest'),
    plan,
    assessment: plainAssessment(),
  };
  return await tryNewPolicies({ contents, providers: new Map() }, ledger, planned, configuration);
}

describe('a pull request that changes policies', () => {
  it('is told what the new ones would have said otherwise of the last plans, the newest first', async () => {
    const { ledger, hashes } = await ledgerOf([
      [changeWith('a'), []],
      [changeWith('b'), owned],
      [changeWith('c'), []],
    ]);
    const trialOf = await tried(ledger);
    const short = (index: number): string => hashes[index]?.digest.slice(7, 19) ?? '';
    expect(trialLines(trialOf, 3000)).toEqual([
      '**What the new policies would have said** of 2 of the last 3 plans in the ledger',
      '',
      `- pull request 2 of 2026-03-02, plan \`${short(1)}\`: newly asks for 2 of security by \`team/own\`: no longer denied by \`team/named\` on \`memory/MemoryAccount/b\`, asks for 1 of owner by \`team/own\``,
      `- pull request 1 of 2026-03-02, plan \`${short(0)}\`: newly denied by \`team/named\` on \`memory/MemoryAccount/a\``,
    ]);
  });

  it('is told so where they would have said nothing else', async () => {
    const { ledger } = await ledgerOf([[changeWith('c'), []]]);
    expect(trialLines(await tried(ledger), 3000)).toEqual([
      'The new policies would have said nothing else of the last 1 plan in the ledger.',
    ]);
  });

  it('is not told that a name without policies is warned of no longer, where it still is', async () => {
    const { ledger } = await ledgerOf([[changeWith('c'), []]]);
    expect(await tried(ledger, HEAD, 9, ['policies', 'polcies'])).toMatchObject({ differences: [] });
  });

  it('is told nothing where the policies stay, and where no rule changes', async () => {
    const { ledger } = await ledgerOf([[changeWith('a'), []]]);
    expect(await tried(ledger, { ...BASE, CODEOWNERS: '* @ana' })).toBeNull();
    expect(await tried(ledger, BASE)).toBeNull();
  });

  it('is not compared with its own plans, and with few requests however long the ledger is', async () => {
    const many = Array.from({ length: 40 }, (_, index) => [changeWith(`a${index}`), []] as const);
    const { store } = await ledgerOf(many);
    const ledger = new Ledger(
      { store, ...trial, anchor: null, writer: 'run' },
      () => AT,
      () => undefined,
    );
    await ledger.anchor();
    store.calls.splice(0);
    expect(await tried(ledger, HEAD, 40)).toMatchObject({ kind: 'compared', plans: 8 });
    expect(store.calls.length).toBeLessThanOrEqual(50);
  });

  it('counts a plan that cannot be read, and goes on where the ledger cannot', async () => {
    const { ledger, store, hashes } = await ledgerOf([
      [changeWith('a'), []],
      [changeWith('c'), []],
    ]);
    store.files.delete(blobPath(hashes[1]?.assessment ?? someHash('none')));
    expect(await tried(ledger)).toMatchObject({ kind: 'compared', plans: 1, unreadable: 1 });
    const empty = new Ledger(
      { store: new MemoryLedger(), ...trial, anchor: null, writer: 'run' },
      () => AT,
      () => undefined,
    );
    const impossible = await tried(empty);
    expect(impossible).toMatchObject({ kind: 'impossible', reason: { code: 'ledger-missing' } });
    expect(trialLines(impossible, 3000)).toEqual([
      expect.stringMatching(
        /^What the new policies would have said of the last plans cannot be told: .*`ledger-missing`\)$/u,
      ),
    ]);
  });
});
