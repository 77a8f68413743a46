import { register } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { metadataProvider } from "./github-actions.mjs";

// The published package imports JSON without the import attribute that Node asks for: this adds it.
register("data:text/javascript," + encodeURIComponent(`
const json = (url) => url.startsWith("file:") && url.endsWith(".json");
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  return json(found.url) ? { ...found, importAttributes: { type: "json" } } : found;
}
export async function load(url, context, next) {
  return next(url, json(url) ? { ...context, importAttributes: { type: "json" } } : context);
}`));
const { registerLogger, validate } = await import("@actions/languageservice");
const { TextDocument } = await import("vscode-languageserver-textdocument");

const severities = { 1: "error", 2: "warning", 3: "info", 4: "info" };

// The service logs its own crashes and goes on as if all were well; here they are findings.
let crashes = [];
registerLogger({ error: (message) => crashes.push(String(message)), warn() {}, info() {}, log() {} });

/** Checks a workflow with GitHub's own language service, offline. */
export async function checkWithService(file, text, findings) {
  crashes = [];
  const document = TextDocument.create(pathToFileURL(resolve(file)).href, "yaml", 1, text);
  const diagnostics = await validate(document, { actionsMetadataProvider: metadataProvider, fileProvider: localFiles(file) });
  for (const { range, severity, message } of diagnostics) {
    findings.add(file, range.start.line + 1, range.start.character + 1, "github-language-service", severities[severity ?? 1], message);
  }
  for (const crash of crashes) findings.add(file, 1, 1, "github-language-service", "error", `the service failed: ${crash}`);
}

function localFiles(file) {
  return {
    getFileContent(reference) {
      if (reference.path === undefined || "repository" in reference) throw new Error("remote reusable workflows cannot be read offline");
      return Promise.resolve({ name: reference.path, content: readFileSync(join(rootOf(file), reference.path), "utf8") });
    },
  };
}

function rootOf(file) {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git")) || existsSync(join(folder, ".github"))) return folder;
    if (folder === dirname(folder)) return dirname(resolve(file));
  }
}
