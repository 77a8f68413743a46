#!/usr/bin/env node
// run-gitlab.mjs DIR [JOB...] [--out DIR] [--limit SECONDS] [--env NAME=VALUE]... [--program IMAGE=DIR]... [--without REGEX] [--remote URL]
// Really runs the jobs of DIR/.gitlab-ci.yml (with those they need) by the shell of this machine, in a throw-away copy.
// Images and services are left out, every job works in a folder of its own, one after another: they share this machine's packages. --out keeps these folders, one per job; .gitlab-ci.exit in each holds the job's exit code and name.
// --program: where an image's name begins with IMAGE, DIR is first on PATH. --without: lines of before_script that are left out. --remote: address of origin.
// Exit code: 0 all passed, 1 a job failed, 2 used wrongly or broken, 3 not installed. Trusted input only: the scripts run as you.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exit, main, usage } from "./lib/findings.mjs";

const synopsis = "run-gitlab.mjs DIR [JOB...] [--out DIR] [--limit SECONDS] [--env NAME=VALUE]... [--program IMAGE=DIR]... [--without REGEX] [--remote URL]";

await main(async () => {
  const { values, positionals: [folder, ...jobs] } = readArguments();
  const { gitlabCiLocal, ThrowAwayRepository } = await import("./lib/gitlab-copy.mjs");
  const { writeRunnable } = await import("./lib/gitlab-runnable.mjs");
  const repository = new ThrowAwayRepository(folder, { remote: values.remote });
  try {
    const programs = (values.program ?? []).map((pair) => ({ image: pair.slice(0, pair.indexOf("=")), path: pair.slice(pair.indexOf("=") + 1) }));
    const file = await writeRunnable(repository, { programs, without: values.without && new RegExp(values.without) });
    const variables = (values.env ?? []).flatMap((pair) => ["--variable", pair]);
    const [program, args] = gitlabCiLocal("--file", file, "--force-shell-executor", "--shell-isolation", "--no-json-schema-validation",
      "--concurrency", "1", ...variables, ...(jobs.length > 0 ? ["--needs", ...jobs] : []));
    const code = await runVisibly(program, args, repository.root, Number(values.limit) * 1000);
    const builds = join(repository.root, ".gitlab-ci-local", "builds");
    if (values.out && existsSync(builds)) {
      mkdirSync(values.out, { recursive: true });
      cpSync(builds, values.out, { recursive: true, verbatimSymlinks: true, filter: (path) => !/[\\/](\.git|node_modules|\.docker|\.gitlab-ci\.after)$/.test(path) });
    }
    return code === 0 ? exit.clean : exit.findings;
  } finally {
    repository.remove();
  }
});

function readArguments() {
  try {
    const options = {
      out: { type: "string" },
      limit: { type: "string", default: "600" },
      env: { type: "string", multiple: true },
      program: { type: "string", multiple: true },
      without: { type: "string" },
      remote: { type: "string" },
    };
    const read = parseArgs({ allowPositionals: true, options });
    return read.positionals.length > 0 && Number(read.values.limit) > 0 ? read : usage(synopsis);
  } catch {
    return usage(synopsis);
  }
}

function runVisibly(program, args, cwd, timeout) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, timeout, killSignal: "SIGKILL", stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
