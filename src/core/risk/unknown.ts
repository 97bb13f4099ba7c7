import { untoldIn, type SourceAccess } from '../access/assessed.ts';
import { parseAddress } from '../address.ts';
import type { RiskReason } from '../assessment.ts';
import type { Change } from '../plan.ts';
import type { AccessModel } from '../access/model.ts';

type Modelled = { readonly access?: Pick<AccessModel, 'mayWiden'> };

/**
 * Where effective access is not known, and a change may give more than its own gains say. Pure.
 * @param provider null, or one without a model: what the change may do nobody can tell
 */
export function unknownReasons(
  change: Change,
  access: readonly SourceAccess[],
  provider: Modelled | null,
): readonly RiskReason[] {
  const isKnown = !untoldIn(access).has(parseAddress(change.address).source);
  if (isKnown || change.steps.length === 0 || provider?.access?.mayWiden(change) === false) return [];
  const message = 'may widen access, and what it does in effect is not known';
  return [{ level: 'medium', code: 'access-unknown', message }];
}
