import { byChoice } from '../core/approval/choices.ts';
import type { Assessment, RiskLevel } from '../core/assessment.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { credentialPhrases } from './credentials.ts';
import { editLines, type EditLine } from './edit-lines.ts';
import { editsOf, placesPhrase, stepLine } from './edits.ts';
import { gainLines, heldLines, keptLines, lossLines, othersPhrases } from './effect.ts';
import { diagnosticPhrase, unreadablePhrase } from './errors.ts';
import { exceptionPhrase } from './exceptions.ts';
import { verdictPhrase } from './headline.ts';
import { data, plain, said, type Phrase } from './phrase.ts';
import { findingPhrase, requirementPhrase } from './sections.ts';
import { accessCell, riskPhrase, whatPhrase } from './sentence.ts';
import { logLine } from './text.ts';
import { undeclaredOf, viewOf, type ChangeView, type PlanView } from './view.ts';
import { count } from './words.ts';

export type TerminalOptions = {
  readonly color: boolean;
  /** Columns. */ readonly width: number;
  /** Identities within the boundary that nobody declares. Counted unless given. */
  readonly unmanaged?: 'counted' | 'listed';
};

/** A line before it is wrapped: what hangs under what, and its tone. */
type Line = { readonly indent: number; readonly label: string; readonly text: string; readonly tone: Tone };

type Tone = 'plain' | 'strong' | 'dim' | 'added' | 'removed' | 'warning' | 'danger';

const TONES: { readonly [tone in Tone]: string } = {
  plain: '',
  strong: '1',
  dim: '2',
  added: '32',
  removed: '31',
  warning: '33',
  danger: '1;31',
};

const RISK_TONES: { readonly [level in RiskLevel]: Tone } = {
  critical: 'danger',
  high: 'danger',
  medium: 'warning',
  low: 'plain',
};

const EDIT_TONES: { readonly [sign in EditLine['sign']]: Tone } = { '+': 'added', '-': 'removed', ' ': 'plain' };

const MINIMUM_WIDTH = 40;
const PLACE_LIMIT = 500;

/** The plan as text. Everything that colour says is said by a sign or a word as well. */
export function renderTerminal(plan: Plan, digest: Sha256, assessment: Assessment, options: TerminalOptions): string {
  const view = viewOf(plan, digest, assessment);
  const lines = [
    line(0, `Countersign: ${plain(verdictPhrase(view))}`, 'strong'),
    line(0, `plan ${digest}`, 'dim'),
    ...assessment.diagnostics.map((diagnostic) =>
      phraseLine(0, diagnosticPhrase(diagnostic), diagnostic.severity === 'error' ? 'danger' : 'warning', '! '),
    ),
    ...assessment.incomplete.map((item) => phraseLine(0, unreadablePhrase(item), 'danger', '! not read: ')),
    ...plan.governance.map(({ path, base, head }) =>
      phraseLine(
        0,
        ['rule file ', data(path), base === null ? ' added' : head === null ? ' removed' : ' changed'],
        'danger',
        '! ',
      ),
    ),
    ...view.changes.flatMap(changeLines),
    ...endLines(view, options),
  ];
  return `${lines.flatMap((item) => wrapped(item, options)).join('\n')}\n`;
}

function line(indent: number, text: string, tone: Tone = 'plain', label = ''): Line {
  return { indent, label, text, tone };
}

function phraseLine(indent: number, phrase: Phrase, tone: Tone, label: string): Line {
  return line(indent, plain(phrase), tone, label);
}

const BLANK = line(0, '');

function changeLines(view: ChangeView): readonly Line[] {
  const { change, assessment, sign } = view;
  const places = placesPhrase(assessment, PLACE_LIMIT);
  return [
    BLANK,
    phraseLine(0, [data(view.source), ' · ', data(view.name), ` (${change.action})`], 'strong', `${sign} `),
    phraseLine(4, riskPhrase(view), RISK_TONES[assessment.risk.level], 'risk     '),
    phraseLine(4, whatPhrase(view), 'plain', 'changes  '),
    ...accessCell(gainLines(view)).map((phrase) => phraseLine(4, phrase, 'warning', 'gains    ')),
    ...accessCell(lossLines(view)).map((phrase) => phraseLine(4, phrase, 'plain', 'loses    ')),
    ...accessCell([...heldLines(view), ...keptLines(view)]).map((phrase) => phraseLine(4, phrase, 'dim', 'holds    ')),
    ...credentialPhrases(view).map((phrase) => phraseLine(4, phrase, 'dim', 'proves   ')),
    ...change.irreversible.map(({ message, code }) =>
      phraseLine(4, [said(message), ' (', data(code), ')'], 'danger', '! cannot be taken back: '),
    ),
    ...change.blocked.map(({ message, code }) =>
      phraseLine(4, [said(message), ' (', data(code), ')'], 'danger', '! blocked: '),
    ),
    ...assessment.notes.map(({ message, code }) =>
      phraseLine(4, [said(message), ' (', data(code), ')'], 'dim', 'note     '),
    ),
    ...(places === null ? [] : [phraseLine(4, places, 'dim', 'in       ')]),
    ...editLines(editsOf(view)).map(({ sign, depth, text }) =>
      line(6, text, EDIT_TONES[sign], `${sign} ${'  '.repeat(depth)}`),
    ),
    ...change.steps.map((step) => line(6, stepLine(step), 'dim')),
  ];
}

function endLines(view: PlanView, options: TerminalOptions): readonly Line[] {
  const { requirements, findings, exceptions, sources, notModelled } = view.assessment;
  return [
    BLANK,
    ...othersPhrases(view).map((phrase) => phraseLine(0, phrase, 'warning', 'others     ')),
    ...byChoice(requirements, ({ choice }) => choice).map((options) =>
      phraseLine(0, requirementPhrase(options), 'plain', 'needs      '),
    ),
    ...findings.map((finding) =>
      phraseLine(
        0,
        findingPhrase(finding, view.naming),
        finding.effect === 'deny' ? 'danger' : 'warning',
        'policy     ',
      ),
    ),
    ...exceptions.map((note) =>
      phraseLine(
        0,
        exceptionPhrase(note, view.naming),
        note.code === 'exception-used' ? 'strong' : 'warning',
        'exception  ',
      ),
    ),
    ...sources.map(({ name, description, complete }) =>
      phraseLine(
        0,
        [data(name), ' = ', said(description), complete ? ', complete' : ', NOT complete'],
        'dim',
        'read       ',
      ),
    ),
    ...unmanagedLines(view, options),
    ...notModelled.map(({ address, what, detail }) =>
      phraseLine(
        0,
        [...(address === null ? [] : [data(address), ': ']), said(what), ' ', data(detail)],
        'dim',
        'not modelled: ',
      ),
    ),
  ];
}

function unmanagedLines({ assessment }: PlanView, { unmanaged = 'counted' }: TerminalOptions): readonly Line[] {
  const addresses = undeclaredOf(assessment);
  if (addresses.length === 0) return [];
  const identities = count(addresses.length, 'identity', 'identities');
  return [
    line(0, `${identities} within the boundary, not touched`, 'dim', 'unmanaged  '),
    ...(unmanaged === 'listed' ? addresses.map((address) => line(2, address)) : []),
  ];
}

/** Breaks at spaces and hangs under the first word after the label; a word longer than the line stays whole, to be copied. */
function wrapped(item: Line, { color, width }: TerminalOptions): readonly string[] {
  const columns = Math.max(MINIMUM_WIDTH, width);
  const lead = `${' '.repeat(item.indent)}${item.label}`;
  const hang = ' '.repeat(lead.length);
  const lines: string[] = [];
  let current = lead;
  let empty = true;
  for (const word of item.text.split(' ')) {
    if (!empty && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = hang;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, current].map((text) => painted(logLine(text.trimEnd()), item.tone, color));
}

function painted(text: string, tone: Tone, color: boolean): string {
  const code = TONES[tone];
  return color && code !== '' && text !== '' ? `\u{1b}[${code}m${text}\u{1b}[0m` : text;
}
