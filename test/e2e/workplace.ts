import { generateKeyPairSync } from 'node:crypto';
import { expect, vi } from 'vitest';
import { expectSound, leaksOf } from './audit.ts';
import { Team, type Account, type Pull } from './repository.ts';

// A scenario is a dozen child processes; on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

export const CONFIGURATION_PATH = '.github/countersign.yaml';

/** What of the configuration scenarios differ in. */
export type Rules = {
  /** Globs of the desired state, as YAML between brackets; by default documents only. */
  readonly desired?: string;
  /** Whether CODEOWNERS says who owns what names nobody. */
  readonly owners?: 'documents' | 'codeowners';
  /** Lines of the configuration besides. */
  readonly rules?: string;
  /** Who has to agree where access is widened; by default nobody in particular. */
  readonly widening?: string;
};

export type WorkplaceParts = {
  readonly team: Team;
  /** DER in base64. */
  readonly publicKey: string;
  /** What may appear nowhere; of a key in PEM, its first line. */
  readonly secrets: readonly string[];
};

/** A repository that manages identities, and its people: ana asks, ben owns, cleo administers, dora and eve may write. */
export class Workplace {
  readonly team: Team;
  readonly dora: Account;
  readonly eve: Account;
  readonly publicKey: string;
  readonly #secrets: readonly string[];

  protected constructor(parts: WorkplaceParts) {
    this.team = parts.team;
    this.publicKey = parts.publicKey;
    this.#secrets = parts.secrets.map((secret) =>
      secret.startsWith('-----BEGIN') ? (secret.split('\n')[1] ?? '') : secret,
    );
    const [dora, eve] = ['dora', 'eve'].map((login) => this.team.server.createUser({ login })) as [Account, Account];
    this.dora = dora;
    this.eve = eve;
    for (const account of [dora, eve]) this.team.repository.setCollaborator(account, 'write');
  }

  protected static async form(
    files: Readonly<Record<string, string>>,
    secrets: Readonly<Record<string, string>>,
  ): Promise<Team> {
    return await Team.form({ 'README.md': '# Identities of acme\n', ...files }, secrets);
  }

  async close(): Promise<void> {
    await this.team.close();
  }

  /** Somebody approves; GitHub's clock has moved on since the last publication. */
  async approve(pull: Pull, options: { as?: Account; body?: string } = {}) {
    this.team.server.advanceClock(2);
    const { as = this.team.ben, ...rest } = options;
    return await this.team.repository.review(pull, { as, event: 'APPROVE', ...rest });
  }

  async merge(pull: Pull, method: 'squash' | 'rebase' | 'merge' | 'queue' | 'by-hand' = 'squash'): Promise<string> {
    this.team.server.advanceClock(2);
    return await this.team.repository.mergePullRequest(pull, { as: this.team.ana, method });
  }

  /** A pull request that is planned, published and approved, up to the green check where `checked`. */
  async approved(branch: string, files: Readonly<Record<string, string | null>>): Promise<Pull> {
    const pull = await this.team.propose(branch, files);
    await this.team.planAndPublish(pull);
    await this.approve(pull);
    return pull;
  }

  /** The ruleset that makes the check required. */
  requireApproval(): void {
    const required = { required_status_checks: [{ context: 'countersign/approval' }] };
    const parameters = { ...required, strict_required_status_checks_policy: false };
    this.team.repository.addRuleset({ name: 'Countersign', rules: [{ type: 'required_status_checks', parameters }] });
  }

  /** What holds after every scenario. */
  async expectSound(): Promise<void> {
    await expectSound(this.team, this.publicKey);
    const tokens = this.team.runs.map(({ job }) => job.token);
    expect(leaksOf(this.team, [...this.#secrets, ...tokens])).toEqual([]);
  }
}

/** A signing key of the ledger: its public half as the configuration has it, and the private one, PEM. */
export function signingKeys(): { readonly key: string; readonly pem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** @param sources YAML below `sources:`, indented by two, and the end of its last line */
export function configurationOf(
  key: string,
  sources: string,
  { desired = "'identities/**/*.yaml'", owners = 'documents', rules = '', widening }: Rules = {},
): string {
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: [${desired}]
people:
  billing: [ben, dora]
  administrators: [cleo]
sources:
${sources}approval:
  administrators: administrators
${widening === undefined ? '' : `  widening: ${widening}\n`}${owners === 'documents' ? '' : `  owners: ${owners}\n`}ledger:
  branch: countersign/ledger
  signing:
    kind: ed25519
    key: { env: LEDGER_KEY }
    keys: { trusted: ${key} }
${rules}`;
}

/** The file of a Reconciliation of one identity. */
export function reconciles(name: string, spec: { verb: 'correct' | 'remove'; address: string; onRemove?: string }) {
  return {
    [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: Reconciliation
metadata:
  name: ${name}
spec:
  verb: ${spec.verb}
  addresses: [${spec.address}]
  reason: As agreed in the review of access
${spec.onRemove === undefined ? '' : `  onRemove: ${spec.onRemove}\n`}`,
  };
}
