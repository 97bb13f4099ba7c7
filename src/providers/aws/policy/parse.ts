import { within } from '../../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import { escapePointer } from '../../../core/leaves.ts';
import { didYouMean } from '../../../core/schema/suggest.ts';
import { spelledAction } from '../access/actions.ts';
import { conditionsIn } from './conditions.ts';
import { coversAction, withoutCovered } from './covered.ts';
import { collapsed, coversArn } from './glob.ts';
import { inOneSpelling, type Letters } from './letters.ts';
import type { Matched, PolicyContext, Statement } from './model.ts';
import { principalsIn } from './principals.ts';
import { malformed, tooLarge, unsupported } from './problem.ts';
import { listOf, mapTexts, placeOf } from './texts.ts';
import { variablesOf, type Variables } from './variables.ts';

/** UTF-16 code units of the whole document; AWS's own policies, the longest, stay below half of it. */
const LONGEST = 262_144;
const STATEMENTS = 1_000;

const VERSIONS: readonly unknown[] = ['2008-10-17', '2012-10-17'];
const ELEMENTS: readonly string[] = ['Version', 'Id', 'Statement'];
const OF_STATEMENT: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/**
 * The statements of a policy document, in the order in which they stand there.
 * @throws CountersignError `aws-policy-malformed`, `aws-policy-unsupported`, `aws-policy-too-large`
 */
export function statementsIn(document: Json, context: PolicyContext): readonly Statement[] {
  if (!isJsonObject(document))
    throw malformed('A policy is no object.', JSON.stringify(document), 'Write `Version` and `Statement`.');
  const { length } = JSON.stringify(document);
  if (length > LONGEST) throw tooLarge('A policy document is too long to read.', `${length} characters`);
  refuseUnknown(document, ELEMENTS);
  const variables = variablesOf(versionOf(document));
  const { Statement: written } = document;
  const listed = listOf(written);
  if (listed.length === 0) throw malformed('A policy has no statement.', '[]', 'Write at least one.');
  if (listed.length > STATEMENTS) throw tooLarge('A policy has too many statements.', String(listed.length));
  const statements = listed.map((statement, index) =>
    within(`/Statement${placeOf(written, index)}`, () => statementIn(statement, context, variables)),
  );
  return inOneSpelling(statements, context.lettersHad ?? noLetters);
}

function noLetters(): Letters {
  return new Map();
}

/** Without a version it is the older one. */
function versionOf({ Version: version = '2008-10-17' }: JsonObject): string {
  if (typeof version === 'string' && VERSIONS.includes(version)) return version;
  throw malformed(
    'A policy has a `Version` that does not exist.',
    JSON.stringify(version),
    'Write `2012-10-17`, in quotes.',
  );
}

function refuseUnknown(object: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(object).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  within(`/${escapePointer(unknown)}`, () => {
    const mend = `${didYouMean(unknown, known)}Allowed here: ${known.join(', ')}.`;
    throw unsupported('A policy has an element that is not known.', unknown, mend);
  });
}

function statementIn(value: Json, context: PolicyContext, variables: Variables): Statement {
  if (!isJsonObject(value))
    throw malformed('A statement is no object.', JSON.stringify(value), 'Write `Effect`, `Action` …');
  refuseUnknown(value, OF_STATEMENT);
  const { Effect: effect } = value;
  if (effect !== 'Allow' && effect !== 'Deny')
    throw malformed('A statement has no `Effect`.', JSON.stringify(effect ?? null), 'Write `Allow` or `Deny`.');
  refuseForeign(value, context);
  const isTrust = context.use === 'trust';
  return {
    effect,
    principals: isTrust ? eitherOf(value, 'Principal', (targets, kind) => principalsIn(targets, kind, context)) : null,
    actions: eitherOf(value, 'Action', actionsIn),
    resources: isTrust ? null : eitherOf(value, 'Resource', (...targets) => resourcesIn(...targets, variables)),
    conditions: within('/Condition', () => conditionsIn(value['Condition'], variables)),
  };
}

function refuseForeign(statement: JsonObject, { use }: PolicyContext): void {
  const foreign = use === 'trust' ? 'Resource' : 'Principal';
  for (const name of [foreign, `Not${foreign}`])
    within(`/${name}`, () => {
      if (!(name in statement)) return;
      throw malformed(
        `A statement has a \`${name}\`, which ${use === 'trust' ? 'trust policies' : "identities' policies"} cannot have.`,
        JSON.stringify(statement[name] ?? null),
        `Take \`${name}\` out.`,
      );
    });
}

/** What is read of an element or its `Not…`, of which a statement has exactly one. */
function eitherOf(
  statement: JsonObject,
  name: string,
  read: (value: Json, kind: Matched['kind'], element: string) => Matched,
): Matched {
  const [positive, negative] = [statement[name], statement[`Not${name}`]];
  if (positive !== undefined && negative === undefined) return within(`/${name}`, () => read(positive, 'in', name));
  if (negative !== undefined && positive === undefined)
    return within(`/Not${name}`, () => read(negative, 'not', `Not${name}`));
  throw malformed(
    `A statement has ${positive === undefined ? 'neither' : 'both'} \`${name}\` ${positive === undefined ? 'nor' : 'and'} \`Not${name}\`.`,
    Object.keys(statement).join(', '),
    'Write exactly one of them.',
  );
}

function actionsIn(listed: Json, kind: Matched['kind'], element: string): Matched {
  const values = mapTexts(listed, element, (text) => {
    if (/^(?:\*|\*:\*)$/u.test(collapsed(text))) return '*';
    if (/^[\w*?-]+:[\w*?-]+$/u.test(text)) return spelledAction(collapsed(text));
    throw malformed('An action is not spelt as one.', text, 'Write `service:Action`, such as `s3:GetObject`.');
  });
  return { kind, values: withoutCovered(values, coversAction) };
}

function resourcesIn(listed: Json, kind: Matched['kind'], element: string, variables: Variables): Matched {
  const values = mapTexts(listed, element, (text) => collapsed(variables(text)));
  return { kind, values: withoutCovered(values, coversArn) };
}
