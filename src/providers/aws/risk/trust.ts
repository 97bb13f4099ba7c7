import type { Permission } from '../../../core/ports.ts';
import type { Escalation } from '../../../core/risk/model.ts';
import { conditionsInText, placeIn } from '../access/words.ts';
import type { Condition } from '../policy/model.ts';
import { isSaid, isVariable, namesSomebody } from './demands.ts';

type Found = Pick<Escalation, 'level' | 'what' | 'path'>;

/** Keys by which somebody is told apart who is let in with everybody. */
const NARROWING =
  /^aws:(?:PrincipalOrgID|PrincipalOrgPaths|PrincipalAccount|PrincipalArn|SourceOrgID|SourceAccount|SourceArn|userid)$/u;
/** Keys that keep another account from acting for somebody else. */
const AGAINST_DEPUTIES = /^(?:sts:ExternalId|aws:PrincipalOrgID|aws:PrincipalOrgPaths)$/u;

/** A value that stands for one, or for what belongs to one account, organization or identity, whatever a pattern leaves open. */
const OF_ONE = /^(?:[^*?]*$|arn:[^:]*:[^:]*:[^:]*:\d{12}:|o-[a-z0-9]{10,32}\/|A[A-Z0-9]{15,}:)/u;
/** Identity providers that every account has. Source: Principal, web identity sessions, in the IAM guide. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

const GITHUB = 'token.actions.githubusercontent.com';

/**
 * Who is let in that nobody might have meant. Sources: The confused deputy problem, and IAM roles for OpenID Connect, in the IAM
 * guide; About security hardening with OpenID Connect, in GitHub's documentation.
 * @param account twelve digits of the role's own account; empty: not known
 */
export function trustEscalations(gain: Permission, account: string): readonly Escalation[] {
  const { target, when } = placeIn(gain.resource);
  const conditions = conditionsInText(when).filter(namesSomebody);
  return found(target, conditions, account).map((one) => ({ gain, ...one, seen: 'permissions' }));
}

function found(target: string, conditions: readonly Condition[], account: string): readonly Found[] {
  if (target.startsWith('all but '))
    return [{ level: 'critical', what: `trust for ${target}`, path: 'lets everybody in whom it does not name' }];
  const space = target.indexOf(' ');
  const [type, name] = [target.slice(0, space), target.slice(space + 1)];
  if (name === '*') return [everybody(type, conditions)];
  if (type === 'AWS') return otherAccount(name, conditions, account);
  return type === 'Federated' ? federated(name, conditions) : [];
}

function everybody(type: string, conditions: readonly Condition[]): Found {
  const narrow = conditions.find(
    ({ key, values }) => NARROWING.test(key) && values.every((value) => OF_ONE.test(value) && !isVariable(value)),
  );
  return narrow === undefined
    ? { level: 'critical', what: `trust for everybody (${type})`, path: 'whoever has an account at AWS can become it' }
    : { level: 'medium', what: `trust for everybody (${type})`, path: `whoever ${narrow.key} fits can become it` };
}

function otherAccount(name: string, conditions: readonly Condition[], account: string): readonly Found[] {
  const [, other = ''] = /^arn:[^:]*:(?:iam|sts)::(\d{12}):/u.exec(name) ?? [];
  if (other === '' || account === '' || other === account) return [];
  if (conditions.some((one) => AGAINST_DEPUTIES.test(one.key) && isSaid(one))) return [];
  const what = `trust for the account ${other}`;
  return [{ level: 'high', what, path: 'no external id tells for whom it acts there' }];
}

function federated(name: string, conditions: readonly Condition[]): readonly Found[] {
  const [, issuer = name] = /^arn:[^:]*:iam::\d{12}:oidc-provider\/(.+)$/u.exec(name) ?? [];
  if (BUILT_IN.has(name))
    return missing(conditions, [`${name}:aud`, `${name}:app_id`, `${name}:sub`])
      ? [
          {
            level: 'critical',
            what: `trust for ${name}`,
            path: 'whoever signs in there, for any application, can become it',
          },
        ]
      : [];
  if (issuer === name) return [];
  const what = `trust for ${issuer}`;
  const subject = conditions.filter(({ key }) => key === `${issuer}:sub`);
  const widest =
    subject.length === 0
      ? null
      : widestOf(
          subject.flatMap(({ operator, values }) => (operator.endsWith('Like') ? values : values.filter(isVariable))),
          issuer === GITHUB,
        );
  const subjects: readonly Found[] =
    subject.length === 0
      ? [{ level: 'critical', what, path: `whoever has a token of it can become it: no condition on ${issuer}:sub` }]
      : widest === null
        ? []
        : [{ ...widest, what }];
  const audience: readonly Found[] = missing(conditions, [`${issuer}:aud`])
    ? [{ level: 'medium', what, path: `tokens for other services let in, too: no condition on ${issuer}:aud` }]
    : [];
  return [...subjects, ...audience];
}

function missing(conditions: readonly Condition[], keys: readonly string[]): boolean {
  return !conditions.some((one) => keys.includes(one.key) && isSaid(one));
}

/** The widest of some subjects, where it is wide at all. */
function widestOf(subjects: readonly string[], isGithub: boolean): Pick<Found, 'level' | 'path'> | null {
  const levels = subjects.map((subject) => ({ subject, level: levelOf(subject, isGithub) }));
  const order = ['critical', 'high', 'medium'] as const;
  for (const level of order) {
    const worst = levels.find((one) => one.level === level);
    const who = isGithub ? WHO[level] : level === 'high' ? 'whoever the subject pattern matches' : WHO[level];
    if (worst !== undefined) return { level, path: `${who} can become it: ${worst.subject}` };
  }
  return null;
}

const WHO = {
  critical: 'anybody with a token of it',
  high: 'whatever the subject pattern matches of one owner',
  medium: 'every branch, tag and pull request of one repository',
} as const;

type Width = keyof typeof WHO | null;

function levelOf(subject: string, isGithub: boolean): Width {
  if (isVariable(subject)) return 'critical';
  return isGithub ? githubLevel(subject) : plainLevel(subject);
}

const SERVICE_ACCOUNT = 'system:serviceaccount:';

/** Issuers begin subjects with what sort they are of; a pattern that fixes no more than that is open to everybody. */
function plainLevel(subject: string): Width {
  const [fixed = ''] = /^[^*?]*/u.exec(subject) ?? [];
  if (fixed === subject) return null;
  return SERVICE_ACCOUNT.startsWith(fixed) || /^\w*:?$/u.test(fixed) ? 'critical' : 'high';
}

/** `repo:OWNER/NAME:CONTEXT`: a star counts by what it stands for. */
function githubLevel(subject: string): Width {
  if (/^[^*?]*[*?]/u.test(subject) === false) return null;
  const [, owner, name, context] = /^repo:([^/*?]+)\/([^:]*)(?::(.*))?$/u.exec(subject) ?? [];
  if (owner === undefined || name === undefined) return 'critical';
  if (/[*?]/u.test(name)) return 'high';
  return /^[^:]*[*?]/u.test(context ?? '') ? 'medium' : null;
}
