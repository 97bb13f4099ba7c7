import type { PrivilegeSet } from './model.ts';
import { isEmpty, mapEntries, own } from '../own.ts';

/** What the head names of one object's privileges, as found but never more than it asks for. */
export function namedPrivileges(found: PrivilegeSet, wanted: PrivilegeSet | undefined): PrivilegeSet | undefined {
  const named = mapEntries(found, (privilege, state) => {
    const asked = own(wanted, privilege);
    if (asked === undefined) return undefined;
    return asked === 'granted' && state === 'grantable' ? 'granted' : state;
  });
  return isEmpty(named) ? undefined : named;
}
