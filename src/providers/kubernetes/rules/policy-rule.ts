/** A rule of a Role or ClusterRole, as rbac.authorization.k8s.io/v1 has it: each verb on each resource of each group, or on each URL. */
export type PolicyRule = {
  readonly verbs: readonly string[];
  /** `""` is the core group, `*` every one. */
  readonly apiGroups?: readonly string[];
  /** `*` every one with its subresources, `*` and a subresource that one of every resource. */
  readonly resources?: readonly string[];
  /** None: every name, and requests without one. No wildcards. */
  readonly resourceNames?: readonly string[];
  /** A `*` at the end stands for anything. */
  readonly nonResourceURLs?: readonly string[];
};
