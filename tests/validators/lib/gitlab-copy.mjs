import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { tmpdir } from "node:os";

const program = fileURLToPath(import.meta.resolve("gitlab-ci-local"));
const leftBehind = new Set([".git", ".gitlab-ci-local", "node_modules"]);

/** A throw-away git repository with a remote and a default branch: gitlab-ci-local writes there and never into the original. */
export class ThrowAwayRepository {
  #folder = mkdtempSync(join(tmpdir(), "validators-"));
  root = join(this.#folder, "project");

  /** Copies a file (it becomes .gitlab-ci.yml) or the files of a folder that its git would track. */
  constructor(source, { onlyYaml = false, remote = "git@gitlab.invalid:group/project.git" } = {}) {
    mkdirSync(join(this.#folder, "home"));
    mkdirSync(this.root);
    if (statSync(source).isFile()) cpSync(source, join(this.root, ".gitlab-ci.yml"));
    else {
      for (const file of filesOf(source)) {
        if (onlyYaml && !/\.ya?ml$/.test(file)) continue;
        cpSync(join(source, file), join(this.root, file), { verbatimSymlinks: true });
      }
    }
    this.git("init", "-q", "-b", "main", ".");
    this.git("remote", "add", "origin", remote);
    this.git("config", "user.name", "ci");
    this.git("config", "user.email", "ci@example.invalid");
    this.git("config", "commit.gpgsign", "false");
    this.git("config", "core.hooksPath", "/dev/null");
    appendFileSync(join(this.root, ".git", "info", "exclude"), ".gitlab-ci-local/\n");
    this.commit();
    this.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  }

  /** For expansion only: a home of its own, and no way out for what would load includes from elsewhere. */
  get sealedEnv() {
    const nowhere = "http://127.0.0.1:9";
    return { ...process.env, HOME: join(this.#folder, "home"), HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, http_proxy: nowhere, https_proxy: nowhere };
  }

  commit() {
    this.git("add", "-A");
    this.git("commit", "-q", "--allow-empty", "-m", "snapshot");
    this.git("update-ref", "refs/remotes/origin/main", "HEAD");
  }

  git(...args) {
    const done = spawnSync("git", args, { cwd: this.root, encoding: "utf8" });
    if (done.status !== 0) throw done.error ?? new Error(`git ${args[0]}: ${done.stderr}`);
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The program and the arguments that run gitlab-ci-local with this process's own node. */
export const gitlabCiLocal = (...args) => [process.execPath, [program, "--no-color", ...args]];

function filesOf(folder) {
  const listed = spawnSync("git", ["-C", folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  const files = listed.status === 0 ? listed.stdout.split("\0").filter((file) => file !== "" && existsSync(join(folder, file))) : [];
  return files.length > 0 ? files : walk(folder).map((file) => relative(folder, file));
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => !leftBehind.has(entry.name)).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}
