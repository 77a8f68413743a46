// An ESLint formatter: prints findings as text and writes them as SARIF 2.1.0 and as GitLab code quality into the folder ESLINT_REPORTS,
// with paths relative to ESLINT_ROOT (the repository; the working folder where it is not set). It needs no package.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = process.env.ESLINT_REPORTS;
const root = path.resolve(process.env.ESLINT_ROOT ?? ".");
const relative = (file) => path.relative(root, file).split(path.sep).join("/");

export default function format(results, context) {
  const findings = results.flatMap((result) =>
    [...result.messages, ...(result.suppressedMessages ?? [])].map((message) => ({
      file: relative(result.filePath),
      line: message.line ?? 1,
      column: message.column ?? 1,
      rule: message.ruleId ?? "parse-error",
      text: message.message,
      level: message.severity === 2 || message.fatal ? "error" : "warning",
      suppressed: (message.suppressions ?? []).length > 0,
    })),
  );
  const open = findings.filter((finding) => !finding.suppressed);
  if (folder) {
    mkdirSync(folder, { recursive: true });
    write("eslint.sarif", sarif(findings, context?.rulesMeta ?? {}));
    write("eslint.codequality.json", codeQuality(open));
  }

  const lines = open.map((f) => `${f.file}:${f.line}:${f.column}: ${f.level} ${f.rule}: ${f.text}`);
  return [...lines, `${open.length} findings in ${results.length} files`].join("\n");
}

function sarif(findings, rulesMeta) {
  const rules = [...new Set(findings.map((f) => f.rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ESLint",
            informationUri: "https://eslint.org",
            rules: rules.map((id) => ({
              id,
              shortDescription: { text: rulesMeta[id]?.docs?.description ?? id },
              helpUri: rulesMeta[id]?.docs?.url ?? "https://eslint.org/docs/latest/rules/",
            })),
          },
        },
        results: findings.map((f) => ({
          ruleId: f.rule,
          ruleIndex: rules.indexOf(f.rule),
          level: f.level,
          message: { text: f.text },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(f.file) },
                region: { startLine: f.line, startColumn: f.column },
              },
            },
          ],
          ...(f.suppressed ? { suppressions: [{ kind: "inSource" }] } : {}),
        })),
      },
    ],
  };
}

// The fingerprint counts equal findings of a file instead of using the line, so that it survives edits above.
function codeQuality(findings) {
  const seen = new Map();
  return findings.map((f) => {
    const identity = `${f.rule} ${f.file} ${f.text}`;
    const number = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, number);
    return {
      description: f.text,
      check_name: f.rule,
      fingerprint: createHash("sha256").update(`${identity} ${number}`).digest("hex"),
      severity: f.level === "error" ? "major" : "minor",
      location: { path: f.file, lines: { begin: f.line } },
    };
  });
}

function write(name, content) {
  writeFileSync(path.join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
}
