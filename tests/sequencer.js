/** The long files first: one that begins last is left running alone while a core idles. The order is no condition of any test. */
const { default: Sequencer } = require('@jest/test-sequencer');

/** Longest first, as measured; what is not named follows by the size of its file, as jest has it. */
const LONG = [
  'web/pages', 'faults/engines-killed', 'faults/worker-killed', 'life/packs', 'security/fuzz', 'security/login', 'replay/replay', 'life/registration',
  'faults/mongo-away', 'life/zones', 'web/desk', 'speech/fuzz', 'engines/running', 'api/sources', 'security/s3-matrix', 'life/periods', 'domain/properties',
];

module.exports = class extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONG.findIndex((name) => path.endsWith(`${name}.test.ts`));
      return index === -1 ? LONG.length : index;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
