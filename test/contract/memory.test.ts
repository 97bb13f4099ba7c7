import { memoryApplier } from '../../src/providers/memory/applier.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import {
  emptyWorld,
  inMemory,
  type Account,
  type MemorySystem,
  type World,
} from '../../src/providers/memory/system.ts';
import { ANOTHER_MARK, COMMITMENT_AS_MARK } from '../support/marks.ts';
import type { ContractHarness } from './harness.ts';
import { contractSuite } from './suite.ts';

const systems = new Map<string, MemorySystem>();
const openSystem = (secret: string): MemorySystem => {
  const system = systems.get(secret);
  if (system === undefined) throw new Error('unknown system');
  return system;
};

const reports: Account = {
  incarnation: '1',
  enabled: true,
  tier: 'standard',
  note: 'nightly',
  actsAs: [],
  grants: { invoices: ['read'], orders: ['read', 'write'] },
  mark: null,
};
const stranger: Account = { ...reports, incarnation: '2', note: null };

const edit = (world: World, name: string, change: Partial<Account>): World => {
  const account = world.accounts[name];
  return account === undefined
    ? world
    : { ...world, accounts: { ...world.accounts, [name]: { ...account, ...change } } };
};

const usurped =
  (mark: string | null) =>
  (world: World): World => ({
    ...world,
    accounts: { ...world.accounts, exporter: { ...stranger, incarnation: '77', grants: {}, mark } },
  });

const ACTS: Readonly<Record<string, (world: World) => World>> = {
  'disable the account': (world) => edit(world, 'reports', { enabled: false }),
  'rewrite the note': (world) => edit(world, 'reports', { note: 'someone was here' }),
  'grant one more action': (world) => edit(world, 'reports', { grants: { ...reports.grants, secrets: ['read'] } }),
  'take an action away': (world) => edit(world, 'reports', { grants: { invoices: ['read'] } }),
  'recreate the account': (world) =>
    edit({ ...world, nextIncarnation: world.nextIncarnation + 1 }, 'reports', {
      incarnation: String(world.nextIncarnation),
    }),
  'create the account first': (world) => ({
    ...world,
    accounts: { ...world.accounts, exporter: { ...stranger, incarnation: '77' } },
  }),
  'create the same account first': usurped(null),
  'create the same account first, with the mark of another apply': usurped(ANOTHER_MARK),
  'create the same account first, with what this apply committed to as its mark': usurped(COMMITMENT_AS_MARK),
  'disable a stranger': (world) => edit(world, 'stranger', { enabled: false }),
  'add a resource inside the pattern': (world) => ({
    ...world,
    resources: [...world.resources, `billing-${world.resources.length}`],
  }),
  'let the account act as another': (world) => edit(world, 'reports', { actsAs: ['stranger'] }),
};

const harness: ContractHarness = {
  provider: memoryProvider(openSystem),
  applier: memoryApplier(openSystem),
  source: {
    name: 'memory',
    provider: 'memory',
    connection: { read: 'READ', write: 'WRITE' },
    mode: 'authoritative',
    boundary: {},
    options: {},
    owner: 'owner',
  },
  async open() {
    const inner = inMemory({
      ...emptyWorld(['invoices', 'orders', 'secrets', 'billing-a', 'billing-b']),
      nextIncarnation: 10,
      accounts: { reports, stranger },
    });
    let writes = 0;
    const secret = `system-${systems.size}`;
    systems.set(secret, {
      load: () => inner.load(),
      save(world) {
        writes += 1;
        inner.save(world);
      },
    });
    const connection = { source: 'memory', secret, boundary: {}, options: {}, timeout: 1000, progress: () => {} };
    return {
      read: connection,
      write: connection,
      writes: async () => writes,
      act: async (name) => inner.save((ACTS[name] ?? unknownAct(name))(inner.load())),
      close: async () => {},
    };
  },
  existing: {
    kind: 'MemoryAccount',
    name: 'reports',
    spec: {
      enabled: true,
      note: 'nightly',
      grants: [
        { on: 'invoices', actions: ['read'] },
        { on: 'orders', actions: ['read', 'write'] },
      ],
    },
  },
  edited: {
    enabled: true,
    note: 'hourly',
    grants: [
      { on: 'invoices', actions: ['read', 'write'] },
      { on: 'billing-*', actions: ['read'] },
    ],
  },
  created: {
    kind: 'MemoryAccount',
    name: 'exporter',
    spec: {
      enabled: true,
      tier: 'standard',
      grants: [
        { on: 'billing-*', actions: ['read'] },
        { on: 'orders', actions: ['read'] },
      ],
    },
  },
  dependent: { kind: 'MemoryAccount', name: 'audit', spec: { enabled: true, actsAs: ['exporter'] } },
  replaced: { enabled: true, tier: 'premium', note: 'nightly' },
  drifts: [
    { act: 'disable the account', pointer: '/enabled' },
    { act: 'rewrite the note', pointer: '/note' },
    { act: 'grant one more action', pointer: '/grants/values/secrets/read' },
    { act: 'take an action away', pointer: '/grants/values/orders/read' },
  ],
  recreate: 'recreate the account',
  usurp: 'create the account first',
  usurpUnseen: Object.keys(ACTS).filter((act) => act.startsWith('create the same account first')),
  irrelevant: ['disable a stranger', 'add a resource inside the pattern', 'let the account act as another'],
  edits: [
    {
      what: 'a list with a standing pattern',
      from: patterned('billing-*'),
      acts: ['add a resource inside the pattern'],
      to: patterned('billing-*', 'orders'),
    },
    {
      what: 'a pattern that gives way to an entry',
      from: patterned('billing-*'),
      acts: ['add a resource inside the pattern'],
      to: patterned('billing-a'),
    },
    {
      what: 'a pattern that gives way to a wider one',
      from: patterned('billing-*'),
      acts: ['add a resource inside the pattern'],
      to: patterned('bill*'),
    },
    {
      what: 'a pattern that ends beside another',
      from: patterned('billing-*', '*-a'),
      acts: ['add a resource inside the pattern'],
      to: patterned('*-a'),
    },
    {
      what: 'a pattern that ends',
      from: patterned('billing-*'),
      acts: ['add a resource inside the pattern'],
      to: patterned(),
    },
    {
      what: 'a replacement under a pattern',
      from: patterned('billing-*'),
      acts: ['add a resource inside the pattern'],
      to: { ...patterned('billing-*'), tier: 'premium' },
    },
    {
      what: 'a replacement that ends a pattern',
      from: patterned('billing-*'),
      acts: [],
      to: { ...patterned('billing-a'), tier: 'premium' },
    },
  ],
  equivalent: [
    {
      note: 'hourly',
      enabled: true,
      grants: [
        { on: 'billing-*', actions: ['read'] },
        { on: 'invoices', actions: ['write'] },
        { on: 'invoices', actions: ['read'] },
      ],
    },
  ],
  unreachable: (estate) => ({ ...estate.read, secret: 'gone' }),
  canaries: [],
};

function patterned(...names: readonly string[]) {
  return { grants: names.map((on) => ({ on, actions: ['read'] })) };
}

function unknownAct(name: string): never {
  throw new Error(`no act is called ${name}`);
}

contractSuite('memory', harness);
