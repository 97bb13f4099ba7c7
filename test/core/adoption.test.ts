import { describe, expect, it } from 'vitest';
import { adoptionNote, adoptionOf, claimReason, newlyAdopted } from '../../src/core/adoption.ts';
import { defaultRequirements } from '../../src/core/approval/requirements.ts';
import type { Manager } from '../../src/core/live.ts';
import type { IdentityMetadata } from '../../src/core/plan.ts';
import type { Removal } from '../../src/core/ports.ts';
import { account, declared, memoryLab } from '../support/memory.ts';
import { configurationFor, type Declared } from '../support/planning.ts';

const TERRAFORM: Manager = { tool: 'Terraform', evidence: 'the tag managed-by' };
const REMOVALS: readonly Removal[] = [{ kind: 'disable' }, { kind: 'delete', options: {} }];

const wish = (note: string, adopts?: string, onRemove?: Removal): Declared => ({
  ...declared('a', { note, tier: 'standard' }, onRemove),
  ...(adopts === undefined ? {} : { adopts }),
});

async function planned(
  base: readonly Declared[],
  head: readonly Declared[],
  managedBy: Manager | undefined = TERRAFORM,
) {
  const lab = memoryLab({ accounts: { a: account({ note: 'live', managedBy }) } });
  const { plan, assessment } = await lab.plan({ base, head });
  const [change] = plan.changes;
  if (change === undefined) throw new Error('nothing changes');
  const requirements = defaultRequirements(configurationFor(lab.source), plan, assessment.changes, []);
  return {
    action: change.action,
    blocked: change.blocked.map(({ code, message }) => `${code}: ${message}`),
    notes: assessment.changes.flatMap(({ notes }) => notes.map(({ code, message }) => `${code}: ${message}`)),
    asked: requirements.map(({ code, of, reason }) => `${code} of ${of}: ${reason}`),
    requirements,
  };
}

const CLAIMED = 'managed-elsewhere: Terraform manages this object (the tag managed-by), and it is observed only.';
const MEND = 'Change it there; or, where Terraform gives it up, write adopts: Terraform under metadata.';
const BLOCKED = `${CLAIMED} ${MEND}`;
const ADOPTED =
  'adopted: Terraform is to give this object up (the tag managed-by): take it out of there, or both will change it.';

describe('an object that another tool manages', () => {
  it('is not changed, replaced, disabled or deleted, and the plan says where it sees the tool', async () => {
    expect(await planned([], [wish('new')])).toMatchObject({ action: 'update', blocked: [BLOCKED], notes: [] });
    const replaced = { ...wish('live'), spec: { note: 'live', tier: 'premium' } };
    expect(await planned([wish('live')], [replaced])).toMatchObject({ action: 'replace', blocked: [BLOCKED] });
    for (const removal of REMOVALS)
      expect(await planned([wish('live', undefined, removal)], [])).toMatchObject({
        action: removal.kind,
        blocked: [BLOCKED],
      });
  });

  it('is described and forgotten, with a word about the tool', async () => {
    expect(await planned([], [wish('live')])).toMatchObject({ action: 'describe', blocked: [], notes: [CLAIMED] });
    expect(await planned([wish('live', undefined, { kind: 'forget' })], [])).toMatchObject({
      action: 'forget',
      blocked: [],
      notes: [CLAIMED],
    });
  });
});

describe('a document that adopts', () => {
  it('may change what the tool that it names gives up, and the owner of the source is asked', async () => {
    expect(await planned([], [wish('new', 'Terraform')])).toMatchObject({
      action: 'update',
      blocked: [],
      notes: [ADOPTED],
      asked: [
        'owner of owner: owner of memory/MemoryAccount/a',
        'adoption of owner: taken over from Terraform: memory/MemoryAccount/a',
      ],
    });
  });

  it('asks for one person alone, who need not confirm', async () => {
    const { requirements } = await planned([], [wish('new', 'Terraform')]);
    expect(requirements.find(({ code }) => code === 'adoption')).toMatchObject({
      count: 1,
      confirm: false,
      distinct: false,
    });
  });

  it('asks once: what follows is like any other change', async () => {
    const { blocked, asked } = await planned([wish('live', 'Terraform')], [wish('new', 'Terraform')]);
    expect([blocked, asked.map((one) => one.split(' ')[0])]).toEqual([[], ['owner']]);
    const { asked: again } = await planned([wish('live', 'Helm')], [wish('new', 'Terraform')]);
    expect(again.map((one) => one.split(' ')[0])).toEqual(['owner', 'adoption']);
  });

  it('opens nothing by the name of another tool', async () => {
    for (const name of ['Helm', 'terraform', 'Terraform '])
      expect(await planned([], [wish('new', name)])).toMatchObject({
        blocked: [
          `managed-elsewhere: Terraform manages this object (the tag managed-by), and not whom its document adopts it from. ${MEND}`,
        ],
      });
  });

  it('opens nothing that a system keeps for itself', async () => {
    const reserved: Manager = { tool: 'Amazon RDS', evidence: 'a reserved name', reserved: true };
    expect(await planned([], [wish('new', 'Amazon RDS')], reserved)).toMatchObject({
      blocked: ['managed-elsewhere: Amazon RDS manages this object (a reserved name), and never gives it up.'],
    });
  });

  it('may go away with what it adopted, by the word of the base alone', async () => {
    for (const removal of REMOVALS)
      expect(await planned([wish('live', 'Terraform', removal)], [])).toMatchObject({
        action: removal.kind,
        blocked: [],
        asked: expect.not.arrayContaining([expect.stringContaining('adoption')]) as string[],
      });
  });

  it('is like any other where nobody manages the object', async () => {
    const lab = memoryLab({ accounts: { a: account({ note: 'live' }) } });
    const { assessment } = await lab.plan({ base: [wish('live', 'Terraform')], head: [wish('new', 'Terraform')] });
    expect([assessment.applyable, assessment.changes[0]?.notes]).toEqual([true, []]);
  });

  it('for the first time where nobody manages the object, which may be a mistake, is told', async () => {
    const lab = memoryLab({ accounts: { a: account({ note: 'live' }) } });
    const { assessment } = await lab.plan({ base: [wish('live')], head: [wish('new', 'Terraform')] });
    expect([assessment.applyable, assessment.changes[0]?.notes]).toEqual([
      true,
      [
        {
          code: 'adopts-unclaimed',
          message:
            'Its document adopts it from Terraform, and no mark of another tool was found on it: nothing is taken over.',
        },
      ],
    ]);
  });
});

describe('whose an object is', () => {
  const document = (gives: string | null): IdentityMetadata => ({
    owner: null,
    purpose: null,
    expires: null,
    consumers: [],
    dependsOn: [],
    adopts: gives,
  });
  const free = {};
  const claimed = { managedBy: TERRAFORM };
  const reserved = { managedBy: { ...TERRAFORM, reserved: true } } as const;
  /** What blocks, and what is noted where nothing is blocked. */
  const BOTH = ['managed-elsewhere', 'managed-elsewhere'] as const;

  it.each([
    ['of nobody, where there is none yet', null, null, document('Terraform'), 'unclaimed', null, 'adopts-unclaimed'],
    ['of nobody, where no tool claims it', free, document('Terraform'), null, 'unclaimed', null, null],
    ['of the tool, where no document says more', claimed, null, document(null), 'claimed', ...BOTH],
    ['of the tool, where nothing declares it at all', claimed, null, null, 'claimed', ...BOTH],
    [
      'of the tool, where the document no longer adopts',
      claimed,
      document('Terraform'),
      document(null),
      'claimed',
      ...BOTH,
    ],
    ['of the tool, where another is named', claimed, null, document('Helm'), 'misnamed', ...BOTH],
    ['of the system for good', reserved, null, document('Terraform'), 'reserved', ...BOTH],
    ['of the document that adopts it', claimed, null, document('Terraform'), 'adopted', null, 'adopted'],
    [
      'of the document that goes away, by the word of the base',
      claimed,
      document('Terraform'),
      null,
      'adopted',
      null,
      'adopted',
    ],
  ] as const)('is %s', (_what, object, before, after, kind, block, note) => {
    const adoption = adoptionOf(object, { before, after });
    expect([
      adoption.kind,
      claimReason(adoption)?.code ?? null,
      adoptionNote(adoption, newlyAdopted({ before, after }))?.code ?? null,
    ]).toEqual([kind, block, note]);
  });

  it.each([
    ['a new document that adopts', null, document('Terraform'), 'Terraform'],
    ['one that adopts from now on', document(null), document('Terraform'), 'Terraform'],
    ['one that adopts from another tool', document('Helm'), document('Terraform'), 'Terraform'],
    ['one that adopted before', document('Terraform'), document('Terraform'), null],
    ['one that no longer adopts', document('Terraform'), document(null), null],
    ['one that never did', document(null), document(null), null],
    ['a new one that does not', null, document(null), null],
    ['one that goes away', document('Terraform'), null, null],
  ])('is asked for by %s', (_what, before, after, tool) => {
    expect(newlyAdopted({ before, after })).toBe(tool);
  });
});
