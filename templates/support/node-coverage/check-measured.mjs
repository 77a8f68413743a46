// Looks whether something was tested and measured: check-measured.mjs [--tests=JUNIT] [--coverage=COBERTURA]. A runner that finds no test, and a
// minimum of coverage over no line at all, end like success. Exit code: 0, or 2 with the reason.
import { existsSync, readFileSync } from "node:fs";

const reasons = { tests: "no test ran", coverage: "no line was measured: no source file matches" };

function isEmpty(kind, text) {
  return kind === "tests" ? !/<testcase\b/.test(text) : !(Number(/<coverage\b[^>]*\slines-valid="(\d+)"/.exec(text)?.[1] ?? 0) > 0);
}

for (const argument of process.argv.slice(2)) {
  const [, kind, file] = /^--(tests|coverage)=(.+)$/.exec(argument) ?? [];
  if (!kind) {
    throw new Error(`not an option: ${argument}`);
  }
  const problem = !existsSync(file) ? `there is no report ${file}` : isEmpty(kind, readFileSync(file, "utf8")) ? `${reasons[kind]} (${file})` : null;
  if (problem) {
    console.error(problem);
    process.exitCode = 2;
  }
}
