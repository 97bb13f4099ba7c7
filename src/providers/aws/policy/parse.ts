import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import { spelledAction } from '../access/actions.ts';
import { conditionsIn } from './conditions.ts';
import { coversAction, withoutCovered } from './covered.ts';
import { collapsed, coversArn } from './glob.ts';
import { inOneSpelling, type Letters } from './letters.ts';
import type { Matched, PolicyContext, Statement } from './model.ts';
import { principalsIn } from './principals.ts';
import { malformed, tooLarge, unsupported } from './problem.ts';
import { listOf, textsOf } from './texts.ts';
import { variablesOf, type Variables } from './variables.ts';

/** UTF-16 code units of the whole document; AWS's own policies, the longest, stay below half of it. */
const LONGEST = 262_144;
const STATEMENTS = 1_000;

const VERSIONS: readonly unknown[] = ['2008-10-17', '2012-10-17'];
const ELEMENTS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);
const OF_STATEMENT: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

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
  const listed = listOf(document['Statement']);
  if (listed.length === 0) throw malformed('A policy has no statement.', '[]', 'Write at least one.');
  if (listed.length > STATEMENTS) throw tooLarge('A policy has too many statements.', String(listed.length));
  const statements = listed.map((statement) => statementIn(statement, context, variables));
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

function refuseUnknown(object: JsonObject, known: ReadonlySet<string>): void {
  const unknown = Object.keys(object).find((key) => !known.has(key));
  if (unknown !== undefined) throw unsupported('A policy has an element that is not known.', unknown);
}

function statementIn(value: Json, context: PolicyContext, variables: Variables): Statement {
  if (!isJsonObject(value))
    throw malformed('A statement is no object.', JSON.stringify(value), 'Write `Effect`, `Action` …');
  refuseUnknown(value, OF_STATEMENT);
  const { Effect: effect } = value;
  if (effect !== 'Allow' && effect !== 'Deny')
    throw malformed('A statement has no `Effect`.', JSON.stringify(effect ?? null), 'Write `Allow` or `Deny`.');
  const wanted = context.use === 'trust' ? 'Principal' : 'Resource';
  const foreign = context.use === 'trust' ? 'Resource' : 'Principal';
  for (const name of [foreign, `Not${foreign}`])
    if (name in value)
      throw malformed(
        `A statement has a \`${name}\`, which ${context.use === 'trust' ? 'trust policies' : "identities' policies"} cannot have.`,
        JSON.stringify(value[name] ?? null),
        `Take \`${name}\` out.`,
      );
  const [kind, targets] = eitherOf(value, wanted);
  return {
    effect,
    principals: context.use === 'trust' ? principalsIn(targets, kind, context) : null,
    actions: actionsIn(value),
    resources: context.use === 'identity' ? resourcesIn(targets, kind, variables) : null,
    conditions: conditionsIn(value['Condition'], variables),
  };
}

/** An element or its `Not…`, of which a statement has exactly one. */
function eitherOf(statement: JsonObject, name: string): readonly [Matched['kind'], Json] {
  const [positive, negative] = [statement[name], statement[`Not${name}`]];
  if (positive !== undefined && negative === undefined) return ['in', positive];
  if (negative !== undefined && positive === undefined) return ['not', negative];
  throw malformed(
    `A statement has ${positive === undefined ? 'neither' : 'both'} \`${name}\` ${positive === undefined ? 'nor' : 'and'} \`Not${name}\`.`,
    Object.keys(statement).join(', '),
    'Write exactly one of them.',
  );
}

function actionsIn(statement: JsonObject): Matched {
  const [kind, listed] = eitherOf(statement, 'Action');
  const texts = textsOf(listed, kind === 'in' ? 'Action' : 'NotAction');
  const values = texts.map((text) => {
    if (/^(?:\*|\*:\*)$/u.test(collapsed(text))) return '*';
    if (/^[\w*?-]+:[\w*?-]+$/u.test(text)) return spelledAction(collapsed(text));
    throw malformed('An action is not spelt as one.', text, 'Write `service:Action`, such as `s3:GetObject`.');
  });
  return { kind, values: withoutCovered(values, coversAction) };
}

function resourcesIn(listed: Json, kind: Matched['kind'], variables: Variables): Matched {
  const texts = textsOf(listed, kind === 'in' ? 'Resource' : 'NotResource');
  return {
    kind,
    values: withoutCovered(
      texts.map((text) => collapsed(variables(text))),
      coversArn,
    ),
  };
}
