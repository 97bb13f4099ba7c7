import type { Address } from '../../../core/address.ts';
import { parseAddress } from '../../../core/address.ts';
import type { Permission } from '../../../core/ports.ts';
import { OIDC_KIND, type AwsAttributes } from '../normal-form/model.ts';
import type { PolicyForm, Statement } from '../policy/model.ts';
import { statementsOf } from '../policy/statements.ts';
import { isAdministering } from '../risk/powers.ts';
import { haveSameVariables, shareOfActions, shareOfResources } from './overlap.ts';
import { matchedText, placeText, principalTexts, refusalText } from './words.ts';

type Line = Pick<Permission, 'action' | 'resource' | 'power'> & { readonly path?: 'membership' };

/**
 * What attributes give directly: what their own policies allow, with what the same policies refuse of it, who is let in, by a trust
 * policy, a machine or an identity provider, and what is attached. What attached policies and groups bring is not among it.
 */
export function permissionsOf(address: Address, attributes: AwsAttributes): readonly Permission[] {
  const { source, kind, name } = parseAddress(address);
  const own = [
    ...Object.values(attributes.inline?.values ?? {}),
    ...(attributes.document ? [attributes.document] : []),
  ];
  const lines: readonly Line[] = [
    ...allowedLines(own.flatMap(statementsOf)),
    ...trustLines(attributes.trust ?? {}),
    ...Object.keys(attributes.instanceProfiles?.values ?? {}).map(machinesLine),
    ...(kind === OIDC_KIND ? providerLines(name[0] ?? '', attributes) : []),
    ...named(attributes.attached?.values, 'has policy', isAdministeringPolicy),
    ...named(attributes.groups?.values, 'member of group', () => false),
    ...keyLines(attributes),
    ...boundaryLines(source, attributes),
  ];
  const known = new Map(lines.map((line) => [JSON.stringify(line), line]));
  return [...known.values()].map(({ path = 'direct', ...line }) => ({ principal: address, path, ...line }));
}

function allowedLines(statements: readonly Statement[]): readonly Line[] {
  const denies = statements.filter(({ effect }) => effect === 'Deny');
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      eachOf(statement.actions).flatMap((action) =>
        eachOf(statement.resources).flatMap((resource) => allowedLine(statement, action, resource, denies)),
      ),
    );
}

/** Each value, or all that is left out as one. */
function eachOf(list: Statement['resources']): readonly string[] {
  if (list === null) return ['*'];
  return list.kind === 'not'
    ? [matchedText(list)]
    : list.values.map((value) => matchedText({ kind: 'in', values: [value] }));
}

function allowedLine(
  statement: Statement,
  action: string,
  resource: string,
  denies: readonly Statement[],
): readonly Line[] {
  // Of what a list leaves out nothing is known but that it may be anything.
  const pattern = statement.actions.kind === 'not' ? '*' : action;
  const target = statement.resources?.kind === 'not' ? '*' : resource;
  const refused = denies.flatMap((deny) => {
    const [actions, resources] = [shareOfActions(deny.actions, pattern), shareOfResources(deny.resources, target)];
    if (actions === 'none' || resources === 'none') return [];
    const isCertain = haveSameVariables(deny.resources, target);
    const whole = { actions: actions === 'all', resources: resources === 'all' && isCertain };
    return [
      { isAll: whole.actions && whole.resources && deny.conditions.length === 0, text: refusalText(deny, whole) },
    ];
  });
  if (refused.some(({ isAll }) => isAll)) return [];
  const texts = [...new Set(refused.map(({ text }) => text))].sort();
  return [
    {
      action,
      resource: placeText(resource, statement.conditions, texts),
      power: isAdministering(action) ? 'administer' : 'use',
    },
  ];
}

/** Who may become the role. */
function trustLines(trust: PolicyForm): readonly Line[] {
  const statements = statementsOf(trust);
  const denies = statements
    .filter(({ effect }) => effect === 'Deny')
    .map((deny) => refusalText(deny, { actions: false, resources: true }));
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ principals, actions, conditions }) =>
      eachOf(actions).flatMap((action) =>
        (principals === null ? [] : principalTexts(principals)).map((principal): Line => ({
          action: `trust (${action})`,
          resource: placeText(principal, conditions, denies),
          power: 'use',
        })),
      ),
    );
}

/** Whoever gets hold of a machine of the profile has what the role has. */
function machinesLine(profile: string): Line {
  return { action: 'be used by machines', resource: `instance profile ${profile}`, power: 'use' };
}

/** What an identity provider says counts in every trust policy that names it, now or later. */
export const VOUCH = 'vouch for others';
/** Who has the certificate of a provider's server speaks for the provider. */
export const BE_SPOKEN_FOR = 'be spoken for';

function providerLines(issuer: string, { audiences, thumbprints }: AwsAttributes): readonly Line[] {
  const each = (list: AwsAttributes['audiences'], line: (name: string) => Line) =>
    Object.keys(list?.values ?? {}).map(line);
  return [
    { action: VOUCH, resource: `issuer ${issuer}`, power: 'administer' },
    ...each(audiences, (name) => ({ action: 'take tokens', resource: `audience ${name}`, power: 'use' })),
    ...each(thumbprints, (name) => ({ action: BE_SPOKEN_FOR, resource: `certificate ${name}`, power: 'administer' })),
  ];
}

function named(
  values: { readonly [name: string]: unknown } | undefined,
  action: string,
  administers: (name: string) => boolean,
): readonly Line[] {
  return Object.keys(values ?? {}).map((name) => ({
    action,
    resource: name,
    power: administers(name) ? 'administer' : 'use',
    path: 'membership',
  }));
}

/** AWS's own policies that let their holder change access. */
const ADMINISTERING: ReadonlySet<string> = new Set(['AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess']);

export function isAdministeringPolicy(arn: string): boolean {
  const [, name = ''] = /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/u.exec(arn) ?? [];
  return ADMINISTERING.has(name);
}

function keyLines({ accessKeys, consolePassword }: AwsAttributes): readonly Line[] {
  const keys = Object.entries(accessKeys?.values ?? {}).filter(([, state]) => state === 'Active');
  return [
    ...keys.map(([id]): Line => ({ action: 'use access key', resource: id, power: 'use' })),
    ...(consolePassword === true ? [{ action: 'use password', resource: 'console', power: 'use' } as const] : []),
  ];
}

/** What bounds it is told as what it may: with another bound, or none, it may more. */
function boundaryLines(source: string, { boundary }: AwsAttributes): readonly Line[] {
  if (boundary === undefined) return [];
  return [
    boundary === null
      ? { action: 'act without a permissions boundary', resource: source, power: 'use' }
      : { action: 'act within permissions boundary', resource: boundary, power: 'use' },
  ];
}
