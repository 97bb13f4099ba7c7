import { parseArgs } from 'node:util';
import { dice } from '../test/support/spelling.ts';
import { loadCorpus, saveCorpus } from './corpus.ts';
import { fuzz, type Report, type Until } from './loop.ts';
import { targets } from './targets/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    inputs: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const all = await targets();
const chosen = positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name));
if (chosen.length === 0 || chosen.length < positionals.length) {
  console.error(`The targets are ${all.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
console.log(`seed ${seed}`);
const shares = chosen.reduce((sum, { share }) => sum + share, 0);
const reports: Report[] = [];
for (const target of chosen) {
  const until: Until =
    values.inputs === undefined
      ? { kind: 'seconds', count: Number(values.seconds ?? 60) / chosen.length }
      : { kind: 'inputs', count: Math.ceil((Number(values.inputs) * target.share) / shares) };
  const report = await fuzz(target, { until, roll: dice(seed), corpus: loadCorpus(target.name) });
  reports.push(report);
  if (values.keep) saveCorpus(target.name, report.kept);
  const rate = Math.round(report.inputs / report.seconds);
  console.log(
    `${target.name.padEnd(14)} ${report.inputs} inputs, ${report.seconds.toFixed(1)} s, ${rate} a second, ${report.kept.length} kept, ${report.blocks} blocks, ${report.findings.length} findings`,
  );
  for (const { input, error } of report.findings)
    console.log(
      `  ${error.split('\n').slice(0, 12).join('\n  ')}\n  input ${JSON.stringify(Buffer.from(input).toString('latin1'))}`,
    );
}

const findings = reports.reduce((sum, report) => sum + report.findings.length, 0);
const inputs = reports.reduce((sum, report) => sum + report.inputs, 0);
console.log(`${inputs} inputs, ${findings} findings`);
process.exitCode = findings === 0 ? 0 : 1;
