import type { Address } from '../core/address.ts';
import type { Configuration, SourceConfiguration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { handedAnswer, type HandedStates } from '../core/handed-state.ts';
import { isWhollyUnread, type LiveState } from '../core/live.ts';
import { allUnknown, type Existences } from '../core/mention.ts';
import type { Connection, Progress, ReadQuery } from '../core/ports.ts';
import type { Providers } from './rules.ts';

/** A source's connection for reading or writing, with the credential that an entrypoint found; throws CountersignError `credential-missing`. */
export type Connect = (source: SourceConfiguration, purpose: 'read' | 'write') => Connection;

export type ReadRequest = {
  readonly configuration: Configuration;
  readonly providers: Providers;
  readonly connect: Connect;
  readonly progress: Progress;
  /** What other jobs read: these sources are not connected to. */ readonly handed?: HandedStates;
};

/** Reads each source once. What goes wrong becomes part of the live state: a source that could not be read is not an empty one. */
export async function readLive(
  request: ReadRequest,
  sources: readonly { readonly name: string; readonly addresses: readonly Address[] | null }[],
): Promise<ReadonlyMap<string, LiveState>> {
  const live = new Map<string, LiveState>();
  for (const { name, addresses } of sources) {
    const source = request.configuration.sources.find((candidate) => candidate.name === name);
    if (source === undefined) continue;
    request.progress(`reading ${name}`);
    const query: ReadQuery = addresses === null ? { kind: 'boundary' } : { kind: 'addresses', addresses };
    live.set(name, await readSource(request, source, query));
  }
  return live;
}

/** Everything that decides who may do what in each of these sources, read once. */
export async function readEstates(
  request: ReadRequest,
  sources: readonly string[],
): Promise<ReadonlyMap<string, LiveState>> {
  const estates = new Map<string, LiveState>();
  for (const name of sources) {
    const source = request.configuration.sources.find((candidate) => candidate.name === name);
    if (source === undefined) continue;
    request.progress(`reading who may do what in ${name}`);
    estates.set(name, await readSource(request, source, { kind: 'estate' }));
  }
  return estates;
}

/** Whether what a plan needs is there, by source; each source is asked for its names once. */
export async function lookUp(
  request: ReadRequest,
  names: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, Existences>> {
  const found = new Map<string, Existences>();
  for (const [name, wanted] of names) {
    const source = request.configuration.sources.find((candidate) => candidate.name === name);
    if (source === undefined || wanted.length === 0) continue;
    request.progress(`looking for what is named in ${name}`);
    found.set(name, await lookUpIn(request, source, wanted));
  }
  return found;
}

async function lookUpIn(
  { providers, connect, handed }: ReadRequest,
  source: SourceConfiguration,
  names: readonly string[],
): Promise<Existences> {
  if (handed?.states.has(source.name) === true) return allUnknown(names, NOT_HANDED);
  try {
    const reader = providers.get(source.provider)?.reader(connect(source, 'read'));
    try {
      return (await reader?.lookUp?.(names)) ?? new Map();
    } finally {
      await reader?.close();
    }
  } catch (error) {
    if (error instanceof CountersignError)
      return allUnknown(names, { code: error.code, message: `${error.message} ${error.mend}` });
    throw error;
  }
}

const NOT_HANDED: Reason = {
  code: 'live-state-partial',
  message: 'The state that was handed on tells only of what is managed.',
};

/** One source, by a query of any kind. */
export async function readSource(
  { providers, connect, handed }: ReadRequest,
  source: SourceConfiguration,
  query: ReadQuery,
): Promise<LiveState> {
  const provider = providers.get(source.provider);
  if (provider === undefined) return unread(source, 'provider-unknown', `There is no provider ${source.provider}.`);
  const answered = handedAnswer(handed, source, provider, query);
  if (answered !== null) return answered;
  try {
    const reader = provider.reader(connect(source, 'read'));
    try {
      return saidOf(source, await reader.read(query));
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (error instanceof CountersignError) return unread(source, error.code, `${error.message} ${error.mend}`);
    throw error;
  }
}

/** A reader does not know where its connection is from, and whoever mends what keeps it from reading has to. */
function saidOf({ connection }: SourceConfiguration, live: LiveState): LiveState {
  if (!isWhollyUnread(live)) return live;
  const unreadable = live.unreadable.map((one) => {
    if (one.address !== null) return one;
    const message = `${one.reason.message} The connection is in ${connection.read}.`;
    return { ...one, reason: { ...one.reason, message } };
  });
  return { ...live, unreadable };
}

function unread(source: SourceConfiguration, code: string, message: string): LiveState {
  return {
    source: source.name,
    provider: source.provider,
    target: {},
    objects: [],
    unreadable: [{ address: null, pointer: null, reason: { code, message } }],
    notModelled: [],
    facts: {},
  };
}
