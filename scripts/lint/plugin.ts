import { relative, sep } from 'node:path';
import type { RuleTester } from 'oxlint/plugins-dev';
import { isPure, judgeImport, loadsLazily } from './architecture.ts';

type Rule = Extract<Parameters<RuleTester['run']>[1], { create: unknown }>;
type Context = Parameters<Rule['create']>[0];
type Reported = Extract<Parameters<Context['report']>[0], { node: unknown }>['node'];

function pathOf(context: Context): string {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

/**
 * Imports follow the arrows of docs/architecture.md: static, re-exported, dynamic and type-only ones alike.
 * `no-restricted-imports` sees neither dynamic nor type imports, and it ignores a pattern with look-ahead without a word.
 */
const architecture: Rule = {
  create(context) {
    const file = pathOf(context);
    const judge = (node: Reported, specifier: unknown): void => {
      if (typeof specifier !== 'string') return;
      const message = judgeImport(file, specifier);
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => judge(node, node.source.value),
      ExportNamedDeclaration: (node) => {
        if (node.source) judge(node, node.source.value);
      },
      ExportAllDeclaration: (node) => judge(node, node.source.value),
      TSImportType: (node) => judge(node, node.source.value),
      ImportExpression: (node) => {
        if (!loadsLazily(file))
          context.report({
            node,
            message: "only the registry, the entrypoints and a provider's client.ts load lazily",
          });
        else if (node.source.type === 'Literal') judge(node, node.source.value);
        else if (file.startsWith('src/'))
          context.report({ node, message: 'name the module: a computed one cannot be judged' });
      },
    };
  },
};

/** Core and render know no clock: `new Date()` and `Date()` read it, `new Date(value)` does not. */
const noClock: Rule = {
  create(context) {
    if (!isPure(pathOf(context))) return {};
    const message = 'time arrives through the Clock port';
    return {
      NewExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
          context.report({ node, message });
        }
      },
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date') context.report({ node, message });
      },
    };
  },
};

/** `value as unknown as T` switches the type checker off. */
const noDoubleCast: Rule = {
  create(context) {
    return {
      TSAsExpression: (node) => {
        const inner = node.expression;
        if (inner.type === 'TSAsExpression' && inner.typeAnnotation.type === 'TSUnknownKeyword') {
          context.report({ node, message: 'parse or narrow the value: a cast through unknown proves nothing' });
        }
      },
    };
  },
};

export default {
  meta: { name: 'countersign' },
  rules: { architecture, 'no-clock': noClock, 'no-double-cast': noDoubleCast },
};
