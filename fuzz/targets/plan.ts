import { gzipSync } from 'node:zlib';
import { digestOfFile } from '../../src/cli/plan-file.ts';
import { canonicalize, planDigest } from '../../src/core/digest.ts';
import { decodeBundle, encodeBundle } from '../../src/workflows/bundle.ts';
import { changeWith, planOf } from '../../test/support/plans.ts';
import { holds, refusable, same, textOf } from '../oracle.ts';
import type { Target } from '../target.ts';

const PLAN = planOf([changeWith('x', { irreversible: [{ code: 'c', message: 'm' }] })]);
const DIGEST = planDigest(PLAN);
const PLANNED = {
  kind: 'planned',
  pullRequest: 1,
  head: 'a',
  base: 'b',
  baseBranch: 'main',
  at: '2026-01-05T09:00:00Z',
  digest: DIGEST,
  plan: PLAN,
  assessment: { access: [] },
};
const BUNDLE = canonicalize({
  formatVersion: '1',
  planned: [PLANNED, { kind: 'withheld', pullRequest: 2, head: 'c', app: null, reason: { code: 'x', message: 'y' } }],
});

/** What a plan job hands on, as text before it is packed or packed already; and the same as a file. */
export function planTarget(decode: typeof decodeBundle = decodeBundle): Target {
  return {
    name: 'plan',
    seeds: [
      BUNDLE,
      canonicalize(PLAN),
      `{"plan":${canonicalize(PLAN)},"digest":"${DIGEST}"}`,
      gzipSync(BUNDLE).toString('base64'),
    ],
    words: [
      '"planned":',
      '"plan":',
      '"digest":',
      '"formatVersion":"1"',
      '"kind":"planned"',
      '"at":"2026-01-05T09:00:00Z"',
      '"sha256:',
      '"changes":[]',
      '"steps":',
      '"pullRequest":',
      '"\\ud800"',
      '[[[[',
      'undefined',
    ],
    share: 50_000,
    check: (input) => {
      refusable(() => decode(textOf(input)));
      const bundle = refusable(() => decode(gzipSync(input, { level: 1 }).toString('base64')));
      if (bundle !== null) {
        for (const planned of bundle.planned) {
          if (planned.kind !== 'planned') continue;
          same('a digest that is believed', planned.digest, planDigest(planned.plan));
        }
        same('what is packed again', canonicalize(decode(encodeBundle(bundle))), canonicalize(bundle));
      }
      const digest = refusable(() => digestOfFile(input, 'plan.json'));
      holds(digest === null || /^sha256:[0-9a-f]{64}$/u.test(digest), 'no digest');
    },
  };
}
