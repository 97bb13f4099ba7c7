import { parseAddress } from '../../../core/address.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Draft } from '../../../core/ports.ts';
import { addressOfArn, type Account } from '../normal-form/arn.ts';
import { POLICY_KIND } from '../normal-form/model.ts';

/** Whether a managed policy refuses anything, by its ARN, as far as that is known. */
export type Refuses = (arn: string) => boolean;

/** AWS's own that only refuse. */
const OWN = /^arn:[^:]+:iam::aws:policy\/(?:AWSDenyAll|AWSCompromisedKeyQuarantine(?:V\d+)?)$/u;

/** By what was read with the plan, and what the same plan makes: the text of any other policy is not known here. */
export function refusesBy(
  { address, creates }: Pick<Draft, 'address' | 'creates'>,
  live: LiveState,
  account: Account,
): Refuses {
  const { source } = parseAddress(address);
  let documents: Documents | null = null;
  const read = (arn: string) => (documents ??= documentsIn(live)).get(arn);
  return (arn) => {
    if (OWN.test(arn)) return true;
    const made = addressOfArn(source, arn, account);
    return hasDeny(read(arn) ?? (made === null ? undefined : creates.get(made)?.['document']));
  };
}

type Documents = ReadonlyMap<Json | undefined, Json | undefined>;

/** By ARN. */
function documentsIn({ objects }: LiveState): Documents {
  const policies = objects.filter(({ kind }) => kind === POLICY_KIND);
  return new Map(policies.map(({ facts, attributes }) => [facts['arn'], attributes['document']]));
}

/** Whether a policy in the normal form has a statement that refuses. */
function hasDeny(form: Json | undefined): boolean {
  if (!isJsonObject(form)) return false;
  return Object.values(form).some((statement) => isJsonObject(statement) && statement['effect'] === 'Deny');
}
