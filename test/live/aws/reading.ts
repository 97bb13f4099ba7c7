import type { LiveObject, LiveState } from '../../../src/core/live.ts';
import type { ReadQuery } from '../../../src/core/ports.ts';
import { awsReader } from '../../../src/providers/aws/catalog/read.ts';
import type { LiveAws } from '../systems/aws.ts';
import { connectionTo } from './account.ts';

export const ROLE = 'prod/AwsIamRole/exporter';
export const USER = 'prod/AwsIamUser/legacy%2Cimport';
/** What `furnish` makes. */
export const EVERYTHING = [
  'prod/AwsIamPolicy/limit',
  'prod/AwsIamPolicy/reports',
  ROLE,
  USER,
  'prod/AwsOidcProvider/token.actions.githubusercontent.com',
];
export const BOUNDARY: ReadQuery = { kind: 'boundary' };

/** One read with a login of its own. */
export async function readFrom(
  aws: LiveAws,
  query: ReadQuery,
  reach: Parameters<typeof connectionTo>[1] = {},
): Promise<LiveState> {
  const reader = awsReader(connectionTo(aws, reach));
  const state = await reader.read(query);
  await reader.close();
  return state;
}

export function byAddress(state: LiveState, address: string): LiveObject {
  const found = state.objects.find((object) => object.address === address);
  if (found === undefined) throw new Error(`${address} was not read: ${JSON.stringify(state.unreadable)}`);
  return found;
}

/** What went wrong, without the words. */
export function troubles(state: LiveState) {
  return state.unreadable.map(({ address, pointer, reason }) => [address, pointer, reason.code]);
}
