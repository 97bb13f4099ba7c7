import { isJsonObject, type Json } from '../../src/core/json.ts';
import { parseYaml } from '../../src/core/yaml.ts';
import { LIMITS } from '../../src/core/yaml/limits.ts';
import { writeYaml } from '../../src/core/yaml/write.ts';
import { bounded, holds, refusable, same } from '../oracle.ts';
import type { Target } from '../target.ts';

export const YAML_WORDS = [
  ': ',
  '- ',
  '? ',
  '|\n',
  '>-\n',
  '# ',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '&a ',
  '*a',
  '!!str ',
  '<<',
  '~',
  '0x1F',
  '0o17',
  '012',
  '.inf',
  '.nan',
  '1e3',
  'yes',
  'null',
  '\n  ',
  '\n    ',
  '"\\u0041"',
  '"\\x00"',
  "''",
];

const SEEDS = [
  'a: 1\nb: [x, "y", {c: d}]\n',
  '- a\n-\n  - b\n- |\n  text\n  more\n- >-\n  folded\n',
  'k: &a 1\nl: *a\nm: !!str 2\n<<: {}\n',
  "---\na: b\n---\n\"c\\n\": 'd''e'\n...\n",
  '? [x]\n: y\n__proto__: 1\nz: 0x1F\nn: -0.5e3\n',
];

/** Never throws, is bounded, gives places that exist, and reads back what is written from what was read. */
export function yamlTarget(parse: typeof parseYaml = parseYaml): Target {
  return {
    name: 'yaml',
    seeds: SEEDS,
    words: YAML_WORDS,
    share: 170_000,
    check: (bytes) => {
      const { documents, diagnostics } = parse({ path: 'a.yaml', bytes });
      holds(diagnostics.length <= (LIMITS.problems + 1) * Math.max(1, documents.length + 1), 'too many diagnostics');
      for (const { location, code, cause, mend } of diagnostics) {
        holds((location?.line ?? 1) > 0 && (location?.column ?? 1) > 0, 'a place before the beginning');
        holds(/^[a-z0-9-]+$/u.test(code) && cause !== '' && mend !== '', 'a diagnostic that says too little');
        bounded('a diagnostic', cause + mend, 2_000);
      }
      holds(documents.length + diagnostics.length > 0, 'a file about which nothing is said');
      for (const { value, sound } of documents) if (sound) expectRoundTrip(value, parse);
    },
  };
}

function expectRoundTrip(value: Json, parse: typeof parseYaml): void {
  const whole = isJsonObject(value) ? value : { value };
  const written = refusable(() => writeYaml(whole));
  if (written === null) return;
  const { documents, diagnostics } = parse({ path: 'b.yaml', bytes: Buffer.from(written) });
  same('what is written is read without a word', diagnostics, []);
  same('what is written is read as it was', documents[0]?.value, whole);
}
