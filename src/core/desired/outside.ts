import type { SourceConfiguration } from '../configuration.ts';
import type { Diagnostic } from '../errors.ts';
import type { Provider } from '../ports.ts';
import type { Identity, Loaded } from './types.ts';

type Bounds = {
  readonly sources: readonly SourceConfiguration[];
  readonly providers: Iterable<Pick<Provider, 'name' | 'outside'>>;
};

/** An error for each document whose identity its source does not manage: it would neither be read nor ever be applied. */
export function outsideBoundaries(
  identities: readonly Identity[],
  { locate }: Pick<Loaded, 'locate'>,
  { sources, providers }: Bounds,
): readonly Diagnostic[] {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const known = new Map([...providers].map((provider) => [provider.name, provider]));
  return identities.flatMap(({ address, source: name, namespace, location }): readonly Diagnostic[] => {
    const source = byName.get(name);
    const reason = source && known.get(source.provider)?.outside(source, { address, steps: [] });
    if (reason === undefined || reason === null) return [];
    const pointer = namespace === null ? '/metadata/name' : '/metadata/namespace';
    return [
      {
        code: reason.code,
        severity: 'error',
        cause: reason.message,
        mend: `Correct the ${namespace === null ? 'name' : 'namespace or the name'}, or widen the boundary of ${name} in a pull request of its own.`,
        location: locate(address, pointer) ?? location,
        address,
      },
    ];
  });
}
