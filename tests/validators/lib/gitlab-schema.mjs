import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { compile, nodeAt } from "./json-schema.mjs";

const bundle = fileURLToPath(import.meta.resolve("gitlab-ci-local-schema"));
const start = '={$schema:"http://json-schema.org/draft-07/schema#",$id:"https://gitlab.com/.gitlab-ci.yml"';

// GitLab's editor schema is in no npm package of its own; gitlab-ci-local carries it as an object literal in its bundle.
function schema() {
  const text = readFileSync(bundle, "utf8");
  const at = text.indexOf(start) + 1;
  if (at === 0) throw new Error(`GitLab's schema is not in ${bundle}`);
  return runInNewContext(`(${text.slice(at, endOfLiteral(text, at))})`, {}, { timeout: 5000 });
}

function endOfLiteral(text, at) {
  let depth = 0, quote = "";
  for (let i = at; i < text.length; i++) {
    const c = text[i];
    if (quote !== "") {
      if (c === "\\") i++;
      else if (c === quote) quote = "";
    } else if (c === '"' || c === "'" || c === "`") quote = c;
    else if (c === "{" || c === "[") depth++;
    else if ((c === "}" || c === "]") && --depth === 0) return i + 1;
  }
  throw new Error("GitLab's schema does not end");
}

let check;

/** Checks every document of a GitLab file (a `spec:` header is one of its own) against GitLab's editor schema. */
export function checkWithSchema(file, source, findings) {
  check ??= compile(schema());
  for (const document of source.documents) {
    for (const { path, message } of check(document.toJS() ?? {})) {
      findings.add(file, ...source.at(nodeAt(document, path)), "gitlab-schema", "error", message);
    }
  }
}
