#!/usr/bin/env node
// self-test.mjs: proves that every validator bites. Each file of faults/<validator>/ must give exactly the findings that
// expected.json lists for it: none missing, none more.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exit, main } from "./lib/findings.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const tools = ["expression-in-run", "forgejo", "github-language-service", "gitlab-ci-local", "gitlab-jobs", "gitlab-schema", "json", "json-schema", "matrix",
  "pins", "sarif-multitool", "sarif-schema", "shellcheck", "text", "yaml", "yamllint"];
const problems = [], seen = new Set();
let checked = 0;
const expect = (holds, message) => { checked++; if (!holds) problems.push(message); };

await main(async () => {
  const { run } = await import("./lib/programs.mjs");
  const node = (...args) => run(process.execPath, args, { cwd: here });
  const expected = (validator) => JSON.parse(readFileSync(join(here, "faults", validator, "expected.json"), "utf8"));

  for (const validator of ["github", "forgejo", "gitlab", "sarif"]) {
    const cases = expected(validator);
    compare(validator, cases, await node(`${validator}.mjs`, ...Object.keys(cases).map((name) => join("faults", validator, name))));
  }
  const cases = expected("schema");
  for (const draft of ["draft-07", "draft-2020-12"]) {
    const own = Object.fromEntries(Object.entries(cases).filter(([name]) => name.startsWith(`${draft}.`)));
    const schema = join("faults", "schema", `${draft}.schema.json`);
    compare("schema", own, await node("schema.mjs", schema, ...Object.keys(own).map((name) => join("faults", "schema", name))));
  }
  for (const [validator, clean] of [["github", "clean.yml"], ["forgejo", "clean.yml"], ["gitlab", "clean.yml"], ["sarif", "clean.sarif"]]) {
    const result = await node(`${validator}.mjs`, join("faults", validator, clean));
    expect(result.code === exit.clean, `${validator}: ${clean} ended with ${result.code}: ${result.stdout}${result.stderr}`);
  }
  for (const tool of tools) expect(seen.has(tool), `no fault is caught by ${tool}`);
  await runsJobs(node);
  await saysWhatIsMissing(run);

  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`${checked - problems.length} passed, ${problems.length} failed\n`);
  return problems.length === 0 ? exit.clean : exit.findings;
});

function compare(validator, cases, result) {
  expect(result.code === exit.findings, `${validator} ended with ${result.code}: ${result.stderr}`);
  const found = result.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line)).filter((f) => f.severity !== "info");
  for (const [name, wanted] of Object.entries(cases)) {
    const own = found.filter((f) => f.file.split(/[\\/]/).includes(name));
    for (const { tool, line, message } of wanted) {
      const hit = own.findIndex((f) => f.tool === tool && f.line === line && f.message.includes(message));
      expect(hit >= 0, `${validator}/${name}: ${tool} does not report "${message}" in line ${line}`);
      if (hit >= 0) seen.add(own.splice(hit, 1)[0].tool);
    }
    expect(own.length === 0, `${validator}/${name}: not expected: ${JSON.stringify(own)}`);
  }
}

async function runsJobs(node) {
  const out = mkdtempSync(join(tmpdir(), "validators-"));
  const folder = join("faults", "run-gitlab");
  const read = (...path) => { try { return readFileSync(join(out, ...path), "utf8").trim(); } catch { return undefined; } };
  try {
    const good = await node("run-gitlab.mjs", folder, "use", "--out", out);
    expect(good.code === exit.clean, `run-gitlab: use ended with ${good.code}: ${good.stdout}${good.stderr}`);
    expect(basename(read("make", "out", "folder") ?? "") === "make", "run-gitlab: --out keeps no job folder");
    const bad = await node("run-gitlab.mjs", folder, "fail", "--out", out);
    expect(bad.code === exit.findings, `run-gitlab: fail ended with ${bad.code}`);
    expect(read("fail", "status") === "failed", "run-gitlab: after_script does not follow a failed script");
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function saysWhatIsMissing(run) {
  const result = await run(process.execPath, ["github.mjs", join("faults", "github", "clean.yml")], { cwd: here, env: { PATH: "" } });
  expect(result.code === exit.notInstalled, `github without shellcheck ended with ${result.code}: ${result.stderr}`);
  expect(result.stderr.startsWith("validators: not installed: shellcheck\n"), `github without shellcheck says: ${result.stderr}`);
}
