import { renameSync } from 'node:fs';
import { expect } from 'vitest';
import type { PlanFile } from '../../../src/cli/plan-file.ts';
import { workspace } from '../../cli/workspace.ts';
import { codeIn, commentsOf } from '../../e2e/evidence.ts';
import { Team, type Account, type Pull } from '../../e2e/repository.ts';
import { exampleFiles, type Example } from '../../support/example-files.ts';

type Files = Readonly<Record<string, string>>;

/** An example as people copy it: what makes the rules is in the default branch, and its identities are a pull request. */
export class ExampleTeam {
  readonly team: Team;
  readonly #files: Files;
  readonly #reviewers: readonly Account[];

  private constructor(team: Team, files: Files) {
    this.team = team;
    this.#files = files;
    const others = ['dora', 'eve', 'gil'].map((login) => team.server.createUser({ login }));
    for (const other of others) team.repository.setCollaborator(other, 'write');
    this.#reviewers = [team.ben, ...others];
  }

  /** @param edit what differs from one place to the next: an endpoint, the id of a key */
  static async begin(example: Example, secrets: Files, edit: (text: string) => string): Promise<ExampleTeam> {
    const files = Object.fromEntries(Object.entries(exampleFiles(example)).map(([path, text]) => [path, edit(text)]));
    const rules = Object.fromEntries(Object.entries(files).filter(([path]) => isRule(path)));
    const team = await Team.form(rules, secrets);
    const init = await team.init();
    expect(init.exitCode, init.log).toBe(0);
    return new ExampleTeam(team, files);
  }

  /** The identities, planned and shown. @param inputs of the plan job */
  async propose(inputs: Files = {}): Promise<{ readonly pull: Pull; readonly comment: string }> {
    const identities = Object.fromEntries(Object.entries(this.#files).filter(([path]) => !isRule(path)));
    const pull = await this.team.propose('identities', identities);
    const { plan, publish } = await this.team.planAndPublish(pull, inputs);
    expect(publish.outputs, plan.log + publish.log).toMatchObject({ decision: 'waiting' });
    return { pull, comment: commentsOf(this.team, pull)[0]?.body ?? '' };
  }

  /** What a job of its own reads of a source: the path of its file, which is called so in the example's workflow. */
  async read(source: string): Promise<string> {
    const run = await this.team.run('plan', { command: 'read', source });
    expect(run.exitCode, run.log).toBe(0);
    const path = run.outputs['state-file'] ?? '';
    expect(path.split('/').at(-1)).toBe('countersign-state.json');
    renameSync(path, `${path}.kept`);
    return `${path}.kept`;
  }

  /** Approved by an owner of each and by somebody of the security group, merged and applied. */
  async land(pull: Pull, inputs: Files = {}): Promise<void> {
    const { team } = this;
    team.server.advanceClock(2);
    const body = codeIn(team, pull);
    for (const reviewer of this.#reviewers)
      await team.repository.review(pull, { as: reviewer, event: 'APPROVE', body });
    const { publish } = await team.planAndPublish(pull, inputs);
    expect(publish.outputs, publish.log).toMatchObject({ decision: 'approved' });
    team.server.advanceClock(2);
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    const run = await team.apply();
    expect(run.outputs, run.log).toMatchObject({ decision: 'applied' });
  }

  /** What the command line would still change; nothing, once all is applied. */
  async left(): Promise<readonly string[]> {
    const place = workspace(this.#files, this.team.secrets);
    try {
      const run = await place.run('plan', '--all', '--format', 'json');
      const { plan, assessment } = JSON.parse(run.stdout) as PlanFile;
      expect(assessment.complete, run.stderr).toBe(true);
      return plan.changes.flatMap(({ address, steps, blocked }) =>
        steps.length + blocked.length > 0 ? [address] : [],
      );
    } finally {
      place.remove();
    }
  }

  async close(): Promise<void> {
    await this.team.close();
  }
}

function isRule(path: string): boolean {
  return path.startsWith('.github/') || path.startsWith('policies/');
}
