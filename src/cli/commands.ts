import type { Command } from './context.ts';

type Load = () => Promise<{ readonly command: Command }>;

/** Each command is loaded when it is asked for. `summary` stands here so that the list of commands loads none of them. */
export const commands: { readonly [name: string]: { readonly summary: string; readonly load: Load } } = {
  validate: {
    summary: 'Check the configuration, the identity documents and the policies',
    load: () => import('./validate.ts'),
  },
  plan: { summary: 'Plan what the working tree would change, without applying it', load: () => import('./plan.ts') },
  read: {
    summary: 'Read one source into a file, from which plans are made elsewhere',
    load: () => import('./read.ts'),
  },
  access: { summary: 'Show who can do what, and why, before or after a plan', load: () => import('./access.ts') },
  policy: {
    summary: 'Test policies, explain what they say of a plan, report controls, and try them on plans of the past',
    load: () => import('./policy.ts'),
  },
  digest: { summary: 'Print the digest of a plan in a file', load: () => import('./digest.ts') },
  import: { summary: 'Write documents for what is live and not declared', load: () => import('./import.ts') },
  explain: { summary: 'Say what a code means, and what to do next', load: () => import('./explain.ts') },
  schemas: { summary: 'Write the JSON Schemas for editors', load: () => import('./schemas.ts') },
  verify: { summary: 'Verify a ledger offline', load: () => import('./verify.ts') },
};
