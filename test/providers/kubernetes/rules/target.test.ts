import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  parseTarget,
  resourceTarget,
  targetText,
  urlTarget,
} from '../../../../src/providers/kubernetes/rules/target.ts';

const odd = fc.string({
  unit: fc.constantFrom('a', '.', '/', '"', ' ', '*', 'U', 'R', 'L', '-', 'é'),
  maxLength: 6,
});

const anyTarget = fc.oneof(
  fc
    .record({ group: odd, resource: odd, name: fc.option(odd) })
    .map(({ group, resource, name }) => resourceTarget(group, resource, name)),
  odd.map(urlTarget),
);

it('has one text, which has one target', () => {
  fc.assert(
    fc.property(anyTarget, (target) => {
      expect(parseTarget(targetText(target))).toEqual(target);
    }),
  );
});

it('is another text for another target', () => {
  fc.assert(
    fc.property(anyTarget, anyTarget, (left, right) => {
      expect(targetText(left) === targetText(right)).toBe(JSON.stringify(left) === JSON.stringify(right));
    }),
  );
});

it.each(['', 'Pods', 'pods ', 'pods.', '"pods"', 'pods/', 'pods db', 'URL', 'pods "a', '*/*'])(
  'refuses %j, which nothing is spelt like',
  (text) => expect(parseTarget(text)).toBeNull(),
);
