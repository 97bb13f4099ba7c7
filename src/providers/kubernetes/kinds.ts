import type { FromSchema } from 'json-schema-to-ts';
import type { KindDefinition } from '../../core/ports.ts';

export const SERVICE_ACCOUNT = 'KubernetesServiceAccount';
export const ROLE = 'KubernetesRole';
export const CLUSTER_ROLE = 'KubernetesClusterRole';

const others = {
  enum: ['keep', 'remove'],
  description: 'What becomes of those that are not named: remove (the default), or keep.',
} as const;

const othersKeep = {
  type: 'object',
  description: 'Stands in a list that is not exhaustive: what the list does not name is left as it is.',
  additionalProperties: false,
  required: ['others'],
  properties: { others: { const: 'keep', description: 'What the list does not name is kept.' } },
} as const;

const objectName = { type: 'string', description: 'Name of an object.', minLength: 1, maxLength: 253 } as const;

const namespaceName = {
  type: 'string',
  description: 'Name of a namespace.',
  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
  maxLength: 63,
} as const;

/** Bytes of the keys and values of all annotations of one object. Source: ValidateAnnotationsSize in k8s.io/apimachinery/pkg/api/validation. */
export const ANNOTATION_BYTES = 256 * 1024;
/** Source: LabelValueMaxLength in k8s.io/apimachinery/pkg/util/validation. */
const LABEL_LENGTH = 63;

function texts(description: string, maxLength: number) {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    required: ['values'],
    properties: {
      values: {
        type: 'object',
        description: 'Key to value, each as Kubernetes has it.',
        maxProperties: 500,
        additionalProperties: { type: 'string', description: 'A value.', maxLength },
      },
      others,
    },
  } as const;
}

const labels = texts('Labels. Some make a ClusterRole part of an aggregated one.', LABEL_LENGTH);

const boundRole = {
  type: 'object',
  description: 'A Role of the namespace; another one can be named.',
  additionalProperties: false,
  required: ['role'],
  properties: {
    role: { ...objectName, description: 'Name of the Role.' },
    namespace: {
      ...namespaceName,
      description: "Namespace of the Role, in which it is bound. Left out: the ServiceAccount's own.",
    },
  },
} as const;

const boundClusterRole = {
  type: 'object',
  description: 'A ClusterRole, bound in one namespace or in all.',
  additionalProperties: false,
  required: ['clusterRole'],
  properties: {
    clusterRole: { ...objectName, description: 'Name of the ClusterRole.' },
    namespace: {
      ...namespaceName,
      description: "Namespace in which it is bound. Left out: the ServiceAccount's own, unless everywhere is true.",
    },
    everywhere: {
      const: true,
      description: 'It is bound in every namespace, and for what belongs to none (a ClusterRoleBinding).',
    },
  },
} as const;

const serviceAccountSpec = {
  type: 'object',
  description: 'What the ServiceAccount is and which roles it is bound to. What is left out is not managed.',
  additionalProperties: false,
  properties: {
    automountToken: {
      type: 'boolean',
      description: 'Whether its pods get a token where they do not say otherwise (automountServiceAccountToken).',
    },
    imagePullSecrets: {
      type: 'array',
      description: 'Names of the Secrets with which images of its pods are pulled.',
      maxItems: 500,
      items: { anyOf: [{ ...objectName, description: 'Name of a Secret.' }, othersKeep] },
    },
    annotations: texts(
      'Annotations, such as those of workload identity, with keys and values of 256 KiB together. What kubectl and Countersign note is left out.',
      ANNOTATION_BYTES,
    ),
    labels: texts('Labels.', LABEL_LENGTH),
    roles: {
      type: 'array',
      description: 'Roles that it is bound to, whatever the bindings are called.',
      maxItems: 2000,
      items: { anyOf: [boundRole, boundClusterRole, othersKeep] },
    },
  },
} as const;

const names = (description: string, maxItems = 1000) =>
  ({
    type: 'array',
    description,
    maxItems,
    items: { type: 'string', description: 'One of them; * stands for all.', maxLength: 1000 },
  }) as const;

const rules = {
  type: 'array',
  description:
    'What the role allows, as Kubernetes writes it. Compared by meaning: order, splits and doubles do not count.',
  maxItems: 2000,
  items: {
    type: 'object',
    description: 'One rule: verbs on resources, or on paths that are no resources.',
    additionalProperties: false,
    required: ['verbs'],
    properties: {
      apiGroups: names('API groups; the empty text is the core group.'),
      resources: names('Resources, and subresources such as pods/log.'),
      resourceNames: names('Names of single objects. Left out or empty: all.', 5000),
      verbs: names('Verbs, such as get, list, watch, create, update, patch, delete.'),
      nonResourceURLs: names('Paths such as /healthz or /logs/*; only in a ClusterRole, and bound everywhere.'),
    },
  },
} as const;

const selector = {
  type: 'object',
  description: 'A label selector. Without any requirement it selects every ClusterRole.',
  additionalProperties: false,
  properties: {
    matchLabels: {
      type: 'object',
      description: 'Labels with their values.',
      maxProperties: 100,
      additionalProperties: { type: 'string', description: 'A value.', maxLength: LABEL_LENGTH },
    },
    matchExpressions: {
      type: 'array',
      description: 'Requirements.',
      maxItems: 100,
      items: {
        type: 'object',
        description: 'One requirement.',
        additionalProperties: false,
        required: ['key', 'operator'],
        properties: {
          key: { type: 'string', description: 'Name of the label.', minLength: 1, maxLength: 317 },
          operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'], description: 'What has to hold.' },
          values: {
            type: 'array',
            description: 'Values, for In and NotIn.',
            maxItems: 100,
            items: { type: 'string', description: 'A value.', maxLength: LABEL_LENGTH },
          },
        },
      },
    },
  },
} as const;

const roleSpec = {
  type: 'object',
  description: 'What the Role allows. What is left out is not managed.',
  additionalProperties: false,
  properties: { rules, labels },
} as const;

const clusterRoleSpec = {
  type: 'object',
  description: 'What the ClusterRole allows, either rules or aggregationRule. What is left out is not managed.',
  additionalProperties: false,
  properties: {
    rules,
    aggregationRule: {
      type: 'object',
      description: 'It allows what the selected ClusterRoles allow; the cluster writes its rules.',
      additionalProperties: false,
      required: ['clusterRoleSelectors'],
      properties: {
        clusterRoleSelectors: {
          type: 'array',
          description: 'ClusterRoles that one of these selects.',
          minItems: 1,
          maxItems: 100,
          items: selector,
        },
      },
    },
    labels,
  },
} as const;

const deleteSchema = {
  type: 'object',
  description: 'There is nothing to choose.',
  additionalProperties: false,
  properties: {},
} as const;

export type ServiceAccountSpec = FromSchema<typeof serviceAccountSpec>;
export type ClusterRoleSpec = FromSchema<typeof clusterRoleSpec>;

export const kinds: readonly KindDefinition[] = [
  {
    kind: SERVICE_ACCOUNT,
    namespaced: true,
    identityClass: 'service account',
    specSchema: serviceAccountSpec,
    deleteSchema,
    immutable: [],
  },
  { kind: ROLE, namespaced: true, identityClass: 'role', specSchema: roleSpec, deleteSchema, immutable: [] },
  {
    kind: CLUSTER_ROLE,
    identityClass: 'role',
    specSchema: clusterRoleSpec,
    deleteSchema,
    immutable: [],
    words: { aggregation: 'aggregationRule' },
  },
];
