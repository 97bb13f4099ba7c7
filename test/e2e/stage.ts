import { expect } from 'vitest';
import type { FaultPlan } from '../github-server/index.ts';
import { isWrite, type Exchange } from '../github-server/http/log.ts';
import type { Subject } from '../histories/subject.ts';
import { verified } from '../histories/verified.ts';
import { checksOf, commentsOf, entriesOf, LEASE, LEDGER, ledgerOf } from './evidence.ts';
import type { Pull } from './repository.ts';
import { shown, type ActionRun, type StartedAction } from './runner.ts';

export const ACTS = ['init', 'publish', 'apply'] as const;

export type Act = (typeof ACTS)[number];

/** One call of an undisturbed run: the how manieth request it is, and whether it can change something. */
export type Call = { readonly place: number; readonly name: string; readonly writes: boolean };

export type Fault = Extract<FaultPlan['kind'], 'cut' | 'cut-after' | '5xx' | '5xx-after' | 'stall'>;

const NAME = 'staged';

/** A beginning, a publication or an apply that can be played again and again from the same state, with something going wrong in it. */
export class Stage {
  readonly act: Act;
  readonly subject: Subject;
  readonly #pull: Pull;
  readonly #bundle: string;
  /** Tip of the ledger before the act; null before there is one. */
  readonly #ledger: string | null;

  private constructor(parts: { act: Act; subject: Subject; pull: Pull; bundle: string; ledger: string | null }) {
    this.act = parts.act;
    this.subject = parts.subject;
    this.#pull = parts.pull;
    this.#bundle = parts.bundle;
    this.#ledger = parts.ledger;
  }

  /** @param subject nothing has been done in; it is closed with the stage. */
  static async open(act: Act, subject: Subject): Promise<Stage> {
    const { team } = subject;
    const document = subject.documentOf(NAME, { limit: 5, purpose: 'p' });
    const pull = await team.propose(NAME, { [subject.pathOf(NAME)]: document });
    if (act === 'init') return new Stage({ act, subject, pull, bundle: '', ledger: null });
    const init = await team.init();
    expect(init.exitCode, shown(init)).toBe(0);
    const bundle = (await team.plan(pull)).outputs['bundle'] ?? '';
    if (act === 'apply') {
      await team.publish(bundle);
      team.server.advanceClock(2);
      await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
      team.server.advanceClock(2);
      await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    }
    return new Stage({ act, subject, pull, bundle, ledger: await team.repository.head(LEDGER) });
  }

  async close(): Promise<void> {
    await this.subject.close();
  }

  /** The calls of a run that nothing disturbs, in order. */
  async undisturbed(): Promise<readonly Call[]> {
    await this.reset();
    const { recordings } = this.subject.team.server;
    const start = recordings.length;
    await this.expectEnd(await this.#play());
    return recordings.slice(start).map((exchange, place) => ({
      place,
      name: nameOf(exchange),
      writes: isWrite(exchange),
    }));
  }

  /** A run that meets the fault at one of its calls, and another run when that one did not end well: nothing is missing, nothing doubled. */
  async expectSurvives({ place, name }: Call, kind: Fault): Promise<void> {
    await this.reset();
    const { server } = this.subject.team;
    const start = server.recordings.length;
    server.fault({ kind, skip: place });
    const first = await this.#play();
    server.clearFaults();
    const met = server.recordings.slice(start).filter(({ faulty }) => faulty);
    expect(met.map(nameOf), `${kind} at call ${place}, ${name}`).toHaveLength(1);
    const last = first.exitCode === 0 ? first : await this.#play();
    try {
      await this.expectEnd(last);
    } catch (error) {
      throw new Error(
        `${kind} at call ${place}, ${name}: ${error instanceof Error ? error.message : String(error)}\n${shown(first)}\n${shown(last)}`,
        { cause: error },
      );
    }
  }

  /** The act in a process of its own. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<StartedAction> {
    const job = this.act === 'publish' ? 'publish' : 'apply';
    return await this.subject.team.start(job, this.#inputs(), { env });
  }

  async #play(): Promise<ActionRun> {
    return await this.subject.team.run(this.act === 'publish' ? 'publish' : 'apply', this.#inputs());
  }

  #inputs(): Readonly<Record<string, string>> {
    return this.act === 'publish' ? { command: 'publish', bundle: this.#bundle } : { command: this.act };
  }

  /** The last run ended well, and what all of them left is what one undisturbed run leaves. */
  async expectEnd(last: ActionRun): Promise<void> {
    const { exitCode, outputs, log } = last;
    const isThere = this.act === 'init' && /ledger-exists/u.test(log);
    expect(exitCode, shown(last)).toBe(isThere ? 1 : 0);
    // A run that finds everything done has no decision of its own to tell.
    const decision = { init: undefined, publish: 'waiting', apply: 'applied' }[this.act];
    expect([decision, undefined]).toContain(outputs['decision']);
    await this.#expectWhole();
  }

  async #expectWhole(): Promise<void> {
    const { team, publicKey, live } = this.subject;
    const all = (await ledgerOf(team)).map(({ body }) => body.type);
    expect(all.filter((type) => type === 'genesis')).toHaveLength(1);
    const types = (await entriesOf(team, this.#pull)).map(({ type }) => type);
    expect([...new Set(types)]).toEqual(ENTRIES[this.act]);
    const once = types.filter((type) => type !== 'receipt' && type !== 'apply-started' && type !== 'intent');
    expect(new Set(once).size, types.join(' ')).toBe(once.length);
    expect(commentsOf(team, this.#pull)).toHaveLength({ init: 0, publish: 1, apply: 2 }[this.act]);
    // A run that failed closed leaves red check runs behind the newer ones; none is there twice.
    const runs = [...team.repository.repository.checkRuns.values()].map((run) =>
      [run.name, run.externalId, run.conclusion].join(' '),
    );
    expect(new Set(runs).size, runs.join(', ')).toBe(runs.length);
    expect(checksOf(team, this.#pull.head.sha)).toMatchObject(
      this.act === 'init' ? {} : { plan: { state: 'success' }, approval: { state: 'in_progress' } },
    );
    expect(await live(NAME)).toEqual(this.act === 'apply' ? { enabled: true, limit: 5 } : null);
    expect(await verified(team, publicKey)).toMatchObject({ sound: true, problems: [], foreign: [], unfinished: [] });
  }

  /** Everything as it was before the act. */
  async reset(): Promise<void> {
    const { team, remove } = this.subject;
    const { repository, cleo } = team;
    for (const branch of this.#ledger === null ? [LEDGER, LEASE] : [LEASE])
      if ((await repository.head(branch).catch(() => null)) !== null)
        await repository.deleteBranch({ as: cleo, branch });
    if (this.#ledger !== null)
      await repository.pushCommit({ as: cleo, branch: LEDGER, sha: this.#ledger, force: true });
    const kept = this.act === 'apply' ? 1 : 0;
    for (const { id } of commentsOf(team, this.#pull).slice(kept)) repository.repository.comments.delete(id);
    if (this.act === 'publish') {
      repository.repository.checkRuns.clear();
      this.#pull.requestedReviewers.clear();
      const events = repository.repository.issueEvents;
      events.splice(0, events.length, ...events.filter(({ detail }) => detail.kind !== 'review_requested'));
    }
    await remove(NAME);
  }
}

const PUBLISHED = ['planned', 'published'];

/** Types of the entries about the pull request when the act has ended. */
const ENTRIES: Readonly<Record<Act, readonly string[]>> = {
  init: [],
  publish: PUBLISHED,
  apply: [...PUBLISHED, 'approved', 'apply-started', 'intent', 'receipt', 'apply-finished'],
};

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

/** The last call of each name that has more than one, in order. */
export function lastOfEach(calls: readonly Call[]): readonly Call[] {
  const first = firstOfEach(calls);
  return calls.filter(
    (call, index) => calls.findLastIndex(({ name }) => name === call.name) === index && !first.includes(call),
  );
}
