import { codeIn, commentsOf, entriesOf, LEASE, LEDGER, type CommentView } from './evidence.ts';
import type { Gate, Point } from './gate.ts';
import { startGitHubProxy } from './github-proxy.ts';
import type { Proxy } from './http-proxy.ts';
import type { Pull } from './repository.ts';
import { shown, type ActionRun } from './runner.ts';
import { filesOf, Ground } from './systems/ground.ts';
import type { Documents, Ring } from './systems/ring.ts';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';

/** All that an apply leaves. */
export type Trace = {
  /** What the live system says. */
  readonly live: readonly unknown[];
  readonly entries: readonly EntryBody[];
  readonly comments: readonly CommentView[];
};

/** A landed and approved pull request of five changes, which can be applied again and again from the same beginning. */
export class Arena {
  readonly ground: Ground<Ring>;
  readonly gate: Gate;
  readonly #github: Proxy;
  readonly #pull: Pull;
  readonly #ledger: string;

  private constructor(parts: { ground: Ground<Ring>; github: Proxy; pull: Pull; ledger: string }) {
    this.ground = parts.ground;
    this.gate = parts.ground.system.gate;
    this.#github = parts.github;
    this.#pull = parts.pull;
    this.#ledger = parts.ledger;
  }

  static async open(ring: Ring): Promise<Arena> {
    await ring.restore();
    const ground = await Ground.open(ring, ring.before);
    const { team } = ground;
    const pull = await team.propose('five', { ...gone(ring.before), ...filesOf(ring.after) });
    const { plan, publish } = await team.planAndPublish(pull);
    if (plan.outputs['counts'] !== '{"create":1,"delete":1,"disable":1,"update":2}') throw new Error(shown(plan));
    if (publish.outputs['decision'] !== 'waiting') throw new Error(shown(publish));
    for (const as of [team.ben, ground.dora]) await ground.approve(pull, { as, body: codeIn(team, pull) });
    await ground.merge(pull);
    const github = await startGitHubProxy(team.server.url, ring.gate);
    return new Arena({ ground, github, pull, ledger: await team.repository.head(LEDGER) });
  }

  async close(): Promise<void> {
    await this.#github.close();
    await this.ground.close();
  }

  /** Everything as it was when the pull request had landed and nothing was applied. */
  async reset(): Promise<void> {
    const { repository, cleo } = this.ground.team;
    await repository.pushCommit({ as: cleo, branch: LEDGER, sha: this.#ledger, force: true });
    if ((await repository.head(LEASE).catch(() => null)) !== null)
      await repository.deleteBranch({ as: cleo, branch: LEASE });
    const comments = [...repository.repository.comments.values()].filter(({ number }) => number === this.#pull.number);
    for (const comment of comments.slice(1)) await repository.deleteComment(comment, { as: cleo });
    await this.ground.system.restore();
  }

  /** An apply that is killed at a point, or not at all. */
  async apply(point: Point | null): Promise<ActionRun> {
    const url = `http://127.0.0.1:${this.#github.port}`;
    const env = { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
    this.gate.arm(point);
    const { child, ended } = await this.ground.team.start('apply', { command: 'apply' }, { env });
    this.gate.watch(child);
    return await ended;
  }

  async trace(): Promise<Trace> {
    const { team, system } = this.ground;
    return {
      live: await system.live(),
      entries: await entriesOf(team, this.#pull),
      comments: commentsOf(team, this.#pull),
    };
  }
}

function gone(documents: Documents): Readonly<Record<string, null>> {
  return Object.fromEntries(Object.keys(filesOf(documents)).map((path) => [path, null]));
}
