import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { gitlabCiLocal } from "./gitlab-copy.mjs";
import { jobsOf } from "./gitlab-jobs.mjs";
import { run } from "./programs.mjs";

const file = ".gitlab-ci.runnable.yml";
const folder = ".gitlab-ci.after";

/** Where each job of the runnable pipeline leaves its exit code and its name, in its own folder. */
export const exitFile = ".gitlab-ci.exit";

/**
 * Expands the pipeline of a throw-away repository and rewrites it for the shell executor; returns the new file's name.
 * An image would change CI_PROJECT_DIR to a folder that is not there, services need a container engine, and with isolation
 * gitlab-ci-local copies the tree anew before after_script: so after_script becomes an exit trap of the script.
 * In place of an image whose name begins with an `image` of `programs`, the folder beside it is put first on PATH.
 * Lines of before_script that match `without` (toolchains that this machine has already) are left out.
 */
export async function writeRunnable(repository, { programs = [], without } = {}) {
  const [program, args] = gitlabCiLocal("--preview", "--no-json-schema-validation");
  const result = await run(program, args, { cwd: repository.root, env: repository.sealedEnv, timeout: 60_000 });
  if (result.code !== 0) throw new Error(`the pipeline cannot be expanded: ${result.stderr}${result.stdout}`);
  const configuration = parse(result.stdout, { merge: true });
  mkdirSync(join(repository.root, folder));
  const usual = configuration.default ?? {};
  jobsOf(configuration).forEach(([, job], i) => {
    const image = imageOf(job) ?? imageOf(usual) ?? imageOf(configuration) ?? "";
    const before = linesOf(job.before_script ?? usual.before_script ?? configuration.before_script).filter((line) => !without?.test(line));
    const script = linesOf(job.script);
    if (script.length === 0) return;
    job.script = [`cd "$CI_PROJECT_DIR"`, ...pathLines(image, programs), trap(repository.root, linesOf(job.after_script), i), ...before, ...script];
    delete job.after_script;
    delete job.before_script;
  });
  for (const owner of [configuration, usual, ...jobsOf(configuration).map(([, job]) => job)]) {
    for (const key of ["image", "services"]) delete owner[key];
  }
  for (const owner of [configuration, usual]) delete owner.before_script;
  writeFileSync(join(repository.root, file), stringify(configuration, { aliasDuplicateObjects: false, lineWidth: 0 }));
  repository.commit();
  return file;
}

const linesOf = (script) => [script ?? []].flat(9);

const imageOf = (owner) => (typeof owner.image === "object" ? owner.image?.name : owner.image);

// The name may hold variables of the job's matrix, so the shell compares.
const pathLines = (image, programs) => programs.map(({ image: prefix, path }) => `case "${image}" in ${prefix}*) export PATH="${path}:$PATH" ;; esac`);

function trap(root, after, number) {
  const name = `${folder}/${number}.sh`;
  writeFileSync(join(root, name), ["set -e", `cd "$CI_PROJECT_DIR"`, ...after, ""].join("\n"));
  const status = "if [ $code = 0 ]; then status=success; else status=failed; fi";
  return `trap 'code=$?; ${status}; CI_JOB_STATUS=$status bash "$CI_PROJECT_DIR/${name}" || true; echo "$code $CI_JOB_NAME" > "$CI_PROJECT_DIR/${exitFile}"; exit $code' EXIT`;
}
