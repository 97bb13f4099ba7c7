import { parseAddress } from '../../../core/address.ts';
import type { Permission } from '../../../core/ports.ts';
import type { Escalation, EscalationQuestion } from '../../../core/risk/model.ts';
import { postgresFacts } from '../facts.ts';
import { own } from '../own.ts';
import { Above } from './above.ts';
import { ADMIN_OPTION, ATTRIBUTE_POWERS, ROLE_POWERS, type Power } from './powers.ts';

/** The ways in which what a role gains lets it get at more: by itself, with what it holds already, or through the roles that it becomes a member of. */
export function escalations({ address, gains, held, live }: EscalationQuestion): readonly Escalation[] {
  const { source, name } = parseAddress(address);
  const found = gains.flatMap((gain) => direct(source, gain));
  const login = gains.filter(({ action, resource }) => action === 'LOGIN' && resource === source);
  const sleeping = powersAmong(source, held).filter((what) => !powersAmong(source, gains).includes(what));
  const woken = login.flatMap((gain) => awoken(gain, sleeping, 'permissions'));
  if (live === null) return [...found, ...woken];
  const above = new Above(postgresFacts(live));
  const known = own(postgresFacts(live).roles, name[0] ?? '') === undefined ? [] : above.attributes(name[0] ?? '');
  const more = known.filter((what) => !powersAmong(source, [...held, ...gains]).includes(what));
  return [
    ...found,
    ...woken,
    ...login.flatMap((gain) => awoken(gain, more, 'live')),
    ...gains.flatMap((gain) => through(source, gain, above)),
  ];
}

function direct(source: string, gain: Permission): readonly Escalation[] {
  const power = powerOf(source, gain);
  return power === null ? [] : [{ gain, ...power, seen: 'permissions' }];
}

function powerOf(source: string, { action, resource }: Permission): (Power & { readonly what: string }) | null {
  if (resource === source) return named(action, own(ATTRIBUTE_POWERS, action));
  const role = roleIn(source, resource);
  if (role === null) return null;
  if (action === 'administer') return named(`ADMIN OPTION on ${role}`, ADMIN_OPTION);
  return named(`membership in ${role}`, own(ROLE_POWERS, role));
}

function named(what: string, power: Power | undefined): (Power & { readonly what: string }) | null {
  return power === undefined ? null : { what, ...power };
}

function roleIn(source: string, resource: string): string | null {
  const before = `${source}: role `;
  return resource.startsWith(before) ? resource.slice(before.length) : null;
}

/** What is critical to hold, whoever holds it. */
function powersAmong(source: string, permissions: readonly Permission[]): readonly string[] {
  const powers = permissions.flatMap((permission) => powerOf(source, permission) ?? []);
  return [...new Set(powers.filter(({ level }) => level === 'critical').map(({ what }) => what))];
}

/** A role without LOGIN can do nothing with what it holds, until it has it. */
function awoken(gain: Permission, sleeping: readonly string[], seen: Escalation['seen']): readonly Escalation[] {
  return sleeping.map((what) => ({
    gain,
    level: 'critical',
    what: 'LOGIN',
    path: `can use the ${what} that it has`,
    seen,
  }));
}

/** Attributes are never inherited: they come by SET ROLE, which ADMIN OPTION lets its holder give itself. */
function through(source: string, gain: Permission, above: Above): readonly Escalation[] {
  const role = roleIn(source, gain.resource);
  if (role === null || gain.action === 'member of') return [];
  const acts = gain.action === 'SET ROLE to' || gain.action === 'administer';
  return above
    .powers(role, acts ? 'set' : 'inherit')
    .map(({ level, path }) => ({ gain, level, what: `a way through ${role}`, path, seen: 'live' }));
}
