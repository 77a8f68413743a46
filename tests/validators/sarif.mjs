#!/usr/bin/env node
// sarif.mjs FILE...: SARIF 2.1.0 files against the format's schema and the validation rules of the SARIF Multitool.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Findings, main, NotInstalledError, usage } from "./lib/findings.mjs";

// Its warnings are advice to the authors of tools. So is SARIF1011: which address `$schema` gives says nothing about the content,
// and common tools still give the one of a release candidate.
const advice = new Set(["SARIF1011"]);
const files = process.argv.slice(2);
if (files.length === 0) usage("sarif.mjs FILE...");

await main(async () => {
  const { compile } = await import("./lib/json-schema.mjs");
  const { inLanes, run } = await import("./lib/programs.mjs");
  const program = multitool();
  const schema = join(dirname(program), "sarif-2.1.0.json");
  const check = compile(JSON.parse(readFileSync(schema, "utf8")));
  const findings = new Findings();
  const out = mkdtempSync(join(tmpdir(), "validators-"));
  try {
    await inLanes(files, async (file, i) => {
      const log = readJson(file, findings);
      if (log === undefined) return;
      const problems = check(log);
      for (const { message } of problems) findings.add(file, 1, 1, "sarif-schema", "error", message);
      if (problems.length > 0) return;
      const result = await run(program, ["validate", file, "-o", join(out, `${i}.sarif`), "-j", schema]);
      if (result.code !== 0) throw new Error(`the SARIF Multitool ended with ${result.code}: ${result.stdout}${result.stderr}`);
      for (const line of result.stdout.split("\n")) {
        const match = /\((\d+),(\d+)\): (error|warning) (SARIF\d+): (.*)$/.exec(line);
        if (!match) continue;
        const severity = match[3] === "error" && !advice.has(match[4]) ? "error" : "info";
        findings.add(file, Number(match[1]), Number(match[2]), "sarif-multitool", severity, `${match[4]}: ${match[5]}`);
      }
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return findings.print(files);
});

function multitool() {
  try {
    const path = createRequire(import.meta.url)("@microsoft/sarif-multitool");
    // npm runs no install scripts here, and the package is packed without the executable bit.
    if (process.platform !== "win32") chmodSync(path, 0o755);
    return path;
  } catch {
    throw new NotInstalledError("npm package @microsoft/sarif-multitool");
  }
}

function readJson(file, findings) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    findings.add(file, 1, 1, "json", "error", error.message);
    return undefined;
  }
}
