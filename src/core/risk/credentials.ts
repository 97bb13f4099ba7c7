import type { RiskReason } from '../assessment.ts';
import { daysBetween, type Credential } from '../credentials.ts';
import type { Change } from '../plan.ts';
import type { Reasons } from './facts.ts';
import { some } from './text.ts';

/** An active credential older than this is due to be replaced; what was never used for as long is not needed. */
const CREDENTIAL_DAYS = 90;

const ENDS: ReadonlySet<Change['action']> = new Set(['delete', 'disable', 'forget']);

/** What of an identity that is kept proves itself in a way that nobody would choose today. */
export const credentialReasons: Reasons = ({ change, gains, credentials, now }) => {
  if (ENDS.has(change.action)) return [];
  const active = credentials.filter(({ state }) => state === 'active');
  const level = gains.length > 0 ? 'medium' : 'low';
  return [
    ...reason(active.filter(isOld), (which) => ({
      level,
      code: 'old-credential',
      message: `${which} active and older than ${CREDENTIAL_DAYS} days`,
    })),
    ...reason(active.filter(isUnused), (which) => ({
      level: 'low',
      code: 'unused-credential',
      message: `${which} active and was never used in more than ${CREDENTIAL_DAYS} days`,
    })),
    ...severalReasons(active),
  ];

  function isOld({ created }: Credential): boolean {
    return (daysBetween(created, now) ?? 0) > CREDENTIAL_DAYS;
  }

  function isUnused(credential: Credential): boolean {
    return credential.lastUsed === null && isOld(credential);
  }
};

function reason(which: readonly Credential[], tell: (names: string) => RiskReason): readonly RiskReason[] {
  return which.length === 0 ? [] : [tell(`${some(which.map(({ id }) => id))} ${which.length === 1 ? 'is' : 'are'}`)];
}

/** Of one kind: a key and a password serve different ways in. */
function severalReasons(active: readonly Credential[]): readonly RiskReason[] {
  return [...Map.groupBy(active, ({ kind }) => kind)].flatMap(([kind, { length }]): readonly RiskReason[] =>
    length < 2
      ? []
      : [
          {
            level: 'low',
            code: 'several-credentials',
            message: `${length} credentials of the kind ${kind} are active`,
          },
        ],
  );
}
