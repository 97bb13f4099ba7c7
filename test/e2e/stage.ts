import { expect } from 'vitest';
import type { FaultPlan } from '../github-server/index.ts';
import { isWrite, type Exchange } from '../github-server/http/log.ts';
import { expectSound } from './audit.ts';
import { declares, Estate } from './estate.ts';
import { checksOf, commentsOf, entriesOf, LEASE, LEDGER } from './evidence.ts';
import type { Pull } from './repository.ts';
import { shown, type ActionRun } from './runner.ts';

export type Act = 'publish' | 'apply';

/** One call of an undisturbed run: the how manieth request it is, and whether it can change something. */
export type Call = { readonly place: number; readonly name: string; readonly writes: boolean };

export type Fault = FaultPlan['kind'];

/** A publication or an apply that can be played again and again from the same beginning, with something going wrong in it. */
export class Stage {
  readonly act: Act;
  readonly estate: Estate;
  readonly #pull: Pull;
  readonly #bundle: string;
  readonly #ledger: string;

  private constructor(parts: { act: Act; estate: Estate; pull: Pull; bundle: string; ledger: string }) {
    this.act = parts.act;
    this.estate = parts.estate;
    this.#pull = parts.pull;
    this.#bundle = parts.bundle;
    this.#ledger = parts.ledger;
  }

  static async open(act: Act): Promise<Stage> {
    const estate = await Estate.begin();
    const { team } = estate;
    const pull = await team.propose('staged', declares('staged'));
    const bundle = (await team.plan(pull)).outputs['bundle'] ?? '';
    if (act === 'apply') {
      await team.publish(bundle);
      await estate.approve(pull);
      await estate.merge(pull);
    }
    return new Stage({ act, estate, pull, bundle, ledger: await team.repository.head(LEDGER) });
  }

  async close(): Promise<void> {
    await this.estate.close();
  }

  /** The calls of a run that nothing disturbs, in order. */
  async undisturbed(): Promise<readonly Call[]> {
    await this.#reset();
    const { recordings } = this.estate.team.server;
    const start = recordings.length;
    this.#expectGood(await this.#play());
    await this.#expectWhole();
    return recordings.slice(start).map((exchange, place) => ({
      place,
      name: nameOf(exchange),
      writes: isWrite(exchange),
    }));
  }

  /** A run that meets the fault at one of its calls, and another run when that one did not end well: nothing is missing, nothing doubled. */
  async expectSurvives({ place, name }: Call, kind: Fault): Promise<void> {
    await this.#reset();
    const { server } = this.estate.team;
    server.fault({ kind, skip: place } as FaultPlan);
    const first = await this.#play();
    const met = server.recordings.some(({ faulty }, index) => faulty && index >= this.#since);
    server.clearFaults();
    expect(met, `${kind} at ${name}: no request met it`).toBe(true);
    const last = first.exitCode === 0 ? first : await this.#play();
    try {
      this.#expectGood(last);
      await this.#expectWhole();
    } catch (error) {
      throw new Error(
        `${kind} at call ${place}, ${name}: ${error instanceof Error ? error.message : String(error)}\n${shown(first)}\n${shown(last)}`,
        { cause: error },
      );
    }
  }

  #since = 0;

  async #play(): Promise<ActionRun> {
    const { team } = this.estate;
    this.#since = team.server.recordings.length;
    return this.act === 'publish' ? await team.publish(this.#bundle) : await team.apply();
  }

  #expectGood({ exitCode, outputs }: ActionRun): void {
    expect(exitCode).toBe(0);
    // A run that finds everything done has no decision of its own to tell.
    expect([this.act === 'publish' ? 'waiting' : 'applied', undefined]).toContain(outputs['decision']);
  }

  async #expectWhole(): Promise<void> {
    const { team, publicKey } = this.estate;
    const types = (await entriesOf(team, this.#pull)).map(({ type }) => type);
    const published = ['planned', 'published'];
    const applied = ['approved', 'apply-started', 'intent', 'receipt', 'apply-finished'];
    const expected = this.act === 'publish' ? published : [...published, ...applied];
    expect([...new Set(types)]).toEqual(expected);
    const once = types.filter((type) => type !== 'receipt' && type !== 'apply-started' && type !== 'intent');
    expect(new Set(once).size, types.join(' ')).toBe(once.length);
    expect(commentsOf(team, this.#pull)).toHaveLength(this.act === 'publish' ? 1 : 2);
    // A run that failed closed leaves red check runs behind the newer ones; none is there twice.
    const runs = [...team.repository.repository.checkRuns.values()].map((run) =>
      [run.name, run.externalId, run.conclusion].join(' '),
    );
    expect(new Set(runs).size, runs.join(', ')).toBe(runs.length);
    expect(checksOf(team, this.#pull.head.sha)).toMatchObject({
      plan: { state: 'success' },
      approval: { state: 'in_progress' },
    });
    expect(await this.estate.role('staged')).toEqual(
      this.act === 'publish' ? null : { login: true, limit: 5, invoices: true, lines: false },
    );
    await expectSound(team, publicKey);
  }

  async #reset(): Promise<void> {
    const { team, postgres } = this.estate;
    const { repository, cleo } = team;
    await repository.pushCommit({ as: cleo, branch: LEDGER, sha: this.#ledger, force: true });
    if ((await repository.head(LEASE).catch(() => null)) !== null)
      await repository.deleteBranch({ as: cleo, branch: LEASE });
    const kept = this.act === 'publish' ? 0 : 1;
    for (const { id } of commentsOf(team, this.#pull).slice(kept)) repository.repository.comments.delete(id);
    if (this.act === 'publish') {
      repository.repository.checkRuns.clear();
      this.#pull.requestedReviewers.clear();
    }
    await postgres.query(
      `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'staged') THEN DROP OWNED BY staged; DROP ROLE staged; END IF; END $$`,
    );
  }
}

function nameOf({ method, path, template, requestBody }: Exchange): string {
  if (path !== '/graphql') return `${method} ${template ?? path}`;
  const query =
    typeof requestBody === 'object' && requestBody !== null && 'query' in requestBody ? requestBody.query : '';
  return `GraphQL ${/\{\s*(?<field>\w+)/u.exec(String(query))?.groups?.['field'] ?? ''}`;
}

/** The first call of each name, in order. */
export function firstOfEach(calls: readonly Call[]): readonly Call[] {
  return calls.filter(({ name }, index) => calls.findIndex((other) => other.name === name) === index);
}
