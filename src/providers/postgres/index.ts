import { formatAddress } from '../../core/address.ts';
import { CountersignError } from '../../core/errors.ts';
import type { LiveState } from '../../core/live.ts';
import type { Provider } from '../../core/ports.ts';
import { postgresAccess } from './access/access-model.ts';
import { outside } from './boundary.ts';
import { parseScope } from './normal-form/declared-grants.ts';
import { expansions } from './normal-form/expansions.ts';
import { postgresFacts } from './facts.ts';
import { boundarySchema, optionsSchema, ROLE_KIND, roleKind } from './kinds.ts';
import { lintSpec } from './lint.ts';
import { roleAttributes, type RoleAttributes } from './normal-form/model.ts';
import { normalizeSpec } from './normal-form/normalize.ts';
import { permissionsOf } from './normal-form/permissions.ts';
import { inventory, project } from './normal-form/project.ts';
import { postgresReader } from './catalog/read.ts';
import { postgresRisk } from './risk/model.ts';
import { disabled } from './steps/removal.ts';
import { steps } from './steps/steps.ts';
import { toDocument } from './normal-form/to-document.ts';

/** Roles of one PostgreSQL cluster, versions 14 to 18. */
export const postgres: Provider = {
  name: 'postgres',
  kinds: [roleKind],
  boundarySchema,
  optionsSchema,
  lint: (kind, spec) => (isRole(kind) ? lintSpec(spec) : []),
  normalize: (kind, spec, context) => {
    if (!isRole(kind)) throw unknownKind(kind);
    return normalizeSpec(spec, context.mode, postgresFacts(context.live));
  },
  project,
  inventory,
  disabled,
  references: (source, _, attributes) =>
    referencedRoles(roleAttributes(attributes)).map((role) => formatAddress({ source, kind: ROLE_KIND, name: [role] })),
  steps,
  outside,
  permissions: (address, attributes) => permissionsOf(address, roleAttributes(attributes)),
  risk: postgresRisk,
  expansions: (attributes, live) => expansions(attributes, postgresFacts(live)),
  summary,
  toDocument,
  access: postgresAccess,
  reader: postgresReader,
};

/** Roles that must be there before these attributes can be. */
function referencedRoles(attributes: RoleAttributes): readonly string[] {
  const scopes = Object.values(attributes.defaultPrivileges?.values ?? {}).flatMap((database) => Object.keys(database));
  const roles = [
    ...Object.keys(attributes.memberOf?.values ?? {}),
    ...scopes.map((scope) => parseScope(scope).creator),
  ];
  return [...new Set(roles)].sort();
}

function summary(live: LiveState): string {
  const { version, databases } = postgresFacts(live);
  if (version === 0) return 'PostgreSQL, not read';
  const extent = databases.length === 1 ? `database ${databases[0]}` : `${databases.length} databases`;
  return `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}, ${extent}, ${live.objects.length} ${live.objects.length === 1 ? 'role' : 'roles'}`;
}

function isRole(kind: string): boolean {
  return kind === ROLE_KIND;
}

function unknownKind(kind: string): CountersignError {
  return new CountersignError('unsupported', `PostgreSQL has no kind ${kind}.`, { mend: `Use ${ROLE_KIND}.` });
}
