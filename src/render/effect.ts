import { basisText } from '../core/access/basis.ts';
import type { AccessBlock, AccessWay, Named, SourceAccess } from '../core/access/assessed.ts';
import type { Permission } from '../core/ports.ts';
import { accessPhrase, groupAccess } from './access.ts';
import { fit } from './fit.ts';
import { conjoined, data, listed, markdown, said, strong, type Phrase } from './phrase.ts';
import { identityOf, type ChangeView, type Naming, type PlanView } from './view.ts';
import { count } from './words.ts';

const ACTIONS_SHOWN = 8;
const RESOURCES_SHOWN = 3;
const PRINCIPALS_SHOWN = 4;
const CONDITION_LIMIT = 200;

/** One thing to say of access, and about how many permissions it is. */
export type AccessLine = {
  readonly phrase: Phrase;
  readonly permissions: number;
  /** As far as they are known by name. */ readonly resources: readonly string[];
};

/** What an identity gains in effect, the most powerful first. */
export function gainLines({ access }: ChangeView): readonly AccessLine[] {
  return [...directLines(access.gains), ...blockLines(access.blocks, 'gained')];
}

/** How many permissions its gains are about, counted without a phrase for each: there may be very many. */
export function gainCount({ access }: ChangeView): number {
  const blocks = access.blocks.filter(({ kind }) => kind === 'gained');
  return blocks.reduce((sum, { resources, actions }) => sum + resources.count * actions.count, access.gains.length);
}

export function lossLines({ access }: ChangeView): readonly AccessLine[] {
  return [...directLines(access.loses), ...blockLines(access.blocks, 'lost')];
}

/** What it is given, and held before. */
export function heldLines({ access }: ChangeView): readonly AccessLine[] {
  return blockLines(access.blocks, 'repeated');
}

/** What is taken from it, and held all the same. */
export function keptLines({ access }: ChangeView): readonly AccessLine[] {
  return blockLines(access.blocks, 'kept');
}

/** The same actions on several resources are one thing to say. */
function directLines(permissions: readonly Permission[]): readonly AccessLine[] {
  const alike = Map.groupBy(groupAccess(permissions), ({ actions, path, power }) =>
    JSON.stringify([actions, path, power]),
  );
  return [...alike.values()].flatMap((groups) => {
    const [first] = groups;
    if (first === undefined) return [];
    const resources = groups.map(({ resource }) => resource);
    return [
      { phrase: accessPhrase(first, resources), permissions: first.actions.length * resources.length, resources },
    ];
  });
}

function blockLines(blocks: readonly AccessBlock[], kind: AccessBlock['kind']): readonly AccessLine[] {
  return blocks
    .filter((block) => block.kind === kind)
    .map((block) => ({
      phrase: blockPhrase(block),
      permissions: block.resources.count * block.actions.count,
      resources: block.resources.names,
    }));
}

/** `SELECT on billing.invoices through readers, after SET ROLE to team`. */
export function blockPhrase({ kind, actions, resources, power, way, instead }: AccessBlock): Phrase {
  const what: Phrase = [...actionsPhrase(actions), ' on ', ...namedPhrase(resources, RESOURCES_SHOWN)];
  const force = power === 'administer' ? ' (can change access, bypass checks or act as others)' : '';
  switch (kind) {
    case 'gained':
      return [...what, ...wayPhrase(way), force, ...otherwise('; before only', instead)];
    case 'lost':
      return [...what, ...wayPhrase(way), force, ...otherwise('; still', instead)];
    case 'repeated':
      return [...what, force, ': already held', ...wayPhrase(instead ?? way)];
    case 'kept':
      return [...what, force, ': still held', ...wayPhrase(instead ?? way)];
  }
}

function otherwise(lead: string, instead: AccessWay | null): Phrase {
  return instead === null ? [] : [lead, ...wayPhrase(instead)];
}

function actionsPhrase({ names, count: all }: Named): Phrase {
  if (all > names.length) return namedPhrase({ names, count: all }, ACTIONS_SHOWN);
  return conjoined(
    names.map((name) => [data(name)]),
    ACTIONS_SHOWN,
  );
}

function spelt(name: string): Phrase {
  return [data(name)];
}

/** `a, b and 238 more`. */
function namedPhrase({ names, count: all }: Named, limit: number, naming: Naming = spelt): Phrase {
  const kept = names.slice(0, all > limit ? limit - 1 : limit).map(naming);
  const rest = all - kept.length;
  return rest === 0 ? listed(kept, limit) : [...listed(kept, limit), ` and ${rest} more`];
}

function wayPhrase({ basis, through, condition }: AccessWay): Phrase {
  const text = basisText(basis);
  const own = text === null ? [] : [` ${text}`];
  const chain = through.flatMap((address, index) => [
    index === 0 ? ' through ' : ' → ',
    data(identityOf(address).name),
  ]);
  return [
    ...own,
    ...chain,
    ...(condition === null ? [] : [chain.length === 0 ? ' ' : ', ', data(condition, CONDITION_LIMIT)]),
  ];
}

/** Of whom this plan says nothing, and whose access changes with it; what is not known of that, and what is not listed. */
export function othersPhrases(view: PlanView): readonly Phrase[] {
  const gains = view.effective.blocks('others', 'gained').map((block) => [strong(...othersPhrase(block, view.naming))]);
  const losses = view.effective.blocks('others', 'lost').map((block) => othersPhrase(block, view.naming));
  return [...gains, ...losses, ...view.assessment.access.flatMap(gapPhrases)];
}

/** The same as lines of Markdown, below a heading where somebody else gains or loses. */
export function othersLines(view: PlanView, budget: number): readonly string[] {
  const phrases = othersPhrases(view);
  if (phrases.length === 0) return [];
  const heading = '**Others**: identities that this plan does not change, and whose access changes with it';
  const lines = fit(
    phrases,
    budget - heading.length - 2,
    (phrase) => `- ${markdown(phrase)}`,
    (left) => `- … and ${count(left, 'more line')} on others; \`countersign access --plan\` tells all.`,
  );
  const changes = ['gained', 'lost'] as const;
  return changes.some((kind) => view.effective.blocks('others', kind).length > 0) ? [heading, '', ...lines] : lines;
}

/** `reporting-app gains SELECT on billing.invoices through readers`, `12 identities (a, b, c and 9 more) gain …`. */
function othersPhrase(block: AccessBlock, naming: Naming): Phrase {
  const { principals, kind } = block;
  const verb = kind === 'gained' ? 'gain' : 'lose';
  const who: Phrase =
    principals.count === 1
      ? [...namedPhrase(principals, 1, naming), ` ${verb}s `]
      : [
          `${count(principals.count, 'identity', 'identities')} (`,
          ...namedPhrase(principals, PRINCIPALS_SHOWN, naming),
          `) ${verb} `,
        ];
  return [...who, ...blockPhrase(block), '.'];
}

function gapPhrases(access: SourceAccess): readonly Phrase[] {
  if (access.kind === 'unknown') {
    const { source, reason } = access;
    return [
      [
        'Who gains or loses what through others in ',
        data(source),
        ' is not known, so only what is given and taken directly is told: ',
        said(reason.message),
        ' (',
        data(reason.code),
        ')',
      ],
    ];
  }
  const { source, left } = access;
  if (left === 0) return [];
  return [[`${count(left, 'more permission')} in `, data(source), ' change, which found no room here.']];
}
