import type { Address } from './address.ts';
import type { SourceConfiguration } from './configuration.ts';
import { hashJson } from './digest.ts';
import { CountersignError, type Reason } from './errors.ts';
import { isJsonObject, type Json, type Sha256 } from './json.ts';
import { isLiveState } from './live-shape.ts';
import type { LiveState, Unreadable } from './live.ts';
import { parseJson } from './parse-json.ts';
import type { Provider, ReadQuery } from './ports.ts';

/**
 * What a job of its own read of one source: everything within its boundary, and, where it was asked for, what decides about effective
 * access. `at`: RFC 3339, when the reading began. `reach`: see `reachOf`.
 */
export type HandedState = {
  readonly formatVersion: '1';
  readonly at: string;
  readonly reach: Sha256;
  readonly live: LiveState;
  readonly estate: LiveState | null;
};

/** States by the names of their sources, and when they are looked at, RFC 3339. */
export type HandedStates = { readonly states: ReadonlyMap<string, HandedState>; readonly now: string };

export const HANDED_STATE_LIMIT = 64 * 1024 * 1024;

/** Jobs of one run wait for runners; a run of which only the failed jobs are repeated still has the states of its first attempt. */
const MINUTES = 120;

/** Names what of a source is read, and how: a state that was read by other rules answers nothing. */
export function reachOf({ provider, boundary, options }: SourceConfiguration): Sha256 {
  return hashJson({ provider, boundary, options });
}

export function encodeHandedState(state: HandedState): string {
  return `${JSON.stringify(state)}\n`;
}

/** @param path for the error. @throws CountersignError `live-state-unusable`. */
export function decodeHandedState(bytes: Uint8Array, path: string): HandedState {
  if (bytes.length > HANDED_STATE_LIMIT) throw unusable(path, `it has more than ${HANDED_STATE_LIMIT} bytes`);
  const value = parsed(bytes, path);
  if (!isHandedState(value)) throw unusable(path, 'it holds no state of a source');
  return value;
}

/** By the source's name. @throws CountersignError `live-state-unusable` where two are of one source. */
export function handedStates(states: readonly HandedState[], now: string): HandedStates {
  const bySource = new Map<string, HandedState>();
  for (const state of states) {
    const { source } = state.live;
    if (bySource.has(source)) throw unusable(source, 'two files hold a state of this source');
    bySource.set(source, state);
  }
  return { states: bySource, now };
}

/** What a handed state answers where otherwise the source would be read, or why it does not; null: nothing was handed on of it. */
export function handedAnswer(
  handed: HandedStates | undefined,
  source: SourceConfiguration,
  provider: Provider,
  query: ReadQuery,
): LiveState | null {
  const state = handed?.states.get(source.name);
  if (handed === undefined || state === undefined) return null;
  const refusal = refusalOf(state, source, handed.now);
  if (refusal !== null) return unanswered(state.live, refusal);
  switch (query.kind) {
    case 'boundary':
      return state.live;
    case 'estate':
      return state.estate ?? unanswered(state.live, NO_ESTATE);
    case 'addresses':
      return ofAddresses(state.live, source, provider, query.addresses);
  }
}

const NO_ESTATE: Reason = {
  code: 'live-state-partial',
  message: 'The state that was handed on does not tell who may do what in effect.',
};

function refusalOf({ reach, at, live }: HandedState, source: SourceConfiguration, now: string): Reason | null {
  if (reach !== reachOf(source) || live.provider !== source.provider) {
    const message = `The state of ${source.name} was read by other rules than those that apply here.`;
    return { code: 'live-state-elsewhere', message };
  }
  const minutes = (Date.parse(now) - Date.parse(at)) / 60_000;
  if (minutes <= MINUTES && minutes >= -MINUTES) return null;
  const message = `The state of ${source.name} was read at ${at}, which is not within ${MINUTES} minutes of now. Read it again.`;
  return { code: 'live-state-outdated', message };
}

/** As a reader that was asked for these alone would have answered. */
function ofAddresses(
  live: LiveState,
  source: SourceConfiguration,
  provider: Provider,
  addresses: readonly Address[],
): LiveState {
  const asked = new Set(addresses);
  const isAsked = ({ address }: { readonly address: Address | null }) => address === null || asked.has(address);
  const objects = live.objects.filter(isAsked);
  const known = new Set([...objects, ...live.unreadable].map(({ address }) => address));
  // What stands outside of the boundary was not looked at, which is no absence.
  const outside = addresses
    .filter((address) => !known.has(address))
    .flatMap((address): readonly Unreadable[] => {
      const reason = provider.outside(source, { address, steps: [] });
      return reason === null ? [] : [{ address, pointer: null, reason }];
    });
  return {
    ...live,
    objects,
    unreadable: [...live.unreadable.filter(isAsked), ...outside],
    notModelled: live.notModelled.filter(isAsked),
  };
}

function unanswered(live: LiveState, reason: Reason): LiveState {
  const unreadable = [{ address: null, pointer: null, reason }];
  return { ...live, target: {}, objects: [], unreadable, notModelled: [], facts: {} };
}

function parsed(bytes: Uint8Array, path: string): Json {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unusable(path, 'it is not JSON in UTF-8');
  }
}

function isHandedState(value: Json | HandedState): value is HandedState {
  if (!isJsonObject(value)) return false;
  const { formatVersion, at, reach, live, estate } = value as { readonly [key in keyof HandedState]?: Json };
  return (
    formatVersion === '1' &&
    typeof at === 'string' &&
    at.length < 100 &&
    !Number.isNaN(Date.parse(at)) &&
    typeof reach === 'string' &&
    isLiveState(live) &&
    (estate === null || (isLiveState(estate) && estate.source === live.source && estate.provider === live.provider))
  );
}

function unusable(path: string, why: string): CountersignError {
  return new CountersignError('live-state-unusable', 'This is no state of a source that can be planned from.', {
    evidence: `${path.slice(0, 200)}: ${why}`,
    mend: 'Give what `countersign read` or the command `read` of the action wrote, unchanged, one file for each source.',
  });
}
