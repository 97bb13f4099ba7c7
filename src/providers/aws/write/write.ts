import { parseAddress, type Address } from '../../../core/address.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { Target } from '../../../core/live.ts';
import type { Connection, Guard, Guide, Observation, Outcome, StepRequest, Writer } from '../../../core/ports.ts';
import { boundaryOf } from '../boundary.ts';
import { targetOf } from '../catalog/session.ts';
import type { WriteClient } from '../client.ts';
import { optionsOf } from '../connection.ts';
import type { Account } from '../normal-form/arn.ts';
import { awsAttributes } from '../normal-form/model.ts';
import { project } from '../normal-form/project.ts';
import { look, type Place, type Sight } from './look.ts';
import { prepare } from './perform.ts';
import { Recent } from './recent.ts';
import { Execution, type Pause, type Work } from './execution.ts';
import { failureOf, unseen } from './write-failures.ts';
import { unitsOf, type Units } from './units.ts';

/** Opens a login that may write. */
export type OpenWriter = (connection: Connection) => Promise<WriteClient>;

/** Pauses in milliseconds before something that contradicts this writer's own write is believed. */
const DOUBTS = [200, 400, 800, 1600, 3200];

/** Writes one step at a time: looks, judges, makes one call, and looks until what it did shows. */
export class AwsWriter implements Writer {
  readonly #connection: Connection;
  readonly #open: OpenWriter;
  readonly #pause: Pause;
  readonly #recent = new Recent();
  #client: Promise<WriteClient> | null = null;
  #account: Account | null = null;

  constructor(connection: Connection, open: OpenWriter, pause: Pause) {
    this.#connection = connection;
    this.#open = open;
    this.#pause = pause;
  }

  async identify(): Promise<Target> {
    try {
      return await this.#identified();
    } catch (error) {
      throw failureOf(error);
    }
  }

  async observe(address: Address, guide: Guide | null): Promise<Observation> {
    try {
      const { object } = await this.#seen(address, null, null);
      if (object === null) return { incarnation: null, attributes: null };
      const { versions: _, ...attributes } = object.attributes;
      return { incarnation: object.incarnation, attributes: guide === null ? attributes : project(attributes, guide) };
    } catch (error) {
      throw failureOf(error);
    }
  }

  async run(request: StepRequest, guard: Guard): Promise<Outcome> {
    let work: Work;
    try {
      work = await this.#work(request);
    } catch (error) {
      return unseen(error);
    }
    return await new Execution(work, guard, this.#pause).outcome();
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client !== null) (await client.catch(() => null))?.close();
  }

  async #work(request: StepRequest): Promise<Work> {
    const { calls } = await this.#connected();
    const units = unitsOf(request.step);
    const prepared = prepare(request, await this.#identified());
    return {
      request,
      units,
      prepared,
      calls,
      recent: this.#recent,
      look: () => this.#seen(request.address, units, prepared.policyArn),
    };
  }

  /** What is there, asked for again while it contradicts what this writer has seen itself. @throws CountersignError `outside-boundary` */
  async #seen(address: Address, units: Units | null, arn: string | null): Promise<Sight> {
    const place = await this.#place();
    for (const pause of [...DOUBTS, null]) {
      const sight = await look(place, address, units, arn);
      this.#within(address, sight);
      const { object } = sight;
      const found = { incarnation: object?.incarnation ?? null, attributes: object?.attributes ?? null };
      if (!this.#recent.contradicts(address, found, units)) return sight;
      if (pause === null) {
        this.#recent.forget(address);
        return sight;
      }
      await this.#pause(pause);
    }
    throw new CountersignError('aws-not-seen', 'Nothing was looked at.', { mend: 'Run the apply again.' });
  }

  async #place(): Promise<Place> {
    const { calls } = await this.#connected();
    const account = await this.#identified();
    return { calls, account, cast: { source: this.#connection.source, options: optionsOf(this.#connection), account } };
  }

  /** A login leads to one account for as long as it lasts. */
  async #identified(): Promise<Account> {
    const known = this.#account ?? targetOf(await (await this.#connected()).caller());
    this.#account = known;
    return known;
  }

  #within(address: Address, { object }: Sight): void {
    const { kind, name } = parseAddress(address);
    const within = boundaryOf(this.#connection.boundary);
    const path = object === null ? null : (awsAttributes(object.attributes).path ?? null);
    if (within.kind(kind) && within.name(name[0] ?? '') && within.path(path)) return;
    throw new CountersignError(
      'outside-boundary',
      'This identity is not within the boundary of the source, so it is never written.',
      {
        evidence: address,
        mend: "Widen the source's boundary in a pull request of its own, or take the identity out of the plan.",
      },
    );
  }

  /** One login for all steps. A failed one is tried again by the next. */
  async #connected(): Promise<WriteClient> {
    this.#client ??= this.#open(this.#connection);
    try {
      return await this.#client;
    } catch (error) {
      this.#client = null;
      throw error;
    }
  }
}
