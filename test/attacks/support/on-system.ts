import { Site, type Standing } from '../../e2e/systems/site.ts';
import type { System } from '../../e2e/systems/system.ts';
import { upheld } from './standing.ts';

/** What an attack stands on, in a live system of any sort. */
export function onSystem<S extends System>(start: () => Promise<S>, standing: Standing = {}): () => Site<S> {
  return upheld(async () => await Site.begin(await start(), standing));
}
