import { formatAddress, nameOf, parseAddress, type Address } from '../../src/core/address.ts';
import { assemble, sourcesTouched, type PlanFacts, type Planned } from '../../src/core/assembly.ts';
import type { Configuration, SourceConfiguration } from '../../src/core/configuration.ts';
import { NO_POLICIES } from '../../src/core/policy/set.ts';
import type { Identity, Loaded, Reconciliation } from '../../src/core/desired/types.ts';
import { hashJson } from '../../src/core/digest.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { LiveState } from '../../src/core/live.ts';
import type { Imported, Provider, Reader, Removal } from '../../src/core/ports.ts';
import type { Extent } from '../../src/core/scope.ts';

export type Declared = {
  readonly kind: string;
  readonly name: string;
  /** Of a namespaced kind. */ readonly namespace?: string;
  readonly spec: JsonObject;
  readonly owner?: string;
  readonly purpose?: string;
  readonly dependsOn?: readonly Address[];
  readonly adopts?: string;
  readonly onRemove?: Removal;
};

export type Wish = {
  readonly base: readonly Declared[];
  readonly head: readonly Declared[];
  readonly requests?: readonly Reconciliation[];
};

export function addressOf(source: string, { kind, namespace, name }: Omit<Declared, 'spec'>): Address {
  return formatAddress({ source, kind, name: nameOf(namespace ?? null, name) });
}

/** What an import says of a live object, declared as it is. */
export function declaredFrom({ kind, name, namespace, spec }: Imported): Declared {
  return { kind, name, ...(namespace === undefined ? {} : { namespace }), spec };
}

/** Desired states made from values, without files. */
export function loadedFrom(
  source: string,
  declared: readonly Declared[],
  reconciliations: readonly Reconciliation[] = [],
): Loaded {
  const identities = declared.map((one): Identity => {
    const metadata = {
      owner: one.owner ?? 'owner',
      purpose: one.purpose ?? 'testing',
      expires: null,
      consumers: [],
      dependsOn: one.dependsOn ?? [],
      adopts: one.adopts ?? null,
    };
    const onRemove = one.onRemove ?? { kind: 'disable' as const };
    return {
      address: addressOf(source, one),
      source,
      kind: one.kind,
      name: one.name,
      namespace: one.namespace ?? null,
      metadata,
      onRemove,
      spec: one.spec,
      hash: hashJson({
        kind: one.kind,
        namespace: one.namespace ?? null,
        name: one.name,
        spec: one.spec,
        metadata,
        onRemove,
      }),
      ...placeOf(`${one.name}.yaml`),
    };
  });
  return {
    state: {
      identities: identities.toSorted((left, right) => (left.address < right.address ? -1 : 1)),
      reconciliations,
    },
    diagnostics: [],
    locate: () => null,
    broken: [],
    parts: [],
  };
}

export function reconciliation(
  verb: Reconciliation['verb'],
  addresses: readonly Address[],
  onRemove: Removal | null = null,
): Reconciliation {
  const name = `${verb}-${addresses.map((address) => parseAddress(address).name.join('-')).join('-')}`;
  return {
    name,
    verb,
    addresses,
    reason: 'asked for by a test',
    onRemove,
    hash: hashJson({ name, verb }),
    location: { path: `${name}.yaml`, line: 1, column: 1 },
  };
}

export function configurationFor(source: SourceConfiguration): Configuration {
  return {
    desired: ['identities/**/*.yaml'],
    policies: [],
    policySet: NO_POLICIES,
    codeOwners: null,
    people: { owner: ['olga'] },
    sources: [source],
    approval: {
      approvals: 1,
      widening: null,
      administrators: 'owner',
      irreversible: 2,
      distinct: false,
      machineUsers: [],
      bots: [],
    },
    ledger: { branch: 'countersign/ledger', repository: null, signing: { kind: 'none' } },
    sensitive: [],
    removalGuard: { share: 0.2, minimum: 5 },
    applyWithinDays: 7,
    app: null,
  };
}

/** Plans as the workflows do: reads only the sources that the scope touches. */
export async function planWish(
  source: SourceConfiguration,
  provider: Provider,
  reader: Reader,
  wish: Wish,
  extent: Extent = 'pull-request',
): Promise<Planned> {
  const facts = {
    configuration: configurationFor(source),
    providers: new Map([[provider.name, provider]]),
    base: loadedFrom(source.name, wish.base),
    head: loadedFrom(source.name, wish.head, wish.requests),
    extent,
    governance: [],
    diagnostics: [],
    commits: null,
    now: '2026-06-01T12:00:00Z',
    engine: 'test',
  } satisfies Omit<PlanFacts, 'live'>;
  const live = new Map<string, LiveState>();
  for (const { name, addresses } of sourcesTouched(facts))
    live.set(name, await reader.read({ kind: 'addresses', addresses }));
  return assemble({ ...facts, live }, () => ({ requirements: [], findings: [], exceptions: [] }));
}

function placeOf(path: string): Pick<Identity, 'location' | 'origins'> {
  const location = { path, line: 1, column: 1 };
  return { location, origins: [location] };
}
