import type { Ownership } from './code-owners.ts';
import type { Configuration } from './configuration.ts';
import type { Reason } from './errors.ts';
import { isTeam } from './people.ts';
import { appProblem, isAppOfItsOwn, type Principal } from './own-app.ts';
import { environmentsOf, ofReadJobs, readsAll, type ReadJobFacts } from './read-job-findings.ts';
import type { ReadJob } from './read-jobs.ts';

/** What a token could read, or why it could not. */
export type Seen<T> = { readonly kind: 'seen'; readonly value: T } | { readonly kind: 'unseen'; readonly why: string };

export type RequiredCheck = {
  readonly context: string;
  /** Id of the only app whose check counts; null: any. */ readonly app: number | null;
};

/** What active rulesets keep from happening to a branch, or demand of what lands on it. */
export type BranchRules = {
  readonly checks: readonly RequiredCheck[];
  readonly holds: ReadonlySet<'no-deletion' | 'no-rewriting' | 'code-owner-review'>;
};

export type BranchFact = { readonly branch: string; readonly rules: Seen<BranchRules> };

/** From which refs a job may use an environment. `patterns`: `main`, or `tag v*`. */
export type EnvironmentAccess =
  | { readonly kind: 'absent' }
  | { readonly kind: 'any-ref' }
  | { readonly kind: 'protected-branches' }
  | { readonly kind: 'patterns'; readonly patterns: readonly string[] };

export type EnvironmentFact = { readonly name: string; readonly access: Seen<EnvironmentAccess> };

/** Of the files that make the rules. */
export type CodeOwnersFact =
  | { readonly kind: 'absent' }
  | ({ readonly kind: 'file'; readonly path: string } & Ownership);

export type DoctorFacts = {
  readonly configuration: Pick<Configuration, 'app' | 'ledger'>;
  readonly defaultBranch: BranchFact;
  /** The ledger's branch and that of its lease. */
  readonly ledgerBranches: readonly BranchFact[];
  readonly environments: readonly EnvironmentFact[];
  readonly codeOwners: Seen<CodeOwnersFact>;
  /** Whom the doctor's own token acts for. */
  readonly acting: Seen<Principal>;
  /** Teams that the configuration names and that this token may not read, or that there are not. */
  readonly unreadTeams: Seen<readonly string[]>;
  readonly reading: ReadJobFacts;
};

export type Finding = Reason & { readonly mend: string };

/** `standard` only where nothing is missing and nothing that can be asked for was left unseen. */
export type Diagnosis = { readonly level: 'trial' | 'standard'; readonly findings: readonly Finding[] };

export const APPROVAL_CHECK = 'countersign/approval';

export function diagnose(facts: DoctorFacts): Diagnosis {
  const findings = [
    ...ofConfiguration(facts.configuration),
    ...ofActing(facts.acting, facts.configuration.app),
    ...ofDefaultBranch(facts.defaultBranch, facts.configuration.app),
    ...[facts.defaultBranch, ...facts.ledgerBranches].flatMap(ofBranch),
    ...ofCodeOwners(facts.codeOwners),
    ...ofTeams(facts),
    ...ofReadJobs(facts.reading),
    ...facts.environments.flatMap((environment) => ofEnvironment(environment, facts.defaultBranch.branch)),
  ];
  return { level: findings.length === 0 ? 'standard' : 'trial', findings };
}

/**
 * The environments of the example workflows and of jobs that read; publishing needs one as soon as it has a key to keep, and planning
 * none where it connects to nothing.
 */
export function environmentNames(
  { app, ledger, sources }: Pick<Configuration, 'app' | 'ledger' | 'sources'>,
  jobs: readonly ReadJob[],
): readonly string[] {
  const hasKey = app !== null || ledger.signing.kind === 'ed25519';
  const planning = readsAll(
    jobs,
    sources.map(({ name }) => name),
  )
    ? []
    : ['countersign-read'];
  const names = [...planning, ...environmentsOf(jobs), ...(hasKey ? ['countersign-publish'] : []), 'countersign-apply'];
  return [...new Set(names)];
}

function ofConfiguration({ app, ledger }: DoctorFacts['configuration']): readonly Finding[] {
  const findings: Finding[] = [];
  if (app === null)
    findings.push({
      code: 'app-missing',
      message: 'The configuration names no App: the checks come from github-actions, as which any workflow can post.',
      mend: 'Register an App, run publish and apply with its token, and write its id under `app`.',
    });
  if (ledger.signing.kind === 'none')
    findings.push({
      code: 'signing-missing',
      message: 'The ledger is not signed: whoever may push can write it.',
      mend: 'Name ed25519 or github-oidc under `ledger.signing`, with a ledger that begins signed.',
    });
  return findings;
}

function ofActing(acting: Seen<Principal>, app: number | null): readonly Finding[] {
  if (app === null) return [];
  if (acting.kind === 'unseen') return [unseen('app-unseen', 'Whom the token acts for', acting.why)];
  const problem = appProblem(acting.value, app);
  if (problem === null || (problem.code === 'app-differs' && !isAppOfItsOwn(acting.value))) return [];
  const { code, message, evidence, mend } = problem;
  return [{ code, message: `${message} Seen: ${evidence}.`, mend }];
}

/** The token of a job reads no team, whatever the App may: then nothing is known of them. */
function ofTeams({ acting, unreadTeams }: DoctorFacts): readonly Finding[] {
  if (acting.kind === 'unseen' || !isAppOfItsOwn(acting.value)) return [];
  if (unreadTeams.kind === 'unseen') return [unseen('team-unreadable', 'Teams', unreadTeams.why)];
  return unreadTeams.value.map((team) => ({
    code: 'team-unreadable',
    message: `There is no team ${team}, or the App may not read who is in it: pull requests that need it are refused.`,
    mend: UNSEEN_MENDS['team-unreadable'],
  }));
}

/** Teams that stand in the configuration itself, each once. */
export function teamsIn({
  people,
  approval,
  sources,
}: Pick<Configuration, 'people' | 'approval' | 'sources'>): readonly string[] {
  const { widening, administrators } = approval;
  const named = [...Object.values(people).flat(), widening ?? '', administrators, ...sources.map(({ owner }) => owner)];
  return [...new Set(named.filter(isTeam))].toSorted();
}

function ofDefaultBranch({ branch, rules }: BranchFact, app: number | null): readonly Finding[] {
  if (rules.kind === 'unseen') return [];
  const findings: Finding[] = [];
  const required = rules.value.checks.filter(({ context }) => context === APPROVAL_CHECK);
  if (required.length === 0)
    findings.push({
      code: 'check-not-required',
      message: `No active ruleset requires the check ${APPROVAL_CHECK} on ${branch}.`,
      mend: 'Require it in a ruleset; classic branch protection is not looked at.',
    });
  else if (app === null || !required.some((one) => one.app === app))
    findings.push({
      code: 'check-unpinned',
      message: `The required check ${APPROVAL_CHECK} counts from ${sourceOf(required)}, not from the configured App alone.`,
      mend: `Give the required check the App as its source: "integration_id": ${app ?? 'the id that the configuration names under app'}.`,
    });
  if (!rules.value.holds.has('code-owner-review'))
    findings.push({
      code: 'code-owner-review-missing',
      message: `No active ruleset requires the review of code owners on ${branch}.`,
      mend: 'Add the rule pull_request with require_code_owner_review to a ruleset.',
    });
  return findings;
}

function sourceOf(required: readonly RequiredCheck[]): string {
  const apps = required.flatMap(({ app }) => (app === null ? [] : [app]));
  return apps.length === 0 ? 'any app' : `the app ${apps.join(', ')}`;
}

function ofBranch({ branch, rules }: BranchFact): readonly Finding[] {
  if (rules.kind === 'unseen') return [unseen('rules-unseen', `Which rules hold for the branch ${branch}`, rules.why)];
  const findings: Finding[] = [];
  if (!rules.value.holds.has('no-deletion'))
    findings.push({
      code: 'branch-deletable',
      message: `No active ruleset keeps the branch ${branch} from being deleted.`,
      mend: 'Add the rule deletion to a ruleset that covers it.',
    });
  if (!rules.value.holds.has('no-rewriting'))
    findings.push({
      code: 'branch-rewritable',
      message: `No active ruleset keeps the branch ${branch} from being force-pushed.`,
      mend: 'Add the rule non_fast_forward to a ruleset that covers it.',
    });
  return findings;
}

const OWNERS_MEND = 'Name owners for /.github/ in .github/CODEOWNERS, and let no later line take it away.';

function ofCodeOwners(seen: Seen<CodeOwnersFact>): readonly Finding[] {
  if (seen.kind === 'unseen') return [unseen('code-owners-unseen', 'Who owns the rules', seen.why)];
  const { value } = seen;
  if (value.kind === 'absent')
    return [{ code: 'code-owners-missing', message: 'There is no CODEOWNERS file.', mend: OWNERS_MEND }];
  const { path, unowned, rejected } = value;
  const nobody = {
    code: 'code-owners-missing',
    message: `${path} names nobody for ${few(unowned)}.`,
    mend: OWNERS_MEND,
  };
  const invalid = {
    code: 'code-owners-invalid',
    message: `GitHub does not accept what ${path} says of ${few(rejected)}.`,
    mend: 'Open the file on GitHub, which marks the line. Owners need write access.',
  };
  return [...(unowned.length === 0 ? [] : [nobody]), ...(rejected.length === 0 ? [] : [invalid])];
}

function few([first = '', ...more]: readonly string[]): string {
  return more.length > 0 ? `${first} and ${more.length} more` : first;
}

function ofEnvironment({ name, access }: EnvironmentFact, defaultBranch: string): readonly Finding[] {
  if (access.kind === 'unseen')
    return [unseen('environment-unseen', `Who may use the environment ${name}`, access.why)];
  const { value } = access;
  if (value.kind === 'absent')
    return [
      {
        code: 'environment-missing',
        message: `There is no environment ${name}, as the example workflows or a job that reads call it.`,
        mend: `Make it, limit it to ${defaultBranch}, and keep the job's secrets there.`,
      },
    ];
  const open = value.kind === 'patterns' ? value.patterns.filter((pattern) => pattern !== defaultBranch) : [];
  if (value.kind === 'patterns' && open.length === 0) return [];
  return [
    {
      code: 'environment-open',
      message: `Jobs on ${value.kind === 'any-ref' ? 'any branch' : value.kind === 'patterns' ? open.join(', ') : 'any protected branch'} may use the environment ${name}.`,
      mend: `Limit it to the selected branch ${defaultBranch}.`,
    },
  ];
}

const UNSEEN_MENDS = {
  'rules-unseen':
    'Rulesets of a private repository need GitHub Pro, Team or Enterprise; those of a ledger elsewhere need ledger-token.',
  'code-owners-unseen': 'Let the job have contents: read, and keep the owners in a file of less than a megabyte.',
  'environment-unseen': 'Let the job have actions: read.',
  'team-unreadable':
    'Correct the name, or give the App the organization permission members (read), or list the people in a group.',
  'app-unseen': "Run it again, with the job's own token or that of the App.",
} as const;

function unseen(code: keyof typeof UNSEEN_MENDS, what: string, why: string): Finding {
  return { code, message: `${what} could not be read, so it does not count: ${why}`, mend: UNSEEN_MENDS[code] };
}
