import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { TrustSpec } from '../kinds/role.ts';
import { listOf } from '../policy/texts.ts';
import { oidcProviderArn, type Account } from './arn.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const AUDIENCE = 'sts.amazonaws.com';
/** The version of policies since which there are variables. */
const VARIABLES = '2012-10-17';

type Workflow = NonNullable<TrustSpec['githubWorkflows']>[number];
type ServiceAccount = NonNullable<TrustSpec['kubernetesServiceAccounts']>[number];

/** The trust policy that the shortcuts and the policy of a document make together. */
export function trustDocument(trust: TrustSpec, account: Account): JsonObject {
  const { githubWorkflows = [], kubernetesServiceAccounts = [], services = [] } = trust;
  const own: JsonObject = isJsonObject(trust.policy) ? trust.policy : {};
  // What IAM takes a policy for that does not say.
  const version = trust.policy === undefined ? VARIABLES : (own['Version'] ?? '2008-10-17');
  // A subject is word for word; `${…}` is a variable only in the later version.
  const literal = (text: string): string => (version === VARIABLES ? text.replaceAll('${', '${$}{') : text);
  return {
    Version: version,
    Statement: [
      ...(services.length === 0
        ? []
        : [{ Effect: 'Allow', Principal: { Service: [...services] }, Action: 'sts:AssumeRole' }]),
      ...federated(
        githubWorkflows.map((workflow) => ({ issuer: GITHUB, subject: literal(subjectOfWorkflow(workflow)) })),
        account,
      ),
      ...federated(
        kubernetesServiceAccounts.map((one) => ({ issuer: one.issuer, subject: subjectOfServiceAccount(one) })),
        account,
      ),
      ...listOf(own['Statement']),
    ],
  };
}

/** GitHub's documented forms of the claim `sub`. */
function subjectOfWorkflow({ repository, environment, ref, pullRequests, subject }: Workflow): string {
  if (environment !== undefined) return `repo:${repository}:environment:${environment}`;
  if (ref !== undefined) return `repo:${repository}:ref:${ref}`;
  if (pullRequests === true) return `repo:${repository}:pull_request`;
  return `repo:${repository}:${subject ?? ''}`;
}

function subjectOfServiceAccount({ namespace, name }: ServiceAccount): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

type Subject = { readonly issuer: string; readonly subject: string };

/** One statement an issuer: several values of one condition key are alternatives. */
function federated(subjects: readonly Subject[], account: Account): readonly Json[] {
  const issuers = [...new Set(subjects.map(({ issuer }) => issuer))];
  return issuers.map((issuer) => ({
    Effect: 'Allow',
    Principal: { Federated: oidcProviderArn(issuer, account) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: AUDIENCE,
        [`${issuer}:sub`]: subjects.filter((one) => one.issuer === issuer).map(({ subject }) => subject),
      },
    },
  }));
}
