// gitlab.mjs DIR OUT NAME=VALUE...: runs jobs of DIR/.gitlab-ci.yml by gitlab-ci-local's shell executor, several times over in one process.
// Reads {scenario: [job...]} from standard input; every job of a scenario is a copy named JOB@SCENARIO. NAME=VALUE are variables of the project.
// Writes {"JOB@SCENARIO": "passed" | "failed"} to OUT, with the leaf of a matrix as in gitlab-ci-local's own names; a job that never started is not in it.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitlabCiLocal, ThrowAwayRepository } from "../../validators/lib/gitlab-copy.mjs";

const { parse, stringify } = createRequire(new URL("../../validators/package.json", import.meta.url))("yaml");

// What a job does. Left out is where (image, services), when (rules), and what happens to its files (cache, artifacts).
const kept = ["parallel", "variables", "before_script", "script", "after_script"];

const [folder, out, ...variables] = process.argv.slice(2);
const scenarios = JSON.parse(readFileSync(0, "utf8"));
const repository = new ThrowAwayRepository(folder);
try {
  const file = join(repository.root, ".gitlab-ci.yml");
  const pipeline = parse(readFileSync(file, "utf8"), { merge: true });
  const copies = Object.entries(scenarios).flatMap(([scenario, jobs]) => jobs.map((job) => [`${job}@${scenario}`, copyOf(pipeline[job], scenario, jobs)]));
  writeFileSync(file, stringify(Object.fromEntries(copies), { aliasDuplicateObjects: false, lineWidth: 0 }));
  repository.commit();

  const [program, args] = gitlabCiLocal("--force-shell-executor", "--no-shell-isolation", "--no-json-schema-validation", "--concurrency", "1",
    ...variables.flatMap((pair) => ["--variable", pair]));
  const run = spawnSync(program, args, { cwd: repository.root, encoding: "utf8", maxBuffer: 1 << 28 });
  // A failing after_script is only warned of, behind the job's own line: GitLab does not look at its result either.
  const verdicts = [...run.stdout.matchAll(/^ (PASS|FAIL) {2}(\S+@[\w-]+(?:: \[[^\]]*\])?)/gm)]
    .map(([, word, name]) => [name, word === "PASS" ? "passed" : "failed"]);
  if (run.error || verdicts.length === 0) throw run.error ?? new Error(`gitlab-ci-local ran nothing: ${run.stdout}${run.stderr}`);
  writeFileSync(out, JSON.stringify(Object.fromEntries(verdicts)));
} finally {
  repository.remove();
}

function copyOf(job, scenario, together) {
  const copy = Object.fromEntries(kept.filter((key) => key in job).map((key) => [key, job[key]]));
  // All copies share one working tree; a runner empties it between two jobs.
  copy.before_script = ["git clean -ffdxq -e .gitlab-ci-local", ...[job.before_script ?? []].flat(9)];
  copy.needs = [job.needs ?? []].flat().map((need) => need.job ?? need).filter((need) => together.includes(need)).map((need) => `${need}@${scenario}`);
  return copy;
}
