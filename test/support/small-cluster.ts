import type { Json, JsonObject } from '../../src/core/json.ts';
import { isJsonObject } from '../../src/core/json.ts';
import type { FakeAnswer, FakeCall } from './fake-api-server.ts';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const ok = (body: Json, status = 200): FakeAnswer => ({ status, body });
const refuse = (status: number, message = 'no'): FakeAnswer => ({ status, body: { kind: 'Status', message } });
const absent = (path: string): FakeAnswer => {
  const details = { name: decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)) };
  return { status: 404, body: { kind: 'Status', reason: 'NotFound', details } };
};

/**
 * A few objects by their path, with versions that count: enough of an API server to be written to, where a test needs to come in
 * between two calls. The real one is in the live suites.
 */
export class SmallCluster {
  readonly objects = new Map<string, JsonObject>();
  #version = 1;

  /** @param path as in the API: `/api/v1/namespaces/shop/serviceaccounts/exporter` */
  put(path: string, object: JsonObject): void {
    this.#version += 1;
    const { metadata } = object;
    const known = this.objects.get(path)?.['metadata'];
    const uid = isJsonObject(known) ? (known['uid'] ?? '') : `uid-${this.#version}`;
    const own = isJsonObject(metadata) ? metadata : {};
    this.objects.set(path, { ...object, metadata: { ...own, uid, resourceVersion: String(this.#version) } });
  }

  answer = ({ method, path, body }: FakeCall): FakeAnswer => {
    if (path === '/version') return ok({ gitVersion: 'v1.35.4' });
    if (path === '/api/v1/namespaces/kube-system')
      return ok({ metadata: { name: 'kube-system', uid: 'cluster', resourceVersion: '1' } });
    const object = this.objects.get(path);
    switch (method) {
      case 'GET':
        return isCollection(path) ? ok({ items: this.#under(path), metadata: {} }) : object ? ok(object) : absent(path);
      case 'POST':
        return this.#post(path, isJsonObject(body) ? body : {});
      default:
        return this.#edit(method, path, object, isJsonObject(body) ? body : {});
    }
  };

  #under(path: string): readonly JsonObject[] {
    const last = path.slice(path.lastIndexOf('/') + 1);
    const within = (known: string) => known.startsWith(`${path}/`) || known.includes(`/${last}/`);
    return [...this.objects].filter(([known]) => within(known)).map(([, object]) => object);
  }

  #post(path: string, body: JsonObject): FakeAnswer {
    const { metadata } = body;
    const name = isJsonObject(metadata) && typeof metadata['name'] === 'string' ? metadata['name'] : '';
    const at = `${path}/${encodeURIComponent(name)}`;
    if (this.objects.has(at)) return refuse(409);
    this.put(at, body);
    return ok(this.objects.get(at) ?? null, 201);
  }

  #edit(method: string, path: string, object: JsonObject | undefined, body: JsonObject): FakeAnswer {
    if (object === undefined) return absent(path);
    const asked = method === 'DELETE' ? body['preconditions'] : body['metadata'];
    const { metadata } = object;
    const same = ['uid', 'resourceVersion'].every(
      (key) => isJsonObject(asked) && isJsonObject(metadata) && asked[key] === metadata[key],
    );
    if (!same) return refuse(409);
    if (method === 'DELETE') this.objects.delete(path);
    else
      this.put(path, {
        ...object,
        ...body,
        metadata: { ...(isJsonObject(metadata) ? metadata : {}), ...(isJsonObject(asked) ? asked : {}) },
      });
    return ok({});
  }
}

function isCollection(path: string): boolean {
  return /\/(?:serviceaccounts|roles|clusterroles|rolebindings|clusterrolebindings)$/u.test(path);
}

export const PATHS = {
  exporter: '/api/v1/namespaces/shop/serviceaccounts/exporter',
  bindings: `${RBAC}/namespaces/shop/rolebindings`,
  roles: `${RBAC}/namespaces/shop/roles`,
} as const;
