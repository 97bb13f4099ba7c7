import type { AccessBlock } from '../core/access/assessed.ts';
import { alike } from '../core/alike.ts';
import { ownedBy } from '../core/own-source.ts';
import type { Reason } from '../core/errors.ts';
import type { Permission } from '../core/ports.ts';
import { changeSentence, tableCells } from './sentence.ts';
import { conjoined, data, markdown } from './phrase.ts';
import type { ChangeView, PlanView } from './view.ts';

/** Changes that are told as one. `shown`: the first; of several, their sources named together, and `(each)` where it would name its own. */
export type Group = { readonly views: readonly [ChangeView, ...ChangeView[]]; readonly shown: ChangeView };

const SOURCES_SHOWN = 6;

/** No source can be called so. */
const EACH = '(each)';

const known = new WeakMap<PlanView, readonly Group[]>();

/** In the order of their first members. */
export function groupsOf(view: PlanView): readonly Group[] {
  const groups = known.get(view) ?? grouped(view.changes);
  known.set(view, groups);
  return groups;
}

function grouped(changes: readonly ChangeView[]): readonly Group[] {
  const sources = new Set(changes.map(({ source }) => source));
  // Within one source there are no two of one kind and name.
  if (sources.size <= 1) return changes.map(alone);
  const groups = alike(changes).flatMap(([first, ...rest]) =>
    rest.length === 0 ? [alone(first)] : together([first, ...rest]),
  );
  const order = new Map(changes.map((change, index) => [change, index]));
  return groups.toSorted((left, right) => (order.get(left.views[0]) ?? 0) - (order.get(right.views[0]) ?? 0));
}

function alone(view: ChangeView): Group {
  return { views: [view], shown: view };
}

/** Those of which everything that is told in sentences and rows is the same, too. */
function together(views: readonly ChangeView[]): readonly Group[] {
  const groups = Map.groupBy(views, (view) => {
    const one = neutral(view, [view]);
    return [changeSentence({ ...one, who: [] }), ...tableCells(one).flat()]
      .map((phrase) => markdown(phrase))
      .join('\n');
  });
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    return rest.length === 0 ? [alone(first)] : [{ views: [first, ...rest], shown: neutral(first, [first, ...rest]) }];
  });
}

/** The change without the name of its source, but for whose it is. */
function neutral(view: ChangeView, views: readonly ChangeView[]): ChangeView {
  const own = ownedBy(view.source, EACH);
  const reason = <T extends Reason>(one: T): T => ({ ...one, message: own.sentence(one.message) });
  const permission = (one: Permission): Permission => ({ ...one, resource: own.resource(one.resource) });
  const block = (one: AccessBlock): AccessBlock => ({
    ...one,
    resources: { ...one.resources, names: one.resources.names.map(own.resource) },
  });
  const { access, assessment, change } = view;
  const sources = views.map(({ source }) => [data(source)]);
  return {
    ...view,
    who: [...conjoined(sources, SOURCES_SHOWN), ' · ', data(view.name)],
    change: { ...change, irreversible: change.irreversible.map(reason), blocked: change.blocked.map(reason) },
    assessment: {
      ...assessment,
      risk: { ...assessment.risk, reasons: assessment.risk.reasons.map(reason) },
      notes: assessment.notes.map(reason),
    },
    access: {
      ...access,
      gains: access.gains.map(permission),
      loses: access.loses.map(permission),
      blocks: access.blocks.map(block),
    },
  };
}
