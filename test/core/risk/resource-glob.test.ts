import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SensitiveTag } from '../../../src/core/configuration.ts';
import { reachesTag, reachGlob, tagGlob } from '../../../src/core/risk/resource-glob.ts';
import { sensitiveReasons } from '../../../src/core/risk/sensitive.ts';
import { factsWith, USE } from '../../support/risks.ts';

function meets(tag: string, reached: string): boolean {
  return reachesTag(tagGlob(tag), reachGlob(reached));
}

/** As many as a configuration may have, and about them a plan that an estate may need. */
it('of all tags and very many changes is told soon', () => {
  const resources = Array.from({ length: 20 }, (_, index) => `*ssn${index}*`);
  const sensitive = Array.from({ length: 20 }, (): SensitiveTag => ({
    name: 'ssn',
    resources,
    actions: ['*'],
    level: 'high',
  }));
  const started = performance.now();
  for (let index = 0; index < 2_000; index += 1) {
    const gain = { ...USE, resource: `orders-db/orders: table billing.invoices_of_the_year_${index}` };
    const reach = [{ gain, reached: [{ resource: gain.resource, actions: [gain.action] }] }];
    expect(sensitiveReasons(factsWith({ gains: [gain], reach, sensitive }))).toEqual([]);
  }
  expect(performance.now() - started).toBeLessThan(8_000);
}, 120_000);

describe('what is reached and a tag', () => {
  it.each([
    ['db: table hr.pay', 'db: table hr.pay', true],
    ['db: * hr.*', 'db: table hr.pay', true],
    ['db: * hr.*', 'db: table billing.*', false],
    ['db: * hr.*', 'db: table h*.pay', true],
    ['db: * hr.*', 'db: table *.pay', true],
    ['db: * hr.*', 'db: **', true],
    ['db: table hr.p*', 'db: table hr.*y', true],
    ['db: table hr.p*', 'db: table hr.q*', false],
    ['*', 'anything "at all"', true],
    ['db: * hr.*', 'db: table x."in hr.y"', false],
    ['db: * hr.*', 'db: table hr."in x"', true],
    ['db: table hr."P*"', 'db: table hr."*ay"', true],
    ['db: table hr."P*"', 'db: table hr.pay', false],
    ['db: table hr."Pay"', 'db: table hr.*', false],
    ['**: table hr.pay', 'db: table hr.pay', true],
    ['db "x', 'db "x', true],
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
  ])('%s, %s: %s', (tag, reached, expected) => {
    expect(meets(tag, reached)).toBe(expected);
  });

  it('meet where, and only where, there is a resource that both stand for', () => {
    const glob = fc
      .string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 4 })
      .filter((text) => !text.includes('**'));
    const texts = allTexts(['a', 'b', '.'], 7);
    fc.assert(
      fc.property(glob, glob, (tag, reached) => {
        const [left, right] = [exactly(tag, '[^]*'), exactly(reached, '[ab]*')];
        expect(meets(tag, reached)).toBe(texts.some((text) => left.test(text) && right.test(text)));
      }),
      { numRuns: 400 },
    );
  });

  it('take no longer for many stars', () => {
    const many = `${'a*'.repeat(200)}b`;
    expect(meets(many, `${'*a'.repeat(200)}c`)).toBe(false);
    expect(meets(many, 'a'.repeat(2000))).toBe(false);
  });
});

function exactly(glob: string, star: string): RegExp {
  return new RegExp(`^${glob.replaceAll('.', '[.]').replaceAll('*', star)}$`, 'u');
}

function allTexts(letters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [''];
  const shorter = allTexts(letters, length - 1);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => letters.map((letter) => `${text}${letter}`))];
}
