import type { OwnIdentity, RiskModel } from '../../../core/risk/model.ts';
import { optionsOf, roleFor } from '../connection.ts';
import { addressOfArn } from '../normal-form/arn.ts';
import { escalations } from './escalations.ts';
import { reaches } from './reaches.ts';

export const awsRisk: RiskModel = {
  reaches,
  escalations,
  ownIdentities({ name: source, options }) {
    const roles = optionsOf({ options });
    const [writer, reader] = [roleFor('write', roles), roleFor('read', roles)];
    return [
      ...(writer === null ? [] : identity(source, writer, 'writes')),
      ...(reader === null || reader === writer ? [] : identity(source, reader, 'reads')),
    ];
  },
};

/** A role of another account than its own is none of this source's, wherever its ARN says that it is. */
function identity(source: string, arn: string, does: OwnIdentity['does']): readonly OwnIdentity[] {
  const [, partition = '', , , account = ''] = arn.split(':');
  const address = addressOfArn(source, arn, { account, partition });
  if (address === null) return [];
  return [{ address, resource: arn, name: arn.slice(arn.lastIndexOf('/') + 1), does }];
}
