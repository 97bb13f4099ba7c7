import type { Need } from '../tokens.ts';

/** What operations ask of a token, named by what they do. */
export const needs = {
  metadata: { permissions: ['metadata'], level: 'read', role: 'read' },
  listCollaborators: { permissions: ['metadata'], level: 'read', role: 'write' },
  readContents: { permissions: ['contents'], level: 'read', role: 'read' },
  writeContents: { permissions: ['contents'], level: 'write', role: 'write' },
  readPulls: { permissions: ['pull_requests'], level: 'read', role: 'read' },
  /** Opening a pull request and reviewing it take no more than being able to read. */
  takePart: { permissions: ['pull_requests'], level: 'write', role: 'read' },
  writePulls: { permissions: ['pull_requests'], level: 'write', role: 'write' },
  readIssues: { permissions: ['issues', 'pull_requests'], level: 'read', role: 'read' },
  comment: { permissions: ['issues', 'pull_requests'], level: 'write', role: 'read' },
  readChecks: { permissions: ['checks'], level: 'read', role: 'read' },
  writeChecks: { permissions: ['checks'], level: 'write', role: 'write', only: 'apps' },
  readActions: { permissions: ['actions'], level: 'read', role: 'read' },
  writeActions: { permissions: ['actions'], level: 'write', role: 'write' },
} as const satisfies Readonly<Record<string, Need>>;
