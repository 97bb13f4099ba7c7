import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { CREATION_MARK } from '../../../../src/providers/aws/write/creation-mark.ts';
import { SOURCE, type Elsewhere, type State, type System } from '../../../e2e/systems/system.ts';
import { startAws, type LiveAws } from '../../systems/aws.ts';
import { clientOptions, otherPerson } from '../../systems/aws/clients.ts';

const STRANGER = 'stranger';
const OTHER_ACCOUNT = '210987654321';
const TRUST = policy({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
const LOGS = policy({
  Action: 'logs:PutLogEvents',
  Resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:orders:*',
});

type Login = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };

const READER: Login = { accessKeyId: 'reader', secretAccessKey: 'canary-reading-0be9' };
const WRITER: Login = { accessKeyId: 'writer', secretAccessKey: 'canary-writing-f7a4' };

/** Roles of an account: the level is minutes of a session beyond an hour, the access is an inline policy. */
export class AwsSystem implements System {
  readonly live: LiveAws;
  readonly provider = 'aws';
  readonly pointer = '/maxSessionSeconds';
  readonly secrets = { read: JSON.stringify(READER), write: JSON.stringify(WRITER) };
  readonly canaries = [READER.secretAccessKey, WRITER.secretAccessKey];
  readonly #person: IAMClient;

  private constructor(live: LiveAws) {
    this.live = live;
    this.#person = otherPerson(live);
  }

  static async start(): Promise<AwsSystem> {
    const system = new AwsSystem(await startAws());
    await system.makeFirst(STRANGER, 0, null);
    return system;
  }

  get settings(): string {
    return `    options: { endpoint: "${this.live.endpoint}" }\n`;
  }

  valueOf(level: number): number {
    return 3600 + 60 * level;
  }

  document(name: string, level: number): string {
    return `apiVersion: countersign.dev/v1
kind: AwsIamRole
metadata:
  name: ${name}
  source: ${SOURCE}
  owner: billing
  purpose: Serves ${name}
spec:
  path: /
  maxSessionSeconds: ${this.valueOf(level)}
  trust: { services: [lambda.amazonaws.com] }
  inlinePolicies:
    logs: ${LOGS}
`;
  }

  address(name: string): string {
    return `${SOURCE}/AwsIamRole/${name}`;
  }

  async make(name: string, level: number): Promise<void> {
    await this.makeFirst(name, level, null);
    await this.#person.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: 'logs', PolicyDocument: LOGS }));
  }

  async makeFirst(name: string, level: number, mark: string | null): Promise<void> {
    const MaxSessionDuration = this.valueOf(level);
    const Tags = mark === null ? [] : [{ Key: CREATION_MARK, Value: mark }];
    await this.#person.send(
      new CreateRoleCommand({ RoleName: name, MaxSessionDuration, AssumeRolePolicyDocument: TRUST, Tags }),
    );
  }

  async markOn(name: string): Promise<string | null> {
    const { Role: role } = await this.#person.send(new GetRoleCommand({ RoleName: name }));
    return role?.Tags?.find(({ Key }) => Key === CREATION_MARK)?.Value ?? null;
  }

  async drift(name: string, level: number): Promise<void> {
    await this.#person.send(new UpdateRoleCommand({ RoleName: name, MaxSessionDuration: this.valueOf(level) }));
  }

  async remake(name: string, level: number): Promise<void> {
    await this.#person.send(new DeleteRolePolicyCommand({ RoleName: name, PolicyName: 'logs' }));
    await this.#person.send(new DeleteRoleCommand({ RoleName: name }));
    await this.make(name, level);
  }

  async stir(round: string): Promise<void> {
    await this.makeFirst(`${STRANGER}-${round}`, 1, null);
    await this.#person.send(new TagRoleCommand({ RoleName: STRANGER, Tags: [{ Key: 'note', Value: round }] }));
  }

  async look(name: string): Promise<State | null> {
    return await lookThrough(this.#person, name);
  }

  /** Another account, which the login of a session leads to. */
  async elsewhere(): Promise<Elsewhere> {
    const { direct } = this.live;
    const options = { ...clientOptions(this.live, 'other'), endpoint: direct };
    const sessions = new STSClient(options);
    const role = { RoleArn: `arn:aws:iam::${OTHER_ACCOUNT}:role/applier`, RoleSessionName: 'elsewhere' };
    const { Credentials: made } = await sessions.send(new AssumeRoleCommand(role));
    sessions.destroy();
    const login = {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    };
    const client = new IAMClient({ ...options, credentials: login });
    return {
      secret: JSON.stringify(login),
      look: async (name) => await lookThrough(client, name),
      close: () => Promise.resolve(client.destroy()),
    };
  }

  /** Another key of the same account. */
  respelt(): Promise<string> {
    return Promise.resolve(JSON.stringify({ accessKeyId: 'rotated', secretAccessKey: WRITER.secretAccessKey }));
  }

  async close(): Promise<void> {
    this.#person.destroy();
    await this.live.close();
  }
}

/** A policy of one statement that allows, as JSON in one line. */
function policy(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
}

async function lookThrough(client: IAMClient, name: string): Promise<State | null> {
  try {
    const { Role: role } = await client.send(new GetRoleCommand({ RoleName: name }));
    const { PolicyNames: policies = [] } = await client.send(new ListRolePoliciesCommand({ RoleName: name }));
    return { level: ((role?.MaxSessionDuration ?? 0) - 3600) / 60, access: policies.includes('logs') };
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchEntityException') return null;
    throw error;
  }
}
