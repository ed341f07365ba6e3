import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layersRule } from './layers.mjs';
import { wordsRule } from './words.mjs';

/** Of ESLint's own recommended rules, those that find mistakes which the type checker doesn't see everywhere. */
const mistakes = [
  'for-direction',
  'no-async-promise-executor',
  'no-class-assign',
  'no-compare-neg-zero',
  'no-cond-assign',
  'no-const-assign',
  'no-constant-binary-expression',
  'no-dupe-else-if',
  'no-dupe-keys',
  'no-duplicate-case',
  'no-ex-assign',
  'no-fallthrough',
  'no-global-assign',
  'no-import-assign',
  'no-loss-of-precision',
  'no-self-assign',
  'no-self-compare',
  'no-shadow-restricted-names',
  'no-sparse-arrays',
  'no-unreachable',
  'no-unsafe-finally',
  'no-unsafe-negation',
  'no-unsafe-optional-chaining',
  'no-unused-labels',
  'no-unused-private-class-members',
  'no-useless-backreference',
  'no-useless-catch',
  'use-isnan',
  'valid-typeof',
];

export default tseslint.config(
  {
    // AssemblyScript has a compiler of its own.
    ignores: ['dist/', 'release/', '.cache/', 'test-results/', 'node_modules/', '**/simd/assembly/'],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { vitrail: { rules: { layers: layersRule, words: wordsRule } } },
    rules: {
      ...Object.fromEntries(mistakes.map((rule) => [rule, 'error'])),
      'vitrail/layers': 'error',
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess makes them the honest spelling
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    ignores: ['src-renderer/strings/**'],
    rules: { 'vitrail/words': 'error' },
  },
  {
    files: ['src-main/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error' },
  },
  { files: ['test/**'], rules: { 'max-lines': 'off' } },
);
