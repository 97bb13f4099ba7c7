import type { IncomingMessage } from 'node:http';
import {
  CreateRoleCommand,
  GetAccountAuthorizationDetailsCommand,
  PutRolePolicyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { Gate, LIVE } from '../../e2e/gate.ts';
import { startHttpProxy, type Proxy } from '../../e2e/http-proxy.ts';
import type { Documents, Ring } from '../../e2e/systems/ring.ts';
import { SOURCE } from '../../e2e/systems/system.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { accessOf, readRequest } from '../systems/aws/calls.ts';
import { otherPerson } from '../systems/aws/clients.ts';

const READER = { accessKeyId: 'reader', secretAccessKey: 'canary-reading-2f6d' };
const WRITER = { accessKeyId: 'writer', secretAccessKey: 'canary-writing-88c3' };

const TRUST = policy({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
const LOGS = policy({
  Action: 'logs:PutLogEvents',
  Resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:orders:*',
});
const QUEUE = policy({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:123456789012:orders' });

type Made = {
  readonly live: LiveAws;
  readonly person: IAMClient;
  readonly proxy: Proxy;
  readonly putBack: () => Promise<void>;
  /** Of the roles at the beginning. */
  readonly ids: ReadonlySet<string>;
};

/** Roles: one is created, one may be assumed by it, one gets another policy, one is disabled, one deleted. */
export class AwsRing implements Ring {
  readonly provider = 'aws';
  readonly secrets = { read: JSON.stringify(READER), write: JSON.stringify(WRITER) };
  readonly canaries = [READER.secretAccessKey, WRITER.secretAccessKey];
  readonly before: Documents = {
    grown: role('grown', { seconds: 3600, policies: { logs: LOGS } }),
    moved: role('moved', { policies: { logs: LOGS } }),
    rests: role('rests', { policies: { logs: LOGS } }),
    goes: role('goes', { policies: { logs: LOGS }, onRemove: 'delete' }),
  };
  readonly after: Documents = {
    made: role('made', { policies: { logs: LOGS } }),
    grown: role('grown', { seconds: 7200, assumedBy: 'made', policies: { logs: LOGS } }),
    moved: role('moved', { policies: { queue: QUEUE } }),
  };
  readonly gate: Gate;
  readonly #made: Made;

  private constructor(gate: Gate, made: Made) {
    this.gate = gate;
    this.#made = made;
  }

  static async start(): Promise<AwsRing> {
    const live = await startAws();
    const person = otherPerson(live);
    for (const name of ['grown', 'moved', 'rests', 'goes']) {
      await person.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: TRUST }));
      await person.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: 'logs', PolicyDocument: LOGS }));
    }
    const ids = new Set((await rolesOf(person)).flatMap(({ RoleId: id }) => id ?? []));
    const gate = new Gate();
    const proxy = await startHttpProxy(live.endpoint, gate, effectOf);
    return new AwsRing(gate, { live, person, proxy, ids, putBack: await live.keep() });
  }

  get settings(): string {
    return `    options: { endpoint: "http://127.0.0.1:${this.#made.proxy.port}" }\n`;
  }

  async restore(): Promise<void> {
    await this.#made.putBack();
  }

  async live(): Promise<readonly unknown[]> {
    return (await rolesOf(this.#made.person)).map((one) => ({
      name: one.RoleName,
      trust: one.AssumeRolePolicyDocument,
      policies: one.RolePolicyList,
      tags: one.Tags,
      same: this.#made.ids.has(one.RoleId ?? ''),
    }));
  }

  async close(): Promise<void> {
    this.#made.person.destroy();
    await this.#made.proxy.close();
    await this.#made.live.close();
  }
}

function effectOf({ headers }: IncomingMessage, body: string): string | null {
  const { action } = readRequest(headers, body);
  return accessOf(action) === 'read' ? null : `${LIVE}${action}`;
}

/** In the order of their names. */
async function rolesOf(person: IAMClient) {
  const { RoleDetailList: roles = [] } = await person.send(
    new GetAccountAuthorizationDetailsCommand({ Filter: ['Role'] }),
  );
  return roles.toSorted((left, right) => ((left.RoleName ?? '') < (right.RoleName ?? '') ? -1 : 1));
}

type Role = {
  readonly seconds?: number;
  readonly assumedBy?: string;
  readonly policies: Readonly<Record<string, string>>;
  readonly onRemove?: string;
};

function role(name: string, { seconds, assumedBy, policies, onRemove }: Role): string {
  const assumed = policy({
    Principal: { AWS: `arn:aws:iam::123456789012:role/${assumedBy}` },
    Action: 'sts:AssumeRole',
  });
  return `apiVersion: countersign.dev/v1
kind: AwsIamRole
metadata:
  name: ${name}
  source: ${SOURCE}
  owner: billing
  purpose: Serves ${name}
${onRemove === undefined ? '' : `  onRemove: ${onRemove}\n`}spec:
  path: /
${seconds === undefined ? '' : `  maxSessionSeconds: ${seconds}\n`}  trust:
    services: [lambda.amazonaws.com]
${assumedBy === undefined ? '' : `    policy: ${assumed}\n`}  inlinePolicies:
${Object.entries(policies)
  .map(([called, document]) => `    ${called}: ${document}`)
  .join('\n')}
`;
}

/** A policy of one statement that allows, as JSON in one line. */
function policy(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
}
