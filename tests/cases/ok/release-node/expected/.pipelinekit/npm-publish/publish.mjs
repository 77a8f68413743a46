// Runs a command with the one package of a folder as its last argument: npm takes no patterns, and the file's name holds the version.
// Arguments: folder, command, its arguments.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const [folder, command, ...rest] = process.argv.slice(2);
const packages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".tgz")) : [];
if (packages.length !== 1) {
  console.error(`${folder} must hold one package (.tgz); it holds ${packages.length === 0 ? "none" : packages.join(", ")}`);
  process.exit(1);
}

// The leading ./ makes it a file; without it npm reads a name with a slash as a repository on GitHub.
const result = spawnSync(command, [...rest, `./${folder}/${packages[0]}`], { stdio: "inherit" });
if (result.error) {
  console.error(`${command}: ${result.error.message}`);
}

process.exit(result.status ?? 1);
