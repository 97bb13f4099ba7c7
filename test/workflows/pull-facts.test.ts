import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksOf, entriesOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import { accountFile } from '../support/accounts.ts';
import { AppTeam } from '../support/app-team.ts';

const POLICY = 'policies/people.yaml';

function policy(rules: string): string {
  return `apiVersion: countersign.dev/v1\nkind: Policy\nmetadata: { name: people }\nspec:\n  rules:\n${rules}`;
}

const RULES = policy(`    - name: labelled
      match: { labels: ['Needs-*'] }
      when: 'true'
      effect: { require: { of: '@dan' } }
      message: 'labelled {pull.labels}'
      controls: [TEAM-LABEL]
    - name: held
      when: "'hold' in pull.labels"
      effect: deny
      message: 'held back'
    - name: titled
      when: pull.title.startsWith('WIP') || pull.draft
      effect: deny
      message: '{pull.title} is unfinished'
    - name: by-newcomers
      when: "'newcomers' in pull.author.groups || pull.contributors.exists(one, one.type == 'unknown')"
      effect: { require: { of: '@dan' } }
      message: '{pull.author.login} is new'
    - name: with-notes
      when: pull.paths.exists(path, path.startsWith('notes/')) && pull.additions > 2
      effect: { require: { of: '@dan' } }
      message: 'changes {pull.paths}'
    - name: from-release
      when: pull.head.startsWith('release/') && pull.base == 'main' && !pull.fork
      effect: deny
      message: 'from {pull.head}'
`);

const PEOPLE = 'people: { billing: [ben], administrators: [cleo], newcomers: [eve, finn] }';

let here: AppTeam;
let dan: Account;
let eve: Account;

beforeAll(async () => {
  here = await AppTeam.form({ how: 'quick', of: 'person' });
  const { server, repository, cleo } = here.team;
  [dan, eve] = ['dan', 'eve'].map((login) => server.createUser({ login })) as [Account, Account];
  for (const account of [dan, eve]) repository.setCollaborator(account, 'write');
  const files = Object.fromEntries(
    Object.entries(here.rules({ more: 'policies: [policies/]\n' })).map(([path, text]) => [
      path,
      text.replace(/^people: .*$/mu, PEOPLE),
    ]),
  );
  await repository.push({ as: cleo, branch: 'main', files: { ...files, [POLICY]: RULES } });
  const begun = await here.team.run('apply', { command: 'init', token: here.token });
  expect(begun.exitCode, begun.log).toBe(0);
});

afterAll(async () => {
  await here.close();
});

async function gate(pull: Pull): Promise<string | undefined> {
  return (await here.publish(pull)).outputs['decision'];
}

/** Asked, published and approved by the owner. */
async function proposed(branch: string, by?: Account, more: Readonly<Record<string, string>> = {}): Promise<Pull> {
  const pull = await here.team.propose(branch, { ...accountFile(branch.replace('/', '-')), ...more }, by);
  await gate(pull);
  await here.approve(pull);
  return pull;
}

async function land(pull: Pull): Promise<ActionRun> {
  await here.merge(pull);
  return await here.apply();
}

async function label(pull: Pull, edits: { add?: string[]; remove?: string[] }): Promise<void> {
  await here.team.repository.labelPullRequest(pull, { as: here.team.ana, ...edits });
}

const typesOf = async (pull: Pull) => (await entriesOf(here.team, pull)).map(({ type }) => type);

describe('a label that a rule reads', () => {
  it('asks for people, and is judged by as it was at the gate, whatever is taken off after the merge', async () => {
    const pull = await proposed('labelled');
    const control = () => /^- .*`TEAM-LABEL`.*$/mu.exec(checksOf(here.team, pull.head.sha).approval?.text ?? '')?.[0];
    expect(await gate(pull)).toBe('approved');
    expect(control()).toContain('not assessable');
    await label(pull, { add: ['needs-dba', 'other'] });
    expect(await gate(pull)).toBe('waiting');
    expect(control()).toContain('open');
    expect(checksOf(here.team, pull.head.sha).approval?.summary).toContain('labelled needs-dba, other');
    await here.approve(pull, dan);
    expect(await gate(pull)).toBe('approved');
    expect(await gate(pull)).toBe('approved');
    expect(await typesOf(pull)).toEqual(['planned', 'published', 'judged', 'judged']);
    await here.merge(pull);
    await label(pull, { remove: ['needs-dba'] });
    expect((await here.apply()).outputs).toMatchObject({ decision: 'applied' });
  });

  it('is not slipped by taking it off between the merge and the apply', async () => {
    const pull = await proposed('slipped');
    await label(pull, { add: ['needs-dba'] });
    expect(await gate(pull)).toBe('waiting');
    await here.merge(pull);
    await label(pull, { remove: ['needs-dba'] });
    const refused = await here.apply();
    expect(refused.outputs).toMatchObject({ decision: 'refused' });
    expect(refused.log).toMatch(/approval-missing.*dan/u);
  });

  it('no longer asks once it is off, and forbids nothing that is put on after the merge', async () => {
    const pull = await proposed('relabelled');
    await label(pull, { add: ['needs-dba'] });
    expect(await gate(pull)).toBe('waiting');
    await label(pull, { remove: ['needs-dba'] });
    expect(await gate(pull)).toBe('approved');
    await here.merge(pull);
    await label(pull, { add: ['needs-dba', 'hold'] });
    expect((await here.apply()).outputs).toMatchObject({ decision: 'applied' });
  });

  it('holds back what bears it', async () => {
    const pull = await proposed('held');
    await label(pull, { add: ['hold'] });
    expect(await gate(pull)).toBe('refused');
    await label(pull, { remove: ['hold'] });
    expect(await gate(pull)).toBe('approved');
  });
});

describe('what else of a pull request a rule reads', () => {
  it('its title and whether it is a draft, as they were at the gate', async () => {
    const { repository, ana } = here.team;
    const pull = await proposed('retitled');
    await repository.editPullRequest(pull, { as: ana, title: 'WIP: retitled' });
    expect(await gate(pull)).toBe('refused');
    await repository.editPullRequest(pull, { as: ana, title: 'Retitled', draft: true });
    expect(await gate(pull)).toBe('refused');
    await repository.editPullRequest(pull, { as: ana, draft: false });
    expect(await gate(pull)).toBe('approved');
    await here.merge(pull);
    await repository.editPullRequest(pull, { as: ana, title: 'WIP again' });
    expect((await here.apply()).outputs).toMatchObject({ decision: 'applied' });
  });

  it('its author, by the groups of the configuration', async () => {
    const pull = await proposed('newcomer', eve);
    expect(await gate(pull)).toBe('waiting');
    await here.approve(pull, dan);
    expect(await gate(pull)).toBe('approved');
    expect((await land(pull)).outputs).toMatchObject({ decision: 'applied' });
  });

  it('the paths that it changes, and how many lines', async () => {
    const pull = await proposed('noted', undefined, { 'notes/a.md': 'a\nb\nc\n' });
    expect(await gate(pull)).toBe('waiting');
    expect(checksOf(here.team, pull.head.sha).approval?.summary).toContain('notes/a.md');
    const refused = await land(pull);
    expect(refused.outputs).toMatchObject({ decision: 'refused' });
  });

  it('its branches', async () => {
    expect(await gate(await proposed('release/one'))).toBe('refused');
  });
});

/** Rules as the administrator approves them, landed and applied. */
async function setPolicy(branch: string, text: string, of: AppTeam = here): Promise<void> {
  const { team } = of;
  const pull = await team.propose(branch, { [POLICY]: text });
  await of.publish(pull);
  await of.approve(pull, team.cleo);
  expect((await of.publish(pull)).outputs['decision']).toBe('approved');
  await of.merge(pull);
}

it('rules that came after the gate, and ask first, are judged by what GitHub says then', async () => {
  await setPolicy('nothing-asked', policy('    - { name: none, when: "false", effect: deny, message: None }\n'));
  await here.apply();
  const [plain, labelled] = [await proposed('plain-first'), await proposed('labelled-first')];
  await label(labelled, { add: ['needs-dba'] });
  for (const pull of [plain, labelled]) {
    expect(await gate(pull)).toBe('approved');
    expect(await typesOf(pull)).not.toContain('judged');
    await here.merge(pull);
  }
  await setPolicy('asked-again', RULES);
  expect((await here.apply()).log).toMatch(/approval-missing.*dan/u);
  const results = await Promise.all([plain, labelled].map((pull) => entriesOf(here.team, pull)));
  expect(results.map((entries) => entries.at(-1))).toMatchObject([{ result: 'applied' }, { result: 'refused' }]);
});

describe('a team that a rule names', () => {
  it('tells whose pull request it is, where the token may read it, and denies where it may not', async () => {
    const other = await AppTeam.form({ how: 'quick', of: 'organization' });
    try {
      const { server, repository, ana, cleo } = other.team;
      server.createTeam({ organization: repository.repository.owner, slug: 'guests', members: [ana] });
      const text = policy(`    - name: guests
      when: "'@acme/guests' in pull.author.teams"
      effect: { require: { of: '@cleo' } }
      message: '{pull.author.login} is a guest'
`);
      const files = other.rules({ more: 'policies: [policies/]\n' });
      await repository.push({ as: cleo, branch: 'main', files: { ...files, [POLICY]: text } });
      const begun = await other.team.run('apply', { command: 'init', token: other.token });
      expect(begun.exitCode, begun.log).toBe(0);
      const pull = await other.team.propose('guest', accountFile('guest'));
      const unread = await other.publish(pull, other.blindToken());
      expect(unread.outputs, unread.log).toMatchObject({ decision: 'refused' });
      expect(unread.log).toContain('policy-failed');
      await other.publish(pull);
      await other.approve(pull);
      const waiting = await other.publish(pull);
      expect(waiting.outputs).toMatchObject({ decision: 'waiting' });
      await other.approve(pull, cleo);
      expect((await other.publish(pull)).outputs).toMatchObject({ decision: 'approved' });
      await other.merge(pull);
      expect((await other.apply(other.blindToken())).outputs).toMatchObject({ decision: 'applied' });

      server.createTeam({ organization: repository.repository.owner, slug: 'visitors', members: [cleo] });
      const asAgreed = await other.team.propose('before-visitors', accountFile('before-visitors'));
      await other.publish(asAgreed);
      for (const by of [undefined, cleo]) await other.approve(asAgreed, by);
      expect((await other.publish(asAgreed)).outputs).toMatchObject({ decision: 'approved' });
      await other.merge(asAgreed);
      const more = text.replace(
        'in pull.author.teams',
        "in pull.author.teams || '@acme/visitors' in pull.author.teams",
      );
      await setPolicy('visitors', more, other);
      const applied = await other.apply();
      expect((await entriesOf(other.team, asAgreed)).at(-1), applied.log).toMatchObject({ result: 'applied' });
    } finally {
      await other.close();
    }
  });
});
