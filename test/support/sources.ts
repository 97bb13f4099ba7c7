import { assemble, sourcesTouched, type Planned } from '../../src/core/assembly.ts';
import type { SourceConfiguration } from '../../src/core/configuration.ts';
import type { Loaded } from '../../src/core/desired/types.ts';
import { CountersignError } from '../../src/core/errors.ts';
import type { LiveState } from '../../src/core/live.ts';
import type { Writer } from '../../src/core/ports.ts';
import { memoryApplier } from '../../src/providers/memory/applier.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { emptyWorld, inMemory, type Account, type MemorySystem } from '../../src/providers/memory/system.ts';
import { NOTHING_SAID } from '../../src/core/policy/set.ts';
import { account } from './memory.ts';
import { configurationFor, loadedFrom, type Declared } from './planning.ts';

type BySource<T> = Readonly<Record<string, T>>;

/** Several in-memory systems, each a source of one configuration. A source whose system is `null` cannot be reached. */
export class Sources {
  readonly systems: BySource<MemorySystem>;
  readonly unreachable = new Set<string>();

  constructor(accounts: BySource<readonly string[]>) {
    this.systems = Object.fromEntries(
      Object.entries(accounts).map(([source, names]) => {
        const held = names.map((name, index): [string, Account] => [name, account({ incarnation: `${index + 1}` })]);
        const world = { ...emptyWorld(), id: `system of ${source}`, nextIncarnation: 100 };
        return [source, inMemory({ ...world, accounts: Object.fromEntries(held) })];
      }),
    );
  }

  edit(source: string, name: string, parts: Partial<Account>): void {
    const system = this.systems[source];
    const world = system?.load();
    if (system === undefined || world === undefined) throw new Error(`no source ${source}`);
    const found = world.accounts[name] ?? account();
    system.save({ ...world, accounts: { ...world.accounts, [name]: { ...found, ...parts } } });
  }

  async plan(base: BySource<readonly Declared[]>, head: BySource<readonly Declared[]>): Promise<Planned> {
    const provider = memoryProvider((source) => this.#open(source));
    const facts = {
      configuration: this.#configuration(),
      providers: new Map([['memory', provider]]),
      base: joined(base),
      head: joined(head),
      extent: 'pull-request' as const,
      governance: [],
      diagnostics: [],
      commits: null,
      now: '2026-06-01T12:00:00Z',
      engine: 'test',
    };
    const live = new Map<string, LiveState>();
    for (const { name, addresses } of sourcesTouched(facts))
      live.set(name, await provider.reader(connectionTo(name)).read({ kind: 'addresses', addresses }));
    return assemble({ ...facts, live }, () => NOTHING_SAID);
  }

  writers(): ReadonlyMap<string, Writer> {
    const applier = memoryApplier((source) => this.#open(source));
    return new Map(
      Object.keys(this.systems).map((source) => [source, lazily(() => applier.writer(connectionTo(source)))]),
    );
  }

  #open(source: string): MemorySystem {
    const system = this.systems[source];
    if (system === undefined || this.unreachable.has(source))
      throw new CountersignError('source-unreachable', 'It does not answer.', { mend: 'Try again.' });
    return system;
  }

  #configuration() {
    const sources = Object.keys(this.systems).map((name): SourceConfiguration => ({
      name,
      provider: 'memory',
      connection: { read: 'READ', write: 'WRITE' },
      mode: 'authoritative',
      boundary: {},
      options: {},
      owner: 'owner',
    }));
    const [first] = sources;
    if (first === undefined) throw new Error('no source');
    return { ...configurationFor(first), sources };
  }
}

/** A connection is made with the first call, as those of databases are. */
function lazily(open: () => Writer): Writer {
  return {
    identify: async () => await open().identify(),
    observe: async (address, guide) => await open().observe(address, guide),
    run: async (request, guard, sink) => await open().run(request, guard, sink),
    close: async () => {},
  };
}

function connectionTo(source: string) {
  return { source, secret: source, boundary: {}, options: {}, timeout: 1000, progress: () => {} };
}

function joined(declared: BySource<readonly Declared[]>): Loaded {
  const all = Object.entries(declared).map(([source, documents]) => loadedFrom(source, documents));
  const identities = all.flatMap(({ state }) => state.identities);
  return {
    state: {
      identities: identities.toSorted((left, right) => (left.address < right.address ? -1 : 1)),
      reconciliations: [],
    },
    diagnostics: [],
    locate: () => null,
    broken: [],
    parts: [],
  };
}
