// Reads licence expressions (SPDX 2.3, annex D) and the common spellings of licences that packages use instead.
//
// An expression is { kind: "or" | "and", parts }, { kind: "any", parts } where a spelling does not say which of several licences it means,
// { kind: "term", id, plus, exception } or { kind: "unknown", name }. What is known of licences stands in ../licences/spdx.txt.
/* eslint-disable */
// biome-ignore-all lint: a generated file
// biome-ignore-all format: a generated file
import { readFileSync } from "node:fs";

const longestExpression = 4096;
const longestName = 200;
const deepest = 64;
const operators = { AND: "and", and: "and", OR: "or", or: "or", "-or-": "or", "-OR-": "or", WITH: "with", with: "with", "(": "(", ")": ")" };
const fillers = new Set("the v ver version license licence licensed licenses under terms of a agreement".split(" "));
const later = new Set("later newer above greater higher plus".split(" "));
const gnuWords = new Set([...later, ..."public or any only and at your option software foundation fsf v w".split(" ")]);
const families = { gpl: "GPL", gplv: "GPL", gnu: "GPL", general: "GPL", lgpl: "LGPL", lgplv: "LGPL", lesser: "LGPL" };
Object.assign(families, { library: "LGPL", agpl: "AGPL", agplv: "AGPL", affero: "AGPL" });

export const data = readData(new URL("../licences/spdx.txt", import.meta.url));

function readData(address) {
  const found = Object.fromEntries("ids groups exceptions lifts replaced later names".split(" ").map((name) => [name, new Map()]));
  let section = [];
  for (const line of readFileSync(address, "utf8").split("\n")) {
    if (line.startsWith("[")) section = line.slice(1, -1).split(" ");
    else if (line !== "" && !line.startsWith("#")) take(found, section, line);
  }
  return found;
}

function take(found, [section, group], line) {
  const words = line.split(" ");
  const [left, right] = line.split(" = ");
  if (section === "licences" || section === "exceptions") {
    for (const word of words) {
      found[section === "licences" ? "ids" : "exceptions"].set(word.toLowerCase(), word);
      if (group !== undefined) found[section === "licences" ? "groups" : "lifts"].set(word, group);
    }
  } else if (section === "later") words.forEach((word, at) => found.later.set(word, words.slice(at)));
  else if (section === "replaced") found.replaced.set(left, right);
  else if (section === "names") right.split(" ").forEach((word) => found.names.set(word.replaceAll("_", " "), left));
}

// Reads one expression; a strict one holds identifiers only, a loose one names of several words too.
class Parser {
  constructor(text, strict) {
    Object.assign(this, { text, strict, at: 0, tokens: [...text.matchAll(/[()]|[^\s()]+/g)] });
  }

  kind(at = this.at) {
    const token = this.tokens[at];
    if (token === undefined) return "end";
    const isLater = /^\s*(later|newer|any |above|greater|higher)/i.test(this.text.slice(token.index + token[0].length));
    return (token[0] === "or" && isLater) || !Object.hasOwn(operators, token[0]) ? "word" : operators[token[0]];
  }

  read() {
    const tree = this.text.length <= longestExpression ? this.chain("or", 0) : null;
    return this.kind() === "end" ? tree : null;
  }

  // Brackets that do not match, or an operator without both its sides.
  isBroken() {
    const kinds = ["(", ...this.tokens.map((_, at) => this.kind(at)), ")"];
    let depth = 0;
    return (
      kinds.some((kind, at) => {
        depth += Number(kind === "(") - Number(kind === ")");
        const isLonely = at > 0 && !["word", ")"].includes(kinds[at - 1]) && !["word", "("].includes(kind);
        return isLonely || (depth < 1 && at < kinds.length - 1);
      }) || depth !== 0
    );
  }

  chain(operator, depth) {
    const parts = [];
    for (;;) {
      const part = operator === "or" ? this.chain("and", depth) : this.primary(depth);
      if (part === null) return null;
      parts.push(part);
      if (this.kind() !== operator) return parts.length === 1 ? part : { kind: operator, parts };
      this.at++;
    }
  }

  primary(depth) {
    if (this.kind() === "word") return this.name();
    if (this.kind() !== "(" || depth >= deepest) return null;
    this.at++;
    const inner = this.chain("or", depth + 1);
    if (inner === null || this.kind() !== ")") return null;
    this.at++;
    return inner;
  }

  name() {
    const first = this.tokens[this.at++];
    while (!this.strict && this.kind() === "word") this.at++;
    const last = this.tokens[this.at - 1];
    const name = this.text.slice(first.index, last.index + last[0].length);
    const licence = term(name) ?? (this.strict ? null : (spelled(name) ?? { kind: "unknown", name }));
    return licence !== null && this.kind() === "with" ? this.exception(licence, name) : licence;
  }

  exception(licence, name) {
    this.at++;
    if (this.kind() !== "word") return null;
    const word = this.tokens[this.at++][0];
    const exception = data.exceptions.get(word.toLowerCase()) ?? (/^AdditionRef-[A-Za-z0-9.-]+$/.test(word) ? word : null);
    if (exception !== null && licence.kind === "term" && licence.exception === null) return { ...licence, exception };
    return this.strict ? null : { kind: "unknown", name: `${name} WITH ${word}` };
  }
}

export const parse = (text) => new Parser(text, true).read();

function term(word) {
  const plus = word.endsWith("+");
  const known = data.ids.get((plus ? word.slice(0, -1) : word).toLowerCase());
  if (known !== undefined) return { kind: "term", id: known, plus, exception: null };
  const isReference = /^(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/.test(word);
  return isReference ? { kind: "term", id: word, plus: false, exception: null } : null;
}

// The expression without identifiers that the list has replaced: GPL-2.0+ is GPL-2.0-or-later.
export function modern(tree) {
  if (tree.kind === "or" || tree.kind === "and") return { ...tree, parts: tree.parts.map(modern) };
  if (tree.kind !== "term" || !data.replaced.has(tree.id)) return tree;
  const instead = parse(data.replaced.get(tree.id));
  if (tree.exception !== null && instead.exception !== null) return tree;
  const exception = tree.exception ?? instead.exception;
  const plus = tree.plus && !instead.id.endsWith("-or-later");
  return plus && instead.id.endsWith("-only")
    ? { ...instead, id: `${instead.id.slice(0, -"only".length)}or-later`, plus: false, exception }
    : { ...instead, plus, exception };
}

// What a common spelling means, or null: "Apache License, Version 2.0", "GPLv3+", "BSD".
function spelled(name) {
  if (name.length > longestName) return null;
  const words = [...name.toLowerCase().matchAll(/[\p{L}\p{Nd}+][\p{L}\p{Nd}+.]*/gu)].map(([word]) => word.replace(/\.+$/, "").replace(/^v(?=[0-9])/, ""));
  const key = words.filter((word) => word !== "" && !fillers.has(word)).join(" ");
  const base = key.endsWith(" or later") ? meaning(key.slice(0, -" or later".length)) : null;
  return meaning(key) ?? gnu(key) ?? (base?.kind === "term" && base.exception === null ? { ...base, plus: true } : null);
}

function meaning(key) {
  const text = data.names.get(key) ?? "";
  return text.startsWith("?") ? { kind: "any", parts: text.slice(1).split(" ").map(term) } : parse(text);
}

function gnu(key) {
  let [family, version, isLater] = ["", "", false];
  for (const raw of key.split(" ")) {
    const word = raw.replace(/\++$/, "");
    const [, letters, digits] = /^([^0-9]*)(.*)$/.exec(word);
    isLater ||= word !== raw || later.has(word);
    if (Object.hasOwn(families, letters) && (letters !== "library" || family !== "")) family = family === "" || family === "GPL" ? families[letters] : family;
    else if (letters !== "" && !gnuWords.has(letters)) return null;
    const number = digits !== "" && !digits.includes(".") ? `${digits}.0` : digits;
    if (number !== "" && version !== "" && number !== version) return null;
    version = number || version;
  }
  return term(`${family}-${version}-${isLater ? "or-later" : "only"}`);
}

// The expression of what a package states.
export function read(stated) {
  const text = stated.trim();
  const exact = parse(text);
  if (exact !== null) return modern(exact);
  const line = text.split("\n")[0].trim();
  if (text.length > longestName || line !== text) return spelled(line) ?? { kind: "unknown", name: line.slice(0, 80) };
  const tree = new Parser(text, false).isBroken() ? null : (spelled(text) ?? new Parser(text, false).read());
  return tree === null ? { kind: "unknown", name: text } : modern(tree);
}
