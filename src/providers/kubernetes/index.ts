import type { Address } from '../../core/address.ts';
import type { Attributes } from '../../core/attributes.ts';
import { CountersignError } from '../../core/errors.ts';
import type { LiveState } from '../../core/live.ts';
import type { Provider } from '../../core/ports.ts';
import { kubernetesAccess } from './access/access-model.ts';
import { permissionsOf } from './access/permissions.ts';
import { roleAddress } from './boundary.ts';
import { kubernetesReader } from './catalog/read.ts';
import { kubernetesFacts } from './facts.ts';
import { kinds, SERVICE_ACCOUNT } from './kinds.ts';
import { lintSpec } from './lint.ts';
import { kubernetesManifests } from './manifests/manifests.ts';
import { boundRoles } from './normal-form/bound-roles.ts';
import { mentions } from './normal-form/mentions.ts';
import { serviceAccountForm } from './normal-form/model.ts';
import { normalizeSpec } from './normal-form/normalize.ts';
import { project } from './normal-form/project.ts';
import { toDocument } from './normal-form/to-document.ts';
import { outside } from './outside.ts';
import { boundarySchema, optionsSchema } from './reach.ts';
import { kubernetesRisk } from './risk/model.ts';
import { disabled } from './steps/removal.ts';
import { steps } from './steps/steps.ts';

/** ServiceAccounts, Roles and ClusterRoles of one Kubernetes cluster. */
export const kubernetes: Provider = {
  name: 'kubernetes',
  kinds,
  boundarySchema,
  optionsSchema,
  lint: (kind, spec) => (isKind(kind) ? lintSpec(kind, spec) : []),
  normalize: (kind, spec, context) => {
    if (!isKind(kind)) throw unknownKind(kind);
    return normalizeSpec(kind, spec, context);
  },
  project,
  inventory: ({ attributes }) => attributes,
  disabled,
  references,
  mentions,
  steps,
  outside,
  permissions: permissionsOf,
  risk: kubernetesRisk,
  expansions: () => ({}),
  summary,
  toDocument,
  manifests: kubernetesManifests,
  access: kubernetesAccess,
  reader: (connection) => kubernetesReader(connection),
};

/** Roles that a ServiceAccount is bound to. */
function references(source: string, kind: string, attributes: Attributes): readonly Address[] {
  if (kind !== SERVICE_ACCOUNT) return [];
  const bound = boundRoles(serviceAccountForm(attributes).roles);
  return [...new Set(bound.map((role) => roleAddress(source, role.kind, role.namespace, role.name)))].sort();
}

function summary(live: LiveState): string {
  if (Object.keys(live.target).length === 0) return 'Kubernetes, not read';
  const { version } = kubernetesFacts(live);
  const count = (kind: string) => live.objects.filter((object) => object.kind === kind).length;
  const accounts = count(SERVICE_ACCOUNT);
  const roles = live.objects.length - accounts;
  return `Kubernetes${version === '' ? '' : ` ${version}`}, ${accounts} service ${accounts === 1 ? 'account' : 'accounts'}, ${roles} ${roles === 1 ? 'role' : 'roles'}`;
}

function isKind(kind: string): boolean {
  return kinds.some((known) => known.kind === kind);
}

function unknownKind(kind: string): CountersignError {
  return new CountersignError('unsupported', `Kubernetes has no kind ${kind}.`, {
    mend: `Use one of ${kinds.map((known) => known.kind).join(', ')}.`,
  });
}
