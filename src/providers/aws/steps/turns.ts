import { canonicalize } from '../../../core/digest.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { settled } from '../policy/boxes.ts';
import type { PolicyForm, Statement } from '../policy/model.ts';
import { statementsOf } from '../policy/statements.ts';

/**
 * What a step does to whoever acts as an identity. `tightens`, `loosens`: to who may act so, or to what bounds and refuses what it is
 * given; `either`: to some the one, to others the other. `gives`, `takes`: what it is given.
 */
export type Turn = 'tightens' | 'gives' | 'takes' | 'either' | 'loosens';

/** `size`: what it does to what the quotas of an identity count. */
export type Turned = {
  readonly turn: Turn;
  readonly size: 'more' | 'less' | 'same';
  readonly steps: readonly StepDraft[];
};

/**
 * Steps in an order of which every beginning leaves nobody with what they have neither before nor after: what tightens comes first,
 * what loosens last. What is given comes before what is taken, so that nobody is without access in between, unless something in the
 * midst is not the same for both. Where there is no room for both, all that goes comes before all that comes.
 */
export function inTurn(all: readonly Turned[], room: boolean): readonly StepDraft[] {
  const apart = !room || all.some(({ turn }) => turn === 'either');
  return all
    .toSorted((left, right) => rankOf(left, apart, room) - rankOf(right, apart, room))
    .flatMap(({ steps }) => steps);
}

/** @param apart whether what is taken comes before what is given */
function rankOf({ turn, size }: Turned, apart: boolean, room: boolean): number {
  switch (turn) {
    case 'tightens':
      return !room && size === 'more' ? 4 : 0;
    case 'takes':
      return apart ? 1 : 3;
    case 'either':
      return 5;
    case 'gives':
      return apart ? 6 : 2;
    case 'loosens':
      return !room && size === 'less' ? 3 : 7;
  }
}

/** What an edit of a trust policy does to who is let in. */
export function turnOfTrust(before: PolicyForm | undefined, after: PolicyForm): Turn {
  if (before === undefined) return 'either';
  const [was, is] = [before, after].map(parted) as [Parted, Parted];
  return turnOf({
    loosens: !isWithin(is.allowing, was.allowing) || !isWithin(was.refusing, is.refusing),
    tightens: !isWithin(was.allowing, is.allowing) || !isWithin(is.refusing, was.refusing),
  });
}

/** What an edit of a policy does: by what it refuses, where that changes at all. What gives one thing and takes another gives. */
export function turnOfPolicy(before: PolicyForm | undefined, after: PolicyForm | undefined): Turn {
  const [was, is] = [before, after].map((form) => parted(form ?? {})) as [Parted, Parted];
  const changed = {
    loosens: !isWithin(was.refusing, is.refusing),
    tightens: !isWithin(is.refusing, was.refusing),
  };
  if (changed.loosens || changed.tightens) return turnOf(changed);
  return isWithin(is.allowing, was.allowing) ? 'takes' : 'gives';
}

function turnOf({ loosens, tightens }: { readonly loosens: boolean; readonly tightens: boolean }): Turn {
  if (loosens) return tightens ? 'either' : 'loosens';
  return 'tightens';
}

type Statements = readonly Statement[];
type Parted = { readonly allowing: Statements; readonly refusing: Statements };

function parted(form: PolicyForm): Parted {
  const all = statementsOf(form);
  return {
    allowing: all.filter(({ effect }) => effect === 'Allow'),
    refusing: all.filter(({ effect }) => effect === 'Deny'),
  };
}

/** Whether the whole says all that the part does. False where it is too much to tell. */
function isWithin(part: Statements, whole: Statements): boolean {
  if (part.length === 0) return true;
  if (whole.length === 0) return false;
  try {
    return textOf([...whole, ...part]) === textOf(whole);
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'aws-policy-too-large') return false;
    throw error;
  }
}

function textOf(statements: Statements): string {
  return canonicalize(settled(statements));
}
