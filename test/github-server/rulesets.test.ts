import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, startFixture, type Fixture } from './fixture.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture();
});
afterEach(() => world.server.close());

async function rulesOf(branch: string): Promise<string[]> {
  const { data } = await clientFor(world.server, world.ana).repos.getBranchRules({ ...world.at, branch });
  return data.map((rule) => rule.type);
}

describe('a ruleset', () => {
  it('holds for the branches that its patterns name', async () => {
    const { repository } = world;
    repository.addRuleset({ name: 'default', rules: [{ type: 'deletion' }] });
    repository.addRuleset({
      name: 'ledger',
      include: ['refs/heads/countersign/*'],
      rules: [{ type: 'non_fast_forward' }],
    });
    repository.addRuleset({
      name: 'all but experiments',
      include: ['~ALL'],
      exclude: ['refs/heads/x/**/*'],
      rules: [{ type: 'required_signatures' }],
    });
    expect(await rulesOf('main')).toEqual(['deletion', 'required_signatures']);
    expect(await rulesOf('countersign/ledger')).toEqual(['non_fast_forward', 'required_signatures']);
    expect(await rulesOf('countersign/ledger/deep')).toEqual(['required_signatures']);
    expect(await rulesOf('x/a/b')).toEqual([]);
  });

  it('that is not active holds for nothing, and is listed', async () => {
    world.repository.addRuleset({ name: 'soon', enforcement: 'evaluate', rules: [{ type: 'deletion' }] });
    expect(await rulesOf('main')).toEqual([]);
    const { data } = await clientFor(world.server, world.ana).repos.getRepoRulesets(world.at);
    expect(data).toMatchObject([{ name: 'soon', enforcement: 'evaluate' }]);
    expect(data[0]).not.toHaveProperty('rules');
  });

  it('shows who may bypass it when read by itself', async () => {
    const bypass = [{ actor_id: 7, actor_type: 'Integration' as const, bypass_mode: 'always' as const }];
    const { id } = world.repository.addRuleset({ name: 'ledger', bypass, rules: [{ type: 'deletion' }] });
    const { data } = await clientFor(world.server, world.ana).repos.getRepoRuleset({ ...world.at, ruleset_id: id });
    expect(data).toMatchObject({ bypass_actors: bypass, conditions: { ref_name: { include: ['~DEFAULT_BRANCH'] } } });
  });
});
