// Loaded by the extension host, which calls `run`. The lines that go to the terminal of whoever
// started the tests are marked, for the console carries much that is not ours.

const { readdirSync } = require('node:fs');
const path = require('node:path');

exports.run = async function run() {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'tdd',
    color: false,
    timeout: 30_000 * Number(process.env.GRIFFIER_E2E_PATIENCE ?? 1),
    forbidOnly: true,
  });
  mocha.reporter(marked(Mocha));
  for (const file of readdirSync(__dirname).sort()) {
    const wanted = process.env.GRIFFIER_E2E_ONLY?.split(',');
    if (file.endsWith('.test.cjs') && (!wanted || wanted.includes(file.split('.')[0]))) {
      mocha.addFile(path.join(__dirname, file));
    }
  }
  await new Promise((resolve, reject) => {
    mocha.run((failures) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`)),
    );
  });
};

/** A plain reporter of which each line carries the mark. */
function marked(Mocha) {
  const { EVENT_SUITE_BEGIN, EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } =
    Mocha.Runner.constants;
  const say = (text) => text.split('\n').forEach((line) => console.log(`[tests] ${line}`));
  return class {
    constructor(runner) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      runner.on(EVENT_SUITE_BEGIN, (suite) => suite.title && say(suite.title));
      runner.on(EVENT_TEST_PASS, (test) => {
        count.passed++;
        say(`  ok      ${test.title} (${test.duration} ms)`);
      });
      runner.on(EVENT_TEST_PENDING, (test) => {
        count.skipped++;
        say(`  SKIPPED ${test.title}`);
      });
      runner.on(EVENT_TEST_FAIL, (test, error) => {
        count.failed++;
        say(`  FAILED  ${test.title}\n${error.stack ?? error}`);
      });
      runner.on(EVENT_RUN_END, () =>
        say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`),
      );
    }
  };
}
