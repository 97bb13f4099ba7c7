import type { Permission } from '../../../core/ports.ts';
import type { Escalation, EscalationQuestion } from '../../../core/risk/model.ts';
import { BE_SPOKEN_FOR, isAdministeringPolicy, VOUCH } from '../access/permissions.ts';
import { conditionsInText, patternIn, placeIn } from '../access/words.ts';
import { awsFacts } from '../normal-form/model.ts';
import { hasWildcard } from '../policy/glob.ts';
import { narrowsUse } from './demands.ts';
import { among, COMPUTE, POWERS, powersIn } from './powers.ts';
import { trustEscalations } from './trust.ts';

/** Beyond this many ways a pattern of actions is told as one. */
const SPELT = 3;

/** The ways in which what is gained lets its holder, or whoever is let in, get at more than is listed. */
export function escalations({ gains, held, live }: EscalationQuestion): readonly Escalation[] {
  const account = live === null ? '' : awsFacts(live.facts).account;
  return gains.flatMap((gain) => {
    if (gain.action.startsWith('trust (')) return trustEscalations(gain, account);
    if (gain.action === 'has policy') return policyEscalations(gain);
    if (gain.action === VOUCH || gain.action === BE_SPOKEN_FOR) return [providerEscalation(gain)];
    return [...actionEscalations(gain), ...passEscalations(gain, [...gains, ...held])];
  });
}

function providerEscalation(gain: Permission): Escalation {
  const path =
    gain.action === VOUCH
      ? 'says who somebody is, to every role that trusts it'
      : 'whoever has it may speak for the identity provider';
  return { gain, level: 'high', what: gain.resource, path, seen: 'permissions' };
}

function policyEscalations(gain: Permission): readonly Escalation[] {
  if (!isAdministeringPolicy(gain.resource)) return [];
  const isPowerUser = gain.resource.endsWith('/PowerUserAccess');
  return [
    {
      gain,
      level: 'critical',
      what: gain.resource.slice(gain.resource.lastIndexOf('/') + 1),
      path: isPowerUser ? 'can run code as the roles of functions and machines' : 'can give itself everything',
      seen: 'permissions',
    },
  ];
}

function actionEscalations(gain: Permission): readonly Escalation[] {
  const powers = powersIn(gain.action);
  const { target, when } = placeIn(gain.resource);
  const isWide = isMany(target);
  const bounded = when === '' ? '' : ', under a condition';
  const isNarrow = !isWide || conditionsInText(when).some(narrowsUse);
  const leading = (level: Escalation['level'], what: string, path: string): Escalation => ({
    gain,
    level: level === 'critical' && isNarrow ? 'high' : level,
    what: `${what} on ${target}`,
    path: `${path}${bounded}`,
    seen: 'permissions',
  });
  const pattern = patternIn(gain.action);
  const assumes = isWide && among(['sts:AssumeRole'], gain.action).length > 0;
  if (isEverything(gain.action))
    return [leading('critical', pattern, 'can do everything, and give itself what it lacks')];
  const become = assumes ? [leading('critical', 'sts:AssumeRole', 'can become every role that lets it in')] : [];
  if (powers.length > SPELT)
    return [leading('critical', pattern, `can give itself anything, in ${powers.length} ways`), ...become];
  const ways = powers.flatMap((action) => {
    const power = POWERS[action];
    return power === undefined ? [] : [leading(power.level, action, power.path)];
  });
  return [...ways, ...become];
}

function isMany(target: string): boolean {
  return hasWildcard(target) || target.startsWith('all but ');
}

/** What stands for everything is told as that. */
function isEverything(action: string): boolean {
  return patternIn(action) === '*' || (action.startsWith('all but ') && powersIn(action).length > SPELT);
}

/** A role that may be passed is used through a service that runs something as it. */
function passEscalations(gain: Permission, all: readonly Permission[]): readonly Escalation[] {
  const passes = (one: Permission) => among(['iam:PassRole'], one.action).length > 0;
  if (isEverything(gain.action)) return [];
  const may = (action: string) => all.some((one) => among([action], one.action).length > 0);
  const runs = COMPUTE.filter((actions) => actions.every(may));
  const { target } = placeIn(gain.resource);
  if (passes(gain)) {
    const [first] = runs;
    const isWide = isMany(target);
    const path =
      first === undefined
        ? 'can let services act as it'
        : `can run something as it by ${first.join(' and ')}, and so have what it has`;
    const level = first === undefined ? 'medium' : isWide ? 'critical' : 'high';
    return [{ gain, level, what: `iam:PassRole on ${target}`, path, seen: 'permissions' }];
  }
  const [completes] = runs.filter((actions) => among(actions, gain.action).length > 0);
  const pass = all.find(passes);
  if (completes === undefined || pass === undefined) return [];
  return [
    {
      gain,
      level: isMany(placeIn(pass.resource).target) ? 'critical' : 'high',
      what: gain.action,
      path: 'can run something as a role that it may pass, and so have what that has',
      seen: 'permissions',
    },
  ];
}
