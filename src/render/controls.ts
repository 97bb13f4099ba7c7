import type { ControlLine, ControlStatus } from '../core/controls/line.ts';
import type { Fold } from './details.ts';
import { fit } from './fit.ts';
import { data, markdown, plain, said, type Phrase } from './phrase.ts';
import { count } from './words.ts';

const WORDS: { readonly [status in ControlStatus]: string } = {
  fail: 'fail',
  open: 'open',
  pass: 'pass',
  'not-assessable': 'not assessable',
};
const ORDER: readonly ControlStatus[] = ['fail', 'open', 'pass', 'not-assessable'];

const MODEST = 'What this plan alone shows of each; it claims compliance with nothing.';

/** A line for each control, what fails first. */
export function controlsFold(controls: readonly ControlLine[], budget: number): Fold | null {
  if (controls.length === 0) return null;
  const title = `Controls: ${countsOf(controls)}`;
  const lines = fit(
    sorted(controls),
    budget - title.length - MODEST.length - 120,
    (line) => `- ${markdown(linePhrase(line, MARKDOWN_EVIDENCE))}`,
    (left) => `- … and ${count(left, 'more control')}: \`countersign policy controls\` shows all of them.`,
  );
  return { title, lines: [MODEST, '', ...lines] };
}

/** As text of lines, in the order of the report, in which everything that others wrote is inert. */
export function renderControls(controls: readonly ControlLine[]): string {
  const lines = controls.flatMap((line) => [plain(linePhrase(line, 0)), ...line.evidence.map(evidenceLine)]);
  return [...lines, `${countsOf(controls)}. ${MODEST}`].map((line) => `${line}\n`).join('');
}

function evidenceLine(evidence: string): string {
  return `  ${plain([said(evidence)])}`;
}

function countsOf(controls: readonly ControlLine[]): string {
  const counts = ORDER.flatMap((status) => {
    const number = controls.filter((line) => line.status === status).length;
    return number === 0 ? [] : [`${number} ${WORDS[status]}`];
  });
  return counts.join(', ');
}

function sorted(controls: readonly ControlLine[]): readonly ControlLine[] {
  return ORDER.flatMap((status) => controls.filter((line) => line.status === status));
}

const MARKDOWN_EVIDENCE = 3;

/** @param evidence how many pieces of it are told in the line. */
function linePhrase({ control, title, status, evidence: all }: ControlLine, evidence: number): Phrase {
  const told = all.slice(0, evidence);
  const left = all.length - told.length;
  return [
    `${WORDS[status]}: `,
    data(control),
    ...(title === null ? [] : [` ${title}`]),
    ...told.flatMap((text, index): Phrase => [index === 0 ? ' — ' : ' ', said(text)]),
    ...(told.length > 0 && left > 0 ? [` And ${left} more.`] : []),
  ];
}
