// Compares "pipelinekit licences" with license-checker-rseidelsohn on an installed npm tree.
//
//   node npm.mjs TREE CHECKER COMMAND [ARGUMENT...]
//
// TREE     a folder with package-lock.json and node_modules (npm ci --ignore-scripts)
// CHECKER  the license-checker-rseidelsohn executable
// COMMAND  a command that prints the JSON report of the tree named after it, judged by the allow list below with dev: enforce,
//          e.g. pipelinekit licences --format json
//
// Written are docs/explanation/licences-comparison.md and, in fixtures/npm, what the tests need: comparison.json, the lock file and the
// manifests, trimmed. fixtures/npm/differences.json explains each package on which the verdicts differ; a difference without
// an explanation ends with exit code 1.
//
// The other tool's verdict is its own exit code under --onlyAllow, asked once for each distinct licence text it reports.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const allow = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "CC0-1.0", "Python-2.0", "Unlicense"];
const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "fixtures", "npm");
const [tree, checker, command, ...rest] = process.argv.slice(2);
if (!command) {
  console.error("usage: node npm.mjs TREE CHECKER COMMAND [ARGUMENT...]");
  process.exit(2);
}
const run = (program, args) => {
  const started = process.hrtime.bigint();
  const result = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return { ...result, ms: Number((process.hrtime.bigint() - started) / 1000000n) };
};

const ours = run(command, [...rest, tree]);
const report = JSON.parse(ours.stdout);
const theirs = run(checker, ["--start", tree, "--json", "--excludePrivatePackages"]);
const listed = JSON.parse(theirs.stdout);

const verdicts = new Map();
for (const [label, entry] of Object.entries(listed)) {
  const text = String(entry.licenses);
  if (!verdicts.has(text)) {
    const one = run(checker, ["--start", tree, "--includePackages", label, "--onlyAllow", allow.join(";")]);
    verdicts.set(text, one.status === 0);
  }
}

const rows = report.packages.map(one => {
  const label = `${one.name}@${one.version}`;
  const other = listed[label];
  return { label, ours: one.licence, oursAllowed: one.outcome === "allowed", theirs: other ? String(other.licenses) : null, theirsAllowed: other ? verdicts.get(String(other.licenses)) : null };
});
const labels = new Set(rows.map(row => row.label));
const onlyTheirs = Object.keys(listed).filter(label => !labels.has(label));
writeFileSync(join(out, "comparison.json"), JSON.stringify({ allow, onlyTheirs, rows }, null, 1) + "\n");

// The lock file with what the reader uses and nothing else; where it is not clear, package.json and the licence files go into manifests.json.
const lock = JSON.parse(readFileSync(join(tree, "package-lock.json"), "utf8"));
const keep = ["name", "version", "license", "dev", "optional", "devOptional", "link", "dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
const manifests = {};
for (const [key, entry] of Object.entries(lock.packages)) {
  lock.packages[key] = Object.fromEntries(keep.filter(name => name in entry).map(name => [name, entry[name]]));
  if (key && /^(BSD|SEE LICENSE.*|)$/.test(entry.license ?? "")) {
    try {
      const { name, version, license, licenses } = JSON.parse(readFileSync(join(tree, key, "package.json"), "utf8"));
      const files = readdirSync(join(tree, key)).filter(file => /^((mit-)?licen[cs]e|copying|unlicense)/i.test(file));
      manifests[key] = { name, version, license, licenses, files: Object.fromEntries(files.map(file => [file, readFileSync(join(tree, key, file), "utf8")])) };
    } catch {
      // A package for another platform is not installed.
    }
  }
}
writeFileSync(join(out, "package-lock.json"), JSON.stringify({ lockfileVersion: lock.lockfileVersion, packages: lock.packages }, null, 1) + "\n");
writeFileSync(join(out, "manifests.json"), JSON.stringify(manifests, null, 1) + "\n");

const differ = rows.filter(row => row.theirs !== null && row.oursAllowed !== row.theirsAllowed);
const why = JSON.parse(readFileSync(join(out, "differences.json"), "utf8"));
const version = JSON.parse(readFileSync(join(dirname(checker), "..", "license-checker-rseidelsohn", "package.json"), "utf8")).version;
const both = rows.filter(row => row.theirs !== null);
const verdict = allowed => (allowed ? "allowed" : "not allowed");
const line = cells => `| ${cells.map(cell => String(cell).replaceAll("|", "\\|")).join(" | ")} |\n`;
writeFileSync(join(here, "..", "..", "..", "docs", "explanation", "licences-comparison.md"), `# Licence verdicts compared

Written by \`tests/PipelineKit.Licences.Tests/compare/npm.mjs\`; the head of that file says how to run it. The tests repeat the
comparison without a network, from the trimmed lock file and the other tool's answers in \`fixtures/npm\`.

An npm tree, judged by the allow list ${allow.map(id => `\`${id}\``).join(", ")}; development packages count. The other tool is
license-checker-rseidelsohn (package version ${version}); its verdict is its exit code under \`--onlyAllow\`.

| | |
|---|---|
${line(["packages in the lock file", rows.length])}${line(["judged by both", both.length])}${line(["only here: for other platforms, so not installed", rows.length - both.length])}${line(["only there", onlyTheirs.length])}${line(["same verdict", both.length - differ.length])}${line(["different verdict, each explained below", differ.length])}
## Differences

| package | licence here | verdict | licence there | verdict | why |
|---|---|---|---|---|---|
${differ.map(row => line([row.label, row.ours, verdict(row.oursAllowed), row.theirs, verdict(row.theirsAllowed), why[row.label] ?? "NOT EXPLAINED"])).join("")}
## Packages both tools name differently, with the same verdict

| package | licence here | licence there | verdict |
|---|---|---|---|
${both.filter(row => !differ.includes(row) && row.ours !== row.theirs.replace(/^\((.*)\)$/, "$1")).map(row => line([row.label, row.ours, row.theirs, verdict(row.oursAllowed)])).join("")}`);
const unexplained = differ.filter(row => !(row.label in why));
console.log(`${both.length} judged by both, ${differ.length} verdicts differ, ${unexplained.length} of them not explained; ${ours.ms} ms here, ${theirs.ms} ms there`);
process.exit(unexplained.length ? 1 : 0);
