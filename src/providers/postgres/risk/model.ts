import { formatAddress } from '../../../core/address.ts';
import type { OwnIdentity, RiskModel } from '../../../core/risk/model.ts';
import { postgresFacts } from '../facts.ts';
import { ROLE_KIND, type Options } from '../kinds.ts';
import { escalations } from './escalations.ts';
import { reaches } from './reaches.ts';

export const postgresRisk: RiskModel = {
  reaches,
  escalations,
  ownIdentities({ name: source, options }, live) {
    const { writer } = options as Options;
    const reader = live === null ? undefined : postgresFacts(live).reader;
    return [
      ...(writer === undefined ? [] : [identity(source, writer, 'writes')]),
      ...(reader === undefined || reader === writer ? [] : [identity(source, reader, 'reads')]),
    ];
  },
};

function identity(source: string, role: string, does: OwnIdentity['does']): OwnIdentity {
  const address = formatAddress({ source, kind: ROLE_KIND, name: [role] });
  return { address, resource: `${source}: role ${role}`, name: role, does };
}
