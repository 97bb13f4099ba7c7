import { assemble, type Planned } from '../../src/core/assembly.ts';
import type { Judge } from '../../src/core/policy.ts';
import { NO_POLICIES } from '../../src/core/policy/set.ts';
import type { Requirement } from '../../src/core/assessment.ts';
import type { Configuration } from '../../src/core/configuration.ts';
import type { Identity, Loaded, Reconciliation } from '../../src/core/desired/types.ts';
import { hashJson, planDigest } from '../../src/core/digest.ts';
import type { Diagnostic } from '../../src/core/errors.ts';
import type { JsonObject, Sha256 } from '../../src/core/json.ts';
import type { LiveState, NotModelled, Unreadable } from '../../src/core/live.ts';
import type { IdentityMetadata, Plan } from '../../src/core/plan.ts';
import type { Removal } from '../../src/core/ports.ts';
import { compareText, parseAddress } from '../../src/core/address.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { addressOf } from '../../src/providers/memory/form.ts';
import { inMemory, type Account, type World } from '../../src/providers/memory/system.ts';

export const SOURCE = 'accounts';

/** A document as a test writes it; `spec` null: it is not there. */
export type Document = {
  readonly name: string;
  readonly spec: JsonObject;
  readonly metadata?: Partial<IdentityMetadata>;
  readonly onRemove?: Removal;
};

export type Estate = {
  readonly accounts?: { readonly [name: string]: Partial<Account> };
  readonly resources?: readonly string[];
  readonly base?: readonly Document[];
  readonly head?: readonly Document[];
  readonly reconciliations?: readonly Reconciliation[];
  readonly governance?: Plan['governance'];
  readonly diagnostics?: readonly Diagnostic[];
  readonly unreadable?: readonly Unreadable[];
  readonly notModelled?: readonly NotModelled[];
  readonly judge?: Judge;
  readonly sensitive?: Configuration['sensitive'];
};

/** Plan and assessment as they really come about, from documents and a live system in memory. */
export async function planned(estate: Estate): Promise<Planned & { readonly digest: Sha256 }> {
  const configuration = { ...configurationOf(), sensitive: estate.sensitive ?? [] };
  const live = await liveOf(estate);
  const facts = {
    configuration,
    providers: new Map([['memory', memoryProvider(() => inMemory(worldOf(estate)))]]),
    base: loaded(estate.base ?? [], []),
    head: loaded(estate.head ?? [], estate.reconciliations ?? []),
    extent: 'pull-request',
    live: new Map([[SOURCE, live]]),
    governance: estate.governance ?? [],
    diagnostics: estate.diagnostics ?? [],
    commits: { base: 'b'.repeat(40), head: 'c'.repeat(40), mergeBase: 'a'.repeat(40) },
    now: '2026-06-01T12:00:00Z',
    engine: 'countersign 0.1.0',
  } as const;
  const { plan, assessment } = assemble(facts, estate.judge ?? ownerOnly);
  return { plan, assessment, digest: planDigest(plan) };
}

export const OWNER: Requirement = {
  code: 'owner-approval',
  of: 'billing',
  people: ['ana', 'ben'],
  count: 1,
  distinct: false,
  confirm: false,
  reason: 'the owner approves every change',
};

export const SECURITY: Requirement = {
  code: 'widening-approval',
  of: 'security',
  people: ['sol', 'tove', 'uma'],
  count: 1,
  distinct: false,
  confirm: false,
  reason: 'access is widened',
};

const ownerOnly: Judge = (_plan, changes) => ({
  requirements: changes.some(({ gains }) => gains.length > 0) ? [OWNER, SECURITY] : changes.length > 0 ? [OWNER] : [],
  findings: [],
  exceptions: [],
});

function worldOf(estate: Estate): World {
  const accounts = Object.entries(estate.accounts ?? {}).map(([name, account], index) => [
    name,
    {
      incarnation: String(index + 1),
      enabled: true,
      tier: 'standard',
      note: null,
      actsAs: [],
      grants: {},
      createdBy: null,
      ...account,
    },
  ]);
  return {
    id: 'system-7391',
    nextIncarnation: 9000,
    resources: estate.resources ?? [],
    accounts: Object.fromEntries(accounts),
  };
}

async function liveOf(estate: Estate): Promise<LiveState> {
  const reader = memoryProvider(() => inMemory(worldOf(estate))).reader({
    source: SOURCE,
    secret: '',
    boundary: {},
    options: {},
    timeout: 1000,
    progress: () => {},
  });
  const state = await reader.read({ kind: 'boundary' });
  return { ...state, unreadable: estate.unreadable ?? [], notModelled: estate.notModelled ?? [] };
}

function loaded(documents: readonly Document[], reconciliations: readonly Reconciliation[]): Loaded {
  const identities = documents.map(identityOf).toSorted((left, right) => compareText(left.address, right.address));
  const known = new Map(identities.map((identity) => [identity.address, identity]));
  return {
    state: { identities, reconciliations },
    diagnostics: [],
    locate: (address, pointer) => {
      const identity = known.get(address);
      if (identity === undefined) return null;
      return { ...identity.location, line: lineOf(identity.spec, pointer), column: pointer === '' ? 1 : 3 };
    },
    broken: [],
    parts: [],
  };
}

/** As if the spec began on line 10, with two lines for each entry of a list. */
function lineOf(spec: JsonObject, pointer: string): number {
  if (pointer === '') return 1;
  const [, , property = '', index] = pointer.split('/');
  const lengths = Object.entries(spec).map(([name, value]) => ({
    name,
    entries: Array.isArray(value) ? value.length : 0,
  }));
  const before = lengths.slice(
    0,
    lengths.findIndex(({ name }) => name === property),
  );
  const first = before.reduce((line, { entries }) => line + 1 + 2 * entries, 10);
  return index === undefined ? first : first + 1 + 2 * Number(index);
}

function identityOf({ name, spec, metadata, onRemove }: Document): Identity {
  const address = addressOf(SOURCE, name);
  const file = parseAddress(address)
    .name.join('-')
    .replace(/[^a-z0-9-]/gu, '_');
  const location = { path: `identities/accounts/${file}.yaml`, line: 1, column: 1 };
  const full: IdentityMetadata = {
    owner: 'billing',
    purpose: null,
    expires: null,
    consumers: [],
    dependsOn: [],
    adopts: null,
    ...metadata,
  };
  return {
    address,
    source: SOURCE,
    kind: 'MemoryAccount',
    name,
    metadata: full,
    namespace: null,
    onRemove: onRemove ?? { kind: 'disable' },
    spec,
    hash: hashJson([spec, full, onRemove ?? null]),
    location,
    origins: [location],
  };
}

export function configurationOf(): Configuration {
  return {
    desired: ['identities/**'],
    policies: [],
    policySet: NO_POLICIES,
    codeOwners: null,
    people: {},
    sources: [
      {
        name: SOURCE,
        provider: 'memory',
        connection: { read: 'ACCOUNTS_READ', write: 'ACCOUNTS_WRITE' },
        mode: 'authoritative',
        boundary: {},
        options: {},
        owner: 'billing',
      },
    ],
    approval: {
      approvals: 1,
      widening: 'security',
      administrators: 'security',
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
