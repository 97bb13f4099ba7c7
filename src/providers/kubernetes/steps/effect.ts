import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { RoleKind, Texts } from '../api/objects.ts';

/** Keys to set and to take away; every other stays. */
export type TextsEdit = { readonly set: Texts; readonly remove: readonly string[] };

/** Names to add and to take away; every other stays. */
export type NamesEdit = { readonly add: readonly string[]; readonly remove: readonly string[] };

/** What of one object is written, as people review it. */
export type ObjectEdit = {
  readonly automountToken?: boolean;
  readonly imagePullSecrets?: NamesEdit;
  readonly annotations?: TextsEdit;
  readonly labels?: TextsEdit;
  /** As the API has them, all of them. */ readonly rules?: readonly JsonObject[];
  /** Selectors as the API has them; null: it is no aggregated role any more. */
  readonly aggregation?: readonly JsonObject[] | null;
};

export type RoleAt = {
  readonly namespace: string | null;
  readonly role: { readonly kind: RoleKind; readonly name: string };
};

/**
 * `empty`: an edit after which a role gives nothing; as a role's `delete`, it is only for a role that nobody holds.
 * `bind`, `unbind`: the ServiceAccount alone, whatever else a binding holds. `namespace` null: everywhere.
 */
export type Effect =
  | { readonly kind: 'create' | 'edit' | 'empty'; readonly edit: ObjectEdit }
  | ({ readonly kind: 'bind' | 'unbind' } & RoleAt)
  | { readonly kind: 'delete' };

/** An effect of a plan, which `steps` of this provider has made. */
export function effectOf(effect: Json): Effect {
  if (isJsonObject(effect) && typeof effect['kind'] === 'string') return effect as Effect;
  throw new TypeError('The plan has an effect that this provider did not make.');
}
