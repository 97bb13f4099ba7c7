import { escapePointer } from '../../../core/leaves.ts';
import type { Manager } from '../../../core/live.ts';
import { secretShape } from '../../../core/secret-shape.ts';
import type { Metadata } from '../api/objects.ts';

const MARKS: readonly {
  readonly tool: string;
  readonly on: 'labels' | 'annotations';
  readonly key: RegExp;
  readonly value?: string;
}[] = [
  { tool: 'Argo CD', on: 'annotations', key: /^argocd\.argoproj\.io\/tracking-id$/u },
  { tool: 'Argo CD', on: 'labels', key: /^argocd\.argoproj\.io\/instance$/u },
  { tool: 'Flux', on: 'labels', key: /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/name$/u },
  { tool: 'Helm', on: 'annotations', key: /^meta\.helm\.sh\/release-name$/u },
  { tool: 'Helm', on: 'labels', key: /^app\.kubernetes\.io\/managed-by$/u, value: 'Helm' },
  { tool: 'Operator Lifecycle Manager', on: 'labels', key: /^olm\.(?:owner|managed)$/u },
];

/** As whom controllers write that would write again; `helm` and `kubectl` are run by people, who may have run them once. */
const MANAGERS: readonly { readonly tool: string; readonly name: RegExp }[] = [
  { tool: 'Argo CD', name: /^argocd-(?:application-)?controller$/u },
  { tool: 'Flux', name: /^(?:kustomize|helm)-controller$/u },
  { tool: 'Terraform', name: /^Terraform$/u },
];

/** Another tool's claim on an object, by the marks that it leaves on what it would write again, or by having written fields of it. */
export function managedBy(metadata: Pick<Metadata, 'labels' | 'annotations' | 'managers'>): Manager | undefined {
  for (const { tool, on, key, value } of MARKS) {
    const found = Object.keys(metadata[on]).find(
      (name) => key.test(name) && (value === undefined || metadata[on][name] === value),
    );
    if (found === undefined) continue;
    const evidence = `${on === 'labels' ? 'label' : 'annotation'} ${found}`;
    const pointer = `/${on}/values/${escapePointer(found)}`;
    const written = metadata[on][found] ?? '';
    return { tool, evidence, pointer, ...(secretShape(written) === null ? { value: written } : {}) };
  }
  for (const { tool, name } of MANAGERS) {
    const found = metadata.managers.find((manager) => name.test(manager));
    if (found !== undefined) return { tool, evidence: `managed fields of ${found}` };
  }
  return undefined;
}
