import type { Configuration } from '../core/configuration.ts';
import type { Anchor } from '../core/ledger/entry.ts';
import { anchorText, readAnchor } from '../core/ledger/anchor.ts';
import { ownCheckRuns, putCheckRun } from '../github/check-run.ts';
import { visitHistory } from '../github/history.ts';
import { branchTip, repositoryFacts, type Repository } from '../github/repository.ts';
import { tipOf } from './concern.ts';

const ANCHOR_CHECK = 'countersign/ledger';

/** Commits of the default branch, from its tip back, among which the newest anchor is looked for. */
const ANCHOR_COMMITS = { line: 100, all: 200 };

/**
 * The newest place in the ledger that our App quoted on the default branch: nobody but the App's owner can write one, and
 * nobody at all can take one away without rewriting that branch. Null without an App of one's own, and before the first.
 */
export async function quotedAnchor(repository: Repository, configuration: Configuration): Promise<Anchor | null> {
  const { app } = configuration;
  if (app === null) return null;
  const { defaultBranch } = await repositoryFacts(repository);
  const tip = await branchTip(repository, defaultBranch);
  if (tip === null) return null;
  // A merge may have any commit as its first parent. No commit has an older anchor than what it descends from.
  let newest: Anchor | null = null;
  await visitHistory(repository, tip, ANCHOR_COMMITS, async (commit) => {
    const anchors = await anchorsOn(repository, app, commit, configuration);
    for (const anchor of anchors) newest = later(newest, anchor);
    return anchors.length > 0;
  });
  return newest;
}

function later(left: Anchor | null, right: Anchor): Anchor {
  return left === null || right.index > left.index ? right : left;
}

/** Quotes a place in the ledger on the tip of the default branch, where later runs find it. */
export async function quoteAnchor(repository: Repository, configuration: Configuration, anchor: Anchor): Promise<void> {
  const { app } = configuration;
  if (app === null) return;
  const { defaultBranch } = await repositoryFacts(repository);
  const head = await tipOf(repository, defaultBranch);
  const quoted = anchorText(anchor);
  // A slow run must not lower what later runs are held to.
  const newest = await quotedAnchor(repository, configuration);
  if (newest !== null && newest.index > anchor.index) return;
  const known = await anchorsOn(repository, app, head, configuration);
  if (known.some(({ index }) => index >= anchor.index)) return;
  await putCheckRun(repository, app, {
    name: ANCHOR_CHECK,
    head,
    externalId: `${placeOf(configuration)} ${quoted}`,
    state: 'success',
    title: `The ledger reaches entry ${anchor.index}`,
    summary: `Later runs refuse a ledger that does not extend this entry:\n\n\`${quoted}\`\n\n\`countersign verify LEDGER --anchor ${quoted}\` does the same by hand.`,
    text: null,
    annotations: [],
  });
}

async function anchorsOn(
  repository: Repository,
  app: number,
  commit: string,
  configuration: Configuration,
): Promise<readonly Anchor[]> {
  const prefix = `${placeOf(configuration)} `;
  return (await ownCheckRuns(repository, app, commit, ANCHOR_CHECK)).flatMap(({ externalId }) => {
    const anchor = externalId?.startsWith(prefix) === true ? readAnchor(externalId.slice(prefix.length)) : null;
    return anchor === null ? [] : [anchor];
  });
}

/** A ledger that the configuration puts elsewhere is another one, with anchors of its own. */
function placeOf({ ledger: { branch, repository } }: Configuration): string {
  return repository === null ? branch : `${repository}:${branch}`;
}
