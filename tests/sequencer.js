/** The long files first: one that begins last is left running alone while a core idles. The order is no condition of any test. */
const { default: Sequencer } = require('@jest/test-sequencer');

/** Longest first, as measured; what is not named follows by the size of its file, as jest has it. */
const LONG = [
  'faults/worker-killed', 'speech/fuzz', 'life/zones', 'life/registration', 'faults/mongo-away', 'domain/properties', 'api/outage', 'life/periods', 'api/sources',
  'faults/race', 'engines/running', 'life/packs', 'security/fuzz',
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
