import { expect } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares } from '../../e2e/estate.ts';
import { checksOf, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import { apply, gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** New rules as an administrator approves them. */
async function setRules(branch: string, text: string): Promise<void> {
  const { team } = here();
  const pull = await team.propose(branch, { [CONFIGURATION_PATH]: text });
  await gate(here(), pull);
  await here().approve(pull, { as: team.cleo });
  await here().merge(pull);
}

/** Whoever approves. */
async function refusedAtGate(pull: Parameters<typeof gate>[1]): Promise<Outcome> {
  await gate(here(), pull);
  await here().approve(pull);
  await here().approve(pull, { as: here().team.cleo });
  const judged = await gate(here(), pull);
  expect(judged.decision).toBe('refused');
  return judged;
}

function rules(): string {
  return configuration(here().publicKey);
}

/** The document of a role, taken away. */
function gone(name: string): Readonly<Record<string, null>> {
  return Object.fromEntries(Object.keys(declares(name)).map((path) => [path, null]));
}

replay(row, {
  refused: {
    'rules that make their friend an administrator and an owner, beside a new identity': async () => {
      const { team, eve } = here();
      const loosened = rules().replace('[ben, dora]', '[ben, dora, eve]').replace('[cleo]', '[eve]');
      const pull = await team.propose('loose', { [CONFIGURATION_PATH]: loosened, ...declares('friend') });
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      await here().approve(pull);
      expect((await gate(here(), pull)).decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('friend')).toBeNull();
      await team.pushPast(team.cleo, { [CONFIGURATION_PATH]: rules() });
      return landed;
    },
    'the rules at the tip no longer let the approver decide': async () => {
      const pull = await here().approved('tightened', declares('tightened'));
      await here().merge(pull);
      await setRules('without-ben', rules().replace('[ben, dora]', '[dora]'));
      const landed = await apply(here(), pull);
      expect(await here().role('tightened')).toBeNull();
      await setRules('with-ben', rules());
      await here().team.apply();
      return landed;
    },
    'a source became observed before one landing and after another': async () => {
      const [first, second] = [
        await here().approved('observed-after', declares('observed-after')),
        await here().approved('observed-before', declares('observed-before')),
      ];
      await here().merge(first);
      await setRules('observe', rules().replace('mode: authoritative', 'mode: observe'));
      await here().merge(second);
      const landed = await apply(here(), second);
      expect([await here().role('observed-after'), await here().role('observed-before')]).toEqual([null, null]);
      await setRules('write-again', rules());
      await here().team.apply();
      return landed;
    },
    'the boundary at the tip no longer reaches one identity, and still another': async () => {
      const [fenced, open] = [
        await here().approved('fenced', declares('fenced')),
        await here().approved('unfenced', declares('unfenced')),
      ];
      await here().merge(fenced);
      await here().merge(open);
      const fence = "    mode: authoritative\n    boundary: { exclude: ['fenced'] }\n";
      await setRules('fence', rules().replace('    mode: authoritative\n', fence));
      const landed = await apply(here(), fenced);
      expect([await here().role('fenced'), await here().role('unfenced')]).toMatchObject([null, { limit: 5 }]);
      await setRules('without-fence', rules());
      await here().team.apply();
      return landed;
    },
    'a removal beside rules by which the role would be nobody’s: refused at the gate already': async () => {
      const { team } = here();
      const kept = await here().approved('kept', declares('kept'));
      expect((await land(here(), kept)).decision).toBe('applied');
      const fence = "    mode: authoritative\n    boundary: { exclude: ['kept'] }\n";
      const fenced = { [CONFIGURATION_PATH]: rules().replace('    mode: authoritative\n', fence) };
      const pull = await team.propose('fence-and-drop', { ...fenced, ...gone('kept') });
      const judged = await refusedAtGate(pull);
      expect(commentsOf(team, pull).at(-1)?.body).toMatch(
        /By the rules that this pull request brings.*forget.*outside-boundary/u,
      );
      expect(await here().role('kept')).toMatchObject({ login: true });
      return judged;
    },
    'rules that nobody could read, beside a role: an error of the pull request, whoever approves': async () => {
      const broken = { [CONFIGURATION_PATH]: rules().replace('mode: authoritative', 'mode: authoritativ') };
      const pull = await here().team.propose('broken-rules', { ...broken, ...declares('beside-broken') });
      const judged = await refusedAtGate(pull);
      const { annotations, summary } = checksOf(here().team, pull.head.sha).plan ?? {};
      expect(annotations).toEqual([expect.stringContaining(`${CONFIGURATION_PATH}:`)]);
      expect(summary).toMatch(/Did you mean.*authoritative.*wrong-value/su);
      return judged;
    },
    'the configuration is taken away beside a role, which nothing could apply then': async () => {
      const pull = await here().team.propose('no-rules', { [CONFIGURATION_PATH]: null, ...declares('beside-none') });
      return await refusedAtGate(pull);
    },
    'a rule file too large to be read, which holds up none that follows': async () => {
      const { team } = here();
      const poison = await team.propose('poison', declares('poison'));
      await gate(here(), poison);
      const path = '.github/workflows/big.yml';
      await team.repository.push({ as: team.ana, branch: 'poison', files: { [path]: '#'.repeat(1_100_000) } });
      await here().merge(poison);
      await team.pushPast(team.cleo, { [path]: null });
      const next = await here().approved('after', declares('after'));
      await here().merge(next);
      const landed = await apply(here(), poison);
      expect([await here().role('poison'), await here().role('after')]).toMatchObject([null, { limit: 5 }]);
      return landed;
    },
    'a file that new rules make one of theirs is another when they land': async () => {
      const { team } = here();
      const path = 'more/rule.md';
      await team.pushPast(team.ana, { [path]: 'reviewed\n' });
      const wider = { [CONFIGURATION_PATH]: `${rules()}policies: [policies/, more/]\n` };
      const pull = await team.propose('wider', wider);
      await gate(here(), pull);
      await here().approve(pull, { as: team.cleo });
      expect((await gate(here(), pull)).decision).toBe('approved');
      await team.pushPast(team.ana, { [path]: 'planted\n' });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      await team.pushPast(team.cleo, { [CONFIGURATION_PATH]: rules() });
      await team.apply();
      return landed;
    },
  },
  passes: {
    'an identity is forgotten while new rules exclude it': async () => {
      const { team } = here();
      const spared = await here().approved('spared', declares('spared', { onRemove: 'forget' }));
      expect((await land(here(), spared)).decision).toBe('applied');
      const fence = "    mode: authoritative\n    boundary: { exclude: ['spared'] }\n";
      const fenced = { [CONFIGURATION_PATH]: rules().replace('    mode: authoritative\n', fence) };
      const pull = await team.propose('fence-and-forget', { ...fenced, ...gone('spared') });
      await gate(here(), pull);
      await here().approve(pull);
      await here().approve(pull, { as: team.cleo });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('nothing');
      expect(await here().role('spared')).toMatchObject({ login: true });
      await setRules('without-spared', rules());
      await team.apply();
    },
    'an administrator adds an owner, who then approves': async () => {
      const { team, eve } = here();
      const pull = await team.propose('rules', { [CONFIGURATION_PATH]: rules().replace('[ben, dora]', '[dora, eve]') });
      await gate(here(), pull);
      await here().approve(pull, { as: team.cleo });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('nothing');
      expect((await entriesOf(team, pull)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'nothing' });
      const next = await team.propose('next', declares('next'));
      await gate(here(), next);
      await here().approve(next, { as: eve });
      expect((await land(here(), next)).decision).toBe('applied');
    },
  },
});
