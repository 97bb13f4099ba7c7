import type { Planned } from '../../src/core/assembly.ts';
import type { SourceConfiguration } from '../../src/core/configuration.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { LiveState } from '../../src/core/live.ts';
import type { Change } from '../../src/core/plan.ts';
import type { Mode, Provider, Reader, Removal, Writer } from '../../src/core/ports.ts';
import type { Extent } from '../../src/core/scope.ts';
import { memoryApplier } from '../../src/providers/memory/applier.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import {
  emptyWorld,
  inMemory,
  type Account,
  type MemorySystem,
  type World,
} from '../../src/providers/memory/system.ts';
import { planWish, type Declared, type Wish } from './planning.ts';

export function account(parts: Partial<Account> = {}): Account {
  return {
    incarnation: '1',
    enabled: true,
    tier: 'standard',
    note: null,
    actsAs: [],
    grants: {},
    mark: null,
    ...parts,
  };
}

/** What every run leaves alike: whether an account bears a mark, not which. */
export function unmarked(world: World): World {
  const masked = ({ mark, ...rest }: Account): Account => ({ ...rest, mark: mark === null ? null : 'a mark' });
  const accounts = Object.entries(world.accounts).map(([name, one]) => [name, masked(one)] as const);
  return { ...world, accounts: Object.fromEntries(accounts) };
}

export function declared(name: string, spec: JsonObject = {}, onRemove: Removal = { kind: 'disable' }): Declared {
  return { kind: 'MemoryAccount', name, spec, onRemove };
}

export const addressOf = (name: string): string => `memory/MemoryAccount/${name}`;

export type Lab = {
  readonly source: SourceConfiguration;
  readonly system: MemorySystem;
  readonly provider: Provider;
  readonly reader: Reader;
  readonly writer: Writer;
  plan(wish: Wish, extent?: Extent): Promise<Planned>;
  /** The only change of the plan of a wish. */
  change(wish: Wish): Promise<Change>;
  edit(name: string, parts: Partial<Account>): void;
  act(change: (world: World) => World): void;
};

export type LabOptions = {
  readonly accounts?: Readonly<Record<string, Account>>;
  readonly resources?: readonly string[];
  readonly mode?: Mode;
  readonly system?: MemorySystem;
  /** Changes what was read before it is planned with. */
  readonly distort?: (live: LiveState) => LiveState;
  /** Changes what the provider says of itself. */
  readonly provider?: Partial<Provider>;
};

/** An in-memory system with everything that plans and applies to it. */
export function memoryLab(options: LabOptions = {}): Lab {
  const { accounts = {}, resources = [], mode = 'authoritative', distort = (live) => live } = options;
  const system = options.system ?? inMemory({ ...emptyWorld(resources), id: 'one', nextIncarnation: 100, accounts });
  const provider: Provider = { ...memoryProvider(() => system), ...options.provider };
  const connection = { source: 'memory', secret: '', boundary: {}, options: {}, timeout: 1000, progress: () => {} };
  const reader = provider.reader(connection);
  const distorted: Reader = { ...reader, read: async (query) => distort(await reader.read(query)) };
  const source: SourceConfiguration = {
    name: 'memory',
    provider: 'memory',
    connection: { read: 'READ', write: 'WRITE' },
    mode,
    boundary: {},
    options: {},
    owner: 'owner',
  };
  const plan = (wish: Wish, extent?: Extent) => planWish(source, provider, distorted, wish, extent);
  const act = (change: (world: World) => World) => system.save(change(system.load()));
  return {
    source,
    system,
    provider,
    reader: distorted,
    writer: memoryApplier(() => system).writer(connection),
    plan,
    act,
    async change(wish) {
      const { changes } = (await plan(wish)).plan;
      const [first] = changes;
      if (first === undefined || changes.length !== 1) throw new Error(`the plan has ${changes.length} changes`);
      return first;
    },
    edit(name, parts) {
      act((world) => ({
        ...world,
        accounts: { ...world.accounts, [name]: { ...account(), ...world.accounts[name], ...parts } },
      }));
    },
  };
}
