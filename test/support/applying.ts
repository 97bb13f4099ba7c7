import { executePlan, type ApplyReport } from '../../src/core/apply/execute.ts';
import { isDone, type ApplyHistory, type Receipt } from '../../src/core/apply/receipt.ts';
import type { Sha256 } from '../../src/core/json.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { SecretSink, Writer } from '../../src/core/ports.ts';
import { seeded } from './marks.ts';

let applies = 0;

/** What a ledger would keep of one apply. */
export class RecordedApply implements ApplyHistory {
  readonly intents = new Map<string, Set<Sha256>>();
  readonly receipts = new Map<string, Receipt>();
  /** Every append in order: `intent <step>` or `<kind> <step>`. */
  readonly log: string[] = [];

  /** Of all its runs. */
  readonly random = seeded(`apply ${(applies += 1)}`);

  doneTwice(): readonly string[] {
    const done = this.log.filter((line) => line.startsWith('applied '));
    return done.filter((line, index) => done.indexOf(line) !== index);
  }

  complete(plan: Plan): boolean {
    return plan.changes.flatMap((change) => change.steps).every((step) => isDone(this.receipts.get(step.id)));
  }
}

/** Thrown in place of a process's death. */
export class Killed extends Error {}

/** Counts effects on the ledger and the live system and dies at the n-th, just before or just after it. */
export class Executioner {
  #effects = 0;
  readonly #at: number;
  readonly #side: 'before' | 'after';

  constructor(at: number, side: 'before' | 'after') {
    this.#at = at;
    this.#side = side;
  }

  get effects(): number {
    return this.#effects;
  }

  async effect<T>(perform: () => Promise<T> | T): Promise<T> {
    this.#effects += 1;
    if (this.#effects === this.#at && this.#side === 'before') throw new Killed();
    const result = await perform();
    if (this.#effects === this.#at && this.#side === 'after') throw new Killed();
    return result;
  }
}

const immortal = (): Executioner => new Executioner(0, 'before');

const noSink: SecretSink = { store: () => Promise.reject(new Error('nothing was to be stored')) };

export async function applyRecorded(
  plan: Plan,
  writer: Writer,
  recorded: RecordedApply,
  executioner: Executioner = immortal(),
): Promise<ApplyReport> {
  return await applySources(plan, new Map([[plan.sources[0]?.name ?? '', writer]]), recorded, executioner);
}

/** As `applyRecorded`, with a writer for each source by its name. */
export async function applySources(
  plan: Plan,
  writers: ReadonlyMap<string, Writer>,
  recorded: RecordedApply,
  executioner: Executioner = immortal(),
): Promise<ApplyReport> {
  const mortal = (writer: Writer): Writer => ({
    identify: () => writer.identify(),
    observe: (address, guide) => writer.observe(address, guide),
    run: (request, guard, sink) => executioner.effect(() => writer.run(request, guard, sink)),
    close: () => writer.close(),
  });
  return await executePlan({
    plan,
    history: { intents: new Map(recorded.intents), receipts: new Map(recorded.receipts) },
    writers: new Map([...writers].map(([name, writer]) => [name, mortal(writer)])),
    recorder: {
      intent: (stepId, commitment) =>
        executioner.effect(() => {
          recorded.intents.set(stepId, new Set([...(recorded.intents.get(stepId) ?? []), commitment]));
          recorded.log.push(`intent ${stepId}`);
        }),
      receipt: (receipt) =>
        executioner.effect(
          () =>
            void (recorded.receipts.set(receipt.stepId, receipt),
            recorded.log.push(`${receipt.kind} ${receipt.stepId}`)),
        ),
    },
    sink: noSink,
    fence: () => Promise.resolve(),
    random: recorded.random,
    progress: () => {},
  });
}
