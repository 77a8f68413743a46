// A Jest reporter that writes the results as JUnit XML into the file JEST_REPORT. It needs no package.
const { mkdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const replacements = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Control characters have no place in XML, not even as references.
const escape = (text) =>
  String(text)
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/[&<>"]/g, (character) => replacements[character]);
const seconds = (milliseconds) => ((milliseconds ?? 0) / 1000).toFixed(3);

module.exports = class JUnitReporter {
  onRunComplete(_, results) {
    const suites = results.testResults.map((file) => {
      const name = path.relative(process.cwd(), file.testFilePath).split(path.sep).join("/");
      const cases = file.testResults.map((test) => {
        const head = `<testcase classname="${escape(name)}" name="${escape(test.fullName)}" time="${seconds(test.duration)}"`;
        if (test.status === "failed") {
          const text = test.failureMessages.join("\n");
          return `    ${head}><failure message="${escape(text.split("\n")[0])}">${escape(text)}</failure></testcase>`;
        }

        return test.status === "passed" ? `    ${head} />` : `    ${head}><skipped /></testcase>`;
      });
      if (file.testExecError) {
        cases.push(`    <testcase classname="${escape(name)}" name="load"><error>${escape(file.testExecError.message ?? file.failureMessage)}</error></testcase>`);
      }

      const errors = file.testExecError ? 1 : 0;
      const counts = `tests="${cases.length}" failures="${file.numFailingTests}" errors="${errors}" skipped="${file.numPendingTests}"`;
      return [`  <testsuite name="${escape(name)}" ${counts}>`, ...cases, "  </testsuite>"].join("\n");
    });
    const file = process.env.JEST_REPORT ?? "junit.xml";
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("\n")}\n</testsuites>\n`);
  }
};
