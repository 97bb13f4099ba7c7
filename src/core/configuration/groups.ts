import { isLogin } from '../people.ts';
import { pointerToken } from '../yaml/place.ts';
import { quoted } from '../yaml/text.ts';
import type { PointedProblem } from './environment.ts';

/** Members are logins, spelt as GitHub spells them; a group inside a group would hide who may approve. */
export function groupProblems(value: {
  readonly people?: { readonly [group: string]: readonly string[] } | undefined;
}): readonly PointedProblem[] {
  const people = value.people ?? {};
  return Object.entries(people).flatMap(([group, members]) =>
    members.flatMap((member, index) => {
      const pointer = `/people/${pointerToken(group)}/${index}`;
      if (Object.hasOwn(people, member)) {
        const cause = `${quoted(member)} is a group, and a group has only logins as members.`;
        return [
          {
            code: 'group-in-group',
            cause,
            mend: 'Write the members of that group out, or rename it if a login is meant.',
            pointer,
          },
        ];
      }
      if (isLogin(member)) return [];
      return [
        {
          code: 'not-a-login',
          cause: `${quoted(member)} is not a GitHub login.`,
          mend: "Write the login without '@': letters, digits and single hyphens.",
          pointer,
        },
      ];
    }),
  );
}
