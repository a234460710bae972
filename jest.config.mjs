/** Three projects: plain Node, jsdom for components, and real Chromium. All read the same sources through swc. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', importSource: 'preact', throwIfNamespace: false } },
    },
    module: { type: 'commonjs' },
  },
]
const common = {
  transform: { '\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^scorm-again$': '<rootDir>/node_modules/scorm-again/dist/esm/scorm-again.js',
    '\\.css$': '<rootDir>/test/empty.cjs',
  },
}
export default {
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', '\\.dom\\.test\\.'],
    },
    {
      ...common,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['browser', 'require', 'default'] },
      testMatch: ['<rootDir>/test/**/*.dom.test.ts?(x)'],
    },
    {
      ...common,
      displayName: 'chromium',
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    },
  ],
}
