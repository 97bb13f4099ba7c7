import { expect } from 'vitest';
import { Gate, type Point } from './gate.ts';
import { startGitHubProxy } from './github-proxy.ts';
import type { Proxy } from './http-proxy.ts';
import type { ActionRun } from './runner.ts';
import type { Stage } from './stage.ts';

/** A stage whose act runs in a process of its own, which is killed at one of its effects on GitHub. */
export class MortalStage {
  readonly #stage: Stage;
  readonly #gate: Gate;
  readonly #proxy: Proxy;

  private constructor(stage: Stage, gate: Gate, proxy: Proxy) {
    this.#stage = stage;
    this.#gate = gate;
    this.#proxy = proxy;
  }

  static async open(stage: Stage): Promise<MortalStage> {
    const gate = new Gate();
    return new MortalStage(stage, gate, await startGitHubProxy(stage.subject.team.server.url, gate));
  }

  async close(): Promise<void> {
    await this.#proxy.close();
    await this.#stage.close();
  }

  /** The effects of a run that nothing disturbs, in order. */
  async undisturbed(): Promise<readonly string[]> {
    await this.#stage.reset();
    await this.#stage.expectEnd(await this.#run(null));
    return [...this.#gate.effects];
  }

  /** A run that is killed, and one that nothing disturbs: together they leave what one leaves. */
  async expectSurvives(point: Point): Promise<void> {
    await this.#stage.reset();
    const killed = await this.#run(point);
    const where = `killed ${point.side} effect ${point.effect}, ${this.#gate.effects[point.effect] ?? 'which does not exist'}`;
    expect(killed.exitCode, where).toBe(-1);
    try {
      await this.#stage.expectEnd(await this.#run(null));
    } catch (error) {
      throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  async #run(point: Point | null): Promise<ActionRun> {
    const url = `http://127.0.0.1:${this.#proxy.port}`;
    this.#gate.arm(point);
    const { child, ended } = await this.#stage.start({ GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` });
    this.#gate.watch(child);
    return await ended;
  }
}
