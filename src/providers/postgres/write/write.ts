import { parseAddress, type Address } from '../../../core/address.ts';
import { canonicalize } from '../../../core/digest.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { Target } from '../../../core/live.ts';
import type { Step } from '../../../core/plan.ts';
import type { Connection, Guard, Guide, Observation, Outcome, StepRequest, Writer } from '../../../core/ports.ts';
import { boundaryOf } from '../boundary.ts';
import { readCluster } from '../catalog/cluster.ts';
import { readDatabase, type DatabaseRows } from '../catalog/database.ts';
import { inSnapshot, neutralise, type Row, type Session } from '../connect.ts';
import { holdingStatement, sameRole } from './hold.ts';
import { liveStateOf } from '../catalog/live-state.ts';
import { look, observeStep, openSessions, type Place, type Sight, type Work } from './observation.ts';
import { perform } from './perform.ts';
import { inventory, project } from '../normal-form/project.ts';
import { databasesOf, optionsOf } from '../catalog/read.ts';
import { effectOf } from './sql.ts';
import { identifyCluster } from '../catalog/target.ts';
import { failureOf, outcomeOf, type Phase } from './write-failures.ts';

/** Opens a session that may write; `database` null: as the connection says. */
export type OpenSession = (secret: string, database: string | null, timeout: number) => Promise<Session>;

/** Writes one step at a time: one session, one transaction, judged inside of it before and after the write. */
export class PostgresWriter implements Writer {
  readonly #connection: Connection;
  readonly #open: OpenSession;
  #target: Target | null = null;

  constructor(connection: Connection, open: OpenSession) {
    this.#connection = connection;
    this.#open = open;
  }

  async identify(): Promise<Target> {
    const target = await this.#reading((session) => this.#identity(session));
    this.#target = target;
    return target;
  }

  async observe(address: Address, guide: Guide | null): Promise<Observation> {
    const place = await this.#place(address);
    const rows: DatabaseRows[] = [];
    const oids = await this.#reading(async (session) =>
      identitiesIn((await readCluster(session, place.databases, () => [])).roles, place.role),
    );
    for (const database of place.databases) {
      rows.push(await this.#reading((session) => readDatabase(session, database, oids), database));
    }
    // Read last, so that a role dropped meanwhile is seen as gone.
    const cluster = await this.#reading((session) => readCluster(session, place.databases, () => oids));
    const { source, writer } = place;
    const identities = new Set(identitiesIn(cluster.roles, place.role).filter((oid) => oids.includes(oid)));
    const live = liveStateOf({ source, target: {}, writer, identities, cluster, databases: rows });
    const [object] = live.objects;
    if (object === undefined) return { incarnation: null, attributes: null };
    return {
      incarnation: object.incarnation,
      attributes: guide === null ? inventory(object) : project(object, guide, live),
    };
  }

  async run(request: StepRequest, guard: Guard): Promise<Outcome> {
    const held = heldGuard(guard);
    let session: Session | null = null;
    let phase: Phase = 'open';
    try {
      const effect = effectOf(request.step.effect);
      const place = await this.#place(request.address);
      session = await this.#open(
        this.#connection.secret,
        effect.database ?? place.databases[0] ?? null,
        this.#connection.timeout,
      );
      const transaction = new Transaction(
        session,
        place,
        { step: request.step, effect, marks: request.marks },
        held.guard,
      );
      await transaction.begin(this.#connection.timeout);
      await this.#sameTarget(session);
      const outcome = await transaction.attempt();
      if (outcome.kind !== 'applied') return outcome;
      phase = 'commit-sent';
      await session.rows('COMMIT');
      return outcome;
    } catch (error) {
      if (held.raised(error)) throw error;
      return outcomeOf(error, phase);
    } finally {
      if (session !== null) await abandon(session);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** @throws CountersignError `outside-boundary`, and as `#reading`. */
  async #place(address: Address): Promise<Place> {
    const { boundary, source } = this.#connection;
    const role = parseAddress(address).name[0] ?? '';
    if (!boundaryOf(boundary)(role)) {
      throw new CountersignError(
        'outside-boundary',
        'This role is not within the boundary of the source, so it is never written.',
        {
          evidence: address,
          mend: "Widen the source's boundary in a pull request of its own, or take the role out of the plan.",
        },
      );
    }
    return { source, role, databases: await this.#databases(), writer: optionsOf(this.#connection).writer ?? null };
  }

  async #databases(): Promise<readonly string[]> {
    const named = databasesOf(this.#connection).flatMap((database) => database ?? []);
    if (named.length > 0) return named;
    return await this.#reading(async (session) => {
      const [row] = await session.rows('SELECT pg_catalog.current_database()');
      return [row?.[0] ?? ''];
    });
  }

  async #identity(session: Session): Promise<Target> {
    const named = databasesOf(this.#connection).flatMap((database) => database ?? []);
    return await identifyCluster(session, named.length === 0 ? null : named);
  }

  /** What was identified once is what each later connection must lead to, too. */
  async #sameTarget(session: Session): Promise<void> {
    if (this.#target === null) return;
    const found = await this.#identity(session);
    if (canonicalize(found) === canonicalize(this.#target)) return;
    throw new CountersignError('target-mismatch', 'The write connection leads to another system than before.', {
      mend: 'Let one address lead to one system, then run the apply again.',
    });
  }

  /** @throws CountersignError for everything that the live system or the way to it refuses. */
  async #reading<T>(
    read: (session: Session) => Promise<T>,
    database = databasesOf(this.#connection)[0] ?? null,
  ): Promise<T> {
    const { secret, timeout } = this.#connection;
    let session: Session | null = null;
    try {
      const opened = await this.#open(secret, database, timeout);
      session = opened;
      return await inSnapshot(opened, timeout, () => read(opened));
    } catch (error) {
      throw failureOf(error);
    } finally {
      await session?.close().catch(() => undefined);
    }
  }
}

type Looked = { readonly sight: Sight; readonly observation: Observation };
type Judged =
  | { readonly kind: 'execute'; readonly before: Looked }
  | { readonly kind: 'settled'; readonly outcome: Outcome };

class Transaction {
  readonly #session: Session;
  readonly #place: Place;
  readonly #work: Work;
  readonly #guard: Guard;

  constructor(session: Session, place: Place, work: Work, guard: Guard) {
    this.#session = session;
    this.#place = place;
    this.#work = work;
    this.#guard = guard;
  }

  /** READ COMMITTED: what others commit meanwhile must show in the read after the write. */
  async begin(timeout: number): Promise<void> {
    await this.#session.rows('BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE');
    await neutralise(this.#session, timeout);
    // A run that stands still with the role in its hands is cut off long before its lease can expire, and can commit nothing afterwards.
    await this.#session.rows("SELECT pg_catalog.set_config('idle_in_transaction_session_timeout', $1, true)", [
      String(Math.max(1, Math.floor(timeout))),
    ]);
    await this.#session.rows('SET LOCAL ROLE NONE');
    await this.#isPlannedWriter();
    await this.#session.rows(
      "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('countersign'), pg_catalog.hashtext($1))",
      [this.#place.role],
    );
  }

  /** `applied` means: ready to commit. */
  async attempt(): Promise<Outcome> {
    const first = await this.#judged();
    if (first.kind !== 'execute') return first.outcome;
    await this.#guard.fence();
    const { effect } = this.#work;
    const hold = holdingStatement(first.before.sight.facts, this.#place.role, effect);
    if (hold !== null) await this.#session.rows(hold);
    const held = hold === null ? first : await this.#judged();
    if (held.kind !== 'execute') return held.outcome;
    return await this.#execute(held.before);
  }

  async #judged(): Promise<Judged> {
    const before = await this.#look();
    const verdict = this.#guard.judge(before.observation);
    if (verdict.kind === 'conflict') return { kind: 'settled', outcome: verdict };
    if (verdict.kind === 'already-applied')
      return { kind: 'settled', outcome: alreadyApplied(this.#work.step, before.observation) };
    return { kind: 'execute', before };
  }

  async #execute(before: Looked): Promise<Outcome> {
    const refusal = await perform(this.#session, this.#place, before.sight, this.#work);
    if (refusal !== null) return refusal;
    const after = await this.#look();
    for (const verdict of [sameRole(before.observation, after.observation), this.#guard.confirm(after.observation)])
      if (verdict.kind === 'conflict') return verdict;
    const remains = await this.#remains(before.sight);
    await this.#guard.fence();
    return { kind: 'applied', found: after.observation, issued: [], remains };
  }

  async #look(): Promise<Looked> {
    const sight = await look(this.#session, this.#place, this.#work.effect.database);
    const observation = await observeStep(this.#session, sight, this.#place, this.#work);
    return { sight, observation };
  }

  /** What the plan says that the writer may do holds for that login only. */
  async #isPlannedWriter(): Promise<void> {
    const [row] = await this.#session.rows('SELECT session_user');
    if (this.#place.writer === null || row?.[0] === this.#place.writer) return;
    throw new CountersignError(
      'writer-differs',
      "The write connection logs in as another role than the source's options.writer.",
      {
        evidence: `planned ${this.#place.writer}, found ${row?.[0] ?? ''}`,
        mend: 'Correct options.writer or the write credential, then plan again.',
      },
    );
  }

  /** Ending a login or a role ends no session. */
  async #remains(before: Sight): Promise<readonly string[]> {
    const ends = this.#work.effect.operations.some(
      (operation) =>
        operation.kind === 'drop-role' || (operation.kind === 'alter-role' && operation.options.login === false),
    );
    const oid = before.object?.incarnation;
    if (!ends || oid === undefined) return [];
    const open = await openSessions(this.#session, oid);
    return open === 0
      ? []
      : [
          `${open} open ${open === 1 ? 'session' : 'sessions'} of ${this.#place.role}, until ${open === 1 ? 'it ends' : 'they end'}`,
        ];
  }
}

/** An equal role without a mark of this apply is someone else's, whatever the ledger says that this apply was about to do. */
function alreadyApplied(step: Step, found: Observation): Outcome {
  if (step.expect === null && found.attributes?.['creation'] !== 'unfinished')
    return { kind: 'conflict', pointer: '', planned: null, found: 'was not created by this apply' };
  return { kind: 'already-applied', found, issued: [], remains: [] };
}

/** Rolls back what was not committed, also where the server keeps a transaction when its client is gone. */
async function abandon(session: Session): Promise<void> {
  await session.rows('ROLLBACK').catch(() => undefined);
  await session.close().catch(() => undefined);
}

function identitiesIn(roles: readonly Row[], role: string): readonly string[] {
  return roles.flatMap(([oid, name]) => (name === role && typeof oid === 'string' ? [oid] : []));
}

/** Tells what the guard throws (a lost lease) from what the live system does: only the latter is an outcome. */
function heldGuard(guard: Guard): { readonly guard: Guard; raised(error: unknown): boolean } {
  const raised = new Set<unknown>();
  const fence = async (): Promise<void> => {
    try {
      await guard.fence();
    } catch (error) {
      raised.add(error);
      throw error;
    }
  };
  return {
    guard: { judge: (found) => guard.judge(found), confirm: (found) => guard.confirm(found), fence },
    raised: (error) => raised.has(error),
  };
}
