import { totalsOf } from './ci/totals.ts';

const { passed, failed, unrun } = totalsOf(process.argv.slice(2));
if (unrun > 0) console.log(`tests that did not run: ${unrun}`);
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
