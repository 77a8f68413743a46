import { readFileSync } from "node:fs";
import { isScalar, LineCounter, parseAllDocuments } from "yaml";

// GitLab's own tag: a path to a part of another job, as a list.
const reference = { tag: "!reference", collection: "seq", resolve: (sequence) => sequence };

/**
 * Parses a file as YAML 1.2 by a parser that the generator does not use, duplicate keys refused.
 * Problems of the text (encoding, line ends, tabs, duplicates) become findings.
 * Returns {text, documents, at(node) -> [line, column]}, or undefined if the file cannot be used further.
 */
export function readYaml(file, findings, { merge = false, shownAs = file } = {}) {
  const bytes = readFileSync(file);
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    findings.add(shownAs, 1, 1, "text", "error", "the file is not UTF-8");
    return undefined;
  }
  checkText(text, shownAs, findings);
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: "1.2", strict: true, uniqueKeys: true, merge, customTags: [reference], lineCounter: counter, prettyErrors: false,
  });
  let usable = documents.length > 0;
  if (!usable) findings.add(shownAs, 1, 1, "yaml", "error", "the file holds no document");
  for (const document of documents) {
    for (const problem of [...document.errors, ...document.warnings]) {
      const { line, col } = counter.linePos(problem.pos[0]);
      findings.add(shownAs, line, col, "yaml", "error", problem.message);
    }
    usable &&= document.errors.length === 0;
  }
  const at = (node) => {
    const { line, col } = node?.range ? counter.linePos(node.range[0]) : { line: 1, col: 1 };
    return [line, col];
  };
  return usable ? { text, documents, at } : undefined;
}

function checkText(text, file, findings) {
  if (text.startsWith("\uFEFF")) findings.add(file, 1, 1, "text", "error", "the file begins with a byte order mark");
  const cr = text.indexOf("\r");
  if (cr >= 0) findings.add(file, text.slice(0, cr).split("\n").length, 1, "text", "error", "a line ends with a carriage return");
  if (!text.endsWith("\n")) findings.add(file, text.split("\n").length, 1, "text", "error", "the last line has no line end");
}

/** Where a place (line and column from 1) of a scalar's value stands in the file, as far as that can be said. */
export function placeInScalar(source, node, line, column) {
  if (!isScalar(node) || node.type !== "BLOCK_LITERAL") return source.at(node);
  const [header] = source.at(node);
  const indent = (text) => text.length - text.trimStart().length;
  const written = source.text.split("\n")[header + line - 1] ?? "";
  const value = node.value.split("\n")[line - 1] ?? "";
  return [header + line, column + Math.max(0, indent(written) - indent(value))];
}
