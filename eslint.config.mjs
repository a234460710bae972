/**
 * Lint: the architecture (build/rules.mjs), the size of files, and what TypeScript lets pass. Formatting is Prettier's.
 * No rule here needs type information: that takes minutes on two cores, and `npm run types` says most of it anyway.
 */
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { filesOf, patternsOf, rules } from './build/rules.mjs'

const noEnum = { selector: 'TSEnumDeclaration', message: 'No enum: a union of strings needs no code at run time, and JSON holds it.' }
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Name what you export: then it is called the same everywhere.' }
const noProcess = {
  selector: 'MemberExpression[object.name="process"][property.name=/^(argv|env|cwd|exit|exitCode|stdout|stderr)$/]',
  message: 'Only build/cli.ts reads the process; a command gets a Host (build/commands/host.ts).',
}
const noClock = {
  selector:
    'CallExpression[callee.object.name="Date"][callee.property.name="now"], CallExpression[callee.object.name="Math"][callee.property.name="random"]',
  message: 'Clock and random come in as arguments, so that a test can hold them still.',
}
const noMeta = {
  selector: 'MetaProperty',
  message: 'No import.meta in library code: Jest reads it as CommonJS. Take `root` as an argument.',
}
const noHtml = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'Markup of the course is set in src/player/components/Markup.tsx alone; what an LMS says is never markup.',
}

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.cache', 'coverage'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'max-lines': ['error', 400], eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // noUncheckedIndexedAccess asks for it after every index that a loop bounds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-restricted-syntax': ['error', noEnum, noDefault],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', noEnum, noDefault, noClock, noMeta, noHtml],
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    // The two places where the outside world enters, and the one where the course's own markup does.
    files: ['src/start/**/*.{ts,tsx}', 'src/player/browser/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noDefault, noMeta, noHtml] },
  },
  {
    files: ['src/player/components/Markup.tsx'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noDefault, noClock, noMeta] },
  },
  {
    files: ['build/**/*.{ts,tsx}', 'manifests/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noDefault, noProcess, noMeta] },
  },
  { files: ['build/cli.ts'], rules: { 'no-restricted-syntax': ['error', noEnum, noDefault] } },
  // Other people's modules are described as they are.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['test/**/*.{ts,tsx}'], rules: { 'no-console': 'off' } },
  { files: ['src/{player,labs}/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error' } },
  // The most general rule first: a later block replaces an earlier one.
  ...[...rules]
    .sort((a, b) => a.folder.length - b.folder.length)
    .map((rule) => ({
      files: filesOf(rule),
      rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: patternsOf(rule) }] },
    })),
)
