/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
    // The driver (7.6+) loads `os` by dynamic import, which jest's sandbox refuses (typegoose/mongodb-memory-server#1026).
    'mongodb/lib/runtime_adapters\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs', ignoreDynamic: false } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!mongodb/lib/runtime_adapters\\.js$)'],
  // Tests wait on conditions on real engines; on a busy machine a life of months may take minutes. A hung one still ends.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/tests/sequencer.js',
  // Two cores: what waits for an engine leaves room for a third.
  maxWorkers: 3,
};
