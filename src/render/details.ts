import { alike } from '../core/alike.ts';
import type { Plan } from '../core/plan.ts';
import { editLines, editText } from './edit-lines.ts';
import { editsOf, placesPhrase, stepLine } from './edits.ts';
import { fit, sizeOf } from './fit.ts';
import { movedBetween } from './moved.ts';
import { data, markdown, said, type Phrase } from './phrase.ts';
import { codeBlock } from './text.ts';
import { undeclaredOf, type ChangeView, type PlanView } from './view.ts';
import { count, shortDigest } from './words.ts';

const HINT_LIMIT = 500;
const ADDRESS_LIMIT = 400;
/** Below this, the rest of an identity's edits would only be a line that says that they are left out. */
const BLOCK_MINIMUM = 800;

/** A part of the comment that opens on demand; `lines` never leave its budget. */
export type Fold = { readonly title: string; readonly lines: readonly string[] };

export function foldMarkdown({ title, lines }: Fold): string {
  return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

/** What a fold costs besides its lines. */
const FOLD_OVERHEAD = 120;

function bullet(phrase: Phrase): string {
  return `- ${markdown(phrase)}`;
}

function leftOut(what: string): (left: number) => string {
  return (left) => `- … and ${count(left, 'more', 'more')}: ${what}.`;
}

const WHOLE_PLAN = 'the ledger holds the whole plan under its digest';

/** Attribute by attribute, then step by step, for as many identities as fit. */
export function editsFold(view: PlanView, budget: number): Fold | null {
  if (view.changes.length === 0) return null;
  const lines: string[] = [];
  let left = budget - FOLD_OVERHEAD;
  const before = new Map(alike(view.changes).flatMap(([first, ...rest]) => rest.map((one) => [one, first] as const)));
  for (const [index, change] of view.changes.entries()) {
    const same = before.get(change);
    const block =
      left < BLOCK_MINIMUM
        ? null
        : same === undefined
          ? changeBlock(change, left - BLOCK_MINIMUM / 2)
          : sameBlock(change, same);
    const size = block === null ? left : sizeOf(block) + 2;
    if (block === null || size > left - BLOCK_MINIMUM / 2) {
      lines.push('', `… and ${count(view.changes.length - index, 'more identity', 'more identities')}: ${WHOLE_PLAN}.`);
      break;
    }
    lines.push(...(index === 0 ? [block] : ['', block]));
    left -= size;
  }
  return { title: 'Exact edits and steps', lines };
}

function sameBlock({ change }: ChangeView, first: ChangeView): string {
  const [own, other] = [change.address, first.change.address].map((address) => data(address, ADDRESS_LIMIT));
  return markdown([own ?? '', `: ${change.action}, with the same edits and steps as `, other ?? '']);
}

function changeBlock(view: ChangeView, budget: number): string {
  const { change, assessment } = view;
  const places = placesPhrase(assessment, ADDRESS_LIMIT);
  const heading = markdown([data(change.address, ADDRESS_LIMIT), ...(places === null ? [] : [' in ', ...places])]);
  const title = `${heading}: ${change.action}\n`;
  const lines = [
    ...editLines(editsOf(view)).map(editText),
    ...(change.steps.length === 0
      ? ['# no steps: nothing is executed']
      : ['# steps', ...change.steps.map((step) => stepLine(step))]),
  ];
  const room = budget - sizeOf(title) - 100;
  const fitting = fit(
    lines,
    room,
    (line) => line,
    (rest) => `# … and ${count(rest, 'more line')}: ${WHOLE_PLAN}`,
  );
  return `${title}\n${codeBlock(fitting, 'diff')}`;
}

export function movedFold(
  view: PlanView,
  previous: { readonly plan: Plan; readonly digest: PlanView['digest'] } | null,
  budget: number,
): Fold | null {
  if (previous === null || previous.digest === view.digest) return null;
  const moved = movedBetween(previous.plan, view.plan);
  const lines = fit(moved, budget - FOLD_OVERHEAD, bullet, leftOut('both plans are in the ledger'));
  return { title: `What moved since the previous plan (${shortDigest(previous.digest)})`, lines };
}

export function readFold(view: PlanView, budget: number): Fold | null {
  const { sources } = view.assessment;
  if (sources.length === 0) return null;
  const line = (source: (typeof sources)[number]): string =>
    bullet([data(source.name), ' = ', said(source.description), source.complete ? ', complete' : ', NOT complete']);
  return { title: 'What was read', lines: fit(sources, budget - FOLD_OVERHEAD, line, leftOut('see the assessment')) };
}

export function unmanagedFold(view: PlanView, budget: number): Fold | null {
  const addresses = undeclaredOf(view.assessment);
  if (addresses.length === 0) return null;
  return {
    title: `Unmanaged within the boundary: ${count(addresses.length, 'identity', 'identities')} (not touched)`,
    lines: fit(
      addresses,
      budget - FOLD_OVERHEAD,
      (address) => bullet([data(address, ADDRESS_LIMIT)]),
      leftOut('see the assessment'),
    ),
  };
}

export function notModelledFold(view: PlanView, budget: number): Fold | null {
  const { notModelled } = view.assessment;
  if (notModelled.length === 0) return null;
  const line = ({ address, what, detail }: (typeof notModelled)[number]): string =>
    bullet([...(address === null ? [] : [data(address, ADDRESS_LIMIT), ': ']), said(what), ' ', data(detail)]);
  return {
    title: `Met but not modelled: ${count(notModelled.length, 'fact')} (not compared, not touched)`,
    lines: fit(notModelled, budget - FOLD_OVERHEAD, line, leftOut('see the assessment')),
  };
}

export function checkFold(view: PlanView, verifyHint: string): Fold {
  const { commits, engine } = view.assessment;
  return {
    title: 'Check it yourself',
    lines: [
      bullet(['digest ', data(view.digest)]),
      bullet([
        'ledger: the entry ',
        data('planned'),
        ' for this digest holds the plan, this assessment, and the hash of these bytes',
      ]),
      bullet(['run ', data(verifyHint, HINT_LIMIT)]),
      ...(commits === null
        ? []
        : [
            bullet([
              'base ',
              data(commits.base),
              ', head ',
              data(commits.head),
              ', merge base ',
              data(commits.mergeBase),
            ]),
          ]),
      bullet(['engine ', data(engine)]),
    ],
  };
}
