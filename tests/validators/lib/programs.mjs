import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { NotInstalledError } from "./findings.mjs";

/** Runs a program without a shell: {code, stdout, stderr}. A program that is not there is a NotInstalledError. */
export function run(program, args, options = {}) {
  const { input, timeout = 120_000, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, rest);
    // The option of spawn would keep a timer running for a program that could not be started.
    const timer = setTimeout(() => child.kill("SIGKILL"), timeout);
    let stdout = "", stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => { stdout += text; });
    child.stderr.setEncoding("utf8").on("data", (text) => { stderr += text; });
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error.code === "ENOENT" && !rest.cwd ? new NotInstalledError(program) : error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? -1, signal, stdout, stderr });
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? "");
  });
}

/** Calls work(item, index) for every item, as many at a time as there are processors. */
export async function inLanes(items, work) {
  const queue = items.map((item, index) => ({ item, index }));
  const results = new Array(items.length);
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next.index] = await work(next.item, next.index);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), items.length) }, lane));
  return results;
}
