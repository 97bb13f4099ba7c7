import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration, SourceConfiguration } from '../core/configuration.ts';
import { canonicalize } from '../core/digest.ts';
import { CountersignError } from '../core/errors.ts';
import type { LedgerWriter } from '../core/ledger/append.ts';
import type { Anchor } from '../core/ledger/entry.ts';
import type { LedgerStore } from '../core/ledger/ports.ts';
import type { Connection, Progress, SecretSink } from '../core/ports.ts';
import { createGitHub, type GitHub, type Log } from '../github/client.ts';
import { createContents } from '../github/contents.ts';
import { createLedgerBranch } from '../github/ledger-branch.ts';
import { principalOf } from '../github/persons.ts';
import { repositoryAt, serverTime, type Repository } from '../github/repository.ts';
import { takeLease, type LeaseOutcome } from '../github/lease.ts';
import type { Fetch } from '../github/transport.ts';
import { holderEnded, holderOf, type WorkflowRun } from '../github/workflow-runs.ts';
import { quoteAnchor, quotedAnchor } from '../workflows/anchors.ts';
import { Ledger } from '../workflows/ledger.ts';
import type { Inputs } from './inputs.ts';
import { credentialMissing, signingOf } from './signing.ts';

/** What an entrypoint found in its environment. `secret` looks up an environment variable by name. */
export type Surroundings = {
  readonly repository: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly version: string;
  readonly secret: (name: string) => string | undefined;
  readonly fetch: Fetch;
  readonly log: Log;
  readonly now: () => Date;
};

/** Milliseconds for any single call to a live system. */
const CALL_TIMEOUT = 60_000;

/** A run that is slower than this between two writes has to take the lease again. */
const LEASE_SECONDS = 900;

const LEASE_BRANCH_SUFFIX = '-lease';

/** Everything that a workflow needs, made from inputs and surroundings; nothing is contacted yet. */
export function wire(inputs: Inputs, surroundings: Surroundings) {
  const github = client(inputs, surroundings, inputs.token);
  const repository = repositoryAt(github, surroundings.repository);
  const own = runOf(surroundings);
  const holder = holderOf(own);
  const progress: Progress = (message) => surroundings.log.info(message);
  const ledgerHome = ledgerHomes(inputs, surroundings, repository);
  const stores = (configuration: Configuration) => ledgerStores(ledgerHome(configuration), configuration);
  const ledgerWriter = (configuration: Configuration): Omit<LedgerWriter, 'anchor'> => ({
    store: stores(configuration).ledger,
    ...signingOf(configuration, surroundings),
    writer: holder,
    pause: async (attempt) => await sleep(attempt * 200),
  });
  const foreign = (path: string): void =>
    surroundings.log.warn(`${path} on the ledger's branch is no entry of a trusted signer. It is not counted.`);
  const open = async (configuration: Configuration): Promise<Opened> => {
    const anchor = await quotedAnchor(repository, configuration);
    const writer = { ...ledgerWriter(configuration), anchor };
    return { configuration, ledger: new Ledger(writer, () => seconds(surroundings.now()), foreign) };
  };
  /** One for the same App and settings, whatever the number of pull requests: what one of them has read, none reads again. */
  const opened = new Map<string, Promise<Opened>>();
  const quote = async (configuration: Configuration, anchor: Anchor | null): Promise<void> => {
    if (anchor !== null) await quoteAnchor(repository, configuration, anchor);
  };
  return {
    repository,
    principal: once(() => principalOf(github)),
    contents: createContents(repository),
    progress,
    engine: surroundings.version,
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    now: () => seconds(surroundings.now()),
    connect: (source: SourceConfiguration, purpose: 'read' | 'write') =>
      connection(source, purpose, surroundings, progress),
    ledgerHome,
    ledgerBranches: (configuration: Configuration) => Object.values(ledgerBranches(configuration)),
    ledgerWriter,
    glanceAtLedger: (configuration: Configuration): Ledger =>
      new Ledger({ ...ledgerWriter(configuration), anchor: null }, () => seconds(surroundings.now()), foreign),
    quotedAnchor: (configuration: Configuration) => quotedAnchor(repository, configuration),
    quoteAnchor: quote,
    openLedger: async (configuration: Configuration): Promise<Ledger> => {
      const place = canonicalize([configuration.app, configuration.ledger]);
      const opening = opened.get(place) ?? open(configuration);
      opened.set(place, opening);
      opening.catch(() => opened.delete(place));
      const { ledger } = await opening;
      ledger.lookAgain();
      return ledger;
    },
    /** Quotes where the ledgers stand that this run opened, for later runs to find. */
    quoteAnchors: async (): Promise<void> => {
      for (const opening of opened.values()) {
        const { configuration, ledger } = await opening;
        await quote(configuration, ledger.reached);
      }
    },
    takeLease: (configuration: Configuration): Promise<LeaseOutcome> =>
      takeLease(
        {
          store: stores(configuration).lease,
          now: () => serverTime(github),
          ended: async (other) => await holderEnded(repository, other, own),
        },
        { holder, seconds: LEASE_SECONDS },
      ),
    sink: NO_SINK,
  };
}

const NO_SINK: SecretSink = {
  store: () =>
    Promise.reject(
      new CountersignError('sink-missing', 'There is nowhere to put issued secrets.', {
        mend: 'No kind of identity issues any yet.',
      }),
    ),
};

/** Asks once; only what failed is asked again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    const asking = asked ?? ask();
    asked = asking;
    asking.catch(() => {
      asked = null;
    });
    return asking;
  };
}

function client(inputs: Inputs, { apiUrl, graphqlUrl, version, fetch, log }: Surroundings, token: string): GitHub {
  return createGitHub({
    token,
    baseUrl: apiUrl,
    graphqlUrl,
    userAgent: `countersign/${version}`,
    fetch,
    log,
    pace: { write: inputs.writeInterval, second: 1000 },
  });
}

type Opened = { readonly configuration: Configuration; readonly ledger: Ledger };

/** A repository of the ledger's own has one client for the whole run: what it may wait for rate limits is a budget of the client. */
function ledgerHomes(inputs: Inputs, surroundings: Surroundings, repository: Repository) {
  let other: GitHub | null = null;
  return ({ ledger }: Configuration): Repository => {
    if (ledger.repository === null) return repository;
    other ??= client(inputs, surroundings, ledgerToken(inputs, ledger.repository));
    return repositoryAt(other, ledger.repository);
  };
}

function ledgerStores(home: Repository, configuration: Configuration): { ledger: LedgerStore; lease: LedgerStore } {
  const { ledger, lease } = ledgerBranches(configuration);
  return { ledger: createLedgerBranch(home, ledger), lease: createLedgerBranch(home, lease) };
}

function ledgerBranches({ ledger: { branch } }: Configuration): { readonly ledger: string; readonly lease: string } {
  return { ledger: branch, lease: `${branch}${LEASE_BRANCH_SUFFIX}` };
}

function ledgerToken({ ledgerToken: token }: Inputs, repository: string): string {
  if (token !== null) return token;
  throw new CountersignError(
    'ledger-token-missing',
    'The ledger is in another repository, and there is no token for it.',
    {
      evidence: repository,
      mend: 'Hand a token that may write contents there to the step as `ledger-token`.',
    },
  );
}

function connection(
  source: SourceConfiguration,
  purpose: 'read' | 'write',
  { secret }: Surroundings,
  progress: Progress,
): Connection {
  const name = source.connection[purpose];
  const value = secret(name);
  if (value === undefined || value === '')
    throw credentialMissing(name, `the ${purpose} connection of the source ${source.name}`);
  return {
    source: source.name,
    secret: value,
    boundary: source.boundary,
    options: source.options,
    timeout: CALL_TIMEOUT,
    progress,
  };
}

/** @throws CountersignError `not-a-workflow` when the runner's numbers are none. */
function runOf({ runId, runAttempt }: Surroundings): WorkflowRun {
  const [id, attempt] = [Number(runId), Number(runAttempt)];
  if (Number.isSafeInteger(id) && Number.isSafeInteger(attempt)) return { id, attempt };
  throw new CountersignError('not-a-workflow', 'The run has no number.', {
    mend: 'Run this as a step of a GitHub Actions workflow.',
  });
}

function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
