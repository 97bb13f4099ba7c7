import { isJsonObject, type Json } from '../../core/json.ts';
import type { ManifestIdentity, Manifests } from '../../core/ports.ts';
import type { Origin } from '../../core/yaml/composed.ts';
import type { YamlDocument } from '../../core/yaml/document.ts';

const VERSION = 'memory.example/v1';

type Account = { readonly document: YamlDocument; readonly name: string; readonly enabled: Json | undefined };

type Grant = { readonly document: YamlDocument; readonly account: string; readonly on: Json; readonly actions: Json };

/**
 * `Account` and `Grant` documents of the API version `memory.example/v1`, in whatever files: an account is what its own document
 * and all grants that name it say together. Everything else is about other things.
 */
export function memoryManifests(documents: readonly YamlDocument[]): Manifests {
  const accounts = documents.flatMap(accountIn);
  const grants = documents.flatMap(grantIn);
  return {
    identities: accounts.map((account) =>
      identityOf(
        account,
        grants.filter((grant) => grant.account === account.name),
      ),
    ),
    diagnostics: [],
  };
}

function identityOf({ document, name, enabled }: Account, grants: readonly Grant[]): ManifestIdentity {
  const places = new Map<string, Origin>([
    ['', { document, pointer: '' }],
    ...grants.map((grant, index) => [`/grants/${index}`, { document: grant.document, pointer: '' }] as const),
  ]);
  return {
    kind: 'MemoryAccount',
    name,
    spec: {
      ...(enabled === undefined ? {} : { enabled }),
      grants: grants.map(({ on, actions }) => ({ on, actions })),
    },
    document,
    annotations: '/metadata/annotations',
    others: grants.map((grant) => grant.document),
    places,
  };
}

function accountIn(document: YamlDocument): readonly Account[] {
  const { value } = document;
  if (!isJsonObject(value) || value['apiVersion'] !== VERSION || value['kind'] !== 'Account') return [];
  const metadata = value['metadata'];
  const name = isJsonObject(metadata) ? metadata['name'] : undefined;
  return typeof name === 'string' ? [{ document, name, enabled: value['enabled'] }] : [];
}

function grantIn(document: YamlDocument): readonly Grant[] {
  const { value } = document;
  if (!isJsonObject(value) || value['apiVersion'] !== VERSION || value['kind'] !== 'Grant') return [];
  const { account, on = null, actions = null } = value;
  return typeof account === 'string' ? [{ document, account, on, actions }] : [];
}
