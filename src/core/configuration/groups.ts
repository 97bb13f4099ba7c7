import type { Diagnostic } from '../errors.ts';
import { isLogin, memberOf, sameLogin } from '../people.ts';
import { pointerToken } from '../yaml/place.ts';
import { quoted } from '../yaml/text.ts';
import type { PointedProblem } from './environment.ts';

type Groups = { readonly [group: string]: readonly string[] };

/** Members are logins, spelt as GitHub spells them, pinned or not; a group inside a group would hide who may approve. */
export function groupProblems(value: { readonly people?: Groups | undefined }): readonly PointedProblem[] {
  const people = value.people ?? {};
  return Object.entries(people).flatMap(([group, members]) =>
    members.flatMap((member, index) => {
      const problem = memberProblem(people, member);
      return problem === null ? [] : [{ ...problem, pointer: `/people/${pointerToken(group)}/${index}` }];
    }),
  );
}

function memberProblem(people: Groups, text: string): Pick<Diagnostic, 'code' | 'cause' | 'mend'> | null {
  const member = memberOf(text);
  if (Object.hasOwn(people, member.login)) {
    return {
      code: 'group-in-group',
      cause: `${quoted(member.login)} is a group, and a group has only logins as members.`,
      mend: 'Write the members of that group out, or rename it if a login is meant.',
    };
  }
  if (!isLogin(member.login)) {
    return {
      code: 'not-a-login',
      cause: `${quoted(text)} is not a GitHub login.`,
      mend: "Write the login without '@', with the account's id after '#' if it is pinned: ana or ana#583231.",
    };
  }
  const other = Object.values(people)
    .flat()
    .find((candidate) => disagree(memberOf(candidate), member));
  return other === undefined
    ? null
    : {
        code: 'pins-disagree',
        cause: `${quoted(text)} and ${quoted(other)} pin one login to two accounts.`,
        mend: 'Look the id up (gh api users/LOGIN --jq .id), and write the same one everywhere.',
      };
}

function disagree(left: ReturnType<typeof memberOf>, right: ReturnType<typeof memberOf>): boolean {
  return left.id !== null && right.id !== null && left.id !== right.id && sameLogin(left.login, right.login);
}
