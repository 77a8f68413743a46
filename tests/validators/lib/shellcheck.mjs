import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./programs.mjs";

// SC2016: a `$` in single quotes is a literal that must not be expanded; that is what the quotes are for.
// SC2164: the platforms run every script with errexit, so a failed cd ends it.
const excluded = "SC2016,SC2164";
const batch = 400;

/**
 * Checks many shell texts with few processes.
 * A script is {text, shell: "bash"|"sh"|…, known: Set of variable names set outside, report(line, column, level, message)}.
 */
export async function shellcheck(scripts) {
  for (const shell of new Set(scripts.map((s) => s.shell))) {
    const same = scripts.filter((s) => s.shell === shell);
    for (let i = 0; i < same.length; i += batch) await checkBatch(shell, same.slice(i, i + batch));
  }
}

async function checkBatch(shell, scripts) {
  const folder = mkdtempSync(join(tmpdir(), "validators-"));
  try {
    const byText = new Map();
    for (const script of scripts) byText.set(script.text, [...(byText.get(script.text) ?? []), script]);
    const files = [...byText.values()];
    files.forEach((users, i) => writeFileSync(join(folder, `${i}.sh`), users[0].text));
    const result = await run("shellcheck",
      ["--norc", "-s", shell, "-S", "info", "-e", excluded, "-f", "json1", ...files.map((_, i) => join(folder, `${i}.sh`))]);
    if (result.code > 1) throw new Error(`shellcheck ended with ${result.code}: ${result.stderr}`);
    for (const comment of JSON.parse(result.stdout).comments) {
      const users = files[Number(/(\d+)\.sh$/.exec(comment.file)[1])];
      for (const user of users) tell(user, comment);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(script, { line, column, level, code, message }) {
  const unassigned = code === 2154 && /^(\w+) is referenced/.exec(message);
  if (unassigned && script.known.has(unassigned[1])) return;
  script.report(line, column, level === "info" ? "warning" : level, `SC${code}: ${message}`);
}
