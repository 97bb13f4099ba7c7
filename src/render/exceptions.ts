import type { ExceptionNote, Finding } from '../core/assessment.ts';
import { isRule } from '../core/denial.ts';
import type { Location } from '../core/errors.ts';
import { fit } from './fit.ts';
import { data, listed, markdown, said, strong, type Phrase } from './phrase.ts';
import type { Naming, PlanView } from './view.ts';
import { count } from './words.ts';

const PLACE_SHOWN = 160;
const NAMES_SHOWN = 8;

/** What exceptions lift, by when it ends, and what of them does not count or is not needed. */
/** A plan, of which the exceptions are told. */
type Told = Pick<PlanView, 'naming'> & { readonly assessment: Pick<PlanView['assessment'], 'exceptions'> };

export function exceptionLines({ assessment: { exceptions: notes }, naming }: Told, budget: number): readonly string[] {
  if (notes.length === 0) return [];
  const isUsed = ({ code }: ExceptionNote): boolean => code === 'exception-used';
  const sorted = [...notes.filter(isUsed), ...notes.filter((note) => !isUsed(note))];
  const lines = fit(
    sorted,
    budget,
    (note) => `- ${markdown(exceptionPhrase(note, naming))}`,
    (left) => `- … and ${count(left, 'more exception')}.`,
  );
  return ['**Exceptions**', '', ...lines];
}

export function exceptionPhrase(note: ExceptionNote, naming: Naming): Phrase {
  if (note.code === 'exception-invalid')
    return ['warning: an exception does not count: ', said(note.message), ...ends(note.code, note.location)];
  const { code, name, rule, until, daysLeft, owner, reason, location } = note;
  const which: Phrase = [data(name), ' to ', data(rule)];
  switch (code) {
    case 'exception-used': {
      const left = daysLeft === 0 ? 'its last day' : count(daysLeft, 'more day');
      const lifted: Phrase = [
        strong('lifted'),
        ': ',
        data(rule),
        ' for ',
        ...identities(note, naming),
        ' until ',
        data(until),
      ];
      return [...lifted, ` (${left}), for which `, data(owner), ' answers: ', said(reason), ...ends(name, location)];
    }
    case 'exception-unused':
      return ['warning: ', ...which, ' is not needed for ', ...identities(note, naming), ...ends(code, location)];
    case 'exception-expired':
      return [
        'warning: ',
        ...which,
        ' ended with ',
        data(until),
        ' for ',
        ...identities(note, naming),
        ...ends(code, location),
      ];
    case 'exception-too-long': {
      const why: Phrase = [': its end, ', data(until), ', is too far ahead'];
      return [
        'warning: ',
        ...which,
        ' does not count for ',
        ...identities(note, naming),
        ...why,
        ...ends(code, location),
      ];
    }
  }
}

function identities(
  { addresses, more }: Exclude<ExceptionNote, { readonly code: 'exception-invalid' }>,
  naming: Naming,
): Phrase {
  const names = addresses.slice(0, NAMES_SHOWN).map(naming);
  const others = addresses.length - names.length + more;
  return others === 0 ? listed(names, NAMES_SHOWN) : [...listed(names, NAMES_SHOWN), ` and ${others} more`];
}

function ends(name: string, { path, line }: Location): Phrase {
  return [' (', data(name), ', ', data(`${path}:${line}`, PLACE_SHOWN), ')'];
}

/** A rule that denies, and not what nobody can tell. */
export function canBeExcepted({ code, effect, rule }: Finding): boolean {
  return effect === 'deny' && rule !== undefined && isRule(code);
}

/** @param ended whether what stands before it ends a sentence */
export function exceptionAsk({ code, rule }: Finding, ended: boolean): Phrase {
  const ask = rule?.comply === null ? 'Change this, or ask' : 'Or ask';
  return [`${ended ? '' : '.'} ${ask} for an exception to `, data(code)];
}
