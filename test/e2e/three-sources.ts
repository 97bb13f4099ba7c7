import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { emptyWorld, fileBacked, type Account, type MemorySystem } from '../../src/providers/memory/system.ts';
import { startPglite, type EmbeddedPostgres } from '../support/pglite.ts';
import { Gate, type Point } from './gate.ts';
import { startGitHubProxy } from './github-proxy.ts';
import type { Proxy } from './http-proxy.ts';
import { Team, type Pull } from './repository.ts';
import type { ActionRun } from './runner.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const MEMORY = ['cloud', 'cluster'] as const;

type MemorySource = (typeof MEMORY)[number];

/** A cloud and a cluster in memory, an embedded PostgreSQL, and the repository that manages identities of all three. An account of AWS and a shop on Kubernetes are configured, too, and have no credentials. */
export class ThreeSources {
  readonly team: Team;
  readonly systems: { readonly [name in MemorySource]: MemorySystem };
  readonly postgres: EmbeddedPostgres;
  readonly #directory: string;
  readonly #gate: Gate;
  readonly #proxy: Proxy;

  private constructor(parts: {
    team: Team;
    systems: ThreeSources['systems'];
    postgres: EmbeddedPostgres;
    directory: string;
    gate: Gate;
    proxy: Proxy;
  }) {
    this.team = parts.team;
    this.systems = parts.systems;
    this.postgres = parts.postgres;
    this.#directory = parts.directory;
    this.#gate = parts.gate;
    this.#proxy = parts.proxy;
  }

  static async begin(): Promise<ThreeSources> {
    const directory = mkdtempSync(join(tmpdir(), 'countersign-three-'));
    const [cloud, cluster] = MEMORY.map((name) => join(directory, `${name}.json`)) as [string, string];
    const systems = { cloud: fileBacked(cloud), cluster: fileBacked(cluster) };
    for (const name of MEMORY) systems[name].save({ ...emptyWorld(), id: name });
    const postgres = await startPglite();
    const team = await Team.form(
      { '.github/countersign.yaml': CONFIGURATION, 'README.md': 'identities\n' },
      {
        CLOUD_READ: cloud,
        CLOUD_WRITE: cloud,
        CLUSTER_READ: cluster,
        CLUSTER_WRITE: cluster,
        DATABASE_READ: postgres.url,
        DATABASE_WRITE: postgres.url,
      },
    );
    const gate = new Gate();
    const proxy = await startGitHubProxy(team.server.url, gate);
    const three = new ThreeSources({ team, systems, postgres, directory, gate, proxy });
    expect(await team.init()).toMatchObject({ exitCode: 0 });
    return three;
  }

  async close(): Promise<void> {
    await this.#proxy.close();
    await this.team.close();
    await this.postgres.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** A pull request that is planned, approved and merged. */
  async landed(branch: string, files: Readonly<Record<string, string | null>>): Promise<Pull> {
    const { team } = this;
    const pull = await team.propose(branch, files);
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    team.server.advanceClock(2);
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    return pull;
  }

  /** An apply whose process is killed at one of its effects on GitHub; null: none. */
  async apply(point: Point | null): Promise<{ readonly run: ActionRun; readonly effects: readonly string[] }> {
    this.#gate.arm(point);
    const url = `http://127.0.0.1:${this.#proxy.port}`;
    const env = { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
    const { child, ended } = await this.team.start('apply', { command: 'apply' }, { env });
    this.#gate.watch(child);
    return { run: await ended, effects: [...this.#gate.effects] };
  }

  /** What a job of its own reads of a source: the path of its file. */
  async read(source: string): Promise<string> {
    const run = await this.team.run('plan', { command: 'read', source });
    expect(run).toMatchObject({ exitCode: 0 });
    const path = join(this.#directory, `${source}-state.json`);
    renameSync(run.outputs['state-file'] ?? '', path);
    return path;
  }

  account(source: MemorySource, name: string): Account | null {
    return this.systems[source].load().accounts[name] ?? null;
  }

  async role(name: string): Promise<{ readonly limit: number } | null> {
    const [row] = await this.postgres.query(`SELECT rolconnlimit AS "limit" FROM pg_roles WHERE rolname = '${name}'`);
    return row === undefined ? null : { limit: Number(row['limit']) };
  }
}

const CONFIGURATION = `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { billing: [ben], administrators: [cleo] }
sources:
  cloud: { provider: memory, connection: { read: { env: CLOUD_READ }, write: { env: CLOUD_WRITE } }, mode: authoritative, owner: billing }
  cluster: { provider: memory, connection: { read: { env: CLUSTER_READ }, write: { env: CLUSTER_WRITE } }, mode: authoritative, owner: billing }
  database: { provider: postgres, connection: { read: { env: DATABASE_READ }, write: { env: DATABASE_WRITE } }, mode: authoritative, owner: billing }
  account: { provider: aws, connection: { read: { env: ACCOUNT_READ }, write: { env: ACCOUNT_WRITE } }, mode: authoritative, owner: billing }
  shop: { provider: kubernetes, connection: { read: { env: SHOP_READ }, write: { env: SHOP_WRITE } }, mode: authoritative, owner: billing }
approval: { administrators: administrators }
ledger: { branch: countersign/ledger, signing: { kind: none } }
`;

/** The same workload in all three: a role of the cloud, the account that assumes it, and the login that the account uses. */
export function workload(name: string): Readonly<Record<string, string>> {
  return {
    [`identities/cloud/${name}.yaml`]: document('MemoryAccount', 'cloud', name, null, 'enabled: true'),
    [`identities/cluster/${name}.yaml`]: document(
      'MemoryAccount',
      'cluster',
      name,
      `cloud/MemoryAccount/${name}`,
      'enabled: true',
    ),
    [`identities/database/${name}.yaml`]: document(
      'PostgresRole',
      'database',
      name,
      `cluster/MemoryAccount/${name}`,
      'login: true\n  connectionLimit: 5',
    ),
  };
}

/** A login of the database that depends on nothing. */
export function beside(name: string): Readonly<Record<string, string>> {
  return {
    [`identities/database/${name}.yaml`]: document(
      'PostgresRole',
      'database',
      name,
      null,
      'login: true\n  connectionLimit: 5',
    ),
  };
}

export function document(kind: string, source: string, name: string, dependsOn: string | null, spec: string): string {
  return `apiVersion: countersign.dev/v1
kind: ${kind}
metadata:
  name: ${name}
  source: ${source}
  owner: billing
  purpose: Serves ${name}
${dependsOn === null ? '' : `  dependsOn: [${dependsOn}]\n`}spec:
  ${spec}
`;
}
