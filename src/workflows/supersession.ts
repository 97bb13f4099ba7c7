import { supersededBy } from '../core/apply/landing.ts';
import type { Configuration } from '../core/configuration.ts';
import type { DesiredState } from '../core/desired/types.ts';
import type { Reason } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import { changedPaths } from '../github/tree.ts';
import { ifReadable, type LandedSurface } from './landed-inputs.ts';
import type { Landing } from './landings.ts';
import { desiredAt, governanceBetween } from './rules.ts';

/** `states`: what was declared after each later landing that may have changed what the plan rests on, the tip's at the end. */
export type Supersession = { readonly reason: Reason; readonly states: readonly DesiredState[] };

/** What came after a landing, oldest first, up to the tip. */
export type Since = { readonly later: readonly Stretch[]; readonly tip: string };

type Stretch = Pick<Landing, 'before' | 'commit'>;

/** `state` null: nobody can read it. */
type Look = { readonly reason: Reason | null; readonly state: DesiredState | null };

/**
 * Null when everything that a landing brought stood after each later one, and stands at the tip. What was taken back stays
 * taken back: whoever puts the bytes there again has, or lacks, an approval of their own.
 */
export async function supersession(
  surface: LandedSurface,
  landing: Pick<Landing, 'commit'>,
  plan: Plan,
  configuration: Configuration,
  { later, tip }: Since,
): Promise<Supersession | null> {
  if (tip === landing.commit) return null;
  const lookAt = async (commit: string): Promise<Look> => {
    const { state } = await desiredAt(surface.contents, commit, configuration, surface.providers);
    const changed = await governanceBetween(surface, landing.commit, commit, configuration);
    return { reason: supersededBy(plan, state, new Map(changed.map(({ path, head }) => [path, head]))), state };
  };
  const looks: Look[] = [];
  for (const one of later.filter(({ commit }) => commit !== tip)) {
    const look = async () =>
      (await mayTouch(surface, one, plan, configuration)) ? await lookAt(one.commit) : UNTOUCHED;
    looks.push(await ifReadable(look, () => unreadable(one)));
  }
  looks.push(await lookAt(tip));
  const reason = looks.find((look) => look.reason !== null)?.reason ?? null;
  return reason === null ? null : { reason, states: looks.flatMap(({ state }) => state ?? []) };
}

const UNTOUCHED: Look = { reason: null, state: null };

function unreadable({ commit }: Stretch): Look {
  const message = `What the later landing ${commit.slice(0, 7)} changed cannot be read.`;
  return { reason: { code: 'superseded', message }, state: null };
}

/**
 * Whether a file that it changed says anything, on either side, about what the plan rests on, or cannot say so by itself.
 * Unchanged files say what they said.
 */
async function mayTouch(
  { contents, providers }: LandedSurface,
  { before, commit }: Stretch,
  plan: Plan,
  configuration: Configuration,
): Promise<boolean> {
  const changed = changedPaths(await contents.tree(before), await contents.tree(commit));
  const paths = new Set(changed.map(({ path }) => path));
  if (plan.governance.some(({ path }) => paths.has(path))) return true;
  const addresses = new Set(plan.desired.map(({ address }) => address));
  for (const side of [before, commit]) {
    const read = await desiredAt(contents, side, configuration, providers, (path) => paths.has(path));
    const { state, parts, diagnostics } = read;
    // What a document refers to may be unchanged, and then it is not here.
    if (parts.length > 0 || diagnostics.some(({ severity }) => severity === 'error')) return true;
    if (state.identities.some(({ address }) => addresses.has(address))) return true;
    if (plan.requests.length > 0 && state.reconciliations.length > 0) return true;
  }
  return false;
}
