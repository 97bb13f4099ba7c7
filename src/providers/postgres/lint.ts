import { problemsAt, type Problem } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';
import { escapePointer } from '../../core/leaves.ts';
import { declaredDefaults, declaredGrants } from './normal-form/declared-grants.ts';
import {
  normalComment,
  normalMembership,
  normalSettings,
  normalValidUntil,
  roleSpec,
} from './normal-form/normalize.ts';
import type { RoleSpec } from './kinds.ts';
import { locksOut } from './normal-form/settings.ts';

/** What a spec says that its schema cannot refuse: names, patterns, privileges, times, texts with the shape of secrets. */
export function lintSpec(spec: JsonObject): readonly Problem[] {
  const declared = roleSpec(spec);
  const { validUntil, comment, settings } = declared;
  return [
    ...(validUntil === undefined ? [] : problemsAt('/validUntil', () => normalValidUntil(validUntil))),
    ...(comment === undefined ? [] : problemsAt('/comment', () => normalComment(comment))),
    ...(settings === undefined ? [] : settingProblems(settings)),
    ...membershipProblems(declared.memberOf ?? []),
    ...(declared.grants ?? []).flatMap((entry, index) =>
      'others' in entry ? [] : problemsAt(`/grants/${index}`, () => declaredGrants(entry, null)),
    ),
    ...(declared.defaultPrivileges ?? []).flatMap((entry, index) =>
      'others' in entry ? [] : problemsAt(`/defaultPrivileges/${index}`, () => declaredDefaults(entry, null)),
    ),
  ];
}

function settingProblems(settings: NonNullable<RoleSpec['settings']>): readonly Problem[] {
  const places: readonly (readonly [string, { readonly [name: string]: unknown }])[] = [
    ['/settings/everywhere', settings.everywhere ?? {}],
    ...Object.entries(settings.databases ?? {}).map(
      ([database, values]) => [`/settings/databases/${escapePointer(database)}`, values] as const,
    ),
  ];
  return places.flatMap(([pointer, values]) =>
    Object.entries(values).flatMap(([name, value]) =>
      settingProblem(`${pointer}/${escapePointer(name)}`, name, text(value)),
    ),
  );
}

/** A warning only, because a role that is already like this can be imported; the plan refuses to make one so. */
function settingProblem(pointer: string, name: string, value: string | number | boolean): readonly Problem[] {
  const problems = problemsAt(pointer, () => normalSettings({ everywhere: { [name]: value } }));
  if (problems.length > 0 || !locksOut(name.toLowerCase(), String(value))) return problems;
  return [
    {
      pointer,
      code: 'setting-locks-out',
      severity: 'warning',
      cause:
        'PostgreSQL keeps an empty list of libraries as one library without a name, so the role can no longer log in.',
      mend: 'Leave the setting out.',
    },
  ];
}

function text(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function membershipProblems(entries: NonNullable<RoleSpec['memberOf']>): readonly Problem[] {
  const roles = new Set<string>();
  return entries.flatMap((entry, index) => {
    if (typeof entry === 'object' && 'others' in entry) return [];
    const pointer = `/memberOf/${index}`;
    const [role] = normalMembership(entry, null);
    const twice = roles.has(role);
    roles.add(role);
    if (!twice) return [];
    return [
      {
        pointer,
        code: 'membership-twice',
        severity: 'error',
        cause: `${JSON.stringify(role)} is listed twice.`,
        mend: 'Keep one entry.',
      },
    ];
  });
}
