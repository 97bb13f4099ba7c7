import {
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  GetRoleCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import type { Database } from '../../e2e/estate.ts';
import { shown } from '../../e2e/runner.ts';
import {
  configurationOf,
  CONFIGURATION_PATH,
  signingKeys,
  Workplace,
  type WorkplaceParts,
} from '../../e2e/workplace.ts';
import { realDatabase } from '../attacks/postgres/postgres-system.ts';
import { Cluster } from '../kubernetes/cluster.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson, TRUST } from '../systems/aws/clients.ts';

const NAMESPACE = 'shop';
const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
const ROLE_OF = 'eks.amazonaws.com/role-arn';

type Systems = {
  readonly cloud: LiveAws;
  readonly cluster: Cluster;
  readonly database: Database;
  readonly person: IAMClient;
};

/** An AWS account, a cluster whose ServiceAccounts the account trusts, a database, and the repository that manages identities of all three. */
export class ThreeLiveSources extends Workplace {
  readonly #systems: Systems;

  private constructor(parts: WorkplaceParts & { systems: Systems }) {
    super(parts);
    this.#systems = parts.systems;
  }

  static async begin(): Promise<ThreeLiveSources> {
    const [cloud, cluster, database] = await Promise.all([startAws(), Cluster.start([NAMESPACE]), realDatabase()]);
    const person = otherPerson(cloud);
    const audience = { Url: `https://${ISSUER}`, ClientIDList: ['sts.amazonaws.com'] };
    await person.send(new CreateOpenIDConnectProviderCommand(audience));
    const { key, pem } = signingKeys();
    const { live } = cluster;
    const login = (accessKeyId: string) =>
      JSON.stringify({ accessKeyId, secretAccessKey: `canary-${accessKeyId}-35c1` });
    const secrets = {
      CLOUD_READ: login('reader'),
      CLOUD_WRITE: login('writer'),
      CLUSTER_READ: live.kubeconfig('reader'),
      CLUSTER_WRITE: live.kubeconfig('applier'),
      DATABASE_READ: database.url,
      DATABASE_WRITE: database.url,
      LEDGER_KEY: pem,
    };
    const team = await Workplace.form({ [CONFIGURATION_PATH]: configurationOf(key, sources(cloud.endpoint)) }, secrets);
    const hidden = ['canary-reader-35c1', 'canary-writer-35c1', live.token('reader'), live.token('applier'), pem];
    const systems = { cloud, cluster, database, person };
    const three = new ThreeLiveSources({ team, publicKey: key, secrets: hidden, systems });
    const init = await team.init();
    if (init.exitCode !== 0) throw new Error(shown(init));
    return three;
  }

  override async close(): Promise<void> {
    const { cloud, cluster, database, person } = this.#systems;
    await super.close();
    person.destroy();
    await Promise.all([cloud.close(), cluster.live.close(), database.stop()]);
  }

  /** Somebody makes the role of the cloud first. */
  async usurp(name: string): Promise<void> {
    await this.#systems.person.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: TRUST }));
  }

  /** Whom the role trusts, which role the account of the cluster has, and the limit of the login; null where there is none. */
  async everywhere(name: string): Promise<readonly [string | null, string | null, number | null]> {
    return [await this.#trust(name), await this.#assumed(name), await this.#limit(name)];
  }

  async #trust(name: string): Promise<string | null> {
    try {
      const { Role: role } = await this.#systems.person.send(new GetRoleCommand({ RoleName: name }));
      return decodeURIComponent(role?.AssumeRolePolicyDocument ?? '');
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchEntityException') return null;
      throw error;
    }
  }

  async #assumed(name: string): Promise<string | null> {
    const { items } = await this.#systems.cluster.core.listNamespacedServiceAccount({ namespace: NAMESPACE });
    return items.find(({ metadata }) => metadata?.name === name)?.metadata?.annotations?.[ROLE_OF] ?? null;
  }

  async #limit(name: string): Promise<number | null> {
    const found = `SELECT rolconnlimit AS "limit" FROM pg_roles WHERE rolname = '${name}'`;
    const [row] = await this.#systems.database.query(found);
    return row === undefined ? null : Number(row['limit']);
  }
}

function sources(endpoint: string): string {
  const source = (name: string, provider: string, more = '') => `  ${name}:
    provider: ${provider}
    connection: { read: { env: ${name.toUpperCase()}_READ }, write: { env: ${name.toUpperCase()}_WRITE } }
    mode: authoritative
    owner: billing
${more}`;
  return [
    source('cloud', 'aws', `    options: { endpoint: "${endpoint}" }\n`),
    source(
      'cluster',
      'kubernetes',
      `    boundary: { namespaces: [${NAMESPACE}], exclude: [KubernetesServiceAccount/default] }\n`,
    ),
    source('database', 'postgres'),
  ].join('');
}

export const arnOf = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

/** The same workload in all three: a role of the cloud, the account of the cluster that assumes it, and the login that the account uses. */
export function workload(name: string): Readonly<Record<string, string>> {
  return {
    [`identities/cloud/${name}.yaml`]: `${head('AwsIamRole', 'cloud', name)}spec:
  path: /
  trust:
    kubernetesServiceAccounts: [{ issuer: ${ISSUER}, namespace: ${NAMESPACE}, name: ${name} }]
`,
    [`identities/cluster/${name}.yaml`]: `${head('KubernetesServiceAccount', 'cluster', name, `cloud/AwsIamRole/${name}`)}  namespace: ${NAMESPACE}
spec:
  automountToken: false
  annotations: { values: { ${ROLE_OF}: "${arnOf(name)}" } }
`,
    ...login(name, `cluster/KubernetesServiceAccount/${NAMESPACE}/${name}`),
  };
}

/** A login of the database. */
export function login(name: string, dependsOn?: string): Readonly<Record<string, string>> {
  return {
    [`identities/database/${name}.yaml`]: `${head('PostgresRole', 'database', name, dependsOn)}spec:
  login: true
  connectionLimit: 5
`,
  };
}

function head(kind: string, source: string, name: string, dependsOn?: string): string {
  return `apiVersion: countersign.dev/v1
kind: ${kind}
metadata:
  name: ${name}
  source: ${source}
  owner: billing
  purpose: Serves ${name}
${dependsOn === undefined ? '' : `  dependsOn: [${dependsOn}]\n`}`;
}
