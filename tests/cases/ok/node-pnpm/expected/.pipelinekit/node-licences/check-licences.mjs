// Checks the licences of the packages that license-checker-rseidelsohn has listed. It needs no package.
//
//   node check-licences.mjs --policy=FILE --list=FILE [--shipped=FILE] [--report=FILE] [--summary=FILE]
//
// --list is what "license-checker-rseidelsohn --json" wrote; with --shipped, the list of "--production", all others are for development only.
// The project's own packages are not judged. The working folder is that of package.json, all of whose dependencies must be in the list.
// Exit code: 0 nothing is refused, 10 something is, 1 the check could not be made.
/* eslint-disable */
// biome-ignore-all lint: a generated file
// biome-ignore-all format: a generated file
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { failing, Policy, show } from "./licence-policy.mjs";
import { read } from "./spdx-expressions.mjs";

const refused = 10;
const broken = 1;
const shown = 50;
const order = ["expired", "denied", "reported", "review", "excepted", "ignored", "allowed"];

try {
  process.exitCode = check(options(process.argv.slice(2)));
} catch (error) {
  console.error(`licences: ${error.message}`);
  process.exitCode = broken;
}

function options(words) {
  const found = Object.fromEntries(words.map((word) => /^--(policy|list|shipped|report|summary)=(.+)$/.exec(word)?.slice(1) ?? fail(`${word} is no option`)));
  return found.policy && found.list ? found : fail("name the policy with --policy=FILE and the list with --list=FILE");
}

function check({ policy: policyFile, list, shipped, report, summary }) {
  const policy = new Policy(readJson(policyFile), new Date().toISOString().slice(0, 10));
  const packages = listed(list);
  const production = shipped === undefined ? null : new Set(listed(shipped).map(({ name, version }) => `${name}@${version}`));
  compareWithManifest(packages);
  const decided = packages.map(({ name, version, licence }) => {
    const tree = read(licence);
    const isDevelopment = production !== null && !production.has(`${name}@${version}`);
    return { name, version, licence: show(tree), ...policy.decide(name, version, tree, isDevelopment) };
  });
  const bad = decided.filter(({ outcome }) => failing.includes(outcome));
  const total = `${decided.length} packages, ${bad.length} not allowed`;
  write(report, `${JSON.stringify(decided, null, 2)}\n`);
  write(summary, markdown(decided, total));
  for (const { name, version, licence, outcome, why } of bad) console.log(plain(`${name} ${version}: ${licence} is ${outcome}: ${why}`));
  console.log(total);
  return bad.length > 0 ? refused : 0;
}

// { "NAME@VERSION": { licenses: "MIT" or ["MIT", "ISC"], path } }; npm reads a list as a choice.
function listed(file) {
  const list = readJson(file);
  if (list === null || typeof list !== "object" || Array.isArray(list)) fail(`${file} is no list of license-checker`);
  return Object.entries(list)
    .filter(([label, entry]) => !isOwn(label, entry))
    .map(([label, entry]) => {
      const at = label.lastIndexOf("@");
      const licences = [entry.licenses ?? ""].flat().map(String);
      const licence = licences.length > 1 ? licences.map((one) => `(${one.replaceAll("*", "")})`).join(" OR ") : (licences[0] ?? "");
      return at > 0 ? { name: label.slice(0, at), version: label.slice(at + 1), licence } : fail(`${file}: "${label}" has no version`);
    });
}

// A package of the repository lies in none of the folders that are installed.
function isOwn(label, { path: place }) {
  if (typeof place === "string") return !place.split(/[\\/]/).includes("node_modules");
  const manifest = ownManifest();
  return label === `${manifest.name}@${manifest.version}`;
}

function ownManifest() {
  return existsSync("package.json") ? readJson("package.json") : {};
}

// What package.json asks for and the list does not hold was not installed, so nobody has seen its licence.
function compareWithManifest(packages) {
  const names = new Set(packages.map(({ name }) => name));
  const { dependencies = {}, optionalDependencies = {} } = ownManifest();
  const missing = Object.entries(dependencies)
    .filter(([name, range]) => !(name in optionalDependencies) && !/^(workspace|link|file|portal):/.test(range))
    .map(([name, range]) => /^npm:(@?[^@]+)/.exec(range)?.[1] ?? name)
    .filter((name) => !names.has(name) && !isWorkspace(name));
  if (missing.length > 0) fail(`package.json asks for ${missing.join(", ")}, and the list does not hold ${missing.length > 1 ? "them" : "it"}; install first`);
}

// Workspaces are links out of node_modules.
function isWorkspace(name) {
  const place = path.join("node_modules", name, "package.json");
  return existsSync(place) && !realpathSync(place).split(path.sep).includes("node_modules");
}

function markdown(decided, total) {
  const told = decided.filter(({ outcome }) => outcome !== "allowed").sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  const rows = told.slice(0, shown).map(({ name, version, licence, outcome, why }) => `| ${cell(name)} ${cell(version)} | ${cell(licence)} | ${outcome} | ${cell(why)} |`);
  const table = told.length > 0 ? ["", "| package | licence | outcome | why |", "| --- | --- | --- | --- |", ...rows] : [];
  const more = told.length > shown ? ["", `… and ${(told.length - shown).toLocaleString("en-US")} more.`] : [];
  return `${[`## Licences: ${total}`, ...table, ...more].join("\n")}\n`;
}

// Names come from packages of unknown origin: nothing in them is an escape, a change of direction or markup.
function plain(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ");
}

function cell(text) {
  return plain(text).replace(/[\\|`*_<>[\]]/g, "\\$&");
}

function write(file, text) {
  if (file === undefined) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
}

function fail(why) {
  throw new Error(why);
}
