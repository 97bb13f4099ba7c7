import { defineConfig } from 'oxlint';

const ambient = 'core and render are pure: time, randomness, files and networks arrive as ports';
const json = 'the engine may take one key for another: use parseJson';
const shell = 'use execFile or spawn with an argument array: a shell string can be injected into';

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'promise', 'vitest'],
  jsPlugins: ['./scripts/lint/plugin.ts'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist/**', 'demo-output/**', 'coverage/**', '.cache/**', 'test/fixtures/**'],
  categories: { correctness: 'error' },
  rules: {
    'countersign/architecture': 'error',
    'countersign/no-clock': 'error',
    'countersign/no-double-cast': 'error',
    'eslint/eqeqeq': 'error',
    'eslint/no-console': 'off',
    'eslint/no-eval': 'error',
    'eslint/no-implied-eval': 'error',
    'eslint/no-new-func': 'error',
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    'eslint/max-lines': ['error', { max: 300 }],
    'eslint/no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
    'eslint/no-restricted-imports': [
      'error',
      {
        paths: [
          { name: 'node:child_process', importNames: ['exec', 'execSync'], message: shell },
          { name: 'child_process', message: shell },
        ],
      },
    ],
    'import/no-cycle': 'error',
    'typescript/await-thenable': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': ['error', { ignoreVoid: false }],
    'typescript/no-misused-promises': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    // A union of literals with `string` documents the literals, and the message lists every one of them.
    'typescript/no-redundant-type-constituents': 'off',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // Properties assert what holds in the case that was generated.
    'vitest/no-conditional-expect': 'off',
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
    // Expectations that several tests share stand in test/support and beside the suites.
    'vitest/no-standalone-expect': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', '**.expect*'] }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
  },
  overrides: [
    {
      files: ['src/**'],
      rules: {
        'eslint/max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
        'eslint/no-restricted-properties': ['error', { object: 'JSON', property: 'parse', message: json }],
        'typescript/no-unsafe-argument': 'error',
        'typescript/no-unsafe-assignment': 'error',
        'typescript/no-unsafe-call': 'error',
        'typescript/no-unsafe-member-access': 'error',
        'typescript/no-unsafe-return': 'error',
      },
    },
    {
      files: ['src/cli/**', 'src/providers/**', 'src/github/**', 'src/workflows/**', 'src/core/**', 'src/render/**'],
      rules: { 'node/no-process-env': 'error' },
    },
    {
      files: ['src/providers/**', 'src/github/**', 'src/workflows/**'],
      rules: {
        'eslint/no-restricted-globals': [
          'error',
          { name: 'process', message: 'only the entrypoints read the environment' },
        ],
      },
    },
    {
      files: ['src/core/**', 'src/render/**'],
      rules: {
        'eslint/no-console': 'error',
        'eslint/no-restricted-globals': [
          'error',
          ...[
            'process',
            'globalThis',
            'global',
            'console',
            'fetch',
            'crypto',
            'performance',
            'WebSocket',
            'EventSource',
            'setTimeout',
            'setInterval',
            'setImmediate',
            'require',
          ].map((name) => ({ name, message: ambient })),
        ],
        'eslint/no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: ambient },
          { object: 'Math', property: 'random', message: ambient },
          { object: 'JSON', property: 'parse', message: json },
        ],
        'eslint/no-restricted-imports': [
          'error',
          {
            paths: [
              {
                name: 'node:crypto',
                importNames: [
                  'default',
                  'webcrypto',
                  'subtle',
                  'getRandomValues',
                  'randomBytes',
                  'randomFill',
                  'randomFillSync',
                  'randomInt',
                  'randomUUID',
                  'generateKey',
                  'generateKeySync',
                  'generateKeyPair',
                  'generateKeyPairSync',
                ],
                message: ambient,
              },
            ],
          },
        ],
      },
    },
  ],
});
