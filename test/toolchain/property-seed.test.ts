import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { aboutSeed, configureProperties, propertySeed } from '../support/property-seed.ts';

afterEach(() => configureProperties(process.env));

describe('the seed of the properties', () => {
  it('is the same in every run of CI, and another in every other run', () => {
    expect(propertySeed({ CI: 'true' })).toBe(propertySeed({ CI: 'true' }));
    expect(propertySeed({ CI: 'true' })).not.toBeNull();
    expect(propertySeed({})).toBeNull();
  });

  it('can be given, or left open, anywhere', () => {
    expect(propertySeed({ PROPERTY_SEED: '7' })).toBe(7);
    expect(propertySeed({ CI: 'true', PROPERTY_SEED: '-7' })).toBe(-7);
    expect(propertySeed({ CI: 'true', PROPERTY_SEED: 'random' })).toBeNull();
    expect(() => propertySeed({ PROPERTY_SEED: 'seven' })).toThrow('neither a number nor random');
  });

  it('is told, with the way to another one', () => {
    expect(aboutSeed(propertySeed({ CI: 'true' }))).toMatch(/seed \d+; PROPERTY_SEED=random explores/u);
    expect(aboutSeed(null)).toContain('PROPERTY_SEED=7');
  });

  it('gives every property the same values again', () => {
    const valuesOf = (env: NodeJS.ProcessEnv): readonly number[] => {
      configureProperties(env);
      const seen: number[] = [];
      fc.assert(fc.property(fc.integer(), (value) => void seen.push(value)));
      return seen;
    };
    expect(valuesOf({ CI: 'true' })).toEqual(valuesOf({ CI: 'true' }));
    expect(valuesOf({ CI: 'true' })).not.toEqual(valuesOf({ PROPERTY_SEED: 'random' }));
  });

  it('has been set for this file, too', () => {
    expect(fc.readConfigureGlobal().seed ?? null).toBe(propertySeed(process.env));
  });
});
