import type { Json } from '../../../core/json.ts';
import type { OwnIdentity, RiskModel } from '../../../core/risk/model.ts';
import { accountOf, addressOf, type Account } from '../access/principals.ts';
import { resourceText } from '../access/resources.ts';
import { resourceTarget } from '../rules/target.ts';
import { escalations } from './escalations.ts';
import { reaches } from './reaches.ts';

export const kubernetesRisk: RiskModel = {
  reaches,
  escalations,
  ownIdentities({ name: source, options }, live) {
    const [writer, reader] = [accountIn(options['writer']), accountIn(live?.facts['reader'])];
    const isSame = writer !== null && reader?.namespace === writer.namespace && reader.name === writer.name;
    return [
      ...(writer === null ? [] : [identity(source, writer, 'writes')]),
      ...(reader === null || isSame ? [] : [identity(source, reader, 'reads')]),
    ];
  },
};

/** @param user the name by which the API server knows who logs in: `system:serviceaccount:shop:web` */
function accountIn(user: Json | undefined): Account | null {
  return typeof user === 'string' ? accountOf(user) : null;
}

/** Whoever gets tokens of a ServiceAccount acts as it. */
function identity(source: string, account: Account, does: OwnIdentity['does']): OwnIdentity {
  const { namespace, name } = account;
  const target = resourceTarget('', 'serviceaccounts/token', name);
  const resource = resourceText(source, { kind: 'target', namespace, target });
  return { address: addressOf(source, account), resource, name: `${namespace}/${name}`, does };
}
