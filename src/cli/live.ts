import type { Address } from '../core/address.ts';
import { compareText } from '../core/address.ts';
import type { Configuration, SourceConfiguration } from '../core/configuration.ts';
import type { DesiredState } from '../core/desired/types.ts';
import { CountersignError } from '../core/errors.ts';
import type { HandedStates } from '../core/handed-state.ts';
import { isWhollyUnread, type LiveState } from '../core/live.ts';
import type { Connection, Progress, Provider } from '../core/ports.ts';
import { readLive, readSource } from '../workflows/read-live.ts';
import type { CliContext } from './context.ts';

/** Milliseconds for any single call to a live system. */
const CALL_TIMEOUT = 60_000;

export type Reading = {
  readonly configuration: Configuration;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly env: CliContext['env'];
  readonly report: Progress;
  /** Sources that are not connected to. */ readonly handed?: HandedStates;
};

/** The state of some addresses of some sources. */
export async function readAddresses(
  reading: Reading,
  sources: readonly { readonly name: string; readonly addresses: readonly Address[] }[],
): Promise<ReadonlyMap<string, LiveState>> {
  return await readLive(requestOf(reading), sources);
}

/** Everything that decides who may do what in a source, also outside of its boundary. */
export async function readEstate(reading: Reading, source: SourceConfiguration): Promise<LiveState> {
  reading.report(`reading ${source.name}`);
  return await readSource(requestOf(reading), source, { kind: 'estate' });
}

/**
 * Everything within the boundary of each source. What is declared and not among it is asked for by its address:
 * it may stand outside of the boundary, which is no absence.
 */
export async function readBoundaries(
  reading: Reading,
  sources: readonly SourceConfiguration[],
  declared: DesiredState,
): Promise<ReadonlyMap<string, LiveState>> {
  const request = requestOf(reading);
  const within = await readLive(
    request,
    sources.map(({ name }) => ({ name, addresses: null })),
  );
  const missing = [...within].flatMap(([name, live]) => {
    const addresses = isWhollyUnread(live) ? [] : missingIn(live, declared);
    return addresses.length === 0 ? [] : [{ name, addresses }];
  });
  const asked = await readLive(request, missing);
  return new Map([...within].map(([name, live]) => [name, merged(live, asked.get(name))]));
}

function missingIn(live: LiveState, declared: DesiredState): readonly Address[] {
  const known = new Set(live.objects.map(({ address }) => address));
  return declared.identities
    .filter(({ source, address }) => source === live.source && !known.has(address))
    .map(({ address }) => address);
}

function merged(live: LiveState, asked: LiveState | undefined): LiveState {
  if (asked === undefined) return live;
  const objects = [...live.objects, ...asked.objects];
  return {
    ...live,
    objects: objects.toSorted((left, right) => compareText(left.address, right.address)),
    unreadable: [...live.unreadable, ...asked.unreadable],
  };
}

/** How a command reads live systems. */
export function requestOf({ configuration, providers, env, report, handed }: Reading) {
  return {
    configuration,
    providers,
    connect: (source: SourceConfiguration): Connection => connection(source, env, report),
    progress: report,
    ...(handed === undefined ? {} : { handed }),
  };
}

/** Only ever the credentials for reading: no command of the command line writes to a live system. */
function connection(source: SourceConfiguration, env: CliContext['env'], progress: Progress): Connection {
  const name = source.connection.read;
  const secret = env(name);
  if (secret === undefined || secret === '') {
    throw new CountersignError('credential-missing', `The environment variable ${name} is not set.`, {
      evidence: `it holds the read connection of the source ${source.name}`,
      mend: `Set ${name} to credentials that can only read.`,
    });
  }
  const { boundary, options } = source;
  return { source: source.name, secret, boundary, options, timeout: CALL_TIMEOUT, progress };
}
