import { fit } from './fit.ts';
import { groupsOf, type Group } from './groups.ts';
import { tableCells } from './sentence.ts';
import { data, markdown, type Phrase } from './phrase.ts';
import type { ChangeView, PlanView } from './view.ts';
import { count } from './words.ts';

/** A phone shows the first columns; gains and losses of the riskiest stand in the sentences above it as well. */
const TABLE_HEAD = '|   | identity | risk | what changes | gains | loses |\n| --- | --- | --- | --- | --- | --- |';

function tableRow({ shown }: Group): string {
  const cells = tableCells(shown).map((lines) => lines.map((line) => markdown(line, 'cell')).join('<br>'));
  return `| \`${shown.sign}\` | ${markdown(whosePhrase(shown), 'cell')} | ${cells.join(' | ')} |`;
}

/** With its source also where the plan has no other. */
function whosePhrase({ who, source, name }: ChangeView): Phrase {
  return who.length > 1 ? who : [data(source), ' · ', data(name)];
}

/** The rows that fit, and how many more there are at which risk: the riskiest come first, so the least risky give way. */
export function tableLines(view: PlanView, budget: number): readonly string[] {
  if (view.changes.length === 0) return [];
  const all = groupsOf(view);
  const rows = fit(all, budget, tableRow, (left) => leftRow(all.slice(all.length - left)));
  return [TABLE_HEAD, ...rows];
}

/** In identities, as the headline counts. */
function leftRow(left: readonly Group[]): string {
  const identities = left.flatMap(({ views }) => views);
  const levels = Map.groupBy(identities, ({ assessment }) => assessment.risk.level);
  const counts = [...levels].map(
    ([level, members]) => `${count(members.length, 'identity', 'identities')} of ${level} risk`,
  );
  return `| … | ${counts.join(', ')} more; the ledger holds the whole plan under its digest | | | | |`;
}
