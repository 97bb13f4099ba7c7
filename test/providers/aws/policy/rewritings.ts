import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../../../src/core/json.ts';
import type { Policy } from './random-policies.ts';

type Rewriting = (policy: Policy, choice: number) => Policy;

const list = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

const textOf = (value: Json): string => (typeof value === 'string' ? value : '');

function onOne(rewrite: (statement: JsonObject, choice: number) => readonly JsonObject[]): Rewriting {
  return ({ Version, Statement }, choice) => {
    const at = choice % Statement.length;
    return { Version, Statement: Statement.flatMap((one, index) => (index === at ? rewrite(one, choice) : [one])) };
  };
}

/** A request without the variable may make the whole statement void, and would not the half of it. */
const isUniform = (statement: JsonObject): boolean =>
  new Set(list(statement['Resource']).map((value) => textOf(value).includes('${'))).size <= 1;

function cutBy(element: string): Rewriting {
  return onOne((statement, choice) => {
    const values = element === 'Resource' && !isUniform(statement) ? [] : list(statement[element]);
    const middle = 1 + (choice % Math.max(values.length - 1, 1));
    if (values.length < 2) return [statement];
    // Both may hold the one in the middle.
    return [
      { ...statement, [element]: values.slice(0, middle + (choice % 2)) },
      { ...statement, [element]: values.slice(middle) },
    ];
  });
}

function mapped(element: string, change: (values: readonly Json[], choice: number) => Json): Rewriting {
  return onOne((statement, choice) =>
    element in statement ? [{ ...statement, [element]: change(list(statement[element]), choice) }] : [statement],
  );
}

const turned = (values: readonly Json[], choice: number) => {
  const by = choice % Math.max(values.length, 1);
  return [...values.slice(by), ...values.slice(0, by)];
};

const shouted = (values: readonly Json[]) => values.map((value) => textOf(value).toUpperCase());

const single = (values: readonly Json[]): Json => (values.length === 1 ? (values[0] ?? null) : values);

const keysRespelt = onOne((statement) => {
  const { Condition } = statement;
  if (!isJsonObject(Condition)) return [statement];
  const respelt = Object.entries(Condition).map(([operator, keys]) => [
    operator,
    Object.fromEntries(
      Object.entries(keys as JsonObject).map(([key, values]) => [
        key.replace(/^aws:[^/]*/u, (stem) => stem.toUpperCase()),
        values,
      ]),
    ),
  ]);
  return [{ ...statement, Condition: Object.fromEntries(respelt) as JsonObject }];
});

/** Of statements whose conditions hold when any of several values is met. */
const cutByValue = onOne((statement) => {
  const { Condition } = statement;
  if (!isJsonObject(Condition)) return [statement];
  const [operator, keys] = Object.entries(Condition).at(-1) ?? [];
  if (operator === undefined || !isJsonObject(keys) || /Not|ForAll|Null/u.test(operator)) return [statement];
  const [key, values] = Object.entries(keys)[0] ?? [];
  if (key === undefined) return [statement];
  return list(values).map((value) => ({
    ...statement,
    Condition: { ...Condition, [operator]: { ...keys, [key]: value } },
  }));
});

const narrowerToo = onOne((statement) =>
  'Action' in statement && 'Resource' in statement && isUniform(statement)
    ? [
        statement,
        {
          ...statement,
          Resource: list(statement['Resource'])
            .map((value) => textOf(value).replace(/\*$/u, 'k'))
            .slice(0, 1),
          Condition: {
            ...(isJsonObject(statement['Condition'] ?? null) ? (statement['Condition'] as JsonObject) : {}),
            Bool: { 'aws:ViaAWSService': 'true' },
          },
        },
      ]
    : [statement],
);

/** What leaves a policy's meaning as it is. */
const REWRITINGS: readonly Rewriting[] = [
  ({ Version, Statement }, choice) => ({ Version, Statement: turned(Statement, choice) as readonly JsonObject[] }),
  ({ Version, Statement }) => ({ Version, Statement: [...Statement, ...Statement] }),
  ({ Version, Statement }) => ({
    Version,
    Statement: Statement.map((statement, index) => ({ ...statement, Sid: `S${index}` })),
  }),
  onOne((statement, choice) => [
    Object.fromEntries(turned(Object.entries(statement) as readonly Json[], choice) as [string, Json][]),
  ]),
  cutBy('Action'),
  cutBy('Resource'),
  cutByValue,
  narrowerToo,
  keysRespelt,
  mapped('Action', turned),
  mapped('Resource', turned),
  mapped('NotAction', turned),
  mapped('NotResource', turned),
  mapped('Action', shouted),
  mapped('NotAction', shouted),
  mapped('Action', single),
  mapped('Resource', single),
  mapped('Action', (values) => [...values, ...values]),
  mapped('Action', (values) => (values.includes('s3:*') ? [...values, 's3:GetObject'] : values)),
  mapped('Resource', (values) => (values.includes('*') ? [...values, 'arn:aws:s3:::other/*'] : values)),
];

type Chosen = readonly (readonly [number, number])[];

export const anyRewriting: fc.Arbitrary<Chosen> = fc.array(fc.tuple(fc.nat(REWRITINGS.length - 1), fc.nat(50)), {
  minLength: 1,
  maxLength: 8,
});

export function rewritten(policy: Policy, chosen: Chosen): Policy {
  return chosen.reduce((one, [which, choice]) => REWRITINGS[which]?.(one, choice) ?? one, policy);
}

/** An edit that may change the meaning, and often does. */
export function edited(policy: Policy, choice: number): Policy {
  const at = choice % policy.Statement.length;
  const edits: readonly ((statement: JsonObject) => readonly JsonObject[])[] = [
    () => [],
    (statement) => [{ ...statement, Effect: statement['Effect'] === 'Allow' ? 'Deny' : 'Allow' }],
    ({ Condition: _gone, ...statement }) => [statement],
    (statement) => [{ ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
    ({ Action = 's3:GetObject', NotAction: _gone, ...statement }) => [
      { ...statement, Action: [...list(Action), 's3:PutObject'] },
    ],
    ({ Action = 's3:GetObject', NotAction: _gone, ...statement }) => [
      { ...statement, Action: list(Action).slice(0, 1) },
    ],
    ({ Resource = '*', NotResource: _gone, ...statement }) => [
      { ...statement, Resource: [...list(Resource), 'arn:aws:s3:::b/alice'] },
    ],
    ({ Action: actions = 's3:GetObject', NotAction: _gone, ...statement }) => [{ ...statement, NotAction: actions }],
  ];
  const edit = edits[Math.floor(choice / 7) % edits.length] ?? ((statement) => [statement]);
  const statements = policy.Statement.flatMap((one, index) => (index === at ? edit(one) : [one]));
  return statements.length === 0 ? policy : { ...policy, Statement: statements };
}
