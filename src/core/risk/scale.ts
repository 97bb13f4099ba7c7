import type { EffectivePermission } from '../access/effective.ts';
import type { SensitiveTag } from '../configuration.ts';
import type { Permission, Provider } from '../ports.ts';
import { itself } from './facts.ts';
import type { RiskModel } from './model.ts';
import { tagsReached } from './sensitive.ts';

/** A permission as risk is told of it, with the way to it. */
export type Told = Permission & { readonly way: EffectivePermission['path'] };

/** How risky what is gained in effect is. */
export type Scale = {
  readonly sensitive: readonly SensitiveTag[];
  readonly tagsOf: (gain: Told) => readonly SensitiveTag[];
  readonly model: RiskModel | null;
};

export function told({ path, ...gain }: EffectivePermission): Told {
  return { ...gain, path: path.through[0] ?? 'direct', way: path };
}

/** Each right is looked at once, however many come to hold it. */
export function scaleOf(sensitive: readonly SensitiveTag[], provider: Pick<Provider, 'risk'> | null): Scale {
  const model = provider?.risk ?? null;
  const known = new Map<string, readonly SensitiveTag[]>();
  return {
    sensitive,
    model,
    tagsOf(gain) {
      const right = `${gain.action}\0${gain.resource}`;
      const tags =
        known.get(right) ??
        (sensitive.length === 0 ? [] : tagsReached(sensitive, model?.reaches(gain) ?? [itself(gain)]));
      known.set(right, tags);
      return tags;
    },
  };
}
