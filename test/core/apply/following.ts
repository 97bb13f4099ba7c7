import { expect } from 'vitest';
import { followUpDraft, type FollowUpDraft, type FollowUpFacts } from '../../../src/core/apply/follow-up.ts';
import type { Configuration } from '../../../src/core/configuration.ts';
import { load } from '../../../src/core/desired/load.ts';
import type { Input, Loaded } from '../../../src/core/desired/types.ts';
import { sha256 } from '../../../src/core/digest.ts';
import { tinyConfiguration, tinyContext } from '../../support/tiny-kind.ts';

export type Files = Readonly<Record<string, string>>;

export const APPLY = sha256('apply');
export const SHORT = APPLY.slice(7, 19);
export const [A, B, C] = ['a', 'b', 'c'].map((name) => `orders/TinyRole/${name}`) as [string, string, string];

/** Two sources of one kind: `orders`, which the tests are about, and `archive`. */
export const twoSources: Configuration = {
  ...tinyConfiguration,
  sources: [
    ...tinyConfiguration.sources,
    ...tinyConfiguration.sources.slice(0, 1).map((source) => ({ ...source, name: 'archive' })),
  ],
};

type RoleParts = { readonly login?: boolean; readonly onRemove?: string; readonly source?: string };

export function role(name: string, { login = true, onRemove, source = 'orders' }: RoleParts = {}): string {
  const removal = onRemove === undefined ? '' : `  onRemove: ${onRemove}\n`;
  return `apiVersion: countersign.dev/v1\nkind: TinyRole\nmetadata:\n  name: ${name}\n  source: ${source}\n${removal}spec:\n  login: ${login}\n`;
}

export function declares(...names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [`identities/orders/${name}.yaml`, role(name)]));
}

/** @param onRemove null: the document does not say. */
export function request(
  name: string,
  verb: 'correct' | 'remove',
  address: string,
  onRemove: string | null = null,
): string {
  const spec = `spec:\n  verb: ${verb}\n  addresses: [${address}]\n  reason: agreed\n`;
  const removal = onRemove === null ? '' : `  onRemove: ${onRemove}\n`;
  return `apiVersion: countersign.dev/v1\nkind: Reconciliation\nmetadata:\n  name: ${name}\n${spec}${removal}`;
}

export function asks(name: string, verb: 'correct' | 'remove', address: string, onRemove: string | null = null): Files {
  return { [`requests/${name}.yaml`]: request(name, verb, address, onRemove) };
}

export function loaded(files: Files): Loaded {
  const inputs: Input[] = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const all = load(inputs, { ...tinyContext, configuration: twoSources });
  expect(all.diagnostics).toEqual([]);
  return all;
}

export type Story = { readonly before: Files; readonly after: Files; readonly tip?: Files } & Partial<
  Pick<FollowUpFacts, 'unapplied' | 'result' | 'codes' | 'gone' | 'configuration'>
> & { readonly more?: readonly string[] };

/** What the story asks for again; by default three roles that a refused landing left. */
export function draft({ before, after, tip = after, more = [], ...rest }: Story): FollowUpDraft {
  return followUpDraft({
    applyId: APPLY,
    pullRequest: 12,
    landing: 'c0ffee'.repeat(7).slice(0, 40),
    result: 'refused',
    codes: ['conflict'],
    unapplied: [A, B, C],
    gone: new Set(),
    configuration: { ...tinyConfiguration, desired: ['identities/**/*.yaml'] },
    ...rest,
    before: loaded(before).state,
    after: loaded(after).state,
    tip: loaded(tip).state,
    paths: new Set([...Object.keys(tip), ...more]),
  });
}
