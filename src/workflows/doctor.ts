import { CODE_OWNERS_PATHS, ownershipOf } from '../core/code-owners.ts';
import type { Configuration } from '../core/configuration.ts';
import {
  diagnose,
  environmentNames,
  teamsIn,
  type BranchFact,
  type CodeOwnersFact,
  type Diagnosis,
  type Seen,
} from '../core/doctor.ts';
import { CountersignError } from '../core/errors.ts';
import type { Principal } from '../core/own-app.ts';
import { isWorkflow, readJobsIn, type ReadJobs } from '../core/read-jobs.ts';
import type { Contents } from '../github/contents.ts';
import { branchRules, codeOwnersErrors, environmentAccess } from '../github/protection.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import { membersOf } from '../github/teams.ts';
import { tipOf } from './concern.ts';
import { requireRules, type Providers } from './rules.ts';

export type DoctorSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  readonly principal: () => Promise<Principal>;
  /** Where the ledger is. @throws CountersignError `ledger-token-missing`, `github-token-missing`. */
  readonly ledgerHome: (configuration: Configuration) => Repository;
  /** The ledger's branch and that of its lease. */
  readonly ledgerBranches: (configuration: Configuration) => readonly string[];
};

/** Files that somebody could add beside those that there are. */
const ADDED = ['.github/any', '.github/workflows/any.yml'];

/**
 * Looks at how the repository is set up. Reads only.
 * @throws CountersignError where there is no level to tell: `rules-missing`, or what keeps the configuration from being read.
 */
export async function examine(surface: DoctorSurface): Promise<Diagnosis> {
  const { repository, contents, providers } = surface;
  const { defaultBranch, visibility } = await repositoryFacts(repository);
  const tip = await tipOf(repository, defaultBranch);
  const configuration = await requireRules(contents, tip, providers);
  const readJobs = await seen(async () => await readJobsAt(contents, tip));
  const jobs = readJobs.kind === 'seen' ? readJobs.value.jobs : [];
  return diagnose({
    configuration,
    defaultBranch: await branchFact(() => repository, defaultBranch),
    ledgerBranches: await ledgerFacts(surface, configuration),
    environments: await Promise.all(
      environmentNames(configuration, jobs).map(async (name) => ({
        name,
        access: await seen(() => environmentAccess(repository, name)),
      })),
    ),
    codeOwners: await seen(() => codeOwnersAt(repository, contents, tip)),
    acting: await seen(surface.principal),
    unreadTeams: await seen(async () => await unreadTeams(repository, teamsIn(configuration))),
    reading: { readJobs, sources: configuration.sources.map(({ name }) => name), visibility },
  });
}

async function readJobsAt(contents: Contents, tip: string): Promise<ReadJobs> {
  const { inputs } = await contents.inputs(await contents.tree(tip), isWorkflow);
  return readJobsIn(inputs);
}

async function unreadTeams(repository: Repository, teams: readonly string[]): Promise<readonly string[]> {
  const read = await membersOf(repository, teams);
  return teams.filter((team) => !read.has(team));
}

async function ledgerFacts(surface: DoctorSurface, configuration: Configuration): Promise<readonly BranchFact[]> {
  const home = () => surface.ledgerHome(configuration);
  return await Promise.all(surface.ledgerBranches(configuration).map((branch) => branchFact(home, branch)));
}

async function branchFact(repository: () => Repository, branch: string): Promise<BranchFact> {
  return { branch, rules: await seen(async () => await branchRules(repository(), branch)) };
}

async function codeOwnersAt(repository: Repository, contents: Contents, tip: string): Promise<CodeOwnersFact> {
  const tree = await contents.tree(tip);
  const path = CODE_OWNERS_PATHS.find((candidate) => tree.has(candidate));
  if (path === undefined) return { kind: 'absent' };
  const { inputs, diagnostics } = await contents.inputs(tree, (candidate) => candidate === path);
  const [file] = inputs;
  const [problem] = diagnostics;
  if (file === undefined)
    throw new CountersignError(problem?.code ?? 'rule-unreadable', problem?.cause ?? 'The file cannot be read.', {
      evidence: path,
      mend: problem?.mend ?? 'Put a file in its place.',
    });
  const rules = [...tree.keys()].filter((candidate) => candidate.startsWith('.github/'));
  const text = Buffer.from(file.bytes).toString('utf8');
  const paths = new Set([...rules, ...ADDED, path]);
  return { kind: 'file', path, ...ownershipOf(text, [...paths], await codeOwnersErrors(repository)) };
}

/** What GitHub refuses to show is not there for this run, and is said to be unseen. */
async function seen<T>(read: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { kind: 'seen', value: await read() };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return {
      kind: 'unseen',
      why: [`${error.code}: ${error.message}`, error.evidence ?? ''].filter((part) => part !== '').join('; '),
    };
  }
}
