import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file, policyRole } from '../../support/policy-kind.ts';
import { DOCUMENT, PROFILE, document, hashes, loaded, profile } from '../../support/sharing.ts';

describe('what is put together', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const part = fc.record(
    {
      groups: fc.uniqueArray(word, { maxLength: 3 }),
      settings: fc.dictionary(word, fc.constant('same')),
      policies: fc.dictionary(word, fc.record({ allow: fc.uniqueArray(word, { maxLength: 3 }) })),
    },
    { requiredKeys: [] },
  );

  it('does not depend on the order of files, of profiles, or of keys', () => {
    fc.assert(
      fc.property(part, part, part, fc.boolean(), (own, one, two, isSwapped) => {
        const names = isSwapped ? '[writer, readonly]' : '[readonly, writer]';
        const inputs = [
          file(
            isSwapped ? 'identities/z.yaml' : DOCUMENT,
            policyRole(JSON.stringify(own), `source: prod\n  profiles: ${names}`),
          ),
          file(isSwapped ? 'identities/a.yaml' : PROFILE, profile(JSON.stringify(one))),
          file('identities/m.yaml', profile(JSON.stringify(two), 'writer')),
        ];
        const given = hashes(...(isSwapped ? inputs.toReversed() : inputs));
        const straight = hashes(
          document('source: prod\n  profiles: [readonly, writer]', JSON.stringify(own)),
          file(PROFILE, profile(JSON.stringify(one))),
          file('identities/w.yaml', profile(JSON.stringify(two), 'writer')),
        );
        expect(given).toEqual(straight);
      }),
    );
  });

  it('has another hash exactly where it means something else', () => {
    fc.assert(
      fc.property(part, part, part, part, (own, one, otherOwn, otherOne) => {
        const put = (mine: unknown, theirs: unknown) => {
          const inputs = [
            document(
              'sources: { prod: { v: x } }\n  profiles: [readonly]',
              JSON.stringify({ ...(mine as object), note: '{{ v }}' }),
            ),
            file(PROFILE, profile(JSON.stringify(theirs))),
          ];
          const [identity] = loaded(...inputs).state.identities;
          return { hash: identity?.hash, spec: identity?.spec };
        };
        const [left, right] = [put(own, one), put(otherOwn, otherOne)];
        const written = hashes(document('source: prod', JSON.stringify(left.spec)));
        expect(written).toEqual([`prod/PolicyRole/exporter ${left.hash}`]);
        expect(left.hash === right.hash).toBe(sorted(left.spec) === sorted(right.spec));
      }),
    );
  });

  function sorted(value: unknown): string {
    return JSON.stringify(value, (_key, item: unknown) =>
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).toSorted(([left], [right]) => (left < right ? -1 : 1)))
        : item,
    );
  }
});
