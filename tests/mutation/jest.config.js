// oxlint-disable-next-line @nx/enforce-module-boundaries -- the workspace's own configuration, changed for the mutants
import base from '../../jest.config.js';

/** The specs of some rules alone, by the names in MUTATION_SPECS: nothing that starts a server or a database. */
export default {
  ...base,
  rootDir: '../..',
  globalSetup: undefined,
  globalTeardown: undefined,
  // The mutants live under .mouding, which every other run leaves out.
  modulePathIgnorePatterns: ['/dist/'],
  testMatch: (process.env.MUTATION_SPECS ?? '').split(',').map((spec) => `<rootDir>/libs/core/src/${spec}`),
};
