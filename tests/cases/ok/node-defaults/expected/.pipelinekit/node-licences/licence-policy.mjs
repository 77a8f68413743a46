// Decides about packages by a policy, as the stage licence-check has it.
//
// allow, deny and review list SPDX identifiers or groups (permissive, weak-copyleft, strong-copyleft, network-copyleft); unknown is deny,
// review or allow; ignore and exceptions name packages (NAME or NAME@VERSION), each with "REASON" or "REASON; until 2027-01-31";
// dev is ignore, report or enforce. Without allow and deny, strong and network copyleft are denied, and what is in no group is for review.
/* eslint-disable */
// biome-ignore-all lint: a generated file
// biome-ignore-all format: a generated file
import { data, modern, parse } from "./spdx-expressions.mjs";

const [denied, review, allowed] = [0, 1, 2];
const groups = ["permissive", "weak-copyleft", "strong-copyleft", "network-copyleft"];
const keys = ["allow", "deny", "review", "unknown", "ignore", "exceptions", "dev"];
const forever = "9999-12-31";

export const failing = ["denied", "expired"];

export class PolicyError extends Error {}

export class Policy {
  constructor(table, today, sameName = (name) => name) {
    const unknownKey = Object.keys(table).find((key) => !keys.includes(key));
    if (unknownKey !== undefined) throw new PolicyError(`the policy has no key ${unknownKey}`);
    Object.assign(this, { today, sameName, lists: new Map() });
    const byDefault = !table.allow?.length && !table.deny?.length;
    const isFree = (name) => !(table.review ?? []).includes(name);
    const allow = byDefault ? groups.slice(0, 2).filter(isFree) : (table.allow ?? []);
    const deny = byDefault ? groups.slice(2).filter(isFree) : (table.deny ?? []);
    this.unlisted = byDefault ? review : allow.length > 0 ? denied : allowed;
    this.unknown = choice(table, "unknown", ["deny", "review", "allow"]) === "deny" ? denied : review;
    this.dev = choice(table, "dev", ["ignore", "report", "enforce"]);
    deny.forEach((entry) => this.add("deny", denied, entry));
    (table.review ?? []).forEach((entry) => this.add("review", review, entry));
    allow.forEach((entry) => this.add("allow", allowed, entry));
    this.exemptions = [table.ignore, table.exceptions].flatMap((entries) => Object.entries(entries ?? {}).map(exemption));
  }

  add(list, verdict, entry) {
    const group = groups.find((name) => name === entry.toLowerCase());
    const tree = parse(entry);
    if (group === undefined && tree?.kind !== "term") {
      throw new PolicyError(`${list}: "${entry}" is neither one SPDX identifier nor one of the groups ${groups.join(", ")}`);
    }
    const text = group ?? show(modern(tree));
    if ((this.lists.get(text)?.list ?? list) !== list) throw new PolicyError(`"${text}" stands both in ${this.lists.get(text).list} and in ${list}`);
    this.lists.set(text, { verdict, list });
  }

  // The verdict and why: a choice takes its best part, a conjunction its worst, so does a name that may mean several.
  judge(tree) {
    if (tree.kind === "or") return best(tree.parts.map((part) => this.judge(part)));
    if (tree.kind === "and" || tree.kind === "any") return tree.parts.map((part) => this.judge(part)).reduce((worst, one) => (one.verdict < worst.verdict ? one : worst));
    if (tree.kind === "unknown") return { verdict: this.unknown, why: tree.name === "" ? "no licence is stated" : `"${tree.name}" is not a known licence` };
    return this.judgeTerm(tree);
  }

  judgeTerm(tree) {
    const text = show(tree);
    const bareText = show({ ...tree, exception: null });
    const bare = this.lists.get(bareText);
    const named = this.lists.get(text) ?? (tree.exception !== null && bare !== undefined && bare.verdict !== allowed ? bare : undefined);
    if (named !== undefined) return { verdict: named.verdict, why: `${named.list} lists ${this.lists.has(text) ? text : bareText}` };
    const isNamedLater = tree.id.endsWith("-or-later");
    const first = isNamedLater ? `${tree.id.slice(0, -"or-later".length)}only` : tree.id;
    const versions = tree.plus || isNamedLater ? (data.later.get(first) ?? (tree.plus ? [tree.id] : [])) : [];
    if (versions.length > 0) return best(versions.map((id) => this.judge({ ...tree, id, plus: false })));
    if (tree.id.includes("Ref-")) return { verdict: this.unknown, why: `${text} is on no list` };
    const group = groupOf(tree);
    const grouped = this.lists.get(group);
    return grouped === undefined
      ? { verdict: this.unlisted, why: `no list names ${text}` }
      : { verdict: grouped.verdict, why: `${grouped.list} lists ${group}, and ${text} is in that group` };
  }

  exempt(name, version) {
    const fitting = this.exemptions.filter((one) => this.sameName(one.name) === this.sameName(name) && (one.version === null || one.version === version));
    return fitting.reduce((longest, one) => (longest === null || one.last > longest.last ? one : longest), null);
  }

  // The outcome for a package (allowed, ignored, excepted, review, reported, denied, expired) and why.
  decide(name, version, tree, isDevelopment) {
    const { verdict, why } = this.judge(tree);
    if (verdict === allowed) return { outcome: "allowed", why };
    if (isDevelopment && this.dev === "ignore") return { outcome: "ignored", why: "only needed for development" };
    const found = this.exempt(name, version);
    if (found !== null && found.last >= this.today) return { outcome: "excepted", why: found.reason };
    if (isDevelopment && this.dev === "report") return { outcome: "reported", why };
    if (found !== null) return { outcome: "expired", why: `the exception ended on ${found.last}; ${why}` };
    return { outcome: verdict === review ? "review" : "denied", why };
  }
}

const best = (verdicts) => verdicts.reduce((top, one) => (one.verdict > top.verdict ? one : top));

function choice(table, name, words) {
  const word = table[name] ?? words[0];
  if (!words.includes(word)) throw new PolicyError(`${name} is one of ${words.join(", ")}`);
  return word;
}

function exemption([key, text]) {
  const at = key.lastIndexOf("@");
  const until = text.lastIndexOf("; until ");
  const last = until < 0 ? forever : text.slice(until + "; until ".length);
  const reason = until < 0 ? text : text.slice(0, until);
  const day = new Date(`${last}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(last) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== last) {
    throw new PolicyError(`${key}: "${last}" is no day; write "REASON; until 2027-01-31"`);
  }
  if (reason.trim() === "") throw new PolicyError(`${key}: the reason is missing`);
  return at > 0 ? { name: key.slice(0, at), version: key.slice(at + 1), reason, last } : { name: key, version: null, reason, last };
}

// The group of a licence; an exception may lift a copyleft licence into a milder one.
function groupOf({ id, exception }) {
  const [group, lifted] = [data.groups.get(id), data.lifts.get(exception)];
  if (group === undefined || group === groups[0] || lifted === undefined) return group;
  return groups.indexOf(lifted) < groups.indexOf(group) ? lifted : group;
}

// The expression as text.
export function show(tree) {
  const part = (inner) => (tree.kind === "and" && ["or", "any"].includes(inner.kind) ? `(${show(inner)})` : show(inner));
  if (tree.kind === "or" || tree.kind === "and") return tree.parts.map(part).join(` ${tree.kind.toUpperCase()} `);
  if (tree.kind === "any") return tree.parts.map(show).join(" or ");
  if (tree.kind === "unknown") return tree.name || "none";
  return `${tree.id}${tree.plus ? "+" : ""}${tree.exception === null ? "" : ` WITH ${tree.exception}`}`;
}
