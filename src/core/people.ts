import type { Configuration } from './configuration.ts';
import type { Diagnostic } from './errors.ts';
import { didYouMean } from './schema/suggest.ts';
import { quoted } from './yaml/text.ts';

export type Directory = Pick<Configuration, 'people'>;

export type NamedPeople =
  /** `name` without the `@` of a login: a group of the configuration, a login, or `@org/team`, pinned or not. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'refused'; readonly problem: Pick<Diagnostic, 'code' | 'cause' | 'mend'> };

const LOGIN = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/u;
const PINNED = /^([^#]*)#([1-9][0-9]{0,14})$/u;
const TEAM = /^@([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})\/([A-Za-z0-9._-]{1,100})(?:#([1-9][0-9]{0,14}))?$/u;

/** A team of an organization, `@org/slug`, or pinned to GitHub's numeric team id as `@org/slug#4711`. */
export type TeamName = { readonly org: string; readonly slug: string; readonly id: number | null };

/** @returns null where the name is not that of a team. */
export function teamOf(name: string): TeamName | null {
  const [, org, slug, id] = TEAM.exec(name) ?? [];
  return org === undefined || slug === undefined ? null : { org, slug, id: id === undefined ? null : Number(id) };
}

/** Whether a name is that of a team. Only GitHub knows who is in it. */
export function isTeam(name: string): boolean {
  return teamOf(name) !== null;
}

/** Somebody whom the configuration names: `ana`, or pinned to GitHub's numeric user id as `ana#583231`. */
export type Member = { readonly login: string; readonly id: number | null };

/** What is not written as a pin is a login, whatever it holds; the pin of a team is no account's. */
export function memberOf(text: string): Member {
  const [, login, id] = isTeam(text) ? [] : (PINNED.exec(text) ?? []);
  return login === undefined || id === undefined ? { login: text, id: null } : { login, id: Number(id) };
}

/** A pin holds wherever the login is named: the member as some group pins them, else the text itself. */
export function asPinned(text: string, directory: Directory): string {
  const pins = Object.values(directory.people)
    .flat()
    .filter((member) => memberOf(member).id !== null);
  return pins.find((pin) => sameLogin(memberOf(pin).login, text)) ?? text;
}

/**
 * Who a text in a document or in the configuration means. A bare name is a group, or somebody who is in one;
 * `@login` is any GitHub user, and `@org/team` a team; so a misspelt group is an error rather than a stranger's login.
 */
export function namePeople(text: string, directory: Directory): NamedPeople {
  if (isTeam(text)) return { kind: 'named', name: text };
  if (text.startsWith('@')) return nameLogin(text.slice(1), directory);
  const groups = Object.keys(directory.people);
  const members = Object.values(directory.people).flat();
  if (groups.includes(text) || members.some((member) => sameLogin(memberOf(member).login, text)))
    return { kind: 'named', name: text };
  const login = LOGIN.test(text) ? `Write ${quoted(`@${text}`)} for a GitHub user who is in no group.` : '';
  return refused({
    code: 'unknown-people',
    cause: `${quoted(text)} is neither a group of the configuration nor in one.`,
    mend: `${didYouMean(text, groups)}Name a group of 'people' in .github/countersign.yaml. ${login}`.trim(),
  });
}

export function sameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

export function isLogin(text: string): boolean {
  return LOGIN.test(text);
}

function nameLogin(login: string, directory: Directory): NamedPeople {
  if (!LOGIN.test(login)) {
    return refused({
      code: 'unknown-people',
      cause: `${quoted(`@${login}`)} is not a GitHub login.`,
      mend: "Write '@' and a login.",
    });
  }
  if (Object.keys(directory.people).some((group) => sameLogin(group, login))) {
    return refused({
      code: 'ambiguous-people',
      cause: `${quoted(login)} is a group of the configuration, too.`,
      mend: 'Rename the group, so that nobody takes one for the other.',
    });
  }
  return { kind: 'named', name: login };
}

function refused(problem: Pick<Diagnostic, 'code' | 'cause' | 'mend'>): NamedPeople {
  return { kind: 'refused', problem };
}
