import { describe, expect, it } from 'vitest';
import { landedOf } from '../../src/core/apply/landing.ts';
import { sha256 } from '../../src/core/digest.ts';
import { CountersignError } from '../../src/core/errors.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { Contents } from '../../src/github/contents.ts';
import { memory } from '../../src/providers/memory/index.ts';
import { desiredAt } from '../../src/workflows/rules.ts';
import { supersession } from '../../src/workflows/supersession.ts';
import { configurationFor } from '../support/planning.ts';

type Commits = { readonly [commit: string]: { readonly [path: string]: string } };

const configured = configurationFor({
  name: 'memory',
  provider: 'memory',
  connection: { read: 'R', write: 'W' },
  mode: 'authoritative',
  boundary: {},
  options: {},
  owner: 'owner',
});
const configuration = { ...configured, desired: ['identities/**/*.{yaml,json}'] };
const providers = new Map([['memory', memory]]);

const A = 'identities/a.yaml';
const B = 'identities/b.yaml';

function account(name: string, note: string): string {
  return `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: memory, owner: '@ana', purpose: p }
spec: { enabled: true, note: ${note} }
`;
}

/** `read`: how often each path was. @param unreadable the commit whose documents are too many where all of them are read */
function contentsOf(commits: Commits, unreadable: string | null = null) {
  const read: string[] = [];
  const contents: Contents = {
    tree: async (commit) => {
      const entry = (path: string, text: string) => ({
        path,
        sha: sha256(text),
        mode: '100644',
        kind: 'file' as const,
        size: 1,
      });
      const files = Object.entries(commits[commit] ?? {});
      return new Map([...files.map(([path, text]) => [path, entry(path, text)] as const), [commit, entry(commit, '')]]);
    },
    inputs: async (tree, matches) => {
      const commit = Object.keys(commits).find((name) => tree.has(name)) ?? '';
      const files = Object.entries(commits[commit] ?? {}).filter(([path]) => matches(path));
      if (commit === unreadable) throw new CountersignError('inputs-too-many', 'Too many.', { mend: 'Fewer.' });
      read.push(...files.map(([path]) => path));
      return { inputs: files.map(([path, text]) => ({ path, bytes: Buffer.from(text) })), diagnostics: [] };
    },
  };
  return { contents, read };
}

async function planAt(contents: Contents, governance: Plan['governance']): Promise<Plan> {
  const at = async (commit: string) => (await desiredAt(contents, commit, configuration, providers)).state;
  const landed = landedOf(await at('before'), await at('landed'), governance);
  return { formatVersion: '1', sources: [], changes: [], ...landed };
}

const landing = { pull: null, before: 'before', commit: 'landed' };
const BEFORE = { [A]: account('a', 'old'), [B]: account('b', 'old') };
const LANDED = { ...BEFORE, [A]: account('a', 'new') };

type Parts = { readonly unreadable?: string; readonly governance?: Plan['governance'] };

/** @param later commits of later landings, oldest first, the tip last */
async function superseded(commits: Commits, later: readonly string[], { unreadable, governance = [] }: Parts = {}) {
  const { contents, read } = contentsOf({ before: BEFORE, landed: LANDED, ...commits }, unreadable);
  const plan = await planAt(contents, governance);
  read.length = 0;
  const places = ['landed', ...later];
  const since = later.map((commit, index) => ({ pull: null, before: places[index] ?? '', commit }));
  const tip = places.at(-1) ?? '';
  const found = await supersession({ contents, providers }, landing, plan, configuration, { later: since, tip });
  return { found, read };
}

describe('what a landing brought', () => {
  it('is compared at every later landing about it, and what stood there is told', async () => {
    const { found } = await superseded({ back: BEFORE, again: LANDED }, ['back', 'again']);
    expect(found?.reason).toEqual({
      code: 'superseded',
      message: 'memory/MemoryAccount/a was changed by a later landing',
    });
    expect(found?.states).toHaveLength(2);
  });

  it('stands where nothing follows, and where what follows is about something else, of which only that is read', async () => {
    expect(await superseded({}, [])).toEqual({ found: null, read: [] });
    const other = { ...LANDED, [B]: account('b', 'other') };
    expect(await superseded({ other, tip: LANDED }, ['other', 'tip'])).toEqual({ found: null, read: [B, B, A, B] });
  });

  it('is compared where a later landing changed what cannot be told apart by itself', async () => {
    const value = 'identities/a.json';
    const broken = { ...LANDED, [B]: 'kind: [' };
    expect((await superseded({ broken, tip: LANDED }, ['broken', 'tip'])).read).toEqual([B, B, A, B, A, B]);
    const first = { ...LANDED, [value]: '{}' };
    const { found, read } = await superseded({ first, tip: first }, ['first', 'tip']);
    expect([found, read]).toEqual([null, [value, A, B, value, A, B, value]]);
  });

  it('is superseded where nobody can read what a later landing changed', async () => {
    const { found } = await superseded({ torn1234: BEFORE, tip: LANDED }, ['torn1234', 'tip'], {
      unreadable: 'torn1234',
    });
    expect(found?.reason).toEqual({
      code: 'superseded',
      message: 'What the later landing torn123 changed cannot be read.',
    });
  });

  it('is not judged where the tip cannot be read', async () => {
    await expect(superseded({ tip: LANDED }, ['tip'], { unreadable: 'tip' })).rejects.toMatchObject({
      code: 'inputs-too-many',
    });
  });

  it('is superseded for the first reason, with what stood after each landing that was looked at', async () => {
    const other = { ...LANDED, [B]: account('b', 'other') };
    const places = { other, back: BEFORE, torn1234: LANDED, tip: LANDED };
    const { found } = await superseded(places, ['other', 'back', 'torn1234', 'tip'], { unreadable: 'torn1234' });
    expect(found?.reason.message).toBe('memory/MemoryAccount/a was changed by a later landing');
    expect(found?.states.map(({ identities }) => identities.length)).toEqual([2, 2]);
  });

  it('is superseded by what changed it among others', async () => {
    const back = { [A]: account('a', 'old'), [B]: account('b', 'other') };
    const { found } = await superseded({ back, tip: LANDED }, ['back', 'tip']);
    expect(found?.reason.message).toBe('memory/MemoryAccount/a was changed by a later landing');
  });
});

describe('a rule that a landing brought', () => {
  const OURS = '* @olga';
  const governance = [{ path: 'CODEOWNERS', base: null, head: sha256(OURS) }];
  const landed = { ...LANDED, CODEOWNERS: OURS };

  it('was taken back by what changed it, though it was put back', async () => {
    const back = { ...landed, CODEOWNERS: '* @eve' };
    const { found } = await superseded({ landed, back, tip: landed }, ['back', 'tip'], { governance });
    expect(found?.reason.message).toBe('CODEOWNERS was changed by a later landing');
  });
});

describe('what a landing asked for', () => {
  const asking = (name: string, address: string) => ({
    [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: Reconciliation
metadata: { name: ${name} }
spec: { verb: correct, addresses: [memory/MemoryAccount/${address}], reason: wanted }
`,
  });
  const landed = { ...BEFORE, ...asking('ask', 'a') };

  it('was taken back by what took the request away, though it was put back', async () => {
    const { found } = await superseded({ landed, back: BEFORE, tip: landed }, ['back', 'tip']);
    expect(found?.reason.message).toBe('what asked to correct memory/MemoryAccount/a was taken back');
  });

  it('stands where others asked for something', async () => {
    const asked = { ...landed, ...asking('others', 'b') };
    expect((await superseded({ landed, asked, tip: landed }, ['asked', 'tip'])).found).toBeNull();
  });

  it('is nothing that others ask for, of which only that is read', async () => {
    const asked = { ...LANDED, ...asking('others', 'b') };
    const { found, read } = await superseded({ asked, tip: LANDED }, ['asked', 'tip']);
    expect({ found, read }).toEqual({ found: null, read: ['identities/others.yaml', A, B] });
  });

  it('stands where later ones are about something else, of which only that is read', async () => {
    const other = { ...landed, [B]: account('b', 'other') };
    const { found, read } = await superseded({ landed, other, tip: landed }, ['other', 'tip']);
    expect({ found, read }).toEqual({ found: null, read: [B, B, A, B, 'identities/ask.yaml'] });
  });
});
