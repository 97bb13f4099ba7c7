import type { LiveState } from '../../core/live.ts';
import type { Provider } from '../../core/ports.ts';
import { awsAccess } from './access/access-model.ts';
import { permissionsOf } from './access/permissions.ts';
import { awsReader } from './catalog/read.ts';
import { managedPolicyKind } from './kinds/managed-policy.ts';
import { oidcProviderKind } from './kinds/oidc-provider.ts';
import { roleKind } from './kinds/role.ts';
import { userKind } from './kinds/user.ts';
import { lintSpec } from './lint.ts';
import { mentions } from './normal-form/mentions.ts';
import { awsAttributes, awsFacts } from './normal-form/model.ts';
import { normalize } from './normal-form/normalize.ts';
import { project } from './normal-form/project.ts';
import { references } from './normal-form/references.ts';
import { toDocument } from './normal-form/to-document.ts';
import { outside } from './outside.ts';
import { boundarySchema, optionsSchema } from './reach.ts';
import { awsRisk } from './risk/model.ts';
import { disabled } from './steps/disabled.ts';
import { steps } from './steps/steps.ts';

/** Roles, users, managed policies and identity providers of one AWS account. */
export const aws: Provider = {
  name: 'aws',
  kinds: [roleKind, userKind, managedPolicyKind, oidcProviderKind],
  boundarySchema,
  optionsSchema,
  lint: lintSpec,
  normalize,
  project: ({ attributes }, guide) => project(attributes, guide),
  inventory: ({ attributes }) => attributes,
  disabled,
  references: (source, _, attributes) => references(source, attributes),
  mentions,
  steps,
  outside,
  permissions: (address, attributes) => permissionsOf(address, awsAttributes(attributes)),
  risk: awsRisk,
  expansions: () => ({}),
  summary,
  toDocument,
  access: awsAccess,
  reader: awsReader,
};

function summary({ facts, objects }: LiveState): string {
  const { account } = awsFacts(facts);
  if (account === '') return 'AWS, not read';
  return `AWS account ${account}, ${objects.length} ${objects.length === 1 ? 'identity' : 'identities'}`;
}
