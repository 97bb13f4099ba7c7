import { generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileBacked, type Account as LiveAccount, type World } from '../../src/providers/memory/system.ts';
import { configuration as postgresConfiguration, declares, Estate } from '../e2e/estate.ts';
import { Team, type Account } from '../e2e/repository.ts';
import { startGitHubServer, stillClock } from '../github-server/index.ts';
import { QuickTeam } from './quick-team.ts';

export type People = { readonly [name in 'ana' | 'ben' | 'cleo' | 'dora' | 'eve']: Account };

/** A live system and the team that manages it, as a history needs them. `limit` stands for what an identity is to be. */
export type Subject = {
  readonly team: Team;
  readonly people: People;
  readonly publicKey: string;
  /** Identities that exist and are declared. */
  readonly names: readonly string[];
  readonly pathOf: (name: string) => string;
  readonly documentOf: (name: string, wish: Wish) => string;
  /** What lives under the name; null: nothing. */
  readonly live: (name: string) => Promise<Live | null>;
  /** Somebody else works in the live system: what no document is about, or the note of one identity. */
  readonly drift: (about: string | null, value: number) => Promise<void>;
  /** Somebody else takes it away. */
  readonly remove: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Wish = { readonly limit: number; readonly purpose: string };
export type Live = { readonly enabled: boolean; readonly limit: number };

const EXISTING = ['alpha', 'beta', 'gamma'] as const;

const configuration = (key: string): string =>
  `${postgresConfiguration(key).replace(/sources:[\s\S]*?approval:/u, MEMORY_SOURCE)}`;

const MEMORY_SOURCE = `sources:
  accounts:
    provider: memory
    connection:
      read: { env: ACCOUNTS_READ }
      write: { env: ACCOUNTS_WRITE }
    mode: authoritative
    owner: billing
approval:`;

/** Accounts in memory. @param how `quick`: runs in this process; `built`: through dist/action.js */
export async function memorySubject(how: 'quick' | 'built'): Promise<Subject> {
  const directory = await mkdtemp(join(tmpdir(), 'countersign-history-'));
  const path = join(directory, 'accounts.json');
  const system = fileBacked(path);
  const accounts = Object.fromEntries(EXISTING.map((name, index) => [name, account(index + 1, 5)]));
  system.save({ id: 'history', nextIncarnation: 100, resources: ['invoices'], accounts });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const files = { '.github/countersign.yaml': configuration(key), 'README.md': 'identities\n' };
  const documents = Object.fromEntries(
    EXISTING.map((name) => [memoryPath(name), memoryDocument(name, { limit: 5, purpose: 'p' })]),
  );
  const { team, people } = await formTeam(
    how,
    { ...files, ...documents },
    {
      ACCOUNTS_READ: path,
      ACCOUNTS_WRITE: path,
      LEDGER_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    },
  );
  return {
    team,
    people,
    publicKey: key,
    names: EXISTING,
    pathOf: memoryPath,
    documentOf: memoryDocument,
    live: (name) => Promise.resolve(liveAccount(system.load(), name)),
    drift: (about, value) => {
      const world = system.load();
      const name = about ?? `stranger-${value}`;
      const found = world.accounts[name] ?? account(1_000 + value, value);
      const accounts = { ...world.accounts, [name]: { ...found, note: `limit ${value}` } };
      system.save({ ...world, resources: [...world.resources, `table-${value}`], accounts });
      return Promise.resolve();
    },
    remove: (name) => {
      const { [name]: _, ...accounts } = system.load().accounts;
      system.save({ ...system.load(), accounts });
      return Promise.resolve();
    },
    close: async () => {
      await team.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function account(incarnation: number, limit: number): LiveAccount {
  return {
    incarnation: String(incarnation),
    enabled: true,
    tier: 'standard',
    note: `limit ${limit}`,
    actsAs: [],
    grants: { invoices: ['read'] },
    mark: null,
  };
}

function liveAccount(world: World, name: string): Live | null {
  const found = world.accounts[name];
  return found === undefined ? null : { enabled: found.enabled, limit: Number(found.note?.replace('limit ', '')) };
}

function memoryPath(name: string): string {
  return `identities/${name}.yaml`;
}

function memoryDocument(name: string, { limit, purpose }: Wish): string {
  return `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata:
  name: ${name}
  source: accounts
  owner: billing
  purpose: ${purpose}
spec:
  enabled: true
  note: limit ${limit}
  grants:
    - on: invoices
      actions: [read]
`;
}

async function formTeam(
  how: 'quick' | 'built',
  files: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): Promise<{ team: Team; people: People }> {
  const server = await startGitHubServer(how === 'quick' ? { clock: stillClock('2027-03-01T09:00:00Z') } : {});
  const person = (login: string): Account => server.createUser({ login });
  const people = {
    ana: person('ana'),
    ben: person('ben'),
    cleo: person('cleo'),
    dora: person('dora'),
    eve: person('eve'),
  };
  const repository = await server.createRepository({ owner: person('acme-owner'), name: 'identities', files });
  for (const [name, account] of Object.entries(people))
    repository.setCollaborator(account, name === 'cleo' ? 'admin' : 'write');
  const { ana, ben, cleo } = people;
  const parts = { server, repository, ana, ben, cleo, secrets };
  return { team: how === 'quick' ? new QuickTeam(parts) : new Team(parts), people };
}

/** Roles of an embedded PostgreSQL, through dist/action.js. */
export async function postgresSubject(): Promise<Subject> {
  const made = EXISTING.map(
    (name) =>
      `CREATE ROLE ${name} LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO ${name}; GRANT SELECT ON billing.invoices TO ${name};`,
  );
  const files = Object.assign({}, ...EXISTING.map((name) => declares(name))) as Readonly<Record<string, string>>;
  const estate = await Estate.open({ files, sql: made.join('\n') });
  const { team, dora, eve } = estate;
  return {
    team,
    people: { ana: team.ana, ben: team.ben, cleo: team.cleo, dora, eve },
    publicKey: estate.publicKey,
    names: EXISTING,
    pathOf: (name) => Object.keys(declares(name))[0] ?? '',
    documentOf: (name, { limit, purpose }) => Object.values(declares(name, { limit, purpose }))[0] ?? '',
    live: async (name) => {
      const role = await estate.role(name);
      return role === null ? null : { enabled: role.login, limit: role.limit };
    },
    drift: async (about, value) => {
      await estate.postgres.query(
        about === null
          ? `CREATE ROLE stranger_${value}; CREATE TABLE billing.t${value} (id int)`
          : `ALTER ROLE ${about} CONNECTION LIMIT ${value}`,
      );
    },
    remove: async (name) => {
      await estate.postgres.query(
        `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN DROP OWNED BY ${name}; DROP ROLE ${name}; END IF; END $$`,
      );
    },
    close: () => estate.close(),
  };
}
