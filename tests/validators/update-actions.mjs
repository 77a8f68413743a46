#!/usr/bin/env node
// update-actions.mjs METADATA PINS: writes actions.json, the names of the inputs and outputs of every pinned action.
// METADATA holds OWNER/NAME[/PATH]/action.yml of exactly the commits that PINS (a YAML list of action, version, sha) names.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { main, usage } from "./lib/findings.mjs";

const [metadata, pinFile] = process.argv.slice(2);
if (!pinFile) usage("update-actions.mjs METADATA PINS");

function metadataFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? metadataFiles(path) : /^action\.ya?ml$/.test(entry.name) ? [path] : [];
  });
}

function input({ required, default: value, deprecationMessage } = {}) {
  return {
    ...(required === true && value === undefined ? { required: true } : {}),
    ...(deprecationMessage ? { deprecated: true } : {}),
  };
}

await main(async () => {
  const { parse } = await import("yaml");
  const pins = new Map(parse(readFileSync(pinFile, "utf8")).map((pin) => [pin.action, pin]));
  const table = {};
  for (const file of metadataFiles(metadata).sort()) {
    const action = relative(metadata, dirname(file)).split(sep).join("/");
    const pin = pins.get(action.split("/").slice(0, 2).join("/"));
    if (!pin) continue;
    const { inputs, outputs } = parse(readFileSync(file, "utf8"));
    table[action] = {
      version: pin.version,
      sha: pin.sha,
      inputs: Object.fromEntries(Object.entries(inputs ?? {}).map(([name, value]) => [name, input(value ?? {})])),
      outputs: Object.keys(outputs ?? {}),
    };
  }
  const lines = Object.entries(table).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  writeFileSync(new URL("actions.json", import.meta.url), `{\n${lines.join(",\n")}\n}\n`);
  return 0;
});
