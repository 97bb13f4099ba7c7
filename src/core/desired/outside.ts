import type { SourceConfiguration } from '../configuration.ts';
import type { Diagnostic, Reason } from '../errors.ts';
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
  bounds: Bounds,
): readonly Diagnostic[] {
  return outsideAmong(identities, bounds, ({ spec }) => ({ spec })).map(({ identity, reason }) => {
    const { address, source, location } = identity;
    const [pointer, what] = placeOf(identity, reason);
    return {
      code: reason.code,
      severity: 'error',
      cause: reason.message,
      mend: `Correct the ${what}, or widen the boundary of ${source} in a pull request of its own.`,
      location: locate(address, pointer) ?? location,
      address,
    };
  });
}

/** Where a document says what is outside, and what that is. */
function placeOf({ namespace }: Identity, { pointer }: Reason): readonly [string, string] {
  if (pointer !== undefined) return [`/spec${pointer}`, pointer.slice(pointer.lastIndexOf('/') + 1)];
  return namespace === null ? ['/metadata/name', 'name'] : ['/metadata/namespace', 'namespace or the name'];
}

/** A warning for each document that goes and was of no effect: whatever it asked for at the end is not done. */
export function lettingGo(gone: readonly Identity[], bounds: Bounds): readonly Diagnostic[] {
  return outsideAmong(gone, bounds, () => ({})).map(({ identity: { address }, reason }) => ({
    code: reason.code,
    severity: 'warning',
    cause: `${reason.message} Its document goes, and nothing is done to what is live.`,
    mend: 'Remove by hand what shall not stay.',
    address,
  }));
}

type Outside = { readonly identity: Identity; readonly reason: Reason };

function outsideAmong(
  identities: readonly Identity[],
  { sources, providers }: Bounds,
  besides: (identity: Identity) => Partial<Pick<Identity, 'spec'>>,
): readonly Outside[] {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const known = new Map([...providers].map((provider) => [provider.name, provider]));
  return identities.flatMap((identity) => {
    const source = byName.get(identity.source);
    const reason =
      source &&
      known.get(source.provider)?.outside(source, { address: identity.address, steps: [], ...besides(identity) });
    return reason === undefined || reason === null ? [] : [{ identity, reason }];
  });
}
