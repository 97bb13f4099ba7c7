import type { Command } from './context.ts';

type Load = () => Promise<{ readonly command: Command }>;

/** Each command is loaded when it is asked for. `summary` stands here so that the list of commands loads none of them. */
export const commands: { readonly [name: string]: { readonly summary: string; readonly load: Load } } = {
  validate: { summary: 'Check the configuration and the identity documents', load: () => import('./validate.ts') },
  verify: { summary: 'Verify a ledger offline', load: () => import('./verify.ts') },
};
