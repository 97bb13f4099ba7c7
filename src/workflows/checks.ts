import type { Decision, PublicationRun } from '../core/approval/facts.ts';
import type { Configuration } from '../core/configuration.ts';
import { controlsReport } from '../core/controls/report.ts';
import { levelOf } from '../core/configuration/level.ts';
import type { Reason } from '../core/errors.ts';
import type { GroupDecision } from '../core/group.ts';
import type { Sha256 } from '../core/json.ts';
import type { PullFacts } from '../core/policy/pull.ts';
import type { Principal } from '../core/own-app.ts';
import { putCheckRun, type CheckState } from '../github/check-run.ts';
import { postingApp } from '../github/persons.ts';
import type { Repository } from '../github/repository.ts';
import { renderApprovalCheck } from '../render/approval-check.ts';
import { renderGroupCheck } from '../render/group-check.ts';
import { renderPlainCheck, renderPlanCheck, type CheckOutput } from '../render/check-run.ts';
import type { PlannedPullRequest } from './bundle.ts';
import type { Ledger } from './ledger.ts';

const PLAN_CHECK = 'countersign/plan';
const APPROVAL_CHECK = 'countersign/approval';

/** `principal`: whom the repository's client acts for; an App's check runs are ours to continue. */
export type Poster = { readonly repository: Repository; readonly principal: () => Promise<Principal> };

export type CheckSurface = Poster & {
  readonly configuration: Configuration;
  readonly ledger: Ledger;
};

type Planned = Extract<PlannedPullRequest, { kind: 'planned' }>;

/** A command that verifies the ledger offline. @param url of a pull request, which tells where GitHub's pages are. */
export function verifyHint(url: string, { ledger }: Configuration): string {
  const [, home = '', own = ''] = /^(.*)\/([^/]+\/[^/]+)\/pull\/\d+$/u.exec(url) ?? [];
  const keys = ledger.signing.kind === 'none' ? '' : ' --keys trusted-keys.json';
  return `git clone --branch ${ledger.branch} --single-branch ${home}/${ledger.repository ?? own} ledger && countersign verify ledger${keys}`;
}

export async function postPlan(surface: CheckSurface, planned: Planned): Promise<void> {
  const { plan, digest, assessment } = planned;
  const output = renderPlanCheck({ plan, digest, assessment, level: levelOf(surface.configuration) });
  await put(surface, PLAN_CHECK, planned.head, digest, output);
}

/** `about`: by what of the pull request it was judged; null: no rule asks about it. */
export type Approval = {
  readonly planned: Planned;
  readonly decision: Decision;
  readonly run: PublicationRun | null;
  readonly commentUrl: string | null;
  readonly about: PullFacts | null;
};

/** The required check. A head that several open pull requests share can be green for none of them alone. */
export async function postApproval(
  surface: CheckSurface,
  { planned, decision, run, commentUrl, about }: Approval,
): Promise<void> {
  const { plan, digest, assessment } = planned;
  const progress =
    run === null || run.publishedAt === null
      ? ({ kind: 'unpublished' } as const)
      : ({
          kind: 'published',
          publishedAt: run.publishedAt,
          commentUrl,
          code: run.code,
          mustQuote: run.mustQuote,
        } as const);
  const anchor = await surface.ledger.anchor();
  const coverage = surface.configuration.policySet.coverage(plan.changes, about?.labels ?? null);
  const recorded = run === null ? null : anchor;
  const controls = controlsReport({ plan, digest, assessment, coverage, approval: decision, recorded });
  const output = renderApprovalCheck({
    decision,
    plan,
    digest,
    assessment,
    progress,
    level: levelOf(surface.configuration),
    anchor,
    controls,
  });
  await put(surface, APPROVAL_CHECK, planned.head, digest, output);
}

/** Both checks with one sentence, where there is no plan to show. */
export async function postPlain(
  poster: Poster,
  head: string,
  conclusion: 'success' | 'failure',
  reason: Reason,
): Promise<void> {
  const output = renderPlainCheck(conclusion, reason);
  for (const name of [PLAN_CHECK, APPROVAL_CHECK]) await put(poster, name, head, null, output);
}

/** Both checks of a merge group's commit. @param configuration null where it cannot be read. */
export async function postGroup(
  poster: Poster,
  configuration: Configuration | null,
  head: string,
  decision: GroupDecision,
): Promise<void> {
  const output = renderGroupCheck(decision, configuration === null ? 'trial' : levelOf(configuration));
  for (const name of [PLAN_CHECK, APPROVAL_CHECK]) await put(poster, name, head, null, output);
}

async function put(
  { repository, principal }: Poster,
  name: string,
  head: string,
  digest: Sha256 | null,
  output: CheckOutput,
): Promise<void> {
  const state: CheckState = output.conclusion ?? 'waiting';
  const annotations = output.annotations.map(({ path, line, level, title, message }) => ({
    path,
    startLine: line,
    endLine: line,
    level,
    title,
    message,
  }));
  const text = output.text === '' ? null : output.text;
  await putCheckRun(repository, postingApp(await principal()), {
    name,
    head,
    externalId: digest,
    state,
    title: output.title,
    summary: output.summary,
    text,
    annotations,
  });
}
