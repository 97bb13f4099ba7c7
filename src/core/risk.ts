import { compareText } from './address.ts';
import type { Risk, RiskReason } from './assessment.ts';
import { accessReasons } from './risk/access.ts';
import { credentialReasons } from './risk/credentials.ts';
import type { Reasons, RiskFacts } from './risk/facts.ts';
import { compareRisk, highestOf } from './risk/level.ts';
import { lifetimeReasons } from './risk/lifetime.ts';
import { ownReasons } from './risk/own.ts';
import { sensitiveReasons } from './risk/sensitive.ts';
import { some } from './risk/text.ts';

/** Of one level, what tells a reader most comes first. */
const TELLING = [
  'own-identity',
  'escalation-path',
  'reaches-power',
  'gains-administration',
  'sensitive-resource',
  'widens-others',
  'access-unknown',
  'recently-used',
  'irreversible',
  'expired',
  'expiry-extended',
  'consumers-affected',
  'old-credential',
  'widens-access',
  'long-unused',
  'unused-credential',
  'several-credentials',
  'narrows-access',
  'no-access-change',
];

const SORTS: readonly Reasons[] = [
  ownReasons,
  accessReasons,
  sensitiveReasons,
  irreversibleReasons,
  lifetimeReasons,
  credentialReasons,
];

/** Every code that a reason may have. */
export const RISK_REASONS: readonly string[] = ['not-assessed', ...TELLING];

/** Every reason that holds, the highest level first, which is the level of the whole; there is always one. */
export function riskOf(facts: RiskFacts): Risk {
  const found = SORTS.flatMap((reasons) => reasons(facts));
  return together(
    found.length > 0 ? found : [{ level: 'low', code: 'no-access-change', message: 'access stays the same' }],
  );
}

/** What either says of one change: the second never takes from the first. */
export function joined(left: Risk, right: Risk): Risk {
  const { level, reasons } = together([...left.reasons, ...right.reasons]);
  return { level: highestOf([left.level, right.level, level]), reasons };
}

function together(found: readonly RiskReason[]): Risk {
  const known = new Map<string, RiskReason>();
  for (const reason of [...found].sort(compareReasons)) {
    const key = `${reason.code}\n${reason.message}`;
    if (!known.has(key)) known.set(key, reason);
  }
  const all = [...known.values()];
  const reasons = all.length === 1 ? all : all.map(besideOthers);
  return { level: highestOf(reasons.map(({ level }) => level)), reasons };
}

/** What is told from the plan alone is not the whole where somebody who read the live systems tells more. */
function besideOthers(reason: RiskReason): RiskReason {
  return reason.code === 'no-access-change' ? { ...reason, message: 'nothing is given or taken directly' } : reason;
}

function compareReasons(left: RiskReason, right: RiskReason): number {
  return (
    compareRisk(right.level, left.level) ||
    TELLING.indexOf(left.code) - TELLING.indexOf(right.code) ||
    compareText(left.message, right.message)
  );
}

/** A sentence as a part of another. */
function unended(sentence: string): string {
  return sentence.replace(/\.$/u, '');
}

function irreversibleReasons({ change: { irreversible } }: RiskFacts): readonly RiskReason[] {
  if (irreversible.length === 0) return [];
  const messages = irreversible.map((reason) => reason.message);
  const message = messages.length === 1 ? messages.join('') : some(messages.map(unended), '; ');
  return [{ level: 'high', code: 'irreversible', message }];
}
