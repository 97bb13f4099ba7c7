import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  GetRoleCommand,
  ListAccessKeysCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cluster } from '../kubernetes/cluster.ts';
import { startPostgres, type LivePostgres } from '../postgres/server.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';
import { ExampleTeam } from './example-team.ts';

const LOGINS = 'CREATE ROLE countersign_writer LOGIN SUPERUSER; CREATE ROLE countersign_reader LOGIN SUPERUSER';

/** What the examples leave to the place where they are copied to. */
function pointed(aws: LiveAws): (text: string) => string {
  return (text) =>
    text.replace(/^( *)boundary: \{ paths: \[\/apps\/\] \}$/mu, `$&\n$1options: { endpoint: "${aws.endpoint}" }`);
}

function keys(): { readonly AWS_PROD_READ: string; readonly AWS_PROD_WRITE: string } {
  const login = (accessKeyId: string) => JSON.stringify({ accessKeyId, secretAccessKey: 'x' });
  return { AWS_PROD_READ: login('reader'), AWS_PROD_WRITE: login('writer') };
}

describe('the example of AWS, on a stand-in', () => {
  let aws: LiveAws;
  let person: IAMClient;
  let example: ExampleTeam;
  let kept: string;

  beforeAll(async () => {
    aws = await startAws();
    person = otherPerson(aws);
    await person.send(new CreateUserCommand({ UserName: 'legacy-import', Path: '/apps/' }));
    const made = [await newKey(), await newKey()];
    kept = made[0] ?? '';
    const place = pointed(aws);
    example = await ExampleTeam.begin('examples/aws', keys(), (text) =>
      place(text).replace('AKIAIOSFODNN7EXAMPLE', kept),
    );
  });

  afterAll(async () => {
    await example.close();
    person.destroy();
    await aws.close();
  });

  async function newKey(): Promise<string> {
    const { AccessKey: key } = await person.send(new CreateAccessKeyCommand({ UserName: 'legacy-import' }));
    return key?.AccessKeyId ?? '';
  }

  it('makes provider, policy and role in their order, and takes the excess key away', async () => {
    const { pull, comment } = await example.propose();
    for (const name of ['artifacts-read', 'orders-deploy', 'legacy-import', 'ecs:UpdateService'])
      expect(comment).toContain(name);
    await example.land(pull);
    const { Role: role } = await person.send(new GetRoleCommand({ RoleName: 'orders-deploy' }));
    const trust = decodeURIComponent(role?.AssumeRolePolicyDocument ?? '');
    expect(trust).toContain('repo:acme/orders:environment:production');
    const { AccessKeyMetadata: left } = await person.send(new ListAccessKeysCommand({ UserName: 'legacy-import' }));
    expect(left?.map(({ AccessKeyId: id, Status: state }) => [id, state])).toEqual([[kept, 'Active']]);
    expect(await example.left()).toEqual([]);
  });
});

describe('the examples with a cluster, on a real API server', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await Cluster.start(['shop', 'metrics', 'billing']);
  });

  afterAll(async () => {
    await cluster.live.close();
  });

  const logins = () => ({
    CLUSTER_READ: cluster.live.kubeconfig('reader'),
    CLUSTER_WRITE: cluster.live.kubeconfig('applier'),
  });

  it('makes what documents and plain manifests say, planned from what a job of its own read', async () => {
    const example = await ExampleTeam.begin('examples/kubernetes', logins(), (text) => text);
    try {
      const given = { 'live-state': await example.read('cluster') };
      const { pull, comment } = await example.propose(given);
      for (const name of ['shop/exporter', 'shop/orders-reader', 'metrics/kube-state-metrics'])
        expect(comment).toContain(name);
      await example.land(pull, given);
      const { rules } = await cluster.rbac.readClusterRole({ name: 'kube-state-metrics' });
      expect(rules).toHaveLength(2);
      const { items } = await cluster.rbac.listNamespacedRoleBinding({ namespace: 'shop' });
      expect(items.map(({ roleRef, subjects }) => [roleRef.name, subjects?.map(({ name }) => name)])).toEqual([
        ['orders-reader', ['exporter']],
      ]);
      expect(await example.left()).toEqual([]);
    } finally {
      await example.close();
    }
  });

  describe('beside an account and two databases', () => {
    let aws: LiveAws;
    let databases: readonly [LivePostgres, LivePostgres];

    beforeAll(async () => {
      [aws, ...databases] = await Promise.all([
        startAws(),
        database('orders', 'billing'),
        database('orders_next', 'billing_next'),
      ]);
    });

    afterAll(async () => {
      await Promise.all([aws.close(), ...databases.map((server) => server.stop())]);
    });

    async function database(name: string, schema: string): Promise<LivePostgres> {
      const server = await startPostgres();
      await server.query(`CREATE DATABASE ${name}`);
      await server.query(LOGINS);
      await server.query(`CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.invoices (id int)`, name);
      return server;
    }

    it('makes one workload in four places, each with values of its own, in the order in which one leans on the other', async () => {
      const [orders, next] = databases;
      const secrets = {
        ...keys(),
        ...logins(),
        ORDERS_PROD_READ: orders.url('countersign_reader', 'orders'),
        ORDERS_PROD_WRITE: orders.url('countersign_writer', 'orders'),
        ORDERS_STAGING_READ: next.url('countersign_reader', 'orders_next'),
        ORDERS_STAGING_WRITE: next.url('countersign_writer', 'orders_next'),
      };
      const example = await ExampleTeam.begin('examples/several-sources', secrets, pointed(aws));
      try {
        const { pull, comment } = await example.propose();
        expect(comment).toContain('after cloud/AwsIamRole/billing-exporter#');
        expect(comment).toContain('after cluster/KubernetesServiceAccount/billing/exporter#');
        await example.land(pull);
        const held = [await reads(orders, 'orders', 'billing'), await reads(next, 'orders_next', 'billing_next')];
        expect(held).toEqual([true, true]);
        expect(await example.left()).toEqual([]);
      } finally {
        await example.close();
      }
    });

    async function reads(server: LivePostgres, name: string, schema: string): Promise<unknown> {
      const [row] = await server.query(
        `SELECT has_table_privilege('exporter', '${schema}.invoices', 'SELECT') AS reads`,
        name,
      );
      return row?.['reads'];
    }
  });
});
