import { parseAddress } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Draft } from '../../../core/ports.ts';
import { OIDC_KIND } from '../normal-form/model.ts';

/** IAM takes names that differ in case alone for one name, so that nothing is made beside such another. */
export function oneName({ address, action, declared }: Draft, { objects }: LiveState): readonly Reason[] {
  const { kind, name } = parseAddress(address);
  if (action !== 'create' || kind === OIDC_KIND) return [];
  const lower = address.toLowerCase();
  const isSame = (one: string) => one.length === address.length && one !== address && one.toLowerCase() === lower;
  const other = objects.map((one) => one.address).find(isSame) ?? [...declared.keys()].find(isSame);
  if (other === undefined) return [];
  const what = objects.some((one) => one.address === other) ? 'is there' : `is declared in ${declared.get(other)}`;
  const message = `IAM takes ${name[0]} and ${parseAddress(other).name[0]} for one name, as only capital letters differ, and the other ${what}. Write the name as it is there, or take another.`;
  return [{ code: 'aws-name-spelt-otherwise', message }];
}
