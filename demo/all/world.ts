import { CreateOpenIDConnectProviderCommand, type IAMClient } from '@aws-sdk/client-iam';
import { generateKeyPairSync } from 'node:crypto';
import { Team, type Account } from '../../test/e2e/repository.ts';
import { Cluster } from '../../test/live/kubernetes/cluster.ts';
import { startAws, type LiveAws } from '../../test/live/systems/aws.ts';
import { otherPerson } from '../../test/live/systems/aws/clients.ts';
import { embedPglite, type EmbeddedPostgres } from '../../test/support/embedded-pglite.ts';

/** A stand-in for an AWS account, a real API server of Kubernetes and an embedded PostgreSQL, managed by one repository. */
export type World = {
  readonly team: Team;
  readonly postgres: EmbeddedPostgres;
  readonly cluster: Cluster;
  readonly aws: LiveAws;
  /** Dora and Eve, who answer for security. */
  readonly security: readonly Account[];
  /** Somebody who changes the account behind everyone's back. */
  readonly stranger: IAMClient;
  close(): Promise<void>;
};

export const ISSUER = 'oidc.example.com/cluster';

/** @throws MissingProgram where a system is not installed. */
export async function startWorld(): Promise<World> {
  const [aws, cluster, postgres] = await Promise.all([startAws(), Cluster.start(['shop']), embedPglite()]);
  const stranger = otherPerson(aws);
  await stranger.send(
    new CreateOpenIDConnectProviderCommand({
      Url: `https://${ISSUER}`,
      ClientIDList: ['sts.amazonaws.com'],
      ThumbprintList: ['0123456789abcdef0123456789abcdef01234567'],
    }),
  );
  await cluster.make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'jobs' } });
  await postgres.query('CREATE SCHEMA billing; CREATE TABLE billing.invoices (id bigint PRIMARY KEY)');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const team = await Team.form(
    {
      '.github/countersign.yaml': configuration(
        publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
        aws,
      ),
      'policies/critical.yaml': POLICY,
      'README.md': '# Identities of acme\n',
    },
    {
      ORDERS_DB_READ: postgres.url,
      ORDERS_DB_WRITE: postgres.url,
      CLUSTER_READ: cluster.live.kubeconfig('reader'),
      CLUSTER_WRITE: cluster.live.kubeconfig('applier'),
      AWS_READ: JSON.stringify({ accessKeyId: 'reader', secretAccessKey: 'demo' }),
      AWS_WRITE: JSON.stringify({ accessKeyId: 'applier', secretAccessKey: 'demo' }),
      LEDGER_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    },
  );
  const security = ['dora', 'eve'].map((login) => team.server.createUser({ login }));
  for (const person of security) team.repository.setCollaborator(person, 'write');
  const close = async () => {
    await team.close();
    await Promise.all([aws.close(), cluster.live.close(), postgres.stop()]);
  };
  return { team, security, postgres, cluster, aws, stranger, close };
}

const POLICY = `apiVersion: countersign.dev/v1
kind: Policy
metadata:
  name: critical
spec:
  rules:
    - name: two-of-security
      when: risk.level == 'critical'
      effect: { require: { of: security, count: 2 } }
      message: '{change.name} is critical: {access.gains}'
      controls: ['NHI5:2025', PR.AA-05]
  tests:
    - name: what is critical takes two of the security group
      given: { risk: { level: critical } }
      expect: [two-of-security]
    - name: what is high does not
      given: { risk: { level: high } }
      expect: []
`;

function configuration(key: string, aws: LiveAws): string {
  const source = (name: string, provider: string, env: string, more = '') => `  ${name}:
    provider: ${provider}
    connection:
      read: { env: ${env}_READ }
      write: { env: ${env}_WRITE }
    mode: authoritative
    owner: billing
${more}`;
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml', 'identities/**/*.json']
policies: [policies]
people:
  billing: [ben]
  security: [dora, eve]
  administrators: [cleo]
sources:
${source('orders-db', 'postgres', 'ORDERS_DB')}${source('cluster', 'kubernetes', 'CLUSTER', '    boundary: { namespaces: [shop] }\n')}${source('prod', 'aws', 'AWS', `    boundary: { paths: [/apps/] }\n    options: { endpoint: ${aws.endpoint} }\n`)}approval:
  administrators: administrators
ledger:
  branch: countersign/ledger
  signing:
    kind: ed25519
    key: { env: LEDGER_KEY }
    keys: { demo: ${key} }
`;
}
