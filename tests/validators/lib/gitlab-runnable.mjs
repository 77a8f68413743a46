import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { gitlabCiLocal } from "./gitlab-copy.mjs";
import { jobsOf } from "./gitlab-jobs.mjs";
import { run } from "./programs.mjs";

const file = ".gitlab-ci.runnable.yml";
const folder = ".gitlab-ci.after";

/**
 * Expands the pipeline of a throw-away repository and rewrites it for the shell executor; returns the new file's name.
 * An image would change CI_PROJECT_DIR to a folder that is not there, services need a container engine, and with isolation
 * gitlab-ci-local copies the tree anew before after_script: so after_script becomes an exit trap of the script.
 */
export async function writeRunnable(repository) {
  const [program, args] = gitlabCiLocal("--preview", "--no-json-schema-validation");
  const result = await run(program, args, { cwd: repository.root, env: repository.sealedEnv, timeout: 60_000 });
  if (result.code !== 0) throw new Error(`the pipeline cannot be expanded: ${result.stderr}${result.stdout}`);
  const configuration = parse(result.stdout, { merge: true });
  for (const owner of [configuration, configuration.default ?? {}, ...jobsOf(configuration).map(([, job]) => job)]) {
    delete owner.image;
    delete owner.services;
  }
  mkdirSync(join(repository.root, folder));
  jobsOf(configuration).forEach(([, job], i) => moveAfterScript(repository.root, job, i));
  writeFileSync(join(repository.root, file), stringify(configuration, { aliasDuplicateObjects: false, lineWidth: 0 }));
  repository.commit();
  return file;
}

function moveAfterScript(root, job, number) {
  const after = [job.after_script ?? []].flat(9);
  delete job.after_script;
  if (after.length === 0) return;
  const name = `${folder}/${number}.sh`;
  writeFileSync(join(root, name), `set -e\ncd "$CI_PROJECT_DIR"\n${after.join("\n")}\n`);
  const trap = `trap 'code=$?; if [ $code = 0 ]; then status=success; else status=failed; fi; CI_JOB_STATUS=$status bash "$CI_PROJECT_DIR/${name}" || true; exit $code' EXIT`;
  job.script = [`cd "$CI_PROJECT_DIR"`, trap, ...[job.before_script ?? []].flat(9), ...[job.script ?? []].flat(9)];
  delete job.before_script;
}
