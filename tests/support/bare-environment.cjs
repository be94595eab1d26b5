/** The worker's own realm as the test's (bare-runtime.cjs says why). */
module.exports = class BareEnvironment {
  global = globalThis;
  fakeTimers = null;
  fakeTimersModern = null;
  moduleMocker = new (require('jest-mock').ModuleMocker)(globalThis);

  async setup() {}
  async teardown() {}

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
};
