import { load } from '../../src/core/desired/load.ts';
import type { SourceConfiguration } from '../../src/core/configuration.ts';
import type { Input } from '../../src/core/desired/types.ts';
import { kubernetes } from '../../src/providers/kubernetes/index.ts';
import { configurationFor } from './planning.ts';

const SOURCE: SourceConfiguration = {
  name: 'cluster',
  provider: 'kubernetes',
  connection: { read: 'R', write: 'W' },
  mode: 'authoritative',
  boundary: {},
  options: {},
  manifests: ['deploy/**/*.yaml'],
  owner: 'owner',
};

/** What files below `deploy` declare as plain manifests of the source `cluster`. */
export function loadedManifests(inputs: readonly Input[], source: Partial<SourceConfiguration> = {}) {
  return load(inputs, { providers: [kubernetes], configuration: configurationFor({ ...SOURCE, ...source }) });
}

/** Manifests as JSON, which is YAML. */
export function manifestText(objects: readonly object[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('---\n');
}
