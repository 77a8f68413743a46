// A Mocha reporter that shows what "spec" shows and writes the results as JUnit XML into the file MOCHA_REPORT. It needs no package but Mocha.
/* eslint-disable */
// prettier-ignore
const { mkdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const loaded = require("mocha");
const { Spec } = (loaded.default ?? loaded).reporters;

const replacements = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Control characters have no place in XML, not even as references.
const escape = (text) =>
  String(text)
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/[&<>"]/g, (character) => replacements[character]);
const seconds = (milliseconds) => ((milliseconds ?? 0) / 1000).toFixed(3);

module.exports = class JUnitReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const cases = [];
    const counts = { failures: 0, skipped: 0 };
    const head = (test) => {
      const file = test.file ? path.relative(process.cwd(), test.file).split(path.sep).join("/") : "";
      return `<testcase classname="${escape(file)}" name="${escape(test.fullTitle())}" time="${seconds(test.duration)}"`;
    };
    runner.on("pass", (test) => cases.push(`    ${head(test)} />`));
    runner.on("pending", (test) => {
      counts.skipped += 1;
      cases.push(`    ${head(test)}><skipped /></testcase>`);
    });
    // Hooks that fail come here too.
    runner.on("fail", (test, error) => {
      counts.failures += 1;
      const message = error?.message ?? String(error);
      cases.push(`    ${head(test)}><failure message="${escape(message.split("\n")[0])}">${escape(error?.stack ?? message)}</failure></testcase>`);
    });
    runner.once("end", () => {
      const suite = `  <testsuite name="mocha" tests="${cases.length}" failures="${counts.failures}" errors="0" skipped="${counts.skipped}">`;
      const file = process.env.MOCHA_REPORT ?? "junit.xml";
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${[suite, ...cases, "  </testsuite>"].join("\n")}\n</testsuites>\n`);
    });
  }
};
