import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyWorld, fileBacked, type MemorySystem } from '../../src/providers/memory/system.ts';

/** A live system of accounts in a folder of its own, reached through the secrets of both connections. */
export type Accounts = {
  readonly directory: string;
  readonly system: MemorySystem;
  readonly secrets: { readonly ACCOUNTS_READ: string; readonly ACCOUNTS_WRITE: string };
  readonly close: () => void;
};

export function openAccounts(resources: readonly string[] = []): Accounts {
  const directory = mkdtempSync(join(tmpdir(), 'countersign-'));
  const path = join(directory, 'accounts.json');
  const system = fileBacked(path);
  system.save(emptyWorld(resources));
  return {
    directory,
    system,
    secrets: { ACCOUNTS_READ: path, ACCOUNTS_WRITE: path },
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** What rules about accounts differ in. `more`: whole lines at the end. */
export type AccountRules = {
  readonly owner?: string;
  readonly administrators?: string;
  /** As a flow mapping. */ readonly ledger?: string;
  readonly app?: number | null;
  /** Whether CODEOWNERS says who owns what names nobody. */
  readonly owners?: 'documents' | 'codeowners';
  readonly more?: string;
};

/** Ben is billing, which owns; cleo administers. */
export function accountRules(rules: AccountRules = {}): Readonly<Record<string, string>> {
  const { owner = 'billing', administrators = 'administrators', app = null, owners = 'documents', more = '' } = rules;
  const ledger = rules.ledger ?? '{ branch: countersign/ledger, signing: { kind: none } }';
  return {
    '.github/countersign.yaml': `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { billing: [ben], administrators: [cleo] }
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: '${owner}'
approval: { administrators: '${administrators}', owners: ${owners} }
ledger: ${ledger}
${app === null ? '' : `app: ${app}\n`}${more}`,
  };
}

/** The document of an account, as files of a commit. @param spec more lines of it. */
export function accountFile(name: string, owner = 'billing', spec = ''): Readonly<Record<string, string>> {
  return {
    [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: accounts, owner: '${owner}', purpose: Nightly invoice export }
spec:
  enabled: true
${spec}`,
  };
}
