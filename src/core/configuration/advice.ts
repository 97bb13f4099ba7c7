import type { Configuration } from '../configuration.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { asPinned, isTeam, memberOf, teamOf } from '../people.ts';
import { pointerToken } from '../yaml/place.ts';
import { quoted } from '../yaml/text.ts';

/** A name as it stands in a place, already without the `@` of a login. */
export type NamedPlace = { readonly name: string; readonly location: Location };

/** Every name of the configuration that decides who may approve. */
export function namesIn(
  { people, sources, approval }: Configuration,
  locate: (pointer: string) => Location,
): readonly NamedPlace[] {
  const listed = (pointer: string, names: readonly string[]): readonly (readonly [string, string])[] =>
    names.map((name, index) => [`${pointer}/${index}`, name]);
  const names = [
    ...Object.entries(people).flatMap(([group, members]) => listed(`/people/${pointerToken(group)}`, members)),
    ...sources.map(({ name, owner }) => [`/sources/${pointerToken(name)}/owner`, owner] as const),
    ['/approval/administrators', approval.administrators] as const,
    ...(approval.widening === null ? [] : [['/approval/widening', approval.widening] as const]),
    ...listed('/approval/machineUsers', approval.machineUsers),
    ...listed('/approval/bots', approval.bots),
  ];
  return names.map(([pointer, name]) => ({ name, location: locate(pointer) }));
}

/** Each team once: only a run with an App's token learns whether its members can be read. */
export function uncheckedTeams(places: readonly NamedPlace[]): readonly Diagnostic[] {
  return once(places.filter(({ name }) => isTeam(name))).map(({ name, location }) => ({
    code: 'team-unchecked',
    severity: 'warning',
    cause: `Whether anybody is in ${quoted(name)}, and whether a run may know, was not checked.`,
    mend: 'Publish and apply with the token of an App that has the organization permission members (read); without it every such plan is refused.',
    location,
  }));
}

/** Each login once that names whoever bears it: it can be given up, and registered by somebody else. */
export function unpinnedPeople(configuration: Configuration, places: readonly NamedPlace[]): readonly Diagnostic[] {
  const unpinned = places.filter(
    ({ name }) =>
      !isTeam(name) &&
      !Object.hasOwn(configuration.people, name) &&
      memberOf(asPinned(name, configuration)).id === null,
  );
  return once(unpinned).map(({ name, location }) => ({
    code: 'person-unpinned',
    severity: 'warning',
    cause: `${quoted(name)} is whoever has that login, also after the account was renamed.`,
    mend: `Write ${name}#ID where it stands in a list, or in a group of 'people'; gh api ${quoted(`users/${name}`)} --jq .id prints the id.`,
    location,
  }));
}

/** Each team once that is named by its slug alone: who may rename and create teams can put another one under it. */
export function unpinnedTeams(places: readonly NamedPlace[]): readonly Diagnostic[] {
  return once(places).flatMap(({ name, location }) => {
    const team = teamOf(name);
    if (team === null || team.id !== null) return [];
    return {
      code: 'team-unpinned',
      severity: 'warning',
      cause: `${quoted(name)} is whatever team has that name, also after the team was renamed.`,
      mend: `Write ${name}#ID here, and wherever else it is named; gh api ${quoted(`orgs/${team.org}/teams/${team.slug}`)} --jq .id prints the id.`,
      location,
    };
  });
}

function once(places: readonly NamedPlace[]): readonly NamedPlace[] {
  const first = new Map<string, NamedPlace>();
  for (const place of places) {
    const key = place.name.toLowerCase();
    if (!first.has(key)) first.set(key, place);
  }
  return [...first.values()];
}
