import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { executePlan } from '../../src/core/apply/execute.ts';
import type { Receipt } from '../../src/core/apply/receipt.ts';
import type { Plan } from '../../src/core/plan.ts';
import { memoryApplier } from '../../src/providers/memory/applier.ts';
import { fileBacked, type MemorySystem } from '../../src/providers/memory/system.ts';
import { intentsOf, unforeseen, type Intended } from './marks.ts';

/**
 * A process that applies a plan to a file-backed system, keeping its record in a file, and dies by SIGKILL at a given moment:
 * just after one effect on the system or the record and before the next. Prints its report when it lives.
 */
const [planPath = '', systemPath = '', recordPath = '', moment = '0'] = process.argv.slice(2);

export type RecordLine = Intended | { readonly receipt: Receipt };

let moments = 0;

function mayDie(): void {
  moments += 1;
  if (String(moments) === moment) process.kill(process.pid, 'SIGKILL');
}

function effect(perform: () => void): void {
  perform();
  mayDie();
}

function mortal(system: MemorySystem): MemorySystem {
  return { load: () => system.load(), save: (world) => effect(() => system.save(world)) };
}

function record(line: RecordLine): void {
  effect(() => appendFileSync(recordPath, `${JSON.stringify(line)}\n`));
}

function recorded(): readonly RecordLine[] {
  if (!existsSync(recordPath)) return [];
  const lines = readFileSync(recordPath, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as RecordLine);
}

mayDie();
const lines = recorded();
const connection = {
  source: 'memory',
  secret: systemPath,
  boundary: {},
  options: {},
  timeout: 1000,
  progress: () => {},
};
const report = await executePlan({
  plan: JSON.parse(readFileSync(planPath, 'utf8')) as Plan,
  history: {
    intents: intentsOf(lines),
    receipts: new Map(
      lines.flatMap((line) => ('receipt' in line ? [[line.receipt.stepId, line.receipt] as const] : [])),
    ),
  },
  writers: new Map([['memory', memoryApplier((path) => mortal(fileBacked(path))).writer(connection)]]),
  recorder: {
    intent: async (intent, commitment) => record({ intent, commitment }),
    receipt: async (receipt) => record({ receipt }),
  },
  sink: { store: () => Promise.reject(new Error('nothing was to be stored')) },
  fence: async () => {},
  random: unforeseen,
  progress: () => {},
});
process.stdout.write(JSON.stringify({ report, moments }));
