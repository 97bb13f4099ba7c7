import { parseAddress } from '../core/address.ts';
import type { ApplyReport } from '../core/apply/execute.ts';
import type { FollowUp } from '../core/apply/follow-up.ts';
import { isDone, type Receipt } from '../core/apply/receipt.ts';
import { canonicalize } from '../core/digest.ts';
import type { Reason } from '../core/errors.ts';
import type { Json, Sha256 } from '../core/json.ts';
import type { Change, Plan } from '../core/plan.ts';
import { diagnosticPhrase } from './errors.ts';
import { fit } from './fit.ts';
import { followUpSentence } from './follow-up.ts';
import { pathOf, pathText, type Words } from './path.ts';
import { data, listed, markdown, said, strong, type Phrase } from './phrase.ts';
import { identityOf } from './view.ts';
import { count, shortDigest, TRIAL_SENTENCE, type Level } from './words.ts';

/** How one landing ended. `refused`: nothing was begun. `superseded`: a later plan took over before it was finished. */
export type ApplyOutcome =
  | { readonly kind: 'executed'; readonly report: ApplyReport }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'superseded'; readonly report: ApplyReport | null };

export type OutcomeInput = {
  /** Null when no publication stood at the landing, so that there is none to name. */
  readonly plan: Plan | null;
  readonly digest: Sha256 | null;
  readonly outcome: ApplyOutcome;
  /** The commit by which the pull request reached the default branch. */
  readonly landing: string;
  readonly applyId: Sha256;
  readonly level: Level;
  readonly verifyHint: string;
  readonly followUp: FollowUp;
  /** What documents call attributes otherwise, by kind. */
  readonly words: ReadonlyMap<string, Words>;
};

const BUDGET = { identities: 30_000, reasons: 10_000, remains: 8000 } as const;
const VALUE_LIMIT = 300;
const CODES_SHOWN = 3;

/** The comment after the landing, from the receipts: what happened, what did not and why, what remains open, what to do. */
export function renderOutcome(input: OutcomeInput): string {
  const { outcome } = input;
  const report = outcome.kind === 'refused' ? null : outcome.report;
  const sections = [
    `### Countersign: ${verdict(input)}\n\n${subject(input)}`,
    ...(input.level === 'trial' ? [TRIAL_SENTENCE] : []),
    ...(outcome.kind === 'refused' ? [lines(outcome.reasons, BUDGET.reasons, reasonPhrase)] : []),
    ...(report === null ? [] : reportSections(input, report)),
    ...nextStep(input),
    `Receipts are in the ledger under the apply ${markdown([data(input.applyId)])}; ${markdown(['check them with ', data(input.verifyHint, 500)])}.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function subject({ digest, landing }: OutcomeInput): string {
  const where = `landing ${markdown([data(landing.slice(0, 12))])}`;
  return digest === null ? where : `plan \`${shortDigest(digest)}\` · ${where}`;
}

function verdict({ outcome, plan }: OutcomeInput): string {
  if (outcome.kind === 'refused') return `refused, nothing was applied (${codesOf(outcome.reasons)})`;
  if (outcome.kind === 'superseded') return 'superseded by a later change; what is open belongs to the next plan';
  const { result, receipts } = outcome.report;
  const done = `${receipts.filter(isDone).length} of ${count(receipts.length, 'step')}`;
  switch (result) {
    case 'applied':
      return `applied, ${count(executed(plan).length, 'identity', 'identities')}, ${done}`;
    case 'partial':
      return `partly applied, ${done}`;
    case 'refused':
      return 'refused, nothing was applied';
    case 'nothing':
      return 'nothing had to be applied';
    case 'unfinished':
      return `not finished yet, ${done}; the next run continues`;
  }
}

/** Each once, however many things it is said of. */
function codesOf(reasons: readonly Reason[]): string {
  const codes = [...new Set(reasons.map(({ code }) => code))].map((code): Phrase => [data(code)]);
  return markdown(listed(codes, CODES_SHOWN));
}

function lines<T>(items: readonly T[], budget: number, phrase: (item: T) => Phrase): string {
  return fit(
    items,
    budget,
    (item) => `- ${markdown(phrase(item))}`,
    (left) => `- … and ${count(left, 'more', 'more')}, see the receipts.`,
  ).join('\n');
}

function reasonPhrase({ code, message, pointer }: Reason): Phrase {
  return [said(message), ...(pointer === undefined ? [] : [' at ', data(pointer)]), ' (', data(code), ')'];
}

function executed(plan: Plan | null): Plan['changes'] {
  return plan?.changes.filter(({ steps }) => steps.length > 0) ?? [];
}

function reportSections({ plan, words }: OutcomeInput, report: ApplyReport): readonly string[] {
  const receipts = new Map(report.receipts.map((receipt) => [receipt.stepId, receipt]));
  const told = executed(plan)
    .map((change) => ({ change, receipts: change.steps.flatMap(({ id }) => receipts.get(id) ?? []) }))
    .toSorted((left, right) => Number(left.receipts.every(isDone)) - Number(right.receipts.every(isDone)));
  const remains = report.receipts.flatMap((receipt) =>
    receipt.remains.map((what) => ({ stepId: receipt.stepId, what })),
  );
  return [
    ...(told.length === 0 ? [] : [lines(told, BUDGET.identities, (item) => changePhrase(item, words))]),
    ...(remains.length === 0
      ? []
      : [
          `**Remains open**\n\n${lines(remains, BUDGET.remains, ({ stepId, what }) => [data(stepId), ': ', said(what)])}`,
        ]),
    ...(report.unverified.length === 0
      ? []
      : [
          `**Read back differently than planned**\n\n${lines(report.unverified, BUDGET.remains, (address) => [data(address)])}`,
        ]),
  ];
}

type Told = { readonly change: Change; readonly receipts: readonly Receipt[] };

/** One identity: done, or the first receipt that says why not. */
function changePhrase({ change, receipts }: Told, words: OutcomeInput['words']): Phrase {
  const { source, name } = identityOf(change.address);
  const who: Phrase = [data(source), ' · ', data(name)];
  const stopped = receipts.find((receipt) => !isDone(receipt));
  const done = receipts.filter(isDone).length;
  if (stopped === undefined) {
    if (receipts.length < change.steps.length) return ['! ', ...who, ': no receipt yet'];
    const issued = receipts.flatMap((receipt) => receipt.issued);
    const already = receipts.every(({ kind }) => kind === 'already-applied') ? ', already as planned' : '';
    return [
      ...who,
      `: ${change.action} done${already}, read back`,
      ...(issued.length === 0
        ? []
        : [
            '; issued ',
            ...listed(
              issued.map((id) => [data(id)]),
              5,
            ),
          ]),
    ];
  }
  const progress = done === 0 ? '' : ` after ${count(done, 'step')} of ${change.steps.length}`;
  return [
    '! ',
    ...who,
    ': ',
    strong(stopped.kind),
    `${progress}: `,
    ...whyPhrase(stopped, change, words.get(parseAddress(change.address).kind)),
  ];
}

function whyPhrase({ conflict, failure, note, kind }: Receipt, change: Change, words?: Words): Phrase {
  if (conflict !== null) {
    return [
      ...placePhrase(conflict.pointer, change, words),
      ': planned ',
      valuePart(conflict.planned),
      ', found ',
      valuePart(conflict.found),
    ];
  }
  if (failure !== null) return diagnosticPhrase(failure);
  if (note !== null) return [said(note)];
  return [`the receipt says ${kind} and nothing more`];
}

/** As the plan's edits spell it. */
function placePhrase(pointer: string, { before, after }: Change, words?: Words): Phrase {
  if (pointer === '') return ['the identity as a whole'];
  const text = pointer.startsWith('/') ? pathText(pathOf(pointer, [before, after], words)) : pointer;
  return [data(text, VALUE_LIMIT)];
}

function valuePart(value: Json): Phrase[number] {
  return value === null ? 'nothing' : data(canonicalize(value), VALUE_LIMIT);
}

function nextStep({ outcome, followUp }: OutcomeInput): readonly string[] {
  if (outcome.kind === 'refused') {
    const mend = '**Next**: mend what is named above';
    return [
      followUp.kind === 'none'
        ? `${mend}; a new pull request is planned and reviewed again.`
        : `${mend}. ${followUpSentence(followUp)}`,
    ];
  }
  if (outcome.kind === 'superseded') return ['**Next**: nothing here; the later pull request says what follows.'];
  switch (outcome.report.result) {
    case 'applied':
    case 'nothing':
      return [];
    case 'unfinished':
      return ['**Next**: nothing to do; the next run of the apply workflow takes it up. Nothing is done twice.'];
    case 'partial':
    case 'refused':
      return [
        followUp.kind === 'none'
          ? '**Next**: nothing of it is left to ask for; a later landing took it over, or what was to go is gone.'
          : `**Next**: ${followUpSentence(followUp)}`,
      ];
  }
}
