import { readFileSync, writeSync } from 'node:fs';
import { fencedApply, type Order } from './fenced-apply.ts';

/** A process of its own that stops itself by SIGSTOP at its n-th call, and goes on when somebody wakes it. */
const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Order;
const place = Number(process.argv[3]);

let calls = 0;
try {
  const report = await fencedApply(order, (call) => {
    calls += 1;
    if (calls !== place) return;
    writeSync(1, `stopped ${call}\n`);
    process.kill(process.pid, 'SIGSTOP');
  });
  writeSync(1, `ended ${report.result}\n`);
} catch (error) {
  writeSync(1, `ended by ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`);
}
process.exit(0);
