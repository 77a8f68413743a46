// A finding is one line of JSON on stdout: {file, line, column, tool, severity, message}.
// Exit codes of every command: 0 clean, 1 findings, 2 used wrongly or broken, 3 a validator is not installed.

export const exit = { clean: 0, findings: 1, broken: 2, notInstalled: 3 };

export class Findings {
  #list = [];

  add(file, line, column, tool, severity, message) {
    this.#list.push({ file, line, column, tool, severity, message });
  }

  /** Prints all findings in the order of files, lines and columns; returns the exit code. "info" is told, and is no finding. */
  print(files) {
    const rank = new Map(files.map((f, i) => [f, i]));
    const place = (f) => rank.get(f) ?? rank.size;
    this.#list.sort((a, b) => place(a.file) - place(b.file) || a.line - b.line || a.column - b.column);
    const lines = this.#list.map((f) => JSON.stringify(f) + "\n");
    process.stdout.write(lines.join(""));
    return this.#list.some((f) => f.severity !== "info") ? exit.findings : exit.clean;
  }
}

/** Something that the task set-up installs is not there. */
export class NotInstalledError extends Error {}

export function usage(text) {
  process.stderr.write(`usage: ${text}\n`);
  process.exit(exit.broken);
}

/** Runs a command's main function; what it throws is the validator's own fault, never a finding. */
export async function main(run) {
  try {
    process.exitCode = await run();
  } catch (error) {
    const missing = error instanceof NotInstalledError ? error.message : error?.code === "ERR_MODULE_NOT_FOUND" ? "npm packages" : undefined;
    process.exitCode = missing === undefined ? exit.broken : exit.notInstalled;
    process.stderr.write(missing === undefined
      ? `validators: broken: ${error?.stack ?? error}\n`
      : `validators: not installed: ${missing}\nRun dotnet cake --target=set-up once, then try again.\n`);
  }
}
