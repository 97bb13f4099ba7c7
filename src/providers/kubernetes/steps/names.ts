import { parseAddress } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import type { Draft } from '../../../core/ports.ts';
import { SERVICE_ACCOUNT } from '../kinds.ts';

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u;
const SUBDOMAIN_LENGTH = 253;

/** Names that the API server refuses: those of ServiceAccounts are DNS subdomains, those of roles anything that fits into a path. */
export function nameBlocks({ address, action }: Pick<Draft, 'address' | 'action'>): readonly Reason[] {
  if (action !== 'create') return [];
  const { kind, name } = parseAddress(address);
  const own = name.at(-1) ?? '';
  const rule = kind === SERVICE_ACCOUNT ? subdomainRule(own) : segmentRule(own);
  return rule === null ? [] : [{ code: 'cluster-name-invalid', message: `Kubernetes has no such names: ${rule}.` }];
}

function subdomainRule(name: string): string | null {
  if (name.length <= SUBDOMAIN_LENGTH && SUBDOMAIN.test(name)) return null;
  return `small letters, digits, hyphens and dots, at most ${SUBDOMAIN_LENGTH}, with a letter or digit at either end and beside each dot`;
}

function segmentRule(name: string): string | null {
  const fits = name !== '' && name !== '.' && name !== '..' && !/[/%]/u.test(name);
  return fits ? null : 'anything but . and .., without / and %';
}
