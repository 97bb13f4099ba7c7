import { compareText } from '../../../core/address.ts';
import type { Credential } from '../../../core/credentials.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import {
  bindingOf,
  metadataOf,
  roleOf,
  serviceAccountOf,
  type Binding,
  type Role,
  type ServiceAccount,
} from '../api/objects.ts';
import { getOne, listAll, patiently, Refused, type ListOptions } from '../api/read.ts';
import { resourceOfRole, type Resource } from '../api/resources.ts';
import type { Named, Within } from '../boundary.ts';
import type { KubernetesClient } from '../client.ts';
import type { KubernetesFacts } from '../facts.ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { EVERYWHERE } from '../normal-form/model.ts';
import { TOKEN_SECRETS, tokensByAccount } from './token-secrets.ts';

/** Names and marks without the rest of an object. */
const METADATA_ONLY = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** Reads through one client, in the places of one boundary. @throws as `listAll` */
export class Gatherer {
  readonly #client: KubernetesClient;
  readonly #within: Within;

  constructor(client: KubernetesClient, within: Within) {
    this.#client = client;
    this.#within = within;
  }

  serviceAccounts = async (): Promise<readonly ServiceAccount[]> =>
    (await this.#namespaced('serviceaccounts')).map(serviceAccountOf);

  async roles(): Promise<readonly Role[]> {
    const local = (await this.#namespaced('roles')).map(roleOf('Role'));
    const cluster = this.#within.clusterScoped ? await listAll(this.#client, 'clusterroles', null) : [];
    return [...local, ...cluster.map(roleOf('ClusterRole'))];
  }

  async bindings(): Promise<readonly Binding[]> {
    const local = (await this.#namespaced('rolebindings')).map(bindingOf);
    const cluster = this.#within.clusterScoped ? await listAll(this.#client, 'clusterrolebindings', null) : [];
    return [...local, ...cluster.map(bindingOf)];
  }

  /**
   * The same, and where the login may list them those of all other namespaces: whoever holds a ClusterRole may be in any.
   * `whole`: they are there.
   */
  async bindingsAnywhere(): Promise<{ readonly bindings: readonly Binding[]; readonly whole: boolean }> {
    const { namespaces, clusterScoped } = this.#within;
    if (namespaces === null || !clusterScoped) return { bindings: await this.bindings(), whole: namespaces === null };
    const local = await this.#listed('rolebindings');
    if (local === null) return { bindings: await this.bindings(), whole: false };
    const cluster = await listAll(this.#client, 'clusterrolebindings', null);
    return { bindings: [...local, ...cluster].map(bindingOf), whole: true };
  }

  /** From the places in which what is named can be bound, or hold. `whole`: as of `bindingsAnywhere`. */
  async bindingsFor(
    names: readonly Named[],
  ): Promise<{ readonly bindings: readonly Binding[]; readonly whole: boolean }> {
    if (names.some(({ kind }) => kind === CLUSTER_ROLE)) return await this.bindingsAnywhere();
    if (names.some(({ kind }) => kind === SERVICE_ACCOUNT)) return { bindings: await this.bindings(), whole: false };
    const namespaces = new Set(
      names.flatMap(({ kind, namespace }) => (kind === ROLE && namespace !== null ? [namespace] : [])),
    );
    const bindings: Binding[] = [];
    for (const namespace of namespaces)
      bindings.push(...(await listAll(this.#client, 'rolebindings', namespace)).map(bindingOf));
    return { bindings, whole: false };
  }

  /** The named ones that exist. */
  async named(
    names: readonly Named[],
  ): Promise<{ readonly serviceAccounts: ServiceAccount[]; readonly roles: Role[] }> {
    const found: { serviceAccounts: ServiceAccount[]; roles: Role[] } = { serviceAccounts: [], roles: [] };
    for (const { kind, namespace, name } of names) {
      if (kind === SERVICE_ACCOUNT) {
        const item = await getOne(this.#client, 'serviceaccounts', namespace, name);
        if (item !== null) found.serviceAccounts.push(serviceAccountOf(item));
        continue;
      }
      const role = kind === CLUSTER_ROLE ? 'ClusterRole' : 'Role';
      const item = await getOne(this.#client, resourceOfRole(role), namespace, name);
      if (item !== null) found.roles.push(roleOf(role)(item));
    }
    return found;
  }

  /** Names of all roles that there are to be bound, without their rules. */
  async roleNames(): Promise<KubernetesFacts['roles']> {
    const options = { accept: METADATA_ONLY };
    const local = await this.#namespaced('roles', options);
    const cluster = this.#within.clusterScoped ? await listAll(this.#client, 'clusterroles', null, options) : null;
    return namesByPlace(local, cluster);
  }

  /** Only metadata of the Secrets is asked for. */
  async tokens(): Promise<ReadonlyMap<string, readonly Credential[]>> {
    const options = { accept: METADATA_ONLY, fieldSelector: TOKEN_SECRETS };
    return tokensByAccount(metadataIn(await this.#namespaced('secrets', options)));
  }

  /** Empty where the server does not say. */
  async version(): Promise<string> {
    const { status, body } = await patiently(this.#client, { method: 'GET', path: '/version' });
    const version = status === 200 && isJsonObject(body) ? body['gitVersion'] : undefined;
    return typeof version === 'string' && /^v[\w.+-]{1,60}$/u.test(version) ? version : '';
  }

  /** Of every namespace; null: the login may not. */
  async #listed(resource: Resource): Promise<readonly Json[] | null> {
    try {
      return await listAll(this.#client, resource, null);
    } catch (error) {
      if (error instanceof Refused && error.status === 403) return null;
      throw error;
    }
  }

  async #namespaced(resource: Resource, options: ListOptions = {}): Promise<readonly Json[]> {
    const { namespaces } = this.#within;
    if (namespaces === null) return await listAll(this.#client, resource, null, options);
    const items: Json[] = [];
    for (const namespace of namespaces) items.push(...(await listAll(this.#client, resource, namespace, options)));
    return items;
  }
}

function namesByPlace(local: readonly Json[], cluster: readonly Json[] | null): KubernetesFacts['roles'] {
  const places = Map.groupBy(metadataIn(local), ({ namespace }) => namespace ?? '');
  const entries = [...places].map(([place, roles]) => [place, namesOf(roles)] as const);
  const shared = cluster === null ? [] : [[EVERYWHERE, namesOf(metadataIn(cluster))] as const];
  return Object.fromEntries([...entries, ...shared].sort(([left], [right]) => compareText(left, right)));
}

function metadataIn(items: readonly Json[]) {
  return items.filter(isJsonObject).map(metadataOf);
}

function namesOf(items: readonly { readonly name: string }[]): readonly string[] {
  return items.map(({ name }) => name).sort(compareText);
}
