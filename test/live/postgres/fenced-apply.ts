import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executePlan, type ApplyReport } from '../../../src/core/apply/execute.ts';
import { isDone, type Receipt } from '../../../src/core/apply/receipt.ts';
import type { LedgerStore } from '../../../src/core/ledger/ports.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { takeLease } from '../../../src/github/lease.ts';
import { postgresApplier } from '../../../src/providers/postgres/write/applier.ts';
import type { OpenSession } from '../../../src/providers/postgres/write/write.ts';
import { openSession } from '../../../src/providers/postgres/connect.ts';
import { intentsOf, unforeseen, type Intended } from '../../support/marks.ts';

/** One run of an apply: what, where, as whom, and in which folder its lease, ledger and clock are. */
export type Order = {
  readonly secret: string;
  readonly plan: Plan;
  readonly applyId: string;
  readonly folder: string;
  readonly holder: string;
  /** Milliseconds for each statement, and for a transaction that stands still. */
  readonly timeout: number;
};

type Entry =
  | { readonly by: string; readonly applyId: string; readonly started: true }
  | ({ readonly by: string; readonly applyId: string } & Intended)
  | { readonly by: string; readonly applyId: string; readonly receipt: Receipt };

const READS = /^\s*(?:SELECT|WITH)\b(?!.*(?:set_config|pg_advisory_xact_lock))/su;

/** Applies under a real lease, and stops with the lease's error when it is lost. `at` is told of every call that is made. */
export async function fencedApply(
  order: Order,
  at: (call: string) => void = () => undefined,
  open: OpenSession = openSession,
): Promise<ApplyReport> {
  const { folder, holder, applyId } = order;
  const taken = await takeLease(
    {
      store: folderStore(join(folder, 'lease')),
      now: () => Promise.resolve(clock(folder)),
      ended: () => Promise.resolve(null),
    },
    { holder, seconds: 900 },
  );
  if (taken.kind === 'held') throw new Error(`the lease is held by ${taken.by}`);
  const record = ledgerOf(order);
  const own = entriesIn(folder).filter((entry) => entry.applyId === applyId);
  record({ by: holder, applyId, started: true });
  const entering = (entry: Entry): Promise<void> => {
    at('before an entry');
    record(entry);
    at('after an entry');
    return Promise.resolve();
  };
  const watched: OpenSession = async (...connection) => {
    const session = await open(...connection);
    let readBefore = false;
    return {
      close: () => session.close(),
      rows: async (text, values) => {
        const reads = READS.test(text);
        // Between two reads nothing has happened that a pause could tell apart.
        if (!reads || !readBefore) at(`before ${text.trim().split(/\s+/u).slice(0, 2).join(' ')}`);
        readBefore = reads;
        return await session.rows(text, values);
      },
    };
  };
  const connection = {
    source: 'db',
    secret: order.secret,
    boundary: {},
    options: { databases: ['postgres'], writer: 'postgres' },
    timeout: order.timeout,
    progress: () => undefined,
  };
  const report = await executePlan({
    plan: order.plan,
    history: {
      intents: intentsOf(own),
      receipts: new Map(own.flatMap((entry) => ('receipt' in entry ? [[entry.receipt.stepId, entry.receipt]] : []))),
    },
    writers: new Map([['db', postgresApplier(watched).writer(connection)]]),
    recorder: {
      intent: (intent, commitment) => entering({ by: holder, applyId, intent, commitment }),
      receipt: (receipt) => entering({ by: holder, applyId, receipt }),
    },
    sink: { store: () => Promise.reject(new Error('nothing was to be stored')) },
    fence: async () => {
      await taken.held.fence();
      at('after the fence');
    },
    random: unforeseen,
    progress: () => undefined,
  });
  await taken.held.release();
  return report;
}

export function entriesIn(folder: string): readonly Entry[] {
  const path = join(folder, 'ledger');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
}

/** Steps with a receipt that says that they are done, as often as it says so. */
export function doneIn(folder: string): readonly string[] {
  return entriesIn(folder).flatMap((entry) =>
    'receipt' in entry && isDone(entry.receipt) ? [`${entry.applyId} ${entry.receipt.stepId}`] : [],
  );
}

/** Takes nothing from a run after another one has entered something, as the real ledger does. */
function ledgerOf({ folder, holder }: Order): (entry: Entry) => void {
  let known = entriesIn(folder).length;
  return (entry) => {
    if (
      entriesIn(folder)
        .slice(known)
        .some(({ by }) => by !== holder)
    )
      throw new Error('ledger-overtaken');
    appendFileSync(join(folder, 'ledger'), `${JSON.stringify(entry)}\n`);
    known += 1;
  };
}

export function advance(folder: string, seconds: number): void {
  writeFileSync(join(folder, 'clock'), String(seconds));
}

function clock(folder: string): Date {
  const path = join(folder, 'clock');
  return new Date(Date.UTC(2026, 0, 1) + (existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0) * 1000);
}

/** A branch of one file in a folder: each revision is a file that can be made only once. */
function folderStore(folder: string): LedgerStore {
  mkdirSync(folder, { recursive: true });
  const count = () => readdirSync(folder).length;
  return {
    revision: () => Promise.resolve(count() === 0 ? null : String(count())),
    read: (revision) => Promise.resolve(readFileSync(join(folder, revision))),
    commit: (revision, files) => {
      const next = String(Number(revision ?? '0') + 1);
      try {
        writeFileSync(join(folder, next), files.get('lease.json') ?? '', { flag: 'wx' });
        return Promise.resolve(next);
      } catch {
        return Promise.resolve(null);
      }
    },
  };
}
