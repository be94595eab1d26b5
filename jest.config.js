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
  // Life tests wait on the real server; a hung wait should still end within the suite's budget.
  testTimeout: 120_000,
  maxWorkers: 2,
};
