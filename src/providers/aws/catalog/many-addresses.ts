import { parseAddress, type Address } from '../../../core/address.ts';
import type { Within } from '../boundary.ts';
import type { ReadCalls } from '../calls.ts';
import { otherSpelling, OUTSIDE, unread } from './addresses-read.ts';
import { readBoundary } from './boundary-read.ts';
import { merged, NOTHING, type Gathered } from './gathered.ts';
import type { Cast } from './sheet.ts';

/**
 * Many identities from one read of the account, told as if each had been read by itself: one that lies outside of the boundary,
 * or has its name in another spelling, is there and must not look absent.
 * @throws CallFailure, CountersignError where a whole kind could not be read
 */
export async function readManyAddresses(
  calls: ReadCalls,
  addresses: readonly Address[],
  within: Within,
  cast: Cast,
): Promise<Gathered> {
  const [inside, outside] = [addresses.filter(isInside), addresses.filter((address) => !isInside(address))];
  const names = new Map(inside.map((address) => [keyOf(address), address]));
  const read = await readBoundary(calls, everywhere(inside), cast);
  const found = read.found.flatMap((one): Gathered[] => {
    const { address, attributes } = one.object;
    const asked = names.get(keyOf(address));
    if (asked === undefined) return [];
    if (asked !== address) return [unread(asked, otherSpelling(nameOf(address)))];
    const path = attributes['path'];
    return [
      within.path(typeof path === 'string' ? path : null) ? { ...NOTHING, found: [one] } : unread(asked, OUTSIDE),
    ];
  });
  const failed = read.unreadable.filter(({ address }) => address === null || names.has(keyOf(address)));
  return merged([...found, { ...NOTHING, unreadable: failed }, ...outside.map((address) => unread(address, OUTSIDE))]);

  function isInside(address: Address): boolean {
    const { source, kind, name } = parseAddress(address);
    return source === cast.source && name.length === 1 && within.kind(kind) && within.name(name[0] ?? '');
  }
}

/** Of these kinds and names, whatever the path. */
function everywhere(addresses: readonly Address[]): Within {
  const kinds = new Set(addresses.map((address) => parseAddress(address).kind));
  const names = new Set(addresses.map((address) => nameOf(address).toLowerCase()));
  return { kind: (kind) => kinds.has(kind), name: (name) => names.has(name.toLowerCase()), path: () => true };
}

/** Of an identity, whatever the case of its name. */
function keyOf(address: Address): string {
  return `${parseAddress(address).kind} ${nameOf(address).toLowerCase()}`;
}

function nameOf(address: Address): string {
  return parseAddress(address).name[0] ?? '';
}
