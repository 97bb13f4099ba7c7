type Labels = Readonly<Record<string, string>>;

/** What counts here of a list of ClusterRoles, as the API server answers it. */
export type ClusterRoles = {
  readonly items: readonly {
    readonly metadata: { readonly labels?: Labels };
    readonly rules: readonly object[] | null;
    readonly aggregationRule?: { readonly clusterRoleSelectors?: readonly { readonly matchLabels?: Labels }[] };
  }[];
};

/** Whether every aggregated role has the rules of all those that it is made of. */
export function isAggregated({ items }: ClusterRoles): boolean {
  return items.every(({ rules, aggregationRule }) => {
    if (aggregationRule === undefined) return true;
    const held = new Set((rules ?? []).map((rule) => JSON.stringify(rule)));
    const selectors = aggregationRule.clusterRoleSelectors ?? [];
    const parts = items.filter(({ metadata }) =>
      selectors.some(({ matchLabels }) => matches(matchLabels, metadata.labels)),
    );
    return parts.every((part) => (part.rules ?? []).every((rule) => held.has(JSON.stringify(rule))));
  });
}

function matches(wanted: Labels = {}, labels: Labels = {}): boolean {
  return Object.entries(wanted).every(([name, value]) => labels[name] === value);
}
