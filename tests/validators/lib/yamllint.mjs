import { fileURLToPath } from "node:url";
import { run } from "./programs.mjs";

const configuration = fileURLToPath(new URL("../yamllint.yml", import.meta.url));

/** Checks files with yamllint, which reads YAML with PyYAML: one process for all of them. shownAs maps a path to the name in findings. */
export async function yamllint(files, findings, shownAs = (file) => file) {
  if (files.length === 0) return;
  const result = await run("yamllint", ["-f", "parsable", "-c", configuration, ...files]);
  const lines = result.stdout.split("\n").filter(Boolean);
  if (result.code > 2 || (lines.length === 0 && result.code !== 0)) throw new Error(`yamllint ended with ${result.code}: ${result.stderr}`);
  for (const line of lines) {
    const match = /^(.*):(\d+):(\d+): \[(error|warning)\] (.*)$/.exec(line);
    if (!match) throw new Error(`yamllint said: ${line}`);
    findings.add(shownAs(match[1]), Number(match[2]), Number(match[3]), "yamllint", match[4], match[5]);
  }
}
