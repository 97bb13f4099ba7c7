import type { FromSchema } from 'json-schema-to-ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from './kinds.ts';

const patterns = <Items extends object>(description: string, items: Items) =>
  ({ type: 'array', description, minItems: 1, maxItems: 1000, items }) as const;

const namespace = {
  type: 'string',
  description: 'A pattern; a star stands for any text.',
  minLength: 1,
  maxLength: 253,
} as const;

/** No name that the API server takes has a slash. */
const identity = {
  type: 'string',
  description: 'A pattern of names; a star stands for any text. A kind and a slash before it: of that kind alone.',
  pattern: `^(?:(?:${[SERVICE_ACCOUNT, ROLE, CLUSTER_ROLE].join('|')})/)?[^/]{1,253}$`,
  maxLength: 300,
} as const;

/** JSON Schema of a source's `boundary`. */
export const boundarySchema = {
  type: 'object',
  description: 'What of the cluster is managed at all. Names that begin with system: never are.',
  additionalProperties: false,
  properties: {
    namespaces: patterns(
      'Namespaces, a star standing for any text. Left out: every one. kube-system, kube-public and kube-node-lease only where they are named in full.',
      namespace,
    ),
    include: patterns(
      'Patterns of names of ServiceAccounts, Roles and ClusterRoles, or of one kind: KubernetesRole/orders-*. Left out: every name.',
      identity,
    ),
    exclude: patterns('Patterns of names that are left out again, likewise: KubernetesClusterRole/admin.', identity),
    clusterScoped: {
      type: 'boolean',
      description:
        'Whether ClusterRoles, and what is bound everywhere, are managed and read, too. Default true. With false, a source needs no rights beyond its namespaces.',
    },
  },
} as const;

/** JSON Schema of a source's `options`. */
export const optionsSchema = {
  type: 'object',
  description: 'What the source needs besides its connection.',
  additionalProperties: false,
  properties: {
    writer: {
      type: 'string',
      description:
        'User name of the write connection, such as system:serviceaccount:countersign:applier, so that a plan can say who would get to act as it.',
      minLength: 1,
      maxLength: 500,
    },
    tokenSecrets: {
      type: 'boolean',
      description:
        'Whether long-lived token Secrets are told with their ages. The right to list Secrets, which this takes, is the right to read them all. Default false.',
    },
  },
} as const;

export type Boundary = FromSchema<typeof boundarySchema>;
export type Options = FromSchema<typeof optionsSchema>;
