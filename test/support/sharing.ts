import { expect } from 'vitest';
import { load } from '../../src/core/desired/load.ts';
import type { Input } from '../../src/core/desired/types.ts';
import { file, policyContext, policyRole } from './policy-kind.ts';

export const DOCUMENT = 'identities/exporter.yaml';
export const PROFILE = 'identities/profiles/readonly.yaml';

export function document(metadata: string, spec = '{}', path = DOCUMENT): Input {
  return file(path, policyRole(spec, metadata));
}

export function profile(spec: string, name = 'readonly', kind = 'PolicyRole'): string {
  return `apiVersion: countersign.dev/v1\nkind: Profile\nmetadata: { name: ${name} }\nspec:\n  kind: ${kind}\n  spec: ${spec}\n`;
}

export function loaded(...inputs: readonly Input[]) {
  return load(inputs, policyContext);
}

export function said(...inputs: readonly Input[]): readonly string[] {
  return loaded(...inputs).diagnostics.map(
    ({ location, code }) => `${location?.path}:${location?.line}:${location?.column} ${code}`,
  );
}

export function specs(...inputs: readonly Input[]) {
  const { state, diagnostics } = loaded(...inputs);
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(state.identities.map(({ address, spec }) => [address, spec]));
}

export function hashes(...inputs: readonly Input[]): readonly string[] {
  const { state, diagnostics } = loaded(...inputs);
  expect(diagnostics).toEqual([]);
  return state.identities.map(({ address, hash }) => `${address} ${hash}`);
}
