import { keyOf } from '../access.ts';
import type { RiskReason } from '../assessment.ts';
import type { Reasons } from './facts.ts';
import type { Escalation } from './model.ts';
import { count, some } from './text.ts';

/** What is gained and lost, by the power that it gives. */
export const accessReasons: Reasons = ({ change, gains, loses, escalations }) => {
  const explained = new Set(escalations.map(({ gain }) => keyOf(gain)));
  const administers = gains.filter(({ power }) => power === 'administer');
  const unexplained = administers.filter((gain) => !explained.has(keyOf(gain)));
  const consumers = (change.metadata.before ?? change.metadata.after)?.consumers ?? [];
  return [
    ...escalationReasons(escalations),
    ...reason(unexplained.length > 0, {
      level: 'critical',
      code: 'gains-administration',
      message: `gains ${some(unexplained.map(({ action }) => action))}`,
    }),
    ...reason(loses.length > 0 && consumers.length > 0, {
      level: 'medium',
      code: 'consumers-affected',
      message: `${count(consumers.length, 'consumer')} may lose access: ${some(consumers)}`,
    }),
    ...reason(gains.length > administers.length, {
      level: 'medium',
      code: 'widens-access',
      message: gainsText(gains.length - administers.length),
    }),
    ...reason(loses.length > 0, {
      level: 'low',
      code: 'narrows-access',
      message: losesText(loses.length),
    }),
  ];
};

export function gainsText(permissions: number): string {
  return `gains ${count(permissions, 'permission')}`;
}

export function losesText(permissions: number): string {
  return `loses ${count(permissions, 'permission')}`;
}

function reason(holds: boolean, told: RiskReason): readonly RiskReason[] {
  return holds ? [told] : [];
}

/** One reason a level, so that however much is gained, each path is told once. */
export function escalationReasons(escalations: readonly Escalation[]): readonly RiskReason[] {
  const groups = Map.groupBy(escalations, ({ level, seen }) => `${level} ${seen}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const code = first.seen === 'live' ? 'reaches-power' : 'escalation-path';
    return [{ level: first.level, code, message: `gains ${pathsText(same)}` }];
  });
}

export function pathsText(escalations: readonly Escalation[]): string {
  const paths = [...Map.groupBy(escalations, ({ path }) => path)].map(
    ([path, by]) => `${some(by.map(({ what }) => what))}: ${path}`,
  );
  return some(paths, '; ');
}
