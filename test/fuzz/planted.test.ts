import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz, type Report } from '../../fuzz/loop.ts';
import { mutate } from '../../fuzz/mutate.ts';
import { MAXIMUM_INPUT, type Target } from '../../fuzz/target.ts';
import { awsTarget } from '../../fuzz/targets/aws.ts';
import { canonicalTarget } from '../../fuzz/targets/canonical.ts';
import { configurationTarget, desiredTarget } from '../../fuzz/targets/documents.ts';
import { eventTarget, logTarget } from '../../fuzz/targets/event.ts';
import { entryTarget, stateTarget, verificationTarget } from '../../fuzz/targets/ledger.ts';
import { planTarget } from '../../fuzz/targets/plan.ts';
import { postgresTarget } from '../../fuzz/targets/postgres.ts';
import { renderingTarget } from '../../fuzz/targets/rendering.ts';
import { yamlTarget } from '../../fuzz/targets/yaml.ts';
import { logLine } from '../../src/render/text.ts';
import { parseConfiguration } from '../../src/core/configuration/parse.ts';
import { load } from '../../src/core/desired/load.ts';
import { isJsonObject } from '../../src/core/json.ts';
import { openEntry } from '../../src/core/ledger/seal.ts';
import { verifyLedger } from '../../src/core/ledger/verify.ts';
import { parseYaml } from '../../src/core/yaml.ts';
import { normalizePolicy } from '../../src/providers/aws/policy/form.ts';
import { loadProviders } from '../../src/providers/registry.ts';
import { renderComment } from '../../src/render/comment.ts';
import { decodeBundle } from '../../src/workflows/bundle.ts';
import { dice } from '../support/spelling.ts';

const NO_COVERAGE = { fresh: () => [], learn: () => {}, size: 0, close: () => {} };

async function found(target: Target, inputs = 8_000): Promise<Report> {
  return await fuzz(target, {
    until: { kind: 'inputs', count: inputs },
    roll: dice(1),
    corpus: [],
    enough: 1,
    coverage: NO_COVERAGE,
  });
}

const providers = [...(await loadProviders()).values()];

/** One fault of each sort that a target is there to find. */
const PLANTED: readonly {
  readonly fault: string;
  readonly target: () => Target | Promise<Target>;
  readonly says: RegExp;
}[] = [
  {
    fault: 'a parser that throws at a merge key',
    target: () =>
      yamlTarget((input) => {
        if (Buffer.from(input.bytes).includes('<<')) throw new TypeError('merge');
        return parseYaml(input);
      }),
    says: /TypeError: merge/u,
  },
  {
    fault: 'a parser that drops what a document says twice over',
    target: () =>
      yamlTarget((input) => {
        const parsed = parseYaml(input);
        return {
          ...parsed,
          diagnostics: parsed.diagnostics.filter(({ code }) => code !== 'duplicate-key'),
          documents: input.path === 'b.yaml' ? [] : parsed.documents,
        };
      }),
    says: /read as it was/u,
  },
  {
    fault: 'documents whose order counts',
    target: () =>
      desiredTarget(providers, (inputs, context) => {
        const loaded = load(inputs, context);
        return inputs[0]?.path.endsWith('b.yaml') === true ? { ...loaded, diagnostics: [] } : loaded;
      }),
    says: /the order of files/u,
  },
  {
    fault: 'a configuration that is refused without a word',
    target: () =>
      configurationTarget(providers, (input, known) => {
        const parsed = parseConfiguration(input, known);
        return parsed.kind === 'configuration' ? parsed : { ...parsed, diagnostics: [] };
      }),
    says: /without a word/u,
  },
  {
    fault: 'a bundle whose digests are believed',
    target: () =>
      planTarget((encoded) => {
        const bundle = decodeBundle(encoded);
        return {
          ...bundle,
          planned: bundle.planned.map((one) =>
            one.kind === 'planned' ? { ...one, digest: 'sha256:0' as const } : one,
          ),
        };
      }),
    says: /a digest that is believed/u,
  },
  {
    fault: 'a canonical form that sorts as people do',
    target: () => canonicalTarget((value) => JSON.stringify(value)),
    says: /the canonical form/u,
  },
  {
    fault: 'an entry under a hash that is not its own',
    target: () =>
      entryTarget(async (bytes, verifier) => {
        const opened = await openEntry(bytes, verifier);
        return opened.kind === 'entry'
          ? { ...opened, entry: { ...opened.entry, hash: `sha256:${'0'.repeat(64)}` } }
          : opened;
      }),
    says: /the hash of an entry/u,
  },
  {
    fault: 'a policy that loses what it denies in a list',
    target: () =>
      awsTarget((document, context) => {
        const form = normalizePolicy(document, context);
        const isList = isJsonObject(document) && Array.isArray(document['Statement']);
        return isList ? Object.fromEntries(Object.entries(form).filter(([, { effect }]) => effect === 'Allow')) : form;
      }),
    says: /the meaning of a policy/u,
  },
  {
    fault: 'a state that is not decoded',
    target: () => stateTarget(async (read) => JSON.parse(Buffer.from((await read('')) ?? []).toString()) as never),
    says: /SyntaxError|a state that is written again/u,
  },
  {
    fault: 'a verification that trusts whatever is there',
    target: async () =>
      await verificationTarget(async (files, verifier, anchor) => ({
        ...(await verifyLedger(files, verifier, anchor)),
        sound: true,
        problems: [],
      })),
    says: /is altered/u,
  },
  {
    fault: 'a comment that shows an address as it is',
    target: async () =>
      await renderingTarget(
        (input) => `${renderComment(input)}${input.plan.changes[0]?.metadata.after?.purpose ?? ''}`,
      ),
    says: /is alive|what is not seen/u,
  },
  {
    fault: 'a name that is quoted without doubling its quotes',
    target: () =>
      postgresTarget({ identifier: (name) => `"${name}"`, literal: (value) => `'${value.replaceAll("'", "''")}'` }),
    says: /ends early|quoted name/u,
  },
  {
    fault: 'an event whose number is taken as it is',
    target: () => eventTarget((_asked, event) => ({ kind: 'number', number: event.pull_request?.number ?? 1 })),
    says: /without a number/u,
  },
  {
    fault: 'a log line that the runner obeys',
    target: () => logTarget((text) => logLine(text).replaceAll('\\u{3a}', ':')),
    says: /a command to the runner/u,
  },
];

describe('the fuzzer finds what was planted', () => {
  it.each(PLANTED)('$fault', async ({ target, says }) => {
    const { findings } = await found(await target());
    expect(findings.map(({ error }) => error).join('\n')).toMatch(says);
  });
});

describe('an input that takes long', () => {
  /** A target each of whose checks takes as long as the next of these times, by the clock it comes with. */
  const taking = (...times: readonly number[]) => {
    let now = 0;
    const rest = [...times];
    const check = (): void => void (now += rest.shift() ?? 0);
    const target: Target = { name: 'slow', seeds: ['x'], words: [], share: 1, check };
    return { target, clock: () => now };
  };
  const findingsOf = async ({ target, clock }: ReturnType<typeof taking>) => {
    const until = { kind: 'inputs', count: 1 } as const;
    return (await fuzz(target, { until, roll: dice(1), corpus: [], coverage: NO_COVERAGE, clock })).findings;
  };

  it('is a finding when it takes that long each time', async () => {
    const findings = await findingsOf(taking(1_500, 1_400, 1_300, 1_200));
    expect(findings.map(({ error }) => error)).toEqual(['Slow: an input takes 1200 ms']);
  });

  it('is none when it took that long once', async () => {
    expect(await findingsOf(taking(1_500, 20, 1_400, 1_300))).toEqual([]);
  });

  it('is measured by what the thread computes, not by what it waits', async () => {
    const check = async (): Promise<void> => void (await new Promise((resolve) => setTimeout(resolve, 1_100)));
    const target: Target = { name: 'waits', seeds: ['x'], words: [], share: 1, check };
    const until = { kind: 'inputs', count: 1 } as const;
    const { findings } = await fuzz(target, { until, roll: dice(1), corpus: [], coverage: NO_COVERAGE });
    expect(findings).toEqual([]);
  });
});

describe('coverage', () => {
  it('leads to what no single mutation reaches', async () => {
    const reached = new Set<string>();
    let last: readonly string[] = [];
    const stages = ['k', 'ki', 'kin'];
    const target: Target = {
      name: 'staged',
      seeds: ['x'],
      words: [],
      share: 1,
      check: (input) => {
        last = [...last, ...stages.filter((stage) => Buffer.from(input).toString('latin1').startsWith(stage))];
        if (last.includes('kin')) throw new Error('reached');
      },
    };
    const guided = {
      ...NO_COVERAGE,
      fresh: () => {
        const fresh = last.filter((stage) => !reached.has(stage));
        last = [];
        return fresh;
      },
      learn: (blocks: readonly string[]) => blocks.forEach((block) => reached.add(block)),
    };
    const until = { kind: 'inputs', count: 60_000 } as const;
    const { findings } = await fuzz(target, { until, roll: dice(3), corpus: [], enough: 1, coverage: guided });
    expect(findings).toHaveLength(1);
  });
});

describe('a mutation', () => {
  it('stays within the bound, and is the same for the same dice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (input, seed) => {
        const context = { words: ['a'], others: [input] };
        const once = mutate(input, dice(seed), context);
        expect(once.length).toBeLessThanOrEqual(MAXIMUM_INPUT);
        expect(mutate(input, dice(seed), context)).toEqual(once);
      }),
    );
  });
});
