import type { Address } from '../address.ts';
import { parseAddress } from '../address.ts';
import type { Planned } from '../assembly.ts';
import type { Assessment, ChangeAssessment } from '../assessment.ts';
import type { Configuration } from '../configuration.ts';
import { CountersignError, type Reason } from '../errors.ts';
import type { LiveState } from '../live.ts';
import type { Change, Plan } from '../plan.ts';
import type { Judge } from '../policy.ts';
import type { AccessModel, Permission, Provider } from '../ports.ts';
import { Causes, type Acting } from '../risk/cause.ts';
import type { Effect } from '../risk/effective.ts';
import { withEffects } from '../risk/with-effects.ts';
import type { AccessBlock, SourceAccess } from './assessed.ts';
import { blocksOf } from './blocks.ts';
import type { AccessChange } from './difference.ts';
import type { EffectivePermission } from './effective.ts';
import { plannedAccess } from './planned.ts';
import { withinRoom } from './room.ts';

/** Pairs of a principal and a resource that are compared in one source: some seconds. */
const PAIRS = 200_000;
/** Differences of one source that are looked at one by one. */
const DIFFERENCES = 100_000;
/** UTF-16 code units of a reason. */
const SENTENCE = 1_000;

type Models = ReadonlyMap<string, Pick<Provider, 'access'>>;

/** What of an assessment it follows from. */
type Assessed = Pick<Assessment, 'complete' | 'errored' | 'changes'>;

/** Sources whose estate tells what a plan does to effective access, sorted: those where something is done, and whose provider models it. */
export function estatesWanted(plan: Plan, { complete, errored }: Assessed, providers: Models): readonly string[] {
  if (errored || !complete) return [];
  const acted = new Set(plan.changes.filter(isDone).map(({ address }) => parseAddress(address).source));
  return plan.sources
    .filter(({ name, provider }) => acted.has(name) && providers.get(provider)?.access !== undefined)
    .map(({ name }) => name);
}

type Rules = {
  readonly configuration: Pick<Configuration, 'sensitive' | 'sources'>;
  readonly providers: ReadonlyMap<string, Pick<Provider, 'access' | 'risk'>>;
};

function isDone({ steps, blocked }: Pick<Change, 'steps' | 'blocked'>): boolean {
  return steps.length > 0 && blocked.length === 0;
}

/** A plan with what it does to effective access, and how risky that is, judged with it. @param judge of the rules that judge the plan */
export function withAccess(
  { plan, assessment }: Planned,
  estates: ReadonlyMap<string, LiveState>,
  rules: Rules,
  judge: Judge,
): Planned {
  const found = allFound(plan, assessment, estates, rules.providers);
  const access = placedOf(found);
  const effects = found.flatMap(({ effect }) => effect ?? []);
  const changes = withEffects(plan, { changes: assessment.changes, access }, effects, rules);
  return { plan, assessment: { ...assessment, access, changes, ...judge(plan, changes, access) } };
}

/** What a plan does to effective access, by source. Pure. @param estates of the sources that `estatesWanted` names */
export function assessAccess(
  plan: Plan,
  assessment: Assessed,
  estates: ReadonlyMap<string, LiveState>,
  providers: Models,
): readonly SourceAccess[] {
  return placedOf(allFound(plan, assessment, estates, providers));
}

type Found = { readonly access: SourceAccess; readonly effect: Effect | null };

function allFound(
  plan: Plan,
  assessment: Assessed,
  estates: ReadonlyMap<string, LiveState>,
  providers: Models,
): readonly Found[] {
  return estatesWanted(plan, assessment, providers).map((source) => {
    const { provider } = plan.sources.find(({ name }) => name === source) ?? {};
    const model = providers.get(provider ?? '')?.access;
    return foundIn(source, { plan, assessed: assessment.changes, model, estate: estates.get(source) });
  });
}

function placedOf(all: readonly Found[]): readonly SourceAccess[] {
  const found = all.map(({ access }) => access);
  const wanted = found.flatMap((one) =>
    one.kind === 'unknown' ? [] : one.blocks.map((block) => ({ from: one.source, block })),
  );
  const { placed, left } = withinRoom(wanted);
  return found.map((one): SourceAccess => {
    if (one.kind === 'unknown') return one;
    const blocks = placed.filter(({ from }) => from === one.source).map(({ block }) => block);
    return { ...one, blocks, left: one.left + (left.get(one.source) ?? 0) };
  });
}

type Facts = {
  readonly plan: Plan;
  readonly assessed: readonly ChangeAssessment[];
  readonly model: AccessModel | undefined;
  readonly estate: LiveState | undefined;
};

/** An estate that was not read, or not in full, tells nothing: what is missing may be what somebody holds it by. */
function foundIn(source: string, { plan, assessed, model, estate }: Facts): Found {
  const [missing] = estate?.unreadable ?? [];
  if (model === undefined || estate === undefined || missing !== undefined) {
    const message = `Nobody read who may do what in ${source}.`;
    const { code, message: said } = missing?.reason ?? { code: 'estate-unread', message };
    return unknown(source, { code, message: said.slice(0, SENTENCE) });
  }
  try {
    const { differences } = plannedAccess(model, estate, plan, PAIRS);
    const direct = new Map(assessed.map((change) => [change.address, directOf(change, model)]));
    const causes = new Causes(actingIn(source, plan, assessed, direct));
    const { told, left } = toldOf(differences, direct, causes);
    return {
      access: { kind: 'known', source, blocks: blocksIn(told, direct), left },
      effect: effectOf(source, told, direct, causes),
    };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return unknown(source, { code: error.code, message: error.message });
  }
}

function unknown(source: string, reason: Reason): Found {
  return { access: { kind: 'unknown', source, reason }, effect: null };
}

function effectOf(
  source: string,
  told: readonly AccessChange[],
  direct: ReadonlyMap<Address, Direct>,
  causes: Causes,
): Effect {
  const of = (wanted: AccessChange['kind']) =>
    told.filter(({ kind }) => kind === wanted).map(({ permission }) => permission);
  return {
    source,
    gained: of('gained'),
    lost: of('lost'),
    isChanged: (principal) => direct.has(principal),
    causeOf: (gain) => causes.of(gain),
  };
}

function actingIn(
  source: string,
  plan: Plan,
  assessed: readonly ChangeAssessment[],
  direct: ReadonlyMap<Address, Direct>,
): Acting {
  const giving = new Set(assessed.filter(({ gains }) => gains.length > 0).map(({ address }) => address));
  return {
    changes: plan.changes
      .filter(({ address, steps, blocked }) => parseAddress(address).source === source && isDone({ steps, blocked }))
      .map(({ address }) => address),
    gives: (address, permission) => direct.get(address)?.gained(permission) ?? false,
    givesAny: (address) => giving.has(address),
  };
}

function blocksIn(told: readonly AccessChange[], direct: ReadonlyMap<Address, Direct>): readonly AccessBlock[] {
  return blocksOf(told, (principal) => direct.has(principal));
}

/** Differences of which there is more to say than what the changes' own gains and losses say. */
function toldOf(
  differences: Iterable<AccessChange>,
  direct: ReadonlyMap<Address, Direct>,
  causes: Causes,
): { readonly told: readonly AccessChange[]; readonly left: number } {
  const told: AccessChange[] = [];
  let left = 0;
  for (const difference of differences) {
    causes.learn(difference);
    if (!isTold(difference, direct.get(difference.permission.principal))) continue;
    const room = difference.permission.power === 'administer' ? 2 * DIFFERENCES : DIFFERENCES;
    if (told.length < room) told.push(difference);
    else left += 1;
  }
  return { told, left };
}

/** What somebody holds as before, by another way, is only of interest of those whom the plan changes. */
function isTold({ kind, permission, instead }: AccessChange, direct: Direct | undefined): boolean {
  if (kind === 'kept' || kind === 'repeated') return direct !== undefined;
  return direct === undefined || instead !== null || !direct[kind](permission);
}

/** Whether a change's own gains, or losses, say a permission already. */
type Direct = {
  readonly [kind in 'gained' | 'lost']: (permission: EffectivePermission) => boolean;
};

function directOf({ gains, loses }: ChangeAssessment, model: AccessModel): Direct {
  return { gained: saying(gains, model), lost: saying(loses, model) };
}

/** Comparisons of one permission with what is given directly: beyond, it is told besides. */
const COMPARISONS = 100_000;

function saying(permissions: readonly Permission[], model: AccessModel): Direct['gained'] {
  const byAction = Map.groupBy(permissions, ({ action }) => action);
  const exact = new Set(permissions.map(({ action, resource }) => `${action}\0${resource}`));
  const given = permissions
    .filter(({ path }) => path === 'direct')
    .map((permission) => model.effective?.(permission) ?? { ...permission, condition: null });
  const includes = model.includes?.bind(model) ?? ((held, part) => isSame(held, part));
  return ({ action, actions = [action], resource, condition }) => {
    if (exact.has(`${action}\0${resource}`)) return true;
    if ((byAction.get(action) ?? []).some((permission) => model.covers(permission.resource, resource))) return true;
    const alike = given.filter((one) => one.condition === condition);
    if (alike.length * actions.length > COMPARISONS) return false;
    return actions.every((one) => alike.some((held) => includes(held, { action: one, resource })));
  };
}

function isSame(
  left: Pick<Permission, 'action' | 'resource'>,
  right: Pick<Permission, 'action' | 'resource'>,
): boolean {
  return left.action === right.action && left.resource === right.resource;
}
