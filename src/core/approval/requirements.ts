import { newlyAdopted } from '../adoption.ts';
import type { SourceAccess } from '../access/assessed.ts';
import { compareText, type Address } from '../address.ts';
import type { ChangeAssessment, Requirement } from '../assessment.ts';
import type { Configuration } from '../configuration.ts';
import { asPinned, isTeam } from '../people.ts';
import type { UnappliedChange } from '../ledger/bodies.ts';
import type { Change, Plan } from '../plan.ts';
import { byRisk } from '../risk/order.ts';

/**
 * What the configuration's defaults ask for; policies may add to it. All of it by the base branch's rules.
 * @param assessments of the plan's changes: which of them gain access directly, or may in effect where that is not known, and how risky
 * that is: the riskiest are named first.
 * @param access who gains it otherwise, which only ever adds to that.
 */
export function defaultRequirements(
  configuration: Configuration,
  plan: Plan,
  assessments: readonly Pick<ChangeAssessment, 'address' | 'gains' | 'risk'>[],
  access: readonly SourceAccess[],
): readonly Requirement[] {
  const changes = byRisk(plan.changes, assessments);
  const asks = [
    ...changes.flatMap((change) => ownerAsks(configuration, change)),
    ...changes.flatMap((change) => adoptionAsks(configuration, change)),
    ...wideningAsks(configuration, byRisk(assessments, assessments), access),
    ...irreversibleAsks(configuration, changes),
    ...governanceAsks(configuration, plan),
  ];
  const merged = Map.groupBy(asks, ({ code, of }) => `${code}\n${of ?? ''}`);
  return [...merged.values()].map((same) => requirementOf(configuration, same));
}

/**
 * The base is not what somebody approved where the last landing about an address was refused or did not finish:
 * then its owner may be the very thing that was refused, and the source's owner is asked besides. Where not everybody is known
 * who contributed to it, and so may not approve what follows, the administrators are asked as well.
 */
export function unappliedRequirements(
  configuration: Configuration,
  unapplied: readonly Pick<UnappliedChange, 'address' | 'incomplete'>[],
): readonly Requirement[] {
  const once = { count: 1, confirm: false };
  const owners = unapplied.map(({ address }) => ({
    ...once,
    code: 'unapplied-base',
    of: sourceOwner(configuration, address),
    why: 'its document was not approved and applied:',
    about: address,
  }));
  const administrators = unapplied
    .filter(({ incomplete }) => incomplete !== null)
    .map(({ address }) => ({
      ...once,
      code: 'unapplied-contributors',
      of: configuration.approval.administrators,
      why: 'nobody can tell everyone who contributed to an earlier landing that was not applied:',
      about: address,
    }));
  const merged = Map.groupBy([...owners, ...administrators], ({ code, of }) => `${code}\n${of}`);
  const byAddress = (left: Want, right: Want): number => compareText(left.about, right.about);
  return [...merged.values()].map((same) => requirementOf(configuration, same.toSorted(byAddress)));
}

/** `of` null: anyone with write permission. */
type Want = {
  readonly code: string;
  readonly of: string | null;
  readonly count: number;
  readonly confirm: boolean;
  readonly why: string;
  readonly about: string;
};

/** The owner in the base document, and after a change of owner both; for what had no document the source's owner and the one it names. */
export function ownersOf(configuration: Configuration, change: Change): readonly string[] {
  const { before, after } = change.metadata;
  const fallback = sourceOwner(configuration, change.address);
  const owners = new Set([before === null ? fallback : (before.owner ?? fallback)]);
  if (after !== null) owners.add(after.owner ?? fallback);
  return [...owners];
}

function ownerAsks(configuration: Configuration, change: Change): readonly Want[] {
  const count = change.steps.length > 0 ? Math.max(1, configuration.approval.approvals) : 1;
  return ownersOf(configuration, change).map((of) => ({
    code: 'owner',
    of,
    count,
    confirm: false,
    why: 'owner of',
    about: change.address,
  }));
}

/** Whoever answers for the source knows whether the other tool really gives it up. */
function adoptionAsks(configuration: Configuration, { address, metadata }: Change): readonly Want[] {
  const tool = newlyAdopted(metadata);
  if (tool === null) return [];
  const of = sourceOwner(configuration, address);
  return [{ code: 'adoption', of, count: 1, confirm: false, why: `taken over from ${tool}:`, about: address }];
}

/** A source that the base does not configure has no owner of its own: the administrators answer for it. */
function sourceOwner(configuration: Configuration, address: Address): string {
  const name = decodeURIComponent(address.split('/')[0] ?? '');
  return configuration.sources.find((source) => source.name === name)?.owner ?? configuration.approval.administrators;
}

function wideningAsks(
  configuration: Configuration,
  assessments: readonly Pick<ChangeAssessment, 'address' | 'gains' | 'risk'>[],
  access: readonly SourceAccess[],
): readonly Want[] {
  const of = configuration.approval.widening;
  if (of === null) return [];
  const once = { code: 'widening', of, count: 1, confirm: false };
  const [giving, others] = [assessments.filter(givesAny), assessments.filter((one) => !givesAny(one))];
  const known = [...giving.map(({ address }) => address), ...access.flatMap(widenedIn).toSorted(compareText)];
  const untold = others.filter(({ risk }) => risk.reasons.some(({ code }) => code === 'access-unknown'));
  return [
    ...known.map((about) => ({ ...once, why: 'access is widened:', about })),
    ...untold.map(({ address }) => ({ ...once, why: 'whether access is widened is not known:', about: address })),
  ];
}

function givesAny({ gains }: Pick<ChangeAssessment, 'gains'>): boolean {
  return gains.length > 0;
}

/** Who gains something in effect. */
function widenedIn(access: SourceAccess): readonly string[] {
  if (access.kind === 'unknown') return [];
  return access.blocks.flatMap(({ kind, principals }) => (kind === 'gained' ? principals.names : []));
}

function irreversibleAsks(configuration: Configuration, changes: readonly Change[]): readonly Want[] {
  const count = Math.max(1, configuration.approval.irreversible);
  return changes
    .filter(({ irreversible }) => irreversible.length > 0)
    .map(({ address }) => ({
      code: 'irreversible',
      of: null,
      count,
      confirm: true,
      why: 'cannot be undone:',
      about: address,
    }));
}

function governanceAsks(configuration: Configuration, plan: Plan): readonly Want[] {
  const of = configuration.approval.administrators;
  const paths = plan.governance.map(({ path }) => path).toSorted(compareText);
  return paths.map((path) => ({
    code: 'governance',
    of,
    count: 1,
    confirm: false,
    why: 'the rules change:',
    about: path,
  }));
}

/** Who answers for an office of their own. What cannot be undone counts people altogether, and what was not applied asks an owner again. */
const APART: ReadonlySet<string> = new Set(['owner', 'widening', 'governance']);

function requirementOf(configuration: Configuration, same: readonly Want[]): Requirement {
  const [first] = same;
  if (first === undefined) throw new RangeError('No requirement to merge.');
  return {
    code: first.code,
    of: first.of ?? 'anyone',
    people: first.of === null ? null : peopleOf(configuration, first.of),
    count: Math.max(...same.map(({ count }) => count)),
    distinct: configuration.approval.distinct && APART.has(first.code),
    confirm: same.some(({ confirm }) => confirm),
    reason: [...Map.groupBy(same, ({ why }) => why)].map(([why, wants]) => `${why} ${aboutsText(wants)}`).join('; '),
  };
}

function aboutsText(wants: readonly Want[]): string {
  const abouts = [...new Set(wants.map(({ about }) => about))];
  const more = abouts.length > 3 ? ` and ${abouts.length - 3} more` : '';
  return `${abouts.slice(0, 3).join(', ')}${more}`;
}

/**
 * The people that a name stands for: a group's members, or the login or team itself, or all whom CODEOWNERS names, as `@login @org/team`;
 * each with the id to which any group pins them.
 */
export function peopleOf(configuration: Pick<Configuration, 'people'>, name: string): readonly string[] {
  const members = Object.hasOwn(configuration.people, name) ? (configuration.people[name] ?? []) : namedBy(name);
  return [...new Set(members.map((member) => asPinned(member, configuration)))];
}

/** No group and no login begins with `@`, so that nobody is taken for a group. */
function namedBy(name: string): readonly string[] {
  return name.split(' ').map((one) => (one.startsWith('@') && !isTeam(one) ? one.slice(1) : one));
}
