/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/support/bare-environment.cjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  runtime: '<rootDir>/tests/support/bare-runtime.cjs',
  // Tests wait on conditions on real engines; on a busy machine a life of months may take minutes. A hung one still ends.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/tests/sequencer.js',
  // Two cores: what waits for an engine leaves room for a third.
  maxWorkers: 3,
};
