import { describe, expect, it } from 'vitest';
import { hashJson } from '../../src/core/digest.ts';
import type { Identity } from '../../src/core/desired/types.ts';
import { memory } from '../../src/providers/memory/index.ts';
import { takenIn, takenInWarnings } from '../../src/workflows/taken-in.ts';
import { commitsOf } from '../support/commits.ts';
import { addressOf, memoryLab } from '../support/memory.ts';
import { configurationFor } from '../support/planning.ts';

const document = (name: string, note = 'a note') => `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: memory }
spec: { note: ${note} }
`;

const contents = commitsOf({
  tip: {
    'identities/both.yaml': document('both'),
    'identities/moved.yaml': document('moved'),
    'extra/moved.yaml': document('moved', 'another'),
    'extra/new.yaml': document('new'),
    'extra/also.yaml': document('also'),
  },
});
const rules = configurationFor(memoryLab().source);
const reading = (...desired: readonly string[]) => ({ ...rules, desired });
const found = async (before: typeof rules, after: typeof rules): Promise<readonly string[]> =>
  (await takenIn({ contents, providers: new Map([['memory', memory]]) }, 'tip', { before, after })).map(
    ({ address }) => address,
  );

describe('what later rules take in at a commit', () => {
  const before = reading('identities/*.yaml');

  it('is what only they declare, or declare otherwise, sorted', async () => {
    const after = reading('identities/both.yaml', 'extra/*.yaml');
    expect(await found(before, after)).toEqual(['also', 'moved', 'new'].map(addressOf));
  });

  it('is not what another line of CODEOWNERS owns from then on', async () => {
    const owned = (text: string, ...desired: readonly string[]) => ({
      ...reading(...desired),
      codeOwners: { path: 'CODEOWNERS', text },
    });
    const wider = owned('* @eve', 'identities/*.yaml', 'extra/new.yaml');
    expect(await found(owned('* @ana', 'identities/*.yaml'), wider)).toEqual([addressOf('new')]);
  });

  it('is nothing where both declare the same, or the rules are the same, and then nothing is read', async () => {
    expect(await found(before, reading('identities/**/*.yaml'))).toEqual([]);
    const unread = { ...contents, tree: () => Promise.reject(new Error('was read')) };
    const surface = { contents: unread, providers: new Map([['memory', memory]]) };
    expect(await takenIn(surface, 'tip', { before, after: reading('identities/*.yaml') })).toEqual([]);
  });
});

describe('the identities that rules take in', () => {
  const identity = (name: string, owner: string | null): Identity => ({
    address: `db/Role/${name}`,
    source: 'db',
    kind: 'Role',
    name,
    metadata: { owner, purpose: null, expires: null, consumers: [], dependsOn: [], adopts: null },
    namespace: null,
    onRemove: { kind: 'disable' },
    spec: {},
    hash: hashJson(name),
    location: { path: `extra/${name}.yaml`, line: 1, column: 1 },
    origins: [],
  });

  it('are named with their owner and place, fifty of them', () => {
    const many = Array.from({ length: 52 }, (_, index) => identity(`r${index}`, index === 0 ? null : '@eve'));
    const warnings = takenInWarnings(many);
    expect(warnings).toHaveLength(51);
    const kinds = new Set(warnings.map(({ code, severity }) => `${severity} ${code}`));
    expect([...kinds]).toEqual(['warning identity-taken-in']);
    expect(warnings[0]).toMatchObject({ address: 'db/Role/r0', cause: expect.stringContaining('names no owner') });
    expect(warnings[1]).toMatchObject({
      cause: expect.stringContaining('names @eve'),
      location: { path: 'extra/r1.yaml' },
    });
    expect(warnings[50]?.cause).toContain('take in 2 more');
    expect(takenInWarnings(many.slice(0, 50))).toHaveLength(50);
  });
});
