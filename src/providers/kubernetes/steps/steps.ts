import { parseAddress } from '../../../core/address.ts';
import { CountersignError, type Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Draft, StepsResult } from '../../../core/ports.ts';
import { SERVICE_ACCOUNT } from '../kinds.ts';
import { bindingBlocks, boundAlready, claimedBindings } from './blocks.ts';
import { holderBlocks } from './holders.ts';
import { nameBlocks } from './names.ts';
import { roleDeletion, roleSteps } from './role.ts';
import { deletion, disabling, serviceAccountSteps } from './service-account.ts';

/** Provider.steps: each is one call of the API, or for a role that several bindings give, one for each of them. */
export function steps(draft: Draft, live: LiveState): StepsResult {
  const result =
    parseAddress(draft.address).kind === SERVICE_ACCOUNT ? ofServiceAccount(draft, live) : ofRole(draft, live);
  return { ...result, blocked: [...nameBlocks(draft), ...result.blocked] };
}

function ofServiceAccount(draft: Draft, live: LiveState): StepsResult {
  const claimed = claimedBindings(draft, live);
  switch (draft.action) {
    case 'create':
    case 'update': {
      const waiting = draft.before === null ? boundAlready(draft.address, live) : [];
      return {
        steps: serviceAccountSteps(draft, waiting),
        irreversible: [],
        blocked: [...claimed, ...bindingBlocks(draft, live)],
      };
    }
    case 'disable':
      return { steps: disabling(draft), irreversible: [], blocked: claimed };
    case 'delete':
      return { steps: deletion(draft.before ?? {}), irreversible: accountDeleted(draft, live), blocked: claimed };
    case 'replace':
      throw neverReplaced(draft);
  }
}

function ofRole(draft: Draft, live: LiveState): StepsResult {
  switch (draft.action) {
    case 'create':
    case 'update':
    case 'disable':
      return { steps: roleSteps(draft), irreversible: [], blocked: [] };
    case 'delete':
      return {
        steps: roleDeletion(draft.before ?? {}),
        irreversible: [],
        blocked: holderBlocks(draft.address, live, draft.released),
      };
    case 'replace':
      throw neverReplaced(draft);
  }
}

function accountDeleted({ address }: Draft, live: LiveState): readonly Reason[] {
  const lost = live.notModelled.filter((one) => one.address === address).map(({ what, detail }) => `${what} ${detail}`);
  const message = `The ServiceAccount cannot be brought back: its tokens end, and one of the same name has another uid.`;
  return [
    { code: 'service-account-deleted', message },
    ...lost.map((what): Reason => ({
      code: 'not-modelled-lost',
      message: `What is not modelled ends with it: ${what}`,
    })),
  ];
}

function neverReplaced({ address }: Draft): CountersignError {
  return new CountersignError('unsupported', 'Nothing of this kind needs another object in its place.', {
    evidence: address,
    mend: 'Report this: a plan should never ask for it.',
  });
}
