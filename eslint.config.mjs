import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layersRule } from './layers.mjs';

export default tseslint.config(
  { ignores: ['dist/', 'release/', '.cache/', 'test-results/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  {
    plugins: { vitrail: { rules: { layers: layersRule } } },
    rules: {
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
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: globals.node } },
  { files: ['test/**'], rules: { 'max-lines': 'off' } },
);
