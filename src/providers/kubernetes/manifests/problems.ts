import { ANNOTATION_PREFIX } from '../../../core/desired/annotations.ts';
import type { Diagnostic } from '../../../core/errors.ts';
import { isJsonObject } from '../../../core/json.ts';
import { pointerToken } from '../../../core/yaml/place.ts';
import { quoted } from '../../../core/yaml/text.ts';
import type { Holder } from '../catalog/subjects.ts';
import type { Item } from './items.ts';

/** @param pointer into the item */
export function malformed(item: Item, pointer: string, cause: string, mend: string): Diagnostic {
  const location = item.document.locate(pointer);
  return { code: 'manifest-malformed', severity: 'error', cause, mend, location };
}

export function withoutNamespace(item: Item, pointer: string, what: string): Diagnostic {
  return {
    code: 'manifest-namespace-missing',
    severity: 'error',
    cause: `${what} is in no namespace, so that whoever applies it would decide in which one it is.`,
    mend: 'Write the namespace into the manifest.',
    location: item.document.locate(pointer),
  };
}

/** Of two manifests for one object, kubectl would let the last win. */
export function declaredTwice(item: Item, first: Item, what: string): Diagnostic {
  const [location, related] = [item.document.locate(''), first.document.locate('')];
  const place = `${related.path}:${related.line}:${related.column}`;
  return {
    code: 'manifest-declared-twice',
    severity: 'error',
    cause: `${what} is declared twice, and not the same: here and at ${place}.`,
    mend: 'Remove one of the two manifests, or give it another name.',
    location,
    related: [related],
  };
}

/** `kubectl get` prints also what each namespace and each cluster brings along. */
export function leftToOthers({
  item,
  kind,
  namespace,
  name,
}: Named & { readonly item: Item; readonly kind: string }): Diagnostic {
  const what = [namespace, name].filter((one) => one !== null).join('/');
  return {
    code: 'manifest-excluded',
    severity: 'warning',
    cause: `The boundary of the source excludes the ${kind} ${quoted(what, 200)}, which is left as it is in the cluster.`,
    mend: 'Nothing has to be done. To manage it, let exclude name less in a pull request of its own.',
    location: item.document.locate('/metadata/name'),
  };
}

export function undeclared(item: Item, pointer: string, { namespace, name }: Holder): Diagnostic {
  return {
    code: 'manifest-account-undeclared',
    severity: 'error',
    cause: `The ServiceAccount ${quoted(`${namespace}/${name}`, 200)} is bound here, and no manifest declares it.`,
    mend: 'Add its manifest, three lines are enough, or take it out of the binding.',
    location: item.document.locate(pointer),
  };
}

type Named = { readonly namespace: string | null; readonly name: string };

export function unmanagedSubject(item: Item, pointer: string, who: string): Diagnostic {
  return {
    code: 'manifest-subject-unmanaged',
    severity: 'warning',
    cause: `${quoted(who, 300)} is bound here, and is left as it is in the cluster.`,
    mend: 'Countersign binds ServiceAccounts within the boundary; bind others by what manages them.',
    location: item.document.locate(pointer),
  };
}

/** Of a binding, which is no identity: whoever reads them there would believe that somebody is asked. */
export function unreadAnnotations({ document, value: { metadata } }: Item): readonly Diagnostic[] {
  const annotations = isJsonObject(metadata) ? metadata['annotations'] : undefined;
  const names = Object.keys(isJsonObject(annotations) ? annotations : {});
  return names
    .filter((name) => name.startsWith(ANNOTATION_PREFIX))
    .map((name) => ({
      code: 'manifest-annotation-unread',
      severity: 'warning',
      cause: `${quoted(name, 200)} says nothing of a binding, which belongs to the ServiceAccounts that it names.`,
      mend: 'Write it into the manifest of the ServiceAccount, or leave it out.',
      location: document.locateKey(`/metadata/annotations/${pointerToken(name)}`),
    }));
}

export function notModelled(item: Item, pointer: string): Diagnostic {
  return {
    code: 'manifest-not-modelled',
    severity: 'warning',
    cause: 'Which Secrets the pods of a ServiceAccount may mount is not managed, and is left as it is.',
    mend: 'Leave `secrets` out, unless another tool reads it here.',
    location: item.document.locate(pointer),
  };
}

/** One for all, at the first of them. */
export function passedOver(items: readonly Item[]): readonly Diagnostic[] {
  const [first] = byPlace(items);
  if (first === undefined) return [];
  const kinds = [...new Set(items.map(({ kind }) => kind))].filter((kind) => kind !== '').sort();
  const named = kinds.length > 5 ? [...kinds.slice(0, 5), `${kinds.length - 5} more kinds`] : kinds;
  const among = named.length === 0 ? '' : ` (${quoted(named.join(', '), 300)})`;
  return [
    {
      code: 'manifest-passed-over',
      severity: 'warning',
      cause: `${items.length === 1 ? 'One manifest is' : `${items.length} manifests are`} about no ServiceAccount, role or binding${among}, and left alone.`,
      mend: 'Nothing has to be done. Narrower globs under `manifests` leave them out.',
      location: first.document.locate(''),
    },
  ];
}

/** As a reader meets them. */
export function byPlace(items: readonly Item[]): readonly Item[] {
  return items.toSorted((left, right) => {
    const [one, other] = [left.document.locate(''), right.document.locate('')];
    if (one.path !== other.path) return one.path < other.path ? -1 : 1;
    return one.line - other.line || one.column - other.column;
  });
}
