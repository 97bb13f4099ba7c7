import { parseAddress, type Address } from '../address.ts';
import type { Configuration } from '../configuration.ts';
import { API_VERSION, writtenRemoval } from '../desired/envelope.ts';
import type { DesiredState, Identity } from '../desired/types.ts';
import { canonicalize } from '../digest.ts';
import type { Reason } from '../errors.ts';
import type { Json, JsonObject, Sha256 } from '../json.ts';
import type { ApplyResult } from '../ledger/bodies.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { Plan } from '../plan.ts';
import type { Removal } from '../ports.ts';
import { writeYaml } from '../yaml/write.ts';
import { placeBeside } from './follow-up-place.ts';
import type { ApplyReport } from './execute.ts';
import { EXISTENCE } from './judge.ts';
import { isDone } from './receipt.ts';

/** What became of asking again for what an apply left open; the comment after the landing says it. */
export type FollowUp =
  | { readonly kind: 'none' }
  /** Whether it is open or closed by now. */
  | { readonly kind: 'opened'; readonly pullRequest: number }
  /** The branch stands, and the token may not open a pull request from it; a person can at `url`. */
  | { readonly kind: 'prepared'; readonly branch: string; readonly url: string; readonly reason: Reason }
  | { readonly kind: 'impossible'; readonly reason: Reason };

/** After these nothing can be asked for: nobody's pull request, or documents and rules that have to be mended first. */
const UNASKABLE: ReadonlySet<string> = new Set([
  'direct-push',
  'governance-unapproved',
  'landing-invalid',
  'landing-unreadable',
  'not-installed',
  'rules-invalid',
]);

/** An apply that ends. `codes`: why it ended as it did. */
export type Ended = {
  readonly result: ApplyResult;
  readonly codes: readonly string[];
  readonly unapplied: readonly Address[];
};

/** Whether what an apply leaves open is asked for again. What a later landing took over is not, and belongs to that one's plan. */
export function isFollowedUp({ result, codes, unapplied }: Ended): boolean {
  if (result !== 'partial' && result !== 'refused') return false;
  return unapplied.length > 0 && !codes.some((code) => UNASKABLE.has(code));
}

/** Codes of everything that was not done, without live values, each once. */
export function codesOf(report: ApplyReport): readonly string[] {
  const open = report.receipts.filter((receipt) => !isDone(receipt));
  return [...new Set(open.map(({ kind, failure }) => failure?.code ?? kind))];
}

/** Identities that did not exist when the apply looked. */
export function goneIn(plan: Plan, { receipts }: ApplyReport): ReadonlySet<Address> {
  const gone = receipts.filter(({ conflict }) => conflict?.pointer === '' && conflict.found === EXISTENCE.none);
  const steps = new Set(gone.map(({ stepId }) => stepId));
  return new Set(
    plan.changes.filter((change) => change.steps.some(({ id }) => steps.has(id))).map(({ address }) => address),
  );
}

/** Deterministic, so that a run that was killed, doubled or started again finds what another one made. */
export function followUpBranch(applyId: Sha256): string {
  return `${PLACE}${nameOf(applyId)}`;
}

const PLACE = 'countersign/';
const NAME = 'follow-up-';

/** Whether a branch is named like one that asks again. Anybody may name theirs so. */
export function isFollowUpBranch(branch: string): boolean {
  return branch.startsWith(`${PLACE}${NAME}`);
}

/** Commits of ours with which a branch began that asks again, as the trusted entries of the pull request tell that it asks for. */
export function followUpCommits(entries: readonly LedgerEntry[], branch: string): ReadonlySet<string> {
  const begun = entries.map(({ predicate: { body } }) => body).filter((body) => body.type === 'follow-up');
  return new Set(begun.filter((body) => body.branch === branch).map(({ commit }) => commit));
}

function nameOf(applyId: Sha256): string {
  return `${NAME}${applyId.slice('sha256:'.length, 'sha256:'.length + 12)}`;
}

export type FollowUpFacts = Ended & {
  readonly applyId: Sha256;
  readonly pullRequest: number;
  readonly landing: string;
  /** Addresses that no longer exist live. */
  readonly gone: ReadonlySet<Address>;
  /** What was declared before the landing, by it, and is at the tip of the default branch. */
  readonly before: DesiredState;
  readonly after: DesiredState;
  readonly tip: DesiredState;
  /** At the tip. */
  readonly configuration: Configuration;
  readonly paths: ReadonlySet<string>;
};

export type FollowUpDraft =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'placeless' }
  /** The one file that the branch adds. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string };

type Ask = { readonly address: Address; readonly near: string } & (
  | { readonly verb: 'correct' }
  | { readonly verb: 'remove'; readonly onRemove: Removal; readonly kind: string }
);

/** The Reconciliation that asks again for what is unapplied and still wanted, and where it belongs. Pure. */
export function followUpDraft(facts: FollowUpFacts): FollowUpDraft {
  const asks = facts.unapplied.flatMap((address) => askFor(address, facts) ?? []);
  if (asks.length === 0) return { kind: 'nothing' };
  const name = nameOf(facts.applyId);
  const groups = [...Map.groupBy(asks, groupOf).values()].flatMap(pieces);
  const names = groups.map((_, index) => (index === 0 ? name : `${name}-${index + 1}`));
  const taken = new Set(facts.tip.reconciliations.map((document) => document.name));
  const neighbours = [...asks.map(({ near }) => near), ...sameSources(asks, facts.tip), ...everywhere(facts.tip)];
  const path = names.some((one) => taken.has(one)) ? null : placeBeside(neighbours, name, facts);
  if (path === null) return { kind: 'placeless' };
  const documents = groups.map((group, index) => writeYaml(documentOf(names[index] ?? name, group, facts)));
  return { kind: 'file', path, text: documents.join('---\n') };
}

/** Null where there is nothing left to ask: a later landing has a plan of its own, or nothing would be executed. */
function askFor(address: Address, facts: FollowUpFacts): Ask | null {
  const [before, after, tip] = [facts.before, facts.after, facts.tip].map((state) => identityIn(state, address));
  if (after?.hash !== tip?.hash || !isExecutable(address, facts, tip === undefined)) return null;
  if (tip !== undefined) return { verb: 'correct', address, near: tip.location.path };
  const request = addedRequest(address, facts);
  const onRemove = before?.onRemove ?? request?.onRemove ?? { kind: 'disable' };
  const near = before?.location.path ?? request?.location.path;
  if (near === undefined || onRemove.kind === 'forget' || facts.gone.has(address)) return null;
  return { verb: 'remove', address, onRemove, kind: parseAddress(address).kind, near };
}

function identityIn(state: DesiredState, address: Address): Identity | undefined {
  return state.identities.find((identity) => identity.address === address);
}

/** What asked to remove an identity that had no document, and still asks. */
function addedRequest(address: Address, { before, after, tip }: FollowUpFacts) {
  const known = new Set(before.reconciliations.map(({ name }) => name));
  const kept = new Set(tip.reconciliations.map(({ hash }) => hash));
  return after.reconciliations.find(
    ({ name, hash, verb, addresses }) =>
      verb === 'remove' && !known.has(name) && kept.has(hash) && addresses.includes(address),
  );
}

/** A source that is gone or only observed executes nothing, and an additive one removes nothing. */
function isExecutable(address: Address, { configuration }: FollowUpFacts, removes: boolean): boolean {
  const source = configuration.sources.find(({ name }) => name === parseAddress(address).source);
  if (source === undefined || source.mode === 'observe') return false;
  return !removes || source.mode === 'authoritative';
}

/** One document for each verb and way to end; options of a deletion are checked against the kind that they belong to. */
function groupOf(ask: Ask): string {
  return canonicalize(ask.verb === 'correct' ? [ask.verb] : [ask.verb, writtenRemoval(ask.onRemove), ask.kind]);
}

/** Addresses of one Reconciliation at most. */
const ADDRESSES = 1000;

function pieces(asks: readonly Ask[]): readonly (readonly Ask[])[] {
  return Array.from({ length: Math.ceil(asks.length / ADDRESSES) }, (_, index) =>
    asks.slice(index * ADDRESSES, (index + 1) * ADDRESSES),
  );
}

function documentOf(name: string, asks: readonly Ask[], facts: FollowUpFacts): JsonObject {
  const [first] = asks;
  const spec: { [key: string]: Json } = {
    verb: first?.verb ?? 'correct',
    addresses: asks.map(({ address }) => address),
    reason: reasonOf(facts),
  };
  if (first?.verb === 'remove') spec['onRemove'] = writtenRemoval(first.onRemove);
  return { apiVersion: API_VERSION, kind: 'Reconciliation', metadata: { name }, spec };
}

const SHOWN_CODES = 5;

/** What a code looks like: words that say nothing to a program or to Markdown, whoever made them. */
const CODE = /^[a-z][a-z-]{0,60}$/u;

/** Only numbers, the commit and stable codes: whatever a live system or a person wrote stays out of it. */
function reasonOf({ pullRequest, landing, result, codes }: FollowUpFacts): string {
  const known = [...new Set(codes)].filter((code) => CODE.test(code)).slice(0, SHOWN_CODES);
  const why = known.length === 0 ? '' : ` (${known.join(', ')})`;
  const what = result === 'partial' ? 'applied only in part' : 'not applied';
  return `Pull request ${pullRequest} landed as ${landing.slice(0, 12)} and was ${what}${why}. This asks again for what it left open.`;
}

function sameSources(asks: readonly Ask[], { identities }: DesiredState): readonly string[] {
  const sources = new Set(asks.map(({ address }) => parseAddress(address).source));
  return identities.filter(({ source }) => sources.has(source)).map(({ location }) => location.path);
}

function everywhere({ identities, reconciliations }: DesiredState): readonly string[] {
  return [...reconciliations, ...identities].map(({ location }) => location.path);
}
