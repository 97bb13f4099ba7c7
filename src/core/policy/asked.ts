import { askText } from '../approval/asking.ts';
import { ownersOf, peopleOf } from '../approval/requirements.ts';
import type { ApproverPermission, Requirement } from '../assessment.ts';
import type { Configuration } from '../configuration.ts';
import type { Diagnostic } from '../errors.ts';
import { namePeople, type Directory } from '../people.ts';
import type { Change } from '../plan.ts';
import type { Approvers } from './rule.ts';
import type { RequiredInput } from './schema.ts';

/** So many of these people. */
export type Asked = { readonly of: Approvers; readonly count: number };

/** Any of these suffices; each asks for all that it holds. Neither is ever empty. */
export type Ways = readonly (readonly Asked[])[];

/** After everything that is nested is written out. */
const MOST = { ways: 16, parts: 10 } as const;

export type ReadWays =
  | { readonly kind: 'ways'; readonly ways: Ways }
  | { readonly kind: 'refused'; readonly problems: readonly (Problem & { readonly pointer: string })[] };

type Problem = Pick<Diagnostic, 'code' | 'cause' | 'mend'>;

/** What a rule asks for, with `anyOf` and `allOf` written out. @param pointer of the input in its document */
export function readWays(input: RequiredInput, pointer: string, directory: Directory): ReadWays {
  const { of, permission, anyOf, allOf, count } = input;
  const given = [of, permission, anyOf, allOf].filter((one) => one !== undefined);
  if (given.length !== 1) return refused(pointer, NOT_ONE);
  const inner = anyOf ?? allOf;
  if (inner === undefined) return readPeople(input, pointer, directory);
  if (count !== undefined) return refused(pointer, COUNTED);
  const name = anyOf === undefined ? 'allOf' : 'anyOf';
  const read = inner.map((one: RequiredInput, index) => readWays(one, `${pointer}/${name}/${index}`, directory));
  const problems = read.flatMap((one) => (one.kind === 'refused' ? one.problems : []));
  if (problems.length > 0) return { kind: 'refused', problems };
  const all = read.flatMap((one) => (one.kind === 'ways' ? [one.ways] : []));
  const size = all.reduce(
    (product, ways) => (anyOf === undefined ? product * ways.length : product + ways.length),
    anyOf === undefined ? 1 : 0,
  );
  if (size > MOST.ways) return refused(pointer, TOO_MANY);
  const ways = anyOf === undefined ? together(all) : all.flat();
  return ways.some((parts) => parts.length > MOST.parts) ? refused(pointer, TOO_MANY) : { kind: 'ways', ways };
}

const NOT_ONE: Problem = {
  code: 'bad-requirement',
  cause: 'It is not said by exactly one key who has to approve.',
  mend: 'Write one of: of, permission, anyOf, allOf.',
};
const COUNTED: Problem = {
  code: 'bad-requirement',
  cause: 'A count stands beside anyOf or allOf.',
  mend: 'Write it beside each of the people inside.',
};
const WORD_IN_LIST: Problem = {
  code: 'bad-requirement',
  cause: 'owner and anyone are nobody in particular, and cannot stand in a list of people.',
  mend: 'Write them alone, or beside the others under anyOf.',
};
const TOO_MANY: Problem = {
  code: 'bad-requirement',
  cause: `Written out, there are more than ${MOST.ways} ways to meet it, or one asks for more than ${MOST.parts} sorts of people.`,
  mend: 'Make several rules of it, or a group of some of the people.',
};

function readPeople({ of, permission, count = 1 }: RequiredInput, pointer: string, directory: Directory): ReadWays {
  const only = (approvers: Approvers): ReadWays => ({ kind: 'ways', ways: [[{ of: approvers, count }]] });
  if (permission !== undefined) return only({ kind: 'permission', permission });
  if (of === 'owner' || of === 'anyone') return only({ kind: of });
  const word = [of ?? []].flat().findIndex((name) => name === 'owner' || name === 'anyone');
  if (word !== -1) return refused(`${pointer}/of/${word}`, WORD_IN_LIST);
  const found = [of ?? []].flat().map((name) => namePeople(name, directory));
  const problems = found.flatMap((one, index) =>
    one.kind === 'refused' ? [{ ...one.problem, pointer: `${pointer}/of${Array.isArray(of) ? `/${index}` : ''}` }] : [],
  );
  if (problems.length > 0) return { kind: 'refused', problems };
  return only({ kind: 'named', names: found.flatMap((one) => (one.kind === 'named' ? [one.name] : [])) });
}

function refused(pointer: string, problem: Problem): ReadWays {
  return { kind: 'refused', problems: [{ ...problem, pointer }] };
}

/** One way of each, in every combination. */
function together(all: readonly Ways[]): Ways {
  return all.reduce<Ways>((before, ways) => before.flatMap((parts) => ways.map((more) => [...parts, ...more])), [[]]);
}

/** People by name, any of whom count; `names` null: anyone. */
export type NamedAsk = {
  readonly of: string;
  readonly names: readonly string[] | null;
  readonly count: number;
  readonly permission?: ApproverPermission;
};

/** For one change: its owners in the place of `owner`, all of whom are asked. */
export function namedWays(
  ways: Ways,
  change: Change | undefined,
  configuration: Configuration,
): readonly (readonly NamedAsk[])[] {
  return ways.map((parts) => parts.flatMap((part) => namedAsks(part, change, configuration)));
}

function namedAsks(
  { of, count }: Asked,
  change: Change | undefined,
  configuration: Configuration,
): readonly NamedAsk[] {
  switch (of.kind) {
    case 'anyone':
      return [{ of: 'anyone', names: null, count }];
    case 'permission':
      // Nobody, until permissions are read.
      return [{ of: 'anyone', names: [], count, permission: of.permission }];
    case 'named':
      return [{ of: of.names.join(' or '), names: of.names, count }];
    case 'owner': {
      const owners = change === undefined ? [configuration.approval.administrators] : ownersOf(configuration, change);
      return owners.map((owner) => ({ of: owner, names: [owner], count }));
    }
  }
}

/** What a requirement says of people. Looked up once for all changes that ask for the same, of which there may be very many. */
export function peopleAsked(
  { names, ...ask }: NamedAsk,
  configuration: Configuration,
): Pick<Requirement, 'of' | 'people' | 'count' | 'permission'> {
  const people = names === null ? null : [...new Set(names.flatMap((name) => peopleOf(configuration, name)))];
  return { ...ask, people };
}

/** What is asked for, for people: `1 of owner and 2 of dba, or 1 of security`. */
export function waysText(ways: Ways): string {
  const named = ({ of, count }: Asked): Pick<Requirement, 'of' | 'permission' | 'count'> => {
    if (of.kind === 'permission') return { of: 'anyone', permission: of.permission, count };
    return { of: of.kind === 'named' ? of.names.join(' or ') : of.kind, count };
  };
  return askText(ways.map((parts) => parts.map(named)));
}
