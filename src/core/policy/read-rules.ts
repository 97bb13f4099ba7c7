import type { Configuration } from '../configuration.ts';
import type { Diagnostic } from '../errors.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { readWays } from './asked.ts';
import type { Cel } from './cel.ts';
import { compileExpression, type Compiled } from './expression.ts';
import type { Effect, Rule } from './rule.ts';
import { showsPull } from './reads.ts';
import type { PolicyInput } from './schema.ts';
import { fillTemplate, parseTemplate, type Template } from './template.ts';

type Directory = Pick<Configuration, 'people'>;
type RuleInput = PolicyInput['spec']['rules'][number];

/** The rules of one document that its schema has confirmed, and what is wrong with them besides. */
export function readRules(
  cel: Cel,
  { metadata, spec }: PolicyInput,
  document: YamlDocument,
  directory: Directory,
): { readonly rules: readonly Rule[]; readonly diagnostics: readonly Diagnostic[] } {
  const results = spec.rules.map((input, index) => {
    const pointer = `/spec/rules/${index}`;
    const when = readWhen(cel, input.when, `${pointer}/when`, document);
    const message = readMessage(input.message, `${pointer}/message`, document);
    const effect = readEffect(input.effect, `${pointer}/effect/require`, document, directory);
    const repeated = spec.rules.findIndex(({ name }) => name === input.name) < index;
    const diagnostics = [
      ...(repeated ? [duplicateRule(input.name, `${pointer}/name`, document)] : []),
      ...when.diagnostics,
      ...message.diagnostics,
      ...effect.diagnostics,
    ];
    if (repeated || when.value === null || message.value === null || effect.value === null)
      return { rules: [], diagnostics };
    const { found } = when.value;
    const template = message.value;
    const rule: Rule = {
      id: `${metadata.name}/${input.name}`,
      policy: metadata.name,
      name: input.name,
      location: document.locate(pointer),
      match: matchOf(input),
      when: when.value.program,
      effect: effect.value,
      message: (facts) => fillTemplate(template, facts, found),
      readsPull: when.value.reads.pull || input.match?.labels !== undefined || showsPull(message.value),
      teams: when.value.reads.teams,
      comply: input.comply ?? null,
      controls: input.controls ?? [],
    };
    return { rules: [rule], diagnostics };
  });
  return {
    rules: results.flatMap(({ rules }) => rules),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** `value` null: what is wrong is said. */
type Read<T> = { readonly value: T | null; readonly diagnostics: readonly Diagnostic[] };

type When = Pick<Extract<Compiled, { kind: 'program' }>, 'program' | 'reads' | 'found'>;

function readWhen(cel: Cel, source: string, pointer: string, document: YamlDocument): Read<When> {
  const compiled = compileExpression(cel, source);
  if (compiled.kind === 'program') return { value: compiled, diagnostics: [] };
  const diagnostics = compiled.problems.map(({ offset, ...problem }): Diagnostic => {
    const location = offset === null ? document.locate(pointer) : document.locateWithin(pointer, offset);
    return { ...problem, severity: 'error', location };
  });
  return { value: null, diagnostics };
}

function readMessage(text: string, pointer: string, document: YamlDocument): Read<Template> {
  const parsed = parseTemplate(text);
  if (parsed.kind === 'template') return { value: parsed.template, diagnostics: [] };
  const location = document.locate(pointer);
  return {
    value: null,
    diagnostics: parsed.problems.map((problem) => ({ code: 'bad-message', severity: 'error', ...problem, location })),
  };
}

function readEffect(
  input: RuleInput['effect'],
  pointer: string,
  document: YamlDocument,
  directory: Directory,
): Read<Effect> {
  if (typeof input === 'string') return { value: { kind: input }, diagnostics: [] };
  const { distinct = false, confirm = false, ...asked } = input.require;
  const read = readWays(asked, pointer, directory);
  if (read.kind === 'ways') return { value: { kind: 'require', ways: read.ways, distinct, confirm }, diagnostics: [] };
  const diagnostics = read.problems.map(({ pointer: place, ...problem }): Diagnostic => {
    return { ...problem, severity: 'error', location: document.locate(place) };
  });
  return { value: null, diagnostics };
}

function matchOf({ match = {} }: RuleInput): Rule['match'] {
  const { kinds = null, actions = null, sources = null, addresses = null, labels = null } = match;
  return { kinds, actions, sources, addresses, labels };
}

function duplicateRule(name: string, pointer: string, document: YamlDocument): Diagnostic {
  return {
    code: 'duplicate-rule',
    severity: 'error',
    cause: `A rule called ${quoted(name)} stands in this document already.`,
    mend: 'Give one of the two another name.',
    location: document.locate(pointer),
  };
}
