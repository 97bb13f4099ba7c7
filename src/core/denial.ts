import type { Finding } from './assessment.ts';

/** A denial in a line: which rule, where it stands, the values, and how to comply with it or to ask for an exception. */
export function denialText({ code, message, rule }: Pick<Finding, 'code' | 'message' | 'rule'>): string {
  if (rule === undefined) return `${code}: ${message}`;
  const { location, comply } = rule;
  const place = `${location.path}:${location.line}`;
  const said = `${code} at ${place}: ${message}${comply === null ? '' : ` ${comply}`}`;
  if (!isRule(code)) return said;
  return `${said}${/[.!?]$/u.test(said) ? ' Or' : '; or'} ask for an exception to ${code}`;
}

/** A rule that holds is called by its own name, `policy/rule`; of what nobody can tell there is no exception. */
export function isRule(code: string): boolean {
  return code.includes('/');
}
