#!/usr/bin/env node
// schema.mjs SCHEMA FILE...: JSON or YAML files against a JSON Schema (draft-07 or 2020-12).
import { readFileSync } from "node:fs";
import { Findings, main, usage } from "./lib/findings.mjs";

const [schemaFile, ...files] = process.argv.slice(2);
if (files.length === 0) usage("schema.mjs SCHEMA FILE...");

await main(async () => {
  const { compile, nodeAt } = await import("./lib/json-schema.mjs");
  const { readYaml } = await import("./lib/yaml.mjs");
  const check = compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  const findings = new Findings();
  for (const file of files) {
    const source = readYaml(file, findings);
    for (const document of source?.documents ?? []) {
      for (const { path, message } of check(document.toJS())) {
        findings.add(file, ...source.at(nodeAt(document, path)), "json-schema", "error", message);
      }
    }
  }
  return findings.print(files);
});
