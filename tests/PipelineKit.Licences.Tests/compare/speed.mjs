// Times "pipelinekit licences" and license-checker-rseidelsohn as processes on the same tree of made-up npm packages.
//
//   node speed.mjs SIZE[,SIZE...] RUNS CHECKER|- COMMAND [ARGUMENT...]
//
// The tree (lock file, node_modules with package.json and LICENSE) is made in the temporary folder and removed again. Its
// path is the last argument of COMMAND. CHECKER "-" leaves the other tool out. Printed per size: median and range of the
// wall time in milliseconds and, where /usr/bin/time exists, median processor time and largest resident set in megabytes.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [sizes, runs, checker, command, ...rest] = process.argv.slice(2);
if (!command) {
  console.error("usage: node speed.mjs SIZE[,SIZE...] RUNS CHECKER|- COMMAND [ARGUMENT...]");
  process.exit(2);
}
const licences = ["MIT", "MIT", "MIT", "MIT", "MIT", "ISC", "Apache-2.0", "BSD-3-Clause", "(MIT OR CC0-1.0)", "BSD-2-Clause"];
const hasTime = existsSync("/usr/bin/time");

function measure(program, args) {
  const times = [], processor = [];
  let memory = 0;
  for (let run = 0; run < Number(runs); run++) {
    const started = process.hrtime.bigint();
    const result = hasTime ? spawnSync("/usr/bin/time", ["-f", "%M %U %S", program, ...args], { maxBuffer: 1 << 30 }) : spawnSync(program, args, { maxBuffer: 1 << 30 });
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
    if (result.error) throw result.error;
    if (hasTime) {
      const [kilobytes, user, system] = String(result.stderr).trim().split("\n").pop().split(" ").map(Number);
      memory = Math.max(memory, kilobytes / 1024);
      processor.push((user + system) * 1000);
    }
  }
  for (const list of [times, processor]) list.sort((a, b) => a - b);
  const round = value => Math.round(value);
  return `${round(times[times.length >> 1])} ms (${round(times[0])}–${round(times.at(-1))}), ${hasTime ? `processor ${round(processor[processor.length >> 1])} ms, ${round(memory)} MB` : "nothing else measured"}`;
}

for (const size of sizes.split(",").map(Number)) {
  const tree = mkdtempSync(join(tmpdir(), "licence-speed-"));
  try {
    const packages = { "": { name: "sample", version: "1.0.0", dependencies: { "package-0": "^1.0.0" } } };
    for (let at = 0; at < size; at++) {
      const dependencies = Object.fromEntries([1, 2, 3].map(step => 3 * at + step).filter(child => child < size).map(child => [`package-${child}`, "^1.0.0"]));
      const common = { version: `1.${at}.0`, license: licences[at % licences.length], dependencies };
      packages[`node_modules/package-${at}`] = { ...common, resolved: `https://registry.example/package-${at}-1.${at}.0.tgz`, integrity: `sha512-${"A".repeat(86)}==`, engines: { node: ">=18" } };
      if (checker !== "-") {
        const folder = join(tree, "node_modules", `package-${at}`);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "package.json"), JSON.stringify({ name: `package-${at}`, ...common }));
        writeFileSync(join(folder, "LICENSE"), `${common.license}\n`);
      }
    }
    writeFileSync(join(tree, "package.json"), JSON.stringify({ private: true, license: "MIT", ...packages[""] }));
    writeFileSync(join(tree, "package-lock.json"), JSON.stringify({ name: "sample", lockfileVersion: 3, packages }, null, 2));
    console.log(`${size} packages, here: ${measure(command, [...rest, tree])}`);
    if (checker !== "-") console.log(`${size} packages, license-checker-rseidelsohn: ${measure(checker, ["--start", tree, "--json"])}`);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}
