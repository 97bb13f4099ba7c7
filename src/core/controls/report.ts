import { compareText } from '../address.ts';
import { askText } from '../approval/asking.ts';
import { byChoice } from '../approval/choices.ts';
import type { Finding, Requirement } from '../assessment.ts';
import type { Location } from '../errors.ts';
import type { CoveredRule } from '../policy/coverage.ts';
import { CONTROLS, knownControl } from './catalogue.ts';
import { ENGINE, isSpared, missingOf } from './engine.ts';
import { showing, together, type ControlFacts, type ControlLine, type Showing } from './line.ts';

/**
 * What one plan shows of each control: those of the catalogue in its order, then those that only rules name. A control passes where a
 * rule that serves it was evaluated for a change and none holds, fails where one denies or warns, and is open where approvals that
 * one asks for are missing. Of privileges nothing is shown where no rule speaks and a risk is critical. It speaks of this plan, and claims compliance with nothing.
 */
export function controlsReport(facts: ControlFacts): readonly ControlLine[] {
  const told = indexed(facts);
  const others = [...told.served.keys(), ...told.findings.keys(), ...told.excuses.keys()]
    .filter((id) => !CONTROLS.some((control) => control.id === id))
    .toSorted(compareText);
  return [...CONTROLS.map(({ id }) => id), ...new Set(others)].map((id) => lineOf(id, told, facts));
}

/** By control, so that many rules over many controls are looked at once. */
type Told = {
  readonly served: ReadonlyMap<string, readonly CoveredRule[]>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly excuses: ReadonlyMap<string, readonly string[]>;
  readonly asked: ReadonlyMap<string, readonly Requirement[]>;
  /** Why no rule could be judged; null: all were. */
  readonly unjudged: string | null;
};

function indexed({ coverage, assessment: { findings, requirements } }: ControlFacts): Told {
  const served = coverage.rules.flatMap((rule) => rule.controls.map((control) => ({ control, rule })));
  const found = findings.flatMap((finding) => (finding.rule?.controls ?? []).map((control) => ({ control, finding })));
  return {
    served: grouped(served, ({ rule }) => rule),
    findings: grouped(found, ({ finding }) => finding),
    excuses: grouped(coverage.notAssessable, ({ reason }) => reason),
    asked: Map.groupBy(requirements, ({ code }) => code),
    unjudged: findings.find((finding) => isOfAll(finding))?.message ?? null,
  };
}

function grouped<T extends { readonly control: string }, V>(
  items: readonly T[],
  value: (item: T) => V,
): ReadonlyMap<string, readonly V[]> {
  const groups = Map.groupBy(items, ({ control }) => control);
  return new Map([...groups].map(([control, members]) => [control, members.map(value)]));
}

/** A finding about the policies as a whole: they are wrong, or take too much work together. */
function isOfAll({ code, rule }: Finding): boolean {
  return rule === undefined && (code === 'policy-invalid' || code === 'policy-too-costly');
}

function lineOf(id: string, told: Told, facts: ControlFacts): ControlLine {
  const known = knownControl(id);
  const own = ENGINE[id];
  const rules = own !== undefined && !told.served.has(id) ? [] : [byRules(id, told, facts)];
  const shown = together([...(own === undefined ? [] : [own(facts)]), ...rules]);
  return {
    control: id,
    title: known?.title ?? null,
    source: known?.source ?? null,
    status: shown.status,
    evidence: bounded(shown.evidence),
  };
}

const EVIDENCE = 6;

function bounded(evidence: readonly string[]): readonly string[] {
  if (evidence.length <= EVIDENCE) return evidence;
  return [...evidence.slice(0, EVIDENCE - 1), `And ${evidence.length - EVIDENCE + 1} more of the like.`];
}

function byRules(id: string, { served, findings, excuses, asked, unjudged }: Told, facts: ControlFacts): Showing {
  const rules = served.get(id) ?? [];
  if (rules.length === 0) return showing('not-assessable', ...unserved(id, excuses));
  if (unjudged !== null) return showing('not-assessable', `No rule could be judged: ${unjudged}`);
  const held = findings.get(id) ?? [];
  const about = rules.filter(({ changes }) => changes > 0);
  if (about.length === 0 && held.length === 0)
    return showing('not-assessable', 'The rules that serve it are about none of these changes.');
  // What nobody can tell has a code of its own, so a finding's rule is known by its place.
  const told = new Set(held.map(({ rule }) => placeOf(rule?.location)));
  const shown = together([
    ...held.map(ofFinding),
    ...about
      .filter(({ location }) => !told.has(placeOf(location)))
      .map((rule) => ofRule(rule, asked.get(rule.id) ?? [], facts)),
  ]);
  const isSilence = shown.status === 'pass' && rules.every((rule) => !asked.has(rule.id));
  const unspoken = isSilence && knownControl(id)?.privileges === true ? criticalText(facts) : null;
  return unspoken === null ? shown : showing('not-assessable', unspoken, ...shown.evidence);
}

const SHOWN = 3;

/** What is critical by the engine's own model, which no rule has to agree with; null: nothing is. */
function criticalText({ assessment: { changes } }: ControlFacts): string | null {
  const critical = changes.filter(({ risk }) => risk.level === 'critical');
  if (critical.length === 0) return null;
  const named = critical.slice(0, SHOWN).map(({ address, risk: { reasons } }) => {
    const codes = new Set(reasons.filter(({ level }) => level === 'critical').map(({ code }) => code));
    return `${address} (${[...codes].join(', ')})`;
  });
  const more = critical.length > SHOWN ? ` and ${critical.length - SHOWN} more` : '';
  return `No rule that serves it says anything of what is critical: ${named.join(', ')}${more}.`;
}

function ofFinding({ code, effect, message }: Finding): Showing {
  if (code === 'policy-untold') return showing('not-assessable', message);
  return showing('fail', `${code} ${effect === 'deny' ? 'denies' : 'warns'}: ${message}`);
}

function placeOf(location: Location | undefined): string {
  return `${location?.path}:${location?.line}:${location?.column}`;
}

function unserved(id: string, excuses: Told['excuses']): readonly string[] {
  const reasons = excuses.get(id);
  if (reasons !== undefined) return reasons;
  return [knownControl(id)?.unseen ?? 'No rule of the base branch serves it.'];
}

/** Of a rule that found nothing, or whose finding an exception lifts. */
function ofRule({ id, changes }: CoveredRule, asked: readonly Requirement[], facts: ControlFacts): Showing {
  const lifted = facts.assessment.exceptions.flatMap((note) =>
    note.code === 'exception-used' && note.rule === id ? [note] : [],
  );
  if (lifted.length > 0)
    return showing(
      'fail',
      ...lifted.map(
        ({ name, until, owner, addresses, more }) =>
          `${id} holds for ${addresses.length + more}, lifted until ${until} by the exception ${name} of ${owner}.`,
      ),
    );
  if (asked.length === 0) {
    const number = changes === 1 ? '1 change' : `${changes} changes`;
    return showing('pass', `${id} was evaluated for ${number} and does not hold.`);
  }
  const choices = byChoice(
    asked.filter((one) => !isSpared(one, facts.approval)),
    ({ choice }) => choice,
  );
  const isOpen = (option: readonly Requirement[]): boolean => option.some((one) => missingOf(one, facts.approval) > 0);
  const left = choices.filter((options) => options.every(isOpen));
  if (left.length > 0) return showing('open', ...left.map((options) => `${id} asks for ${askText(options)}.`));
  return showing('pass', ...choices.map((options) => `${id} asks for ${askText(options)}, who approved.`));
}
