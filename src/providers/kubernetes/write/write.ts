import type { Address } from '../../../core/address.ts';
import { isOwnMark } from '../../../core/creation-mark.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { LiveObject, Target, Unreadable } from '../../../core/live.ts';
import type { Connection, Guard, Guide, Observation, Outcome, StepRequest, Writer } from '../../../core/ports.ts';
import { boundaryOf, namedBy, type Named } from '../boundary.ts';
import { Gatherer } from '../catalog/gather.ts';
import { liveStateOf } from '../catalog/live-state.ts';
import { identify } from '../catalog/read.ts';
import { failureOf } from '../catalog/read-failure.ts';
import { openClient, type KubernetesClient } from '../client.ts';
import { POD, type Pod } from '../in-cluster.ts';
import { SERVICE_ACCOUNT } from '../kinds.ts';
import { CREATION_MARK } from '../normal-form/creation-mark.ts';
import { project } from '../normal-form/project.ts';
import { effectOf, type Effect } from '../steps/effect.ts';
import { heldAfter, heldBefore, type HolderLook } from './holders.ts';
import { perform, type Found } from './perform.ts';
import { remainsAfter } from './remains.ts';
import { contended, outcomeOf, unseen } from './write-failures.ts';

/** How often what was judged is looked at again because it changed before it could be written. */
const ROUNDS = 2;

/** Writes one step at a time, each call refused by the API server unless the object is the version that was judged. */
export class KubernetesWriter implements Writer {
  readonly #connection: Connection;
  readonly #pod: Pod;
  #client: Promise<KubernetesClient> | null = null;

  constructor(connection: Connection, pod = POD) {
    this.#connection = connection;
    this.#pod = pod;
  }

  async identify(): Promise<Target> {
    return await identify(() => this.#open());
  }

  async observe(address: Address, guide: Guide | null): Promise<Observation> {
    try {
      const { live } = await this.#look(this.#named(address), guide === null || guide.head['roles'] !== undefined);
      return observation(live, guide?.head ?? null);
    } catch (error) {
      throw failureOf(error);
    }
  }

  async run(request: StepRequest, guard: Guard): Promise<Outcome> {
    let writing = false;
    try {
      const named = this.#named(request.address);
      const effect = effectOf(request.step.effect);
      for (let round = 1; round <= ROUNDS; round += 1) {
        writing = false;
        const sight = await this.#see(named, request);
        const verdict = guard.judge(sight.observation);
        if (verdict.kind === 'conflict') return verdict;
        if (verdict.kind === 'already-applied') return alreadyApplied(request, sight);
        const held = await heldBefore(await this.#holders(named, effect));
        if (held !== null) return held;
        const client = fenced(await this.#open(), guard);
        writing = true;
        if ((await perform(client, named, effect, sight.found, request.marks.mark)) === 'done')
          return await this.#confirmed(named, effect, request, guard);
      }
      return contended();
    } catch (error) {
      if (error instanceof Fenced) throw error.cause;
      return outcomeOf(error, writing);
    }
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    client?.close();
  }

  /** Nothing can be taken back here: a race that was lost between the judgement and the write is said. */
  async #confirmed(named: Named, effect: Effect, request: StepRequest, guard: Guard): Promise<Outcome> {
    const after = await this.#see(named, request).catch(unseen);
    if ('kind' in after) return after;
    const verdict = guard.confirm(after.observation);
    if (verdict.kind === 'conflict') return verdict;
    if (isForeign(request, after)) return NOT_OURS;
    const held = await heldAfter(await this.#holders(named, effect)).catch(unseen);
    if (held !== null) return held;
    return { kind: 'applied', found: after.observation, issued: [], remains: remainsAfter(effect) };
  }

  async #holders(named: Named, effect: Effect): Promise<HolderLook> {
    return { client: await this.#open(), connection: this.#connection, named, effect };
  }

  async #see(named: Named, { step }: StepRequest): Promise<Sight> {
    const shape = step.result ?? step.expect ?? {};
    const { live, found } = await this.#look(named, shape['roles'] !== undefined);
    return { found, observation: observation(live, shape) };
  }

  async #look(named: Named, bound: boolean): Promise<{ readonly live: LiveObject | null; readonly found: Found }> {
    const { source, boundary } = this.#connection;
    const gatherer = new Gatherer(await this.#open(), boundaryOf(boundary));
    const bindings = bound && named.kind === SERVICE_ACCOUNT ? await gatherer.bindings() : [];
    // Read last, so that an object that is gone meanwhile is seen as gone.
    const { serviceAccounts, roles } = await gatherer.named([named]);
    const catalogue = {
      source,
      target: {},
      boundary,
      version: '',
      serviceAccounts,
      roles,
      bindings,
      whole: false,
      roleNames: null,
      tokens: null,
    };
    const { objects, unreadable } = liveStateOf(catalogue);
    const unread = unreadable.find(({ pointer }) => pointer === null);
    if (unread !== undefined) throw unreadError(unread);
    const live = objects[0] ?? null;
    return { live, found: { object: serviceAccounts[0] ?? roles[0] ?? null, bindings } };
  }

  /** @throws CountersignError `outside-boundary` */
  #named(address: Address): Named {
    const { source, boundary } = this.#connection;
    const named = namedBy(address, source);
    if (named !== null && boundaryOf(boundary).identity(named)) return named;
    throw new CountersignError(
      'outside-boundary',
      'This is not within the boundary of the source, so it is never written.',
      {
        evidence: address,
        mend: "Widen the source's boundary in a pull request of its own, or take the identity out of the plan.",
      },
    );
  }

  #open(): Promise<KubernetesClient> {
    const { secret, timeout } = this.#connection;
    this.#client ??= openClient(secret, timeout, this.#pod);
    return this.#client;
  }
}

/** What exists and cannot be read whole must not look absent. */
function unreadError({ address, reason }: Unreadable): CountersignError {
  return new CountersignError(reason.code, reason.message, {
    ...(address === null ? {} : { evidence: address }),
    mend: 'Plan again: the plan names what cannot be read.',
  });
}

type Sight = { readonly found: Found; readonly observation: Observation };

/** Restricted to the shape of what is looked for; null: everything that the kind models. */
function observation(live: LiveObject | null, shape: Guide['head'] | null): Observation {
  if (live === null) return { incarnation: null, attributes: null };
  const { incarnation, managedBy } = live;
  const attributes = shape === null ? live.attributes : project(live, { head: shape });
  return { incarnation, attributes, ...(managedBy === undefined ? {} : { managedBy }) };
}

const NOT_OURS: Outcome = { kind: 'conflict', pointer: '', planned: null, found: 'was not created by this apply' };

/** An equal object without a mark of this apply is someone else's, whatever the ledger says that this apply was about to do. */
function isForeign({ step, marks }: StepRequest, { found }: Sight): boolean {
  return step.expect === null && !isOwnMark(marks, found.object?.metadata.annotations[CREATION_MARK] ?? null);
}

function alreadyApplied(request: StepRequest, sight: Sight): Outcome {
  if (isForeign(request, sight)) return NOT_OURS;
  return { kind: 'already-applied', found: sight.observation, issued: [], remains: [] };
}

/** Tells a lost lease from what the cluster does: only the latter is an outcome. */
class Fenced extends Error {}

/** Asks before each write whether the lease is still held: an effect may take several. @throws Fenced */
function fenced(client: KubernetesClient, guard: Guard): KubernetesClient {
  const call: KubernetesClient['call'] = async (one) => {
    try {
      await guard.fence();
    } catch (cause) {
      throw new Fenced('The lease is lost.', { cause });
    }
    return await client.call(one);
  };
  return { ...client, call };
}
