import { fileURLToPath } from 'node:url';

const runner = 'node_modules/@stryker-mutator/jest-runner/dist/src/index.js';

/** Mutants of the files in MUTATION_FILES, judged by the specs in MUTATION_SPECS. */
export default {
  plugins: [fileURLToPath(new URL(runner, import.meta.url))],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'tests/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: (process.env.MUTATION_FILES ?? '').split(',').map((file) => `libs/core/src/${file}`),
  // Sentences are data in two languages; that each is there and says the numbers is for the specs of their words.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['**/dist', '.nx', '.mouding', 'docs', 'apps', 'tests/load', 'tests/mutation/node_modules'],
  reporters: ['json'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT },
  tempDirName: '.mouding/mutants',
  disableTypeChecks: false,
  logLevel: 'error',
};
