import { compareText } from '../../../core/address.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { PolicyRule } from './policy-rule.ts';
import { parseTarget, resourceTarget, targetText, urlTarget, type Target } from './target.ts';
import { beginningOf, widerTexts } from './wider.ts';

/**
 * What rules grant: by the text of a target, the verbs that may be used on it. Nothing in it is covered by anything else in it.
 *
 * Two lists of rules grant the same exactly when their forms are equal: whatever a wildcard stands for has members that no list can
 * name, so that a grant is covered by several only where one of them covers it.
 */
export type RulesForm = { readonly [target: string]: { readonly [verb: string]: true } };

/** Grants of a verb on a target that a list of rules may have: a hundred times what the largest built-in ClusterRole has. */
const MAXIMUM_GRANTS = 100_000;

export const EVERY_VERB = '*';

const NONE: ReadonlySet<string> = new Set();

/** By a target's text, its verbs. */
type Verbs = Map<string, Set<string>>;

/** @throws CountersignError `rules-too-large`. */
export function normalizeRules(rules: readonly PolicyRule[]): RulesForm {
  const all: Verbs = new Map();
  const room = { left: MAXIMUM_GRANTS };
  for (const rule of rules) add(all, rule, room);
  const grants = new Grants(all);
  const entries = [...all].flatMap(([text, verbs]) => {
    const kept = [...verbs].filter((verb) => !grants.isCoveredByOther(text, verb)).sort(compareText);
    return kept.length === 0 ? [] : [[text, Object.fromEntries(kept.map((verb) => [verb, true] as const))] as const];
  });
  return Object.fromEntries(entries.sort(([left], [right]) => compareText(left, right)));
}

function add(all: Verbs, rule: PolicyRule, room: { left: number }): void {
  const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
  const perName = Math.max(resourceNames.length, 1);
  const targets = apiGroups.length * resources.length * perName + nonResourceURLs.length;
  room.left -= targets * verbs.length;
  if (room.left < 0) throw tooLarge();
  for (const target of targetsOf({ apiGroups, resources, resourceNames, nonResourceURLs })) {
    const text = targetText(target);
    const known = all.get(text) ?? new Set<string>();
    for (const verb of verbs) known.add(verb);
    all.set(text, known);
  }
}

function* targetsOf(rule: Required<Omit<PolicyRule, 'verbs'>>): Generator<Target> {
  const names = rule.resourceNames.length === 0 ? [null] : rule.resourceNames;
  for (const group of rule.apiGroups) {
    for (const resource of rule.resources) {
      for (const name of names) yield resourceTarget(group, resource, name);
    }
  }
  for (const url of rule.nonResourceURLs) yield urlTarget(url);
}

function tooLarge(): CountersignError {
  return new CountersignError('rules-too-large', 'The rules grant too much to compare it grant by grant.', {
    evidence: `more than ${MAXIMUM_GRANTS} verbs on groups, resources and names`,
    mend: 'Write wildcards for what is meant as a whole, or split the role.',
  });
}

/** Grants that are looked up by their text. */
export class Grants {
  readonly #verbs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #lengths: ReadonlySet<number>;

  constructor(verbs: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#verbs = verbs;
    const urls = [...verbs.keys()].map(parseTarget).filter((target) => target?.kind === 'url');
    this.#lengths = new Set(urls.flatMap(({ url }) => beginningOf(url)?.length ?? []));
  }

  static of(form: RulesForm): Grants {
    return new Grants(new Map(Object.entries(form).map(([text, verbs]) => [text, new Set(Object.keys(verbs))])));
  }

  covers(target: Target, verb: string): boolean {
    for (const wider of widerTexts(target, this.#lengths)) {
      const verbs = this.#verbs.get(wider);
      if (verbs !== undefined && (verbs.has(verb) || verbs.has(EVERY_VERB))) return true;
    }
    return false;
  }

  /** Each verb that is granted on all of the target, `*` as itself. */
  verbsOn(target: Target): readonly string[] {
    return this.verbsAmong(widerTexts(target, this.#lengths));
  }

  /** The same, for whoever asks many for one resource. @param wider of `widerTexts` */
  verbsAmong(wider: Iterable<string>): readonly string[] {
    let found: ReadonlySet<string> = NONE;
    for (const text of wider) {
      const verbs = this.#verbs.get(text);
      if (verbs !== undefined) found = found === NONE ? verbs : found.union(verbs);
    }
    return [...found];
  }

  isCoveredByOther(text: string, verb: string): boolean {
    const target = parseTarget(text);
    if (target === null) return false;
    for (const wider of widerTexts(target, this.#lengths)) {
      const verbs = this.#verbs.get(wider);
      if (verbs?.has(EVERY_VERB) === true && (wider !== text || verb !== EVERY_VERB)) return true;
      if (verbs?.has(verb) === true && wider !== text) return true;
    }
    return false;
  }
}

/** Whether rules of the form `whole` grant everything that those of the other do. */
export function coversRules(whole: RulesForm, part: RulesForm): boolean {
  const grants = Grants.of(whole);
  return Object.entries(part).every(([text, verbs]) => {
    const target = parseTarget(text);
    return target !== null && Object.keys(verbs).every((verb) => grants.covers(target, verb));
  });
}
