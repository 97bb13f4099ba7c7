import { GetRoleCommand, GetRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, Pull } from '../../test/e2e/repository.ts';
import { otherPerson } from '../../test/live/systems/aws/clients.ts';
import type { Narrator } from '../narrator.ts';
import { exporter } from './documents.ts';
import type { World } from './world.ts';

/** One workload's identities in three systems, changed together; each scene checks what it shows. */
export class ThreeSystems {
  readonly #world: World;
  readonly #say: Narrator;
  readonly #folder: string;

  constructor(world: World, narrator: Narrator, folder: string) {
    this.#world = world;
    this.#say = narrator;
    this.#folder = folder;
  }

  async creation(): Promise<void> {
    const { team } = this.#world;
    this.#expect((await team.init()).exitCode, 0);
    this.#say.scene(
      'Ana asks for one workload in three systems: an AWS role, the ServiceAccount that assumes it, a database role',
    );
    const files = exporter({ objects: 'orders/*', role: 'view', limit: 5 });
    for (const [path, text] of Object.entries(files)) this.#say.file(path, text);
    const pull = await team.propose('exporter', files);
    await this.#publish(pull, 'waiting');
    await this.#show(pull, '1-plan.md', 'One plan, one comment');
    await this.#approveAndMerge(pull, [team.ben]);
    const run = await team.apply();
    this.#expect(run.outputs['decision'], 'applied', run.log);
    await this.#show(pull, '1-outcome.md', 'The receipts of all three');
    await this.#expectLive([
      'AWS: orders-exporter may s3:PutObject on arn:aws:s3:::exports/orders/*',
      'Kubernetes: exporter is bound to view',
      'PostgreSQL: exporter may have 5 connections',
    ]);
  }

  async partial(): Promise<void> {
    const { team, security } = this.#world;
    this.#say.scene(
      'Ana asks for more in all three, and edit is critical: Ben approves, and so do Dora and Eve of security; then somebody changes the AWS role behind everyone’s back',
    );
    const pull = await team.propose('more', exporter({ objects: '*', role: 'edit', limit: 9 }));
    await this.#publish(pull, 'waiting');
    await this.#show(pull, '2-plan.md', 'What would change');
    await this.#approveAndMerge(pull, [team.ben, ...security]);
    await this.#drift();
    const run = await team.apply();
    this.#expect(run.outputs['decision'], 'partial', run.log);
    const comment = await this.#show(
      pull,
      '2-partial.md',
      'AWS is refused, the ServiceAccount that depends on it is not attempted, and the database is finished',
    );
    for (const word of ['conflict', 'not-attempted', 'update done'])
      this.#expect(comment.includes(word), true, comment);
    await this.#expectLive([
      'AWS: orders-exporter may s3:* on arn:aws:s3:::exports/orders/*',
      'Kubernetes: exporter is bound to view',
      'PostgreSQL: exporter may have 9 connections',
    ]);
  }

  async again(): Promise<void> {
    const { team, security } = this.#world;
    const [prepared] = await team.repository.repository.git.refs('refs/heads/countersign/follow-up-');
    if (prepared === undefined) throw new Error('The partial apply prepared no branch.');
    const branch = prepared.name.replace('refs/heads/', '');
    this.#say.scene(
      `The apply left the branch ${branch}, which asks again for what was not done; Cleo opens a pull request from it`,
    );
    const pull = await team.repository.openPullRequest({ as: team.cleo, head: branch });
    await this.#publish(pull, 'waiting');
    await this.#show(pull, '3-plan.md', 'The plan shows what was found');
    await this.#approveAndMerge(pull, [team.ben, ...security]);
    const run = await team.apply();
    this.#expect(run.outputs['decision'], 'applied', run.log);
    await this.#show(pull, '3-outcome.md', 'The receipts');
    await this.#expectLive([
      'AWS: orders-exporter may s3:PutObject on arn:aws:s3:::exports/*',
      'Kubernetes: exporter is bound to edit',
      'PostgreSQL: exporter may have 9 connections',
    ]);
  }

  async #expectLive(expected: readonly string[]): Promise<void> {
    const live = await this.#live();
    this.#say.title('Read back from the systems');
    for (const line of live) this.#say.line(line);
    this.#expect(live, expected);
  }

  async #drift(): Promise<void> {
    const Statement = [{ Effect: 'Allow', Action: ['s3:*'], Resource: 'arn:aws:s3:::exports/orders/*' }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await this.#world.stranger.send(
      new PutRolePolicyCommand({ RoleName: 'orders-exporter', PolicyName: 'bucket', PolicyDocument }),
    );
    this.#say.line('aws iam put-role-policy --role-name orders-exporter --policy-name bucket … s3:*');
  }

  async #live(): Promise<readonly string[]> {
    const { postgres, cluster, aws } = this.#world;
    const iam = otherPerson(aws);
    await iam.send(new GetRoleCommand({ RoleName: 'orders-exporter' }));
    const { PolicyDocument } = await iam.send(
      new GetRolePolicyCommand({ RoleName: 'orders-exporter', PolicyName: 'bucket' }),
    );
    const document: { Statement: { Action: string | string[]; Resource: string | string[] }[] } = JSON.parse(
      decodeURIComponent(PolicyDocument ?? ''),
    );
    const { items } = await cluster.rbac.listNamespacedRoleBinding({ namespace: 'shop' });
    const bound = items.flatMap(({ subjects = [], roleRef }) =>
      subjects.some(({ name }) => name === 'exporter') ? [roleRef.name] : [],
    );
    const [row] = await postgres.query(`SELECT rolconnlimit AS "limit" FROM pg_roles WHERE rolname = 'exporter'`);
    return [
      ...document.Statement.map(
        ({ Action, Resource }) =>
          `AWS: orders-exporter may ${[Action].flat().join(', ')} on ${[Resource].flat().join(', ')}`,
      ),
      `Kubernetes: exporter is bound to ${bound.join(', ')}`,
      `PostgreSQL: exporter may have ${String(row?.['limit'])} connections`,
    ];
  }

  async #publish(pull: Pull, decision: string): Promise<void> {
    const { plan, publish } = await this.#world.team.planAndPublish(pull);
    this.#expect(publish.outputs['decision'], decision, `${plan.log}\n${publish.log}`);
  }

  /** Each of them is waited for, and nobody else. */
  async #approveAndMerge(pull: Pull, reviewers: readonly Account[]): Promise<void> {
    const { team } = this.#world;
    // A review in the very second of the publication is not after it.
    team.server.advanceClock(2);
    for (const [index, as] of reviewers.entries()) {
      await team.repository.review(pull, { as, event: 'APPROVE', body: '' });
      await this.#publish(pull, index === reviewers.length - 1 ? 'approved' : 'waiting');
    }
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
  }

  async #show(pull: Pull, file: string, title: string): Promise<string> {
    const comments = await this.#world.team.get<readonly { body: string }[]>(`issues/${pull.number}/comments`);
    const body = comments.at(-1)?.body ?? '';
    writeFileSync(join(this.#folder, file), body);
    this.#say.title(`${title}  (${file})`);
    this.#say.quote(body);
    return body;
  }

  #expect(found: unknown, expected: unknown, log = ''): void {
    if (JSON.stringify(found) === JSON.stringify(expected)) return;
    throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}\n${log}`);
  }
}
