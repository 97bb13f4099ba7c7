import type { Configuration } from '../core/configuration.ts';
import { sourceNamed } from '../core/configuration/source-named.ts';
import { reachOf, type HandedState } from '../core/handed-state.ts';
import { isWhollyUnread } from '../core/live.ts';
import type { ReadQuery } from '../core/ports.ts';
import { readSource, type ReadRequest } from './read-live.ts';

/**
 * One source as a job of its own reads it: its whole boundary, so that it answers for whatever pull request is planned, and, where
 * its provider models effective access, what decides about that. What goes wrong is part of the state.
 * @param at RFC 3339. @throws CountersignError `unknown-source`.
 */
export async function readForOthers(
  request: ReadRequest & { readonly configuration: Configuration },
  name: string,
  at: string,
): Promise<HandedState> {
  const { configuration, providers, progress } = request;
  const source = sourceNamed(configuration, name);
  const read = async (query: ReadQuery) => {
    progress(query.kind === 'estate' ? `reading who may do what in ${name}` : `reading ${name}`);
    return await readSource(request, source, query);
  };
  const live = await read({ kind: 'boundary' });
  const isModelled = providers.get(source.provider)?.access !== undefined;
  const estate = isModelled && !isWhollyUnread(live) ? await read({ kind: 'estate' }) : null;
  return { formatVersion: '1', at, reach: reachOf(source), live, estate };
}
