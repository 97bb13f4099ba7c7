import { alike } from '../core/alike.ts';
import { gainLines, heldLines, keptLines, lossLines } from './effect.ts';
import { fit } from './fit.ts';
import { accessCell, riskPhrase, whatPhrase } from './headline.ts';
import { conjoined, data, markdown, type Phrase } from './phrase.ts';
import type { ChangeView, PlanView } from './view.ts';
import { count } from './words.ts';

/** A phone shows the first columns; gains and losses of the riskiest stand in the sentences above it as well. */
const TABLE_HEAD = '|   | identity | risk | what changes | gains | loses |\n| --- | --- | --- | --- | --- | --- |';

/** Identities whose rows are the same but for the source, in one row. */
type Row = { readonly views: readonly [ChangeView, ...ChangeView[]]; readonly cells: string };

const SOURCES_SHOWN = 6;

function rowsOf(changes: readonly ChangeView[]): readonly Row[] {
  return alike(changes).flatMap((group) => {
    const rows = new Map<string, [ChangeView, ...ChangeView[]]>();
    for (const view of group) {
      const cells = cellsOf(view);
      const views = rows.get(cells);
      if (views === undefined) rows.set(cells, [view]);
      else views.push(view);
    }
    return [...rows].map(([cells, views]) => ({ views, cells }));
  });
}

function cellsOf(view: ChangeView): string {
  const cells: readonly (readonly Phrase[])[] = [
    [riskPhrase(view)],
    [whatPhrase(view)],
    [...accessCell(gainLines(view)), ...accessCell(heldLines(view))],
    [...accessCell(lossLines(view)), ...accessCell(keptLines(view))],
  ];
  return cells.map((lines) => lines.map((line) => markdown(line, 'cell')).join('<br>')).join(' | ');
}

function tableRow({ views, cells }: Row): string {
  const [{ sign, name }] = views;
  const sources = conjoined(
    views.map(({ source }) => [data(source)]),
    SOURCES_SHOWN,
  );
  return `| \`${sign}\` | ${markdown([...sources, ' · ', data(name)], 'cell')} | ${cells} |`;
}

/** The rows that fit, and how many more there are at which risk: the riskiest come first, so the least risky give way. */
export function tableLines(view: PlanView, budget: number): readonly string[] {
  if (view.changes.length === 0) return [];
  const all = rowsOf(view.changes);
  const rows = fit(all, budget, tableRow, (left) => leftRow(all.slice(all.length - left)));
  return [TABLE_HEAD, ...rows];
}

function leftRow(left: readonly Row[]): string {
  const levels = Map.groupBy(left, ({ views: [{ assessment }] }) => assessment.risk.level);
  const counts = [...levels].map(([level, members]) => `${count(members.length, 'row')} of ${level} risk`);
  return `| … | ${counts.join(', ')} more; the ledger holds the whole plan under its digest | | | | |`;
}
