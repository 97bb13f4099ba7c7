import type { LiveState, Unreadable } from '../../../core/live.ts';
import type { Connection, Reader, ReadQuery } from '../../../core/ports.ts';
import { boundaryOf } from '../boundary.ts';
import { openReader, type ReadClient } from '../client.ts';
import { optionsOf } from '../connection.ts';
import { readAddresses } from './addresses-read.ts';
import { readBoundary } from './boundary-read.ts';
import { readEstate } from './estate-read.ts';
import { liveStateOf, NOTHING } from './gathered.ts';
import { lookUp } from './look-up.ts';
import { readManyAddresses } from './many-addresses.ts';
import { readFailure } from './read-failure.ts';
import { startSession, type Session } from './session.ts';
import type { Cast } from './sheet.ts';

/** From here on the whole account takes fewer calls than one identity after the other. */
const MANY_ADDRESSES = 40;

/** Reads one account's IAM. `open` is for tests. */
export function awsReader(
  connection: Connection,
  open: (connection: Connection) => Promise<ReadClient> = openReader,
): Reader {
  let session: Promise<Session> | null = null;
  const started = async (): Promise<Session> => {
    session ??= startSession(connection, open);
    try {
      return await session;
    } catch (error) {
      session = null;
      throw error;
    }
  };
  return {
    identify: async () => (await started()).target,
    read: (query) => read(connection, query, started),
    lookUp: async (names) => await lookUp(names, async () => await open(connection)),
    close: async () => (await session?.catch(() => null))?.close(),
  };
}

/** Never throws for what it may not read or reach: a kind in part is none, so that nothing is ever taken for absent. */
async function read(connection: Connection, query: ReadQuery, started: () => Promise<Session>): Promise<LiveState> {
  const { source } = connection;
  let session: Session | null = null;
  try {
    session = await started();
    const { target, facts } = session;
    const { gathered, more = {} } = await gather(connection, query, session);
    return liveStateOf(source, target, gathered, { ...facts, ...more });
  } catch (error) {
    const unreadable: Unreadable = { address: null, pointer: null, reason: readFailure(error) };
    return liveStateOf(source, session?.target ?? {}, { ...NOTHING, unreadable: [unreadable] }, session?.facts ?? {});
  }
}

async function gather(connection: Connection, query: ReadQuery, { calls, facts }: Session) {
  const { source, boundary, progress } = connection;
  const within = boundaryOf(boundary);
  const cast: Cast = { source, options: optionsOf(connection), account: facts };
  switch (query.kind) {
    case 'boundary':
      progress(`Reading IAM of the account ${facts.account}`);
      return { gathered: await readBoundary(calls, within, cast) };
    case 'estate': {
      progress(`Reading who may do what in the account ${facts.account}`);
      const estate = await readEstate(calls, cast);
      return { gathered: estate.gathered, more: estate.facts };
    }
    case 'addresses': {
      const { addresses } = query;
      progress(`Reading ${addresses.length === 1 ? 'one identity' : `${addresses.length} identities`}`);
      const readThem = addresses.length < MANY_ADDRESSES ? readAddresses : readManyAddresses;
      return { gathered: await readThem(calls, addresses, within, cast) };
    }
  }
}
