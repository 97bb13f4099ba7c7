import type { Address } from '../address.ts';
import type { Finding, Requirement } from '../assessment.ts';
import type { Configuration } from '../configuration.ts';
import type { Diagnostic } from '../errors.ts';
import type { Change } from '../plan.ts';
import { namedWays, peopleAsked, type NamedAsk } from './asked.ts';
import { coverageOf } from './coverage.ts';
import type { Facts } from './facts.ts';
import { POLICY_LIMITS } from './limits.ts';
import type { LoadedPolicies } from './load.ts';
import type { Rule } from './rule.ts';
import { NOTHING_SAID, type Judgement, type PolicySet, type Situation } from './set.ts';
import { exceptionNotes, liftsAt } from './lifting.ts';
import { untimely } from './read-exception.ts';
import { judgeEach, UNTOLD } from './verdict.ts';

/** Policies ready to judge. What is wrong with any of them denies every plan that changes an identity, so that nothing passes unjudged. */
export function policySetOf(loaded: LoadedPolicies, configuration: Configuration): PolicySet {
  return {
    diagnostics: [...loaded.diagnostics, ...loaded.exceptions.diagnostics],
    untimely: (now) => untimely(loaded.exceptions.exceptions, now),
    hash: loaded.hash,
    readsPull: loaded.rules.some(({ readsPull }) => readsPull),
    teams: [...new Set(loaded.rules.flatMap(({ readsPull, teams }) => (readsPull ? teams : [])))].toSorted(),
    judge: (situation) => judgeBySet(loaded, configuration, situation),
    coverage: (changes, labels) => coverageOf(loaded, changes, labels),
  };
}

function judgeBySet(loaded: LoadedPolicies, configuration: Configuration, situation: Situation): Judgement {
  const { cel, rules, diagnostics } = loaded;
  // The one that mends a policy changes no identity.
  if (situation.plan.changes.length === 0) return NOTHING_SAID;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ...NOTHING_SAID, findings: [invalid(errors)] };
  const told = new Map<string, Told>();
  const result = judgeEach(cel, rules, situation, ({ rule, address, facts, verdict }) => {
    switch (verdict.kind) {
      case 'unmatched':
      case 'does-not-hold':
        return;
      case 'holds':
        return tell(told, rule, { kind: 'holds', address, facts });
      case 'unknown':
        return tell(told, rule, { kind: 'unknown', address });
      case 'failed':
        return tell(told, rule, { kind: 'failed', address, cause: verdict.cause });
      case 'too-costly':
        return tell(told, rule, { kind: 'too-costly', address });
    }
  });
  if (result === 'too-costly') return { ...NOTHING_SAID, findings: [planTooCostly(rules.length, situation)] };
  const changes = new Map(situation.plan.changes.map((change) => [change.address, change]));
  const lifts = liftsAt(loaded.exceptions.exceptions, situation.now);
  const left = [...told.values()].map(({ rule, held }): Told => {
    return { rule, held: held.filter(({ kind, address }) => kind !== 'holds' || lifts(rule.id, address) === null) };
  });
  return {
    requirements: left.flatMap((one) => requirementsOf(one, changes, configuration)),
    findings: left.flatMap(findingsOf),
    exceptions: exceptionNotes(loaded.exceptions, told, situation),
  };
}

/** Its message is made where it is read: of very many, nearly none is. */
type Held = { readonly address: Address } & (
  | { readonly kind: 'holds'; readonly facts: Facts }
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'too-costly' | 'unknown' }
);

/** What one rule says of the changes that it does not let pass silently, the riskiest first. */
type Told = { readonly rule: Rule; readonly held: Held[] };

function tell(told: Map<string, Told>, rule: Rule, held: Held): void {
  const known = told.get(rule.id);
  if (known === undefined) told.set(rule.id, { rule, held: [held] });
  else known.held.push(held);
}

function findingsOf({ rule, held }: Told): readonly Finding[] {
  const { location, comply, controls, effect } = rule;
  const about = held.filter(({ kind }) => kind !== 'holds' || effect.kind !== 'require');
  const found = about.slice(0, POLICY_LIMITS.findings).map((one) => findingOf(rule, one));
  const beyond = about.slice(POLICY_LIMITS.findings);
  if (beyond.length === 0) return found;
  const rest = {
    code: rule.id,
    effect: beyond.some((one) => effectOf(rule, one) === 'deny') ? ('deny' as const) : ('warn' as const),
    address: null,
    message: `The rule ${rule.id} says the like of ${beyond.length} more changes.`,
    rule: { location, comply, controls },
  };
  return [...found, rest];
}

function findingOf(rule: Rule, one: Held): Finding {
  const { location, comply, controls } = rule;
  const about = { effect: effectOf(rule, one), address: one.address, rule: { location, comply, controls } };
  switch (one.kind) {
    case 'holds':
      return { code: rule.id, message: rule.message(one.facts), ...about };
    case 'failed':
      return { code: 'policy-failed', message: `The rule ${rule.id} cannot tell: ${one.cause}.`, ...about };
    case 'unknown':
      return { code: 'policy-untold', message: `The rule ${rule.id} ${UNTOLD}.`, ...about };
    case 'too-costly':
      return { code: 'policy-too-costly', message: `The rule ${rule.id} takes more work than a rule may.`, ...about };
  }
}

/** What nobody can tell is denied, whatever the rule's effect. Where the pull request is not known, the gate still has to judge. */
function effectOf({ effect }: Rule, { kind }: Held): Finding['effect'] {
  if (kind === 'unknown') return 'warn';
  return kind === 'holds' && effect.kind === 'warn' ? 'warn' : 'deny';
}

function requirementsOf(
  { rule, held }: Told,
  changes: ReadonlyMap<Address, Change>,
  configuration: Configuration,
): readonly Requirement[] {
  const { effect } = rule;
  if (effect.kind !== 'require') return [];
  const wanted = held
    .filter(({ kind }) => kind === 'holds')
    .map((one) => ({ one, ways: namedWays(effect.ways, changes.get(one.address), configuration) }));
  const asking = { code: rule.id, distinct: effect.distinct, confirm: effect.confirm };
  if (effect.ways.length === 1) {
    const parts = wanted.flatMap(({ one, ways }) =>
      keyed(ways.flat(), effect.distinct).map((part) => ({ ...part, one })),
    );
    return [...Map.groupBy(parts, ({ key }) => key).values()].flatMap((same) => {
      const reason = reasonOf(
        rule,
        same.map(({ one }) => one),
      );
      return same.slice(0, 1).map(({ ask }) => ({ ...asking, ...peopleAsked(ask, configuration), reason }));
    });
  }
  return [
    ...Map.groupBy(wanted, ({ ways }) => ways.map((parts) => parts.map(keyOf).join()).join(';')).values(),
  ].flatMap((same, index) => {
    const reason = reasonOf(
      rule,
      same.map(({ one }) => one),
    );
    const id = `${rule.id} ${index}`;
    const ways = same[0]?.ways ?? [];
    return ways.flatMap((parts, option) =>
      parts.map((ask) => ({ ...asking, ...peopleAsked(ask, configuration), reason, choice: { id, option } })),
    );
  });
}

/** Who is asked twice of one change, as an owner and by name, is two people where they have to be distinct. */
function keyed(
  asks: readonly NamedAsk[],
  distinct: boolean,
): readonly { readonly ask: NamedAsk; readonly key: string }[] {
  const keys = asks.map(keyOf);
  return asks.map((ask, index) => {
    const key = keyOf(ask);
    const before = distinct ? keys.slice(0, index).filter((other) => other === key).length : 0;
    return { ask, key: `${before} ${key}` };
  });
}

function keyOf({ of, permission, count }: NamedAsk): string {
  return JSON.stringify([of, permission, count]);
}

const SHOWN = 3;

function reasonOf(rule: Rule, held: readonly Held[]): string {
  const { path, line } = rule.location;
  const [first, ...others] = held;
  const message = first?.kind === 'holds' ? rule.message(first.facts) : '';
  const also = others.slice(0, SHOWN).map(({ address }) => address);
  const more = others.length > SHOWN ? ` and ${others.length - SHOWN} more` : '';
  const rest = also.length === 0 ? '' : ` (also ${also.join(', ')}${more})`;
  return `${message}${rest} [${path}:${line}]`;
}

function invalid(errors: readonly Diagnostic[]): Finding {
  const [first] = errors;
  const { path = '', line = 1 } = first?.location ?? {};
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const message = `The policies cannot be used: ${path}:${line}: ${first?.code ?? ''}: ${first?.cause ?? ''}${more}`;
  return { code: 'policy-invalid', effect: 'deny', address: null, message };
}

function planTooCostly(rules: number, { plan }: Situation): Finding {
  const message = `${rules} rules over ${plan.changes.length} changes take more work than a plan may; split the pull request, or make the rules cheaper.`;
  return { code: 'policy-too-costly', effect: 'deny', address: null, message };
}
