import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyWorld, fileBacked, type Account, type MemorySystem } from '../../../src/providers/memory/system.ts';
import { shown } from '../../e2e/runner.ts';
import {
  configurationOf,
  CONFIGURATION_PATH,
  signingKeys,
  Workplace,
  type WorkplaceParts,
} from '../../e2e/workplace.ts';
import { account } from '../../support/memory.ts';

type Files = Readonly<Record<string, string>>;

const SOURCES = ['accounts', 'staging'] as const;

type Source = (typeof SOURCES)[number];

/** Accounts that may read invoices. */
const READING = account({ grants: { invoices: ['read'] } });

/** Two systems of accounts, and the repository whose documents refer to files and profiles. Ben and dora own both systems. */
export class AccountsPlace extends Workplace {
  readonly #directory: string;
  readonly #systems: Readonly<Record<Source, MemorySystem>>;

  private constructor(
    parts: WorkplaceParts & { readonly directory: string; readonly systems: Readonly<Record<Source, MemorySystem>> },
  ) {
    super(parts);
    this.#directory = parts.directory;
    this.#systems = parts.systems;
  }

  /** @param names of accounts that exist in the first system and may read invoices. @param files of the default branch */
  static async begin(names: readonly string[], files: Files = {}): Promise<AccountsPlace> {
    const directory = mkdtempSync(join(tmpdir(), 'countersign-accounts-'));
    const [accounts, staging] = SOURCES.map((name) => join(directory, `${name}.json`)) as [string, string];
    const systems = { accounts: fileBacked(accounts), staging: fileBacked(staging) };
    for (const name of SOURCES) systems[name].save({ ...emptyWorld(['invoices', 'salaries']), id: name });
    const existing = names.map((name, index) => [name, { ...READING, incarnation: `made-${index}` }] as const);
    systems.accounts.save({ ...systems.accounts.load(), accounts: Object.fromEntries(existing) });
    const { key, pem } = signingKeys();
    const team = await Workplace.form(
      { [CONFIGURATION_PATH]: rulesOf(key), ...files },
      {
        ACCOUNTS_READ: accounts,
        ACCOUNTS_WRITE: accounts,
        STAGING_READ: staging,
        STAGING_WRITE: staging,
        LEDGER_KEY: pem,
      },
    );
    const init = await team.init();
    if (init.exitCode !== 0) throw new Error(shown(init));
    return new AccountsPlace({ team, publicKey: key, secrets: [pem], directory, systems });
  }

  override async close(): Promise<void> {
    await super.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** What an account may do, by resource; null: there is none of that name. */
  grants(name: string, source: Source = 'accounts'): Account['grants'] | null {
    return this.#systems[source].load().accounts[name]?.grants ?? null;
  }
}

function rulesOf(key: string): string {
  const sources = SOURCES.map(
    (name) =>
      `  ${name}: { provider: memory, connection: { read: { env: ${name.toUpperCase()}_READ }, write: { env: ${name.toUpperCase()}_WRITE } }, mode: authoritative, owner: billing }\n`,
  );
  return configurationOf(key, sources.join(''), { desired: "'identities/**/*.{yaml,json}'" });
}

export function accountPath(name: string): string {
  return `identities/${name}.yaml`;
}

/** A document of an account. @param more of its metadata. @param spec YAML in braces */
export function accountText(name: string, spec: string, more = 'source: accounts, owner: billing'): string {
  return `apiVersion: countersign.dev/v1\nkind: MemoryAccount\nmetadata: { name: ${name}, ${more} }\nspec: ${spec}\n`;
}

/** Grants as a file beside a document holds them. */
export function grantsText(...resources: readonly string[]): string {
  return `${JSON.stringify(resources.map((on) => ({ on, actions: ['read'] })))}\n`;
}

export function profileText(name: string, ...resources: readonly string[]): string {
  return `apiVersion: countersign.dev/v1\nkind: Profile\nmetadata: { name: ${name} }\nspec: { kind: MemoryAccount, spec: { grants: ${grantsText(...resources).trim()} } }\n`;
}
