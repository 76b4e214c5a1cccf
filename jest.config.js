export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@mouding/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/tests/harness/setup.mjs',
  globalTeardown: '<rootDir>/tests/harness/teardown.mjs',
  setupFiles: ['<rootDir>/tests/harness/preload.js'],
  // A loaded machine starts a server slowly; a spec that hangs is ended all the same.
  testTimeout: 600_000,
  // Specs that start servers wait for them more than they work: two at once end sooner, also on two cores.
  maxWorkers: 2,
  // Modules of a spec are never given back in ESM mode: a worker that holds so much is replaced by another one.
  workerIdleMemoryLimit: '1500MB',
  testMatch: ['<rootDir>/{libs,apps,workflows}/*/src/**/*.spec.ts', '<rootDir>/tests/**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/', '/.nx/', '/.mouding/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
};
