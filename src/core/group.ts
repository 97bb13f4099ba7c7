import type { Address } from './address.ts';
import type { Reason } from './errors.ts';
import type { Plan } from './plan.ts';

/** What a plan is about: identities, and paths of rule files. `rules`: those of the paths by which every plan is judged. */
export type GroupScope = {
  readonly addresses: ReadonlySet<Address>;
  readonly paths: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
};

/**
 * How a pull request of a merge group stands, judged as at the gate. `unconcerned`: the group brings nothing of it that counts.
 * `landed`: it reached the base branch while the group was judged. `differs`: the group brings something else than its plan.
 */
export type MemberVerdict =
  | { readonly kind: 'approved' | 'unconcerned' | 'landed' }
  | { readonly kind: 'waiting' | 'refused'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'differs'; readonly difference: string };

/** `scope` null: it has no plan. */
export type GroupMember = {
  readonly pullRequest: number;
  readonly scope: GroupScope | null;
  readonly verdict: MemberVerdict;
};

export type GroupFacts = {
  /** In the order in which they would land. */
  readonly members: readonly GroupMember[];
  /** Open pull requests whose head is the group's commit. */
  readonly sharing: readonly number[];
};

/** `reasons` is never empty. A queue does not wait for people, so nothing is left waiting. */
export type GroupDecision = { readonly kind: 'approved' | 'refused'; readonly reasons: readonly Reason[] };

/** Whether the base branch may become the group's commit. Pure. Reason codes: GROUP_CODES, `unconcerned`, `head-shared`. */
export function decideGroup({ members, sharing }: GroupFacts): GroupDecision {
  const refusals = [...members.flatMap(refusalsOf), ...meetings(members), ...shared(sharing)];
  if (refusals.length > 0) return { kind: 'refused', reasons: refusals };
  const concerned = members.filter(({ verdict }) => verdict.kind === 'approved');
  const reason =
    concerned.length === 0
      ? { code: 'unconcerned', message: 'This merge group touches neither an identity nor the rules.' }
      : {
          code: 'group-approved',
          message: `${concerned.map(named).join(', ')}: approved, and the group brings exactly what was planned.`,
        };
  return { kind: 'approved', reasons: [reason] };
}

/** @param judges see `judgesOthers` */
export function groupScopeOf(
  plan: Pick<Plan, 'desired' | 'requests' | 'governance'>,
  judges: (path: string) => boolean,
): GroupScope {
  const paths = plan.governance.map(({ path }) => path);
  return {
    addresses: new Set([...plan.desired, ...plan.requests].map(({ address }) => address)),
    paths: new Set(paths),
    rules: new Set(paths.filter(judges)),
  };
}

function refusalsOf(member: GroupMember): readonly Reason[] {
  const { verdict } = member;
  switch (verdict.kind) {
    case 'approved':
    case 'unconcerned':
    case 'landed':
      return [];
    case 'waiting':
      return verdict.reasons.map((reason) => told('group-member-waiting', member, reason));
    case 'refused':
      return verdict.reasons.map((reason) => told('group-member-refused', member, reason));
    case 'differs':
      return [{ code: 'group-differs', message: `${named(member)}: ${verdict.difference}` }];
  }
}

function told(code: string, member: GroupMember, reason: Reason): Reason {
  return { code, message: `${named(member)}: ${reason.code}: ${reason.message}` };
}

/** Plans that meet were computed and approved without each other: only one of them can be what reviewers saw. */
function meetings(members: readonly GroupMember[]): readonly Reason[] {
  return members.flatMap((later, index) =>
    members.slice(0, index).flatMap((earlier) => {
      const common = meeting(earlier.scope, later.scope);
      if (common === null) return [];
      return [{ code: 'group-scopes-meet', message: `${named(earlier)} and ${named(later)}: ${common}` }];
    }),
  );
}

function meeting(one: GroupScope | null, other: GroupScope | null): string | null {
  if (one === null || other === null) return null;
  const [address] = one.addresses.intersection(other.addresses);
  if (address !== undefined) return `both are about ${address}.`;
  const [path] = one.paths.intersection(other.paths);
  if (path !== undefined) return `both change ${path}.`;
  // Who may approve, what is managed and what is denied would become something else than what the other one was judged by.
  const [rule] = one.rules.union(other.rules);
  return rule === undefined ? null : `one changes ${rule}, by which the other is judged.`;
}

function shared(numbers: readonly number[]): readonly Reason[] {
  if (numbers.length === 0) return [];
  const message = `The group's commit is also the head of ${numbers.map((number) => `#${number}`).join(', ')}.`;
  return [{ code: 'head-shared', message }];
}

function named({ pullRequest }: GroupMember): string {
  return `#${pullRequest}`;
}
