import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../src/core/json.ts';
import { roleDocument, type Story } from './planned.ts';

export const METADATA = 'owner: billing, purpose: Nightly export';
export const NOTHING: Story = { base: null, head: null, live: null, governance: [] };

export function creates(spec: JsonObject, metadata = METADATA, name = 'app'): Story {
  return { ...NOTHING, head: roleDocument(spec, metadata, name) };
}

export function updates(spec: JsonObject, after: string, before = METADATA): Story {
  return { ...NOTHING, base: roleDocument({}, before), head: roleDocument(spec, after), live: {} };
}

/** A role that gains access, made an access key on a day. */
export function provingBy(created: string): Story {
  const key = { id: 'KEY', kind: 'access-key', state: 'active', created, lastUsed: null, expires: null } as const;
  return { ...updates(reads('billing.invoices'), FULL, FULL), credentials: [key] };
}

export function grants(privilege: string, on: JsonObject, more: JsonObject = {}): JsonObject {
  return { grants: [{ on, privileges: [privilege], ...more }] };
}

export const reads = (tables: string): JsonObject => grants('SELECT', { tables });
export const defaultOn = (more: JsonObject): JsonObject => ({
  createdBy: 'maker',
  on: 'tables',
  privileges: ['SELECT'],
  ...more,
});
export const defaults = (more: JsonObject): JsonObject => ({ defaultPrivileges: [defaultOn(more)] });
export const exporter = (spec: JsonObject): Story => creates(spec, METADATA, 'app-exporter');
export const EXAMPLE_ROLE: Story = {
  ...NOTHING,
  head: readFileSync('examples/identities/orders-db/billing-exporter.yaml', 'utf8'),
};
export const LEAVES = roleDocument({}, `${METADATA}, onRemove: delete`);
export const tables = (count: number): JsonObject => ({
  grants: [
    { on: { tables: Array.from({ length: count }, (_, index) => `billing.t${index}`) }, privileges: ['SELECT'] },
  ],
});

export const FULL = `${METADATA}, expires: 2026-12-31, consumers: [nightly-export]`;
/** A new role in a source of this name. */
export const within = (source: string, spec: JsonObject, metadata = FULL, name = 'app'): Story => ({
  ...NOTHING,
  source,
  head: roleDocument(spec, metadata, name, source),
});
export const manyAtOnce = (count: number): Story => ({
  ...NOTHING,
  source: 'orders-prod',
  head: Array.from({ length: count }, (_, index) => roleDocument({}, FULL, `app-${index}`, 'orders-prod')).join(
    '---\n',
  ),
});
/** Without its document, live as it was; `onRemove` says what becomes of it. */
export const removed = (onRemove: string, source = 'orders-db'): Story => ({
  ...NOTHING,
  source,
  base: roleDocument({}, `${FULL}, onRemove: ${onRemove}`, 'app', source),
  live: {},
});

/** Stories in which a rule holds, and in which it does not. */
export type Expected = { readonly holds: readonly Story[]; readonly not: readonly Story[] };
