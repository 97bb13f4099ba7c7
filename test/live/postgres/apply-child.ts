import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { executePlan, type ApplyReport } from '../../../src/core/apply/execute.ts';
import type { Receipt } from '../../../src/core/apply/receipt.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { openSession } from '../../../src/providers/postgres/connect.ts';
import type { OpenSession } from '../../../src/providers/postgres/write/write.ts';
import { intentsOf, unforeseen, type Intended } from '../../support/marks.ts';
import { writerOf, type Cluster } from './change.ts';

/** What a child is told: which plan, where, and before which of its writing statements it stands still to be killed. */
export type Order = {
  readonly cluster: Omit<Cluster, 'server'>;
  readonly host: string;
  readonly plan: Plan;
  readonly ledger: string;
  readonly stopAt: number;
};

type Entry = Intended | { readonly receipt: Receipt };

const WRITES = /^\s*(?!SELECT|BEGIN|SHOW|ROLLBACK|\s)/u;

/** Applies a plan with intents and receipts kept in a file of lines, as a ledger would. */
export async function applyLogged(order: Order, open: OpenSession = openSession): Promise<ApplyReport> {
  const url = (user: string, database: string) => order.host.replace('USER', user).replace('DATABASE', database);
  const entries = existsSync(order.ledger)
    ? readFileSync(order.ledger, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Entry)
    : [];
  const record = (entry: Entry) => Promise.resolve(appendFileSync(order.ledger, `${JSON.stringify(entry)}\n`));
  const receipts = entries.flatMap((entry) =>
    'receipt' in entry ? [[entry.receipt.stepId, entry.receipt] as const] : [],
  );
  return await executePlan({
    plan: order.plan,
    history: {
      intents: intentsOf(entries),
      receipts: new Map(receipts),
    },
    writers: new Map([['db', writerOf({ ...order.cluster, server: { url } }, open)]]),
    recorder: {
      intent: (intent, commitment) => record({ intent, commitment }),
      receipt: (receipt) => record({ receipt }),
    },
    sink: { store: () => Promise.reject(new Error('nothing was to be stored')) },
    fence: () => Promise.resolve(),
    random: unforeseen,
    progress: () => undefined,
  });
}

/** Sessions that stand still before (or, for 0.5 more, after) the n-th writing statement, and say so. */
function standingStill(stopAt: number): OpenSession {
  let count = 0;
  const forever = async () => {
    process.stdout.write('standing still\n');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  };
  return async (...connection) => {
    const session = await openSession(...connection);
    return {
      close: () => session.close(),
      rows: async (text, values) => {
        if (!WRITES.test(text)) return await session.rows(text, values);
        count += 1;
        if (count === stopAt) await forever();
        const rows = await session.rows(text, values);
        if (count + 0.5 === stopAt) await forever();
        return rows;
      },
    };
  };
}

if (process.argv[2] === 'apply') {
  const order = JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')) as Order;
  await applyLogged(order, standingStill(order.stopAt));
  process.stdout.write('done\n');
}
