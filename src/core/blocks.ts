import { adoptionOf, claimMend, claimReason } from './adoption.ts';
import { isJsonObject, type Json } from './json.ts';
import type { Attributes } from './attributes.ts';
import type { SourceConfiguration } from './configuration.ts';
import type { Reason } from './errors.ts';
import { unescapePointer } from './leaves.ts';
import { isWithheld, type LiveObject, type LiveState } from './live.ts';
import type { Change } from './plan.ts';
import type { ScopedIdentity } from './scope.ts';

type Source = { readonly configuration: SourceConfiguration; readonly live: LiveState };

/** Why a change may not be made although it could be computed. */
export function blocksOf(
  scoped: ScopedIdentity,
  source: Source,
  object: LiveObject | null,
  change: Change,
): readonly Reason[] {
  return [
    ...managedElsewhere(object, change),
    ...modeForbids(scoped, source, change),
    ...unreadableAttributes(scoped, source, change),
  ];
}

function managedElsewhere(object: LiveObject | null, change: Change): readonly Reason[] {
  if (change.steps.length === 0 && change.blocked.length === 0) return [];
  const adoption = adoptionOf(object, change.metadata);
  const reason = claimReason(adoption);
  if (reason === null) return [];
  const mend = claimMend(adoption);
  return [mend === null ? reason : { ...reason, message: `${reason.message} ${mend}` }];
}

function modeForbids(scoped: ScopedIdentity, { configuration }: Source, change: Change): readonly Reason[] {
  const { name, mode } = configuration;
  if (scoped.request?.verb === 'remove' && mode !== 'authoritative') {
    const message = `The source ${name} is in mode ${mode}, which never removes.`;
    return [{ code: 'source-not-authoritative', message }];
  }
  if (change.action === 'replace' && mode === 'additive') {
    const message = `Another object would replace this one, and the source ${name} is in mode ${mode}, which never removes.`;
    return [{ code: 'source-not-authoritative', message }];
  }
  return [];
}

/** What could not be shown cannot be reviewed, and what seems equal may differ there. Another object in this one's place has none of it. */
function unreadableAttributes({ address }: ScopedIdentity, source: Source, change: Change): readonly Reason[] {
  if (change.action === 'forget' || source.configuration.mode === 'observe') return [];
  const managed = change.action === 'replace' ? null : change.after;
  return source.live.unreadable.flatMap((one): readonly Reason[] => {
    const { pointer, reason } = one;
    if (one.address !== address || pointer === null || !manages(managed, pointer)) return [];
    const code = isWithheld(one) ? 'attribute-unreadable' : 'attribute-unread';
    return [{ code, message: reason.message, pointer }];
  });
}

/** Null manages everything. A list manages also what it does not name, unless it says `others: keep`. */
function manages(after: Attributes | null, pointer: string): boolean {
  if (after === null) return true;
  const [first, ...rest] = pointer.split('/').slice(1).map(unescapePointer);
  if (first === undefined) return true;
  if (!Object.hasOwn(after, first)) return false;
  let node: Json | undefined = after[first];
  let exhaustive = true;
  for (const segment of rest) {
    if (!isJsonObject(node)) return true;
    if (node['others'] === 'keep') exhaustive = false;
    if (!Object.hasOwn(node, segment)) return exhaustive;
    node = node[segment];
  }
  return true;
}
