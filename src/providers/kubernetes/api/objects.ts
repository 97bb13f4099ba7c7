import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { PolicyRule } from '../rules/policy-rule.ts';

export type Texts = { readonly [name: string]: string };

export type Metadata = {
  readonly name: string;
  /** Null: of the whole cluster. */ readonly namespace: string | null;
  readonly uid: string;
  readonly resourceVersion: string;
  /** RFC 3339. */ readonly created: string | null;
  readonly labels: Texts;
  readonly annotations: Texts;
  /** Who wrote fields of it, sorted and each once. */ readonly managers: readonly string[];
};

export type ServiceAccount = {
  readonly metadata: Metadata;
  /** True where nothing is said. */ readonly automountToken: boolean;
  readonly imagePullSecrets: readonly string[];
  /** Names of Secrets that its pods may mount. */ readonly mountable: readonly string[];
};

export type RoleKind = 'Role' | 'ClusterRole';

/** `aggregation`: selectors as the API has them; null: its rules are its own. */
export type Role = {
  readonly kind: RoleKind;
  readonly metadata: Metadata;
  readonly rules: readonly PolicyRule[];
  readonly aggregation: readonly Selector[] | null;
};

export type Selector = {
  readonly matchLabels?: Texts;
  readonly matchExpressions?: readonly Requirement[];
};

export type Requirement = { readonly key: string; readonly operator: string; readonly values?: readonly string[] };

export type Subject = { readonly kind: string; readonly name: string; readonly namespace: string | null };

export type Binding = {
  readonly metadata: Metadata;
  readonly role: { readonly kind: RoleKind; readonly name: string };
  readonly subjects: readonly Subject[];
};

/** One item of a list or one answer, as the API server spells it. @throws CountersignError `kubernetes-malformed` */
export function serviceAccountOf(item: Json): ServiceAccount {
  const object = objectOf(item);
  return {
    metadata: metadataOf(object),
    automountToken: object['automountServiceAccountToken'] !== false,
    imagePullSecrets: namesIn(object['imagePullSecrets']),
    mountable: namesIn(object['secrets']),
  };
}

/** @throws CountersignError `kubernetes-malformed` */
export function roleOf(kind: RoleKind): (item: Json) => Role {
  return (item) => {
    const object = objectOf(item);
    const aggregation = object['aggregationRule'];
    return {
      kind,
      metadata: metadataOf(object),
      rules: objectsIn(object['rules']).map(ruleOf),
      aggregation: isJsonObject(aggregation) ? objectsIn(aggregation['clusterRoleSelectors']).map(selectorIn) : null,
    };
  };
}

function ruleOf(rule: JsonObject): PolicyRule {
  const list = (key: keyof PolicyRule) => (rule[key] === undefined ? {} : { [key]: listOf(rule[key]) });
  const [groups, resources, names] = [list('apiGroups'), list('resources'), list('resourceNames')];
  return { ...groups, ...resources, ...names, ...list('nonResourceURLs'), verbs: listOf(rule['verbs']) };
}

function selectorIn({ matchLabels, matchExpressions }: JsonObject): Selector {
  const requirements = objectsIn(matchExpressions).map(({ key, operator, values }) => ({
    key: textOf(key),
    operator: textOf(operator),
    ...(values === undefined ? {} : { values: listOf(values) }),
  }));
  return {
    ...(matchLabels === undefined ? {} : { matchLabels: textsIn(matchLabels) }),
    ...(matchExpressions === undefined ? {} : { matchExpressions: requirements }),
  };
}

/** @throws CountersignError `kubernetes-malformed` */
export function bindingOf(item: Json): Binding {
  const object = objectOf(item);
  const role = objectOf(object['roleRef']);
  const kind = textOf(role['kind']);
  if (kind !== 'Role' && kind !== 'ClusterRole') throw malformed();
  const metadata = metadataOf(object);
  const subjects = objectsIn(object['subjects']).map((subject) => subjectIn(subject, metadata.namespace));
  return { metadata, role: { kind, name: textOf(role['name']) }, subjects };
}

/** A ServiceAccount that says no namespace is of the binding's. Source: appliesToUser in pkg/registry/rbac/validation/rule.go. */
function subjectIn(subject: JsonObject, bindingNamespace: string | null): Subject {
  const [kind, name] = [textOf(subject['kind']), textOf(subject['name'])];
  const { namespace: said } = subject;
  const namespace = typeof said === 'string' && said !== '' ? said : null;
  return { kind, name, namespace: kind === 'ServiceAccount' ? (namespace ?? bindingNamespace) : namespace };
}

function managersIn(fields: Json | undefined): readonly string[] {
  const names = objectsIn(fields).flatMap(({ manager }) => (typeof manager === 'string' ? [manager] : []));
  return [...new Set(names)].sort();
}

/** @throws CountersignError `kubernetes-malformed` */
export function metadataOf(object: JsonObject): Metadata {
  const metadata = objectOf(object['metadata']);
  const namespace = metadata['namespace'];
  return {
    name: textOf(metadata['name']),
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : null,
    uid: textOf(metadata['uid']),
    resourceVersion: textOf(metadata['resourceVersion']),
    created: typeof metadata['creationTimestamp'] === 'string' ? metadata['creationTimestamp'] : null,
    labels: textsIn(metadata['labels']),
    annotations: textsIn(metadata['annotations']),
    managers: managersIn(metadata['managedFields']),
  };
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw malformed();
  return value.map((item: Json) => objectOf(item));
}

function listOf(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw malformed();
  return value.map((item: Json) => textOf(item));
}

function namesIn(value: Json | undefined): readonly string[] {
  return objectsIn(value).flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []));
}

function textsIn(value: Json | undefined): Texts {
  if (value === undefined || value === null) return {};
  return Object.fromEntries(Object.entries(objectOf(value)).map(([name, text]) => [name, textOf(text)]));
}

function objectOf(value: Json | undefined): JsonObject {
  if (!isJsonObject(value)) throw malformed();
  return value;
}

function textOf(value: Json | undefined): string {
  if (typeof value !== 'string') throw malformed();
  return value;
}

function malformed(): CountersignError {
  return new CountersignError(
    'kubernetes-malformed',
    'The API server sent an object that is not of the kind asked for.',
    {
      mend: 'Check that the server of the kubeconfig is a Kubernetes API server; report it as a defect if it is.',
    },
  );
}
