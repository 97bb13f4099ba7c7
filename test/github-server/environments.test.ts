import { describe, expect, it } from 'vitest';
import { environmentShape, newEnvironment, refPolicyShape } from './environments.ts';
import { quietWorld } from './quiet-world.ts';

const { world, repository } = quietWorld();
const policyOf = (refs: 'any' | 'protected' | readonly string[]) =>
  environmentShape(repository, newEnvironment(world, 'production', refs)).deployment_branch_policy;

describe('an environment', () => {
  it('says nothing about branches where any ref may use it', () => {
    expect(policyOf('any')).toBeNull();
  });

  it('is for protected branches or for names, never for both', () => {
    expect(policyOf('protected')).toEqual({ protected_branches: true, custom_branch_policies: false });
    expect(policyOf(['main'])).toEqual({ protected_branches: false, custom_branch_policies: true });
    // Names of which there are none let no ref use it, which is not the same as any.
    expect(policyOf([])).toEqual({ protected_branches: false, custom_branch_policies: true });
  });

  it('lists its names with what they are names of', () => {
    const { refs } = newEnvironment(world, 'production', ['main', 'release/*', 'tag v*']);
    expect(typeof refs === 'string' ? [] : refs.map(refPolicyShape)).toMatchObject([
      { name: 'main', type: 'branch' },
      { name: 'release/*', type: 'branch' },
      { name: 'v*', type: 'tag' },
    ]);
  });
});
