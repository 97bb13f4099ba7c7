import type { Diagnostic, Location } from '../core/errors.ts';
import { accessPhrase, groupAccess } from './access.ts';
import { diagnosticPhrase } from './errors.ts';
import { changeSentence, riskPhrase } from './sentence.ts';
import { data, listed, plain, said } from './phrase.ts';
import { findingPhrase } from './sections.ts';
import { cut } from './text.ts';
import type { ChangeView, PlanView } from './view.ts';

/** One remark on a line of a file at the head; every text in it is plain and inert. */
export type Annotation = {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
};

export const TITLE_LIMIT = 200;
const MESSAGE_LIMIT = 4000;
const GAINS_SHOWN = 8;

/** As many as GitHub takes in one request: more would bury the files, and the comment has all of them. */
const MAXIMUM = 50;

const LEVELS: readonly Annotation['level'][] = ['failure', 'warning', 'notice'];

/** Remarks for the changed files, the riskiest first, and how many there were altogether. */
export function annotationsOf(view: PlanView): { readonly shown: readonly Annotation[]; readonly all: number } {
  const { diagnostics, findings } = view.assessment;
  const changed = new Map(view.changes.map((change) => [change.change.address, change]));
  const fromFindings = findings.flatMap((finding) => {
    const location = finding.address === null ? null : (changed.get(finding.address)?.assessment.location ?? null);
    if (location === null) return [];
    const level = finding.effect === 'deny' ? 'failure' : 'warning';
    return [annotation(location, level, finding.code, plain(findingPhrase(finding, view.naming)))];
  });
  const all = [
    ...view.changes.flatMap(blockedAnnotations),
    ...view.changes.flatMap(changeAnnotations),
    ...fromFindings,
    ...inTurn(diagnostics).flatMap(diagnosticAnnotation),
  ];
  const sorted = LEVELS.flatMap((level) => all.filter((one) => one.level === level));
  return { shown: sorted.slice(0, MAXIMUM), all: all.length };
}

/** Of every file the first before the second of any, and one for each kind on a line: a file full of mistakes hides no other. */
function inTurn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = new Map(diagnostics.map((diagnostic) => [placeOf(diagnostic), diagnostic] as const).toReversed());
  const kept = diagnostics.filter((diagnostic) => first.get(placeOf(diagnostic)) === diagnostic);
  const files = [...Map.groupBy(kept, ({ location }) => location?.path).values()];
  return files
    .flatMap((members) => members.map((diagnostic, turn) => ({ diagnostic, turn })))
    .toSorted((left, right) => left.turn - right.turn)
    .map(({ diagnostic }) => diagnostic);
}

function placeOf({ code, location }: Diagnostic): string {
  return `${location?.path}:${location?.line}:${code}`;
}

function diagnosticAnnotation(diagnostic: Diagnostic): readonly Annotation[] {
  if (diagnostic.location === undefined) return [];
  const level = diagnostic.severity === 'error' ? 'failure' : 'warning';
  return [annotation(diagnostic.location, level, diagnostic.code, plain(diagnosticPhrase(diagnostic)))];
}

function blockedAnnotations({ change, assessment }: ChangeView): readonly Annotation[] {
  return change.blocked.flatMap((reason) => {
    const location = assessment.locations[reason.pointer ?? ''] ?? assessment.location;
    return location === null ? [] : [annotation(location, 'failure', reason.code, plain([said(reason.message)]))];
  });
}

/** On each line that widens access; on the document where something else is to be said of it. */
function changeAnnotations(view: ChangeView): readonly Annotation[] {
  const { change, assessment } = view;
  if (assessment.location === null || change.blocked.length > 0 || change.metadata.after === null) return [];
  const widening = wideningAnnotations(view);
  const placed = new Set((assessment.widensAt ?? []).flatMap(({ gains }) => gains));
  const isTold = placed.size > 0 && placed.size === assessment.gains.length && change.irreversible.length === 0;
  if (isTold) return widening;
  const message = `${plain(changeSentence(view))}. Risk: ${plain(riskPhrase(view))}.`;
  return [...widening, annotation(assessment.location, levelOf(view), titleOf(view, change.action), message)];
}

/** What lets its holder change access comes before what is only used, whichever stands first in the document. */
function wideningAnnotations(view: ChangeView): readonly Annotation[] {
  const { gains, widensAt = [] } = view.assessment;
  const places = widensAt.map(({ location, gains: indexes }) => {
    const gained = indexes.flatMap((index) => gains[index] ?? []);
    return { location, gained, power: gained.some(({ power }) => power === 'administer') };
  });
  return places
    .toSorted((left, right) => Number(right.power) - Number(left.power))
    .map(({ location, gained, power }) => {
      const phrase = [
        data(view.name),
        ' gains ',
        ...listed(
          groupAccess(gained).map((group) => accessPhrase(group)),
          GAINS_SHOWN,
        ),
      ];
      const message = `${plain(phrase)}. Risk: ${plain(riskPhrase(view))}.`;
      return annotation(location, power ? 'warning' : levelOf(view), titleOf(view, 'gains access'), message);
    });
}

function levelOf({ assessment: { risk } }: ChangeView): Annotation['level'] {
  return risk.level === 'critical' || risk.level === 'high' ? 'warning' : 'notice';
}

function titleOf({ name }: ChangeView, what: string): string {
  return plain([data(name), `: ${what}`]);
}

function annotation({ path, line }: Location, level: Annotation['level'], title: string, message: string): Annotation {
  return { path, line, level, title: cut(title, TITLE_LIMIT), message: cut(message, MESSAGE_LIMIT) };
}
