/**
 * Runs a test file in the worker's own realm with Node's own modules, instead of a sandbox that loads all of them anew.
 * Measured: a world in a sandbox takes 2 s of processor for its imports and runs everything else cold; here the first file
 * of a worker pays for both, and the next ones find modules loaded and code compiled, as a long-lived office does.
 * Price: files of one worker share the modules' state, so a module that kept any would show.
 */
const { createRequire } = require('node:module');
const { default: Runtime } = require('jest-runtime');
require('tsx/cjs/api').register();

/** jest-circus keeps the file's tests, its handlers and its time-out in the realm; each file gets them new. */
const KEPT = [Symbol.for('EVENT_HANDLERS'), Symbol.for('TEST_TIMEOUT_SYMBOL')];
const { exit } = process;

module.exports = class BareRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    for (const kept of KEPT) delete globalThis[kept];
    globalThis.jest = { setTimeout: (ms) => { globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = ms; } };
  }

  requireInternalModule(from, name) {
    const file = name === undefined ? from : createRequire(from).resolve(name);
    delete require.cache[file];
    return require(file);
  }

  requireModule(from, name) {
    return name === undefined ? require(from) : createRequire(from)(name);
  }

  unstable_shouldLoadAsEsm() {
    return false;
  }

  teardown() {
    process.exit = exit;
    super.teardown();
  }
};
