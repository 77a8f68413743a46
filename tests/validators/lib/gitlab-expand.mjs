import { parse } from "yaml";
import { gitlabCiLocal, ThrowAwayRepository } from "./gitlab-copy.mjs";
import { checkJobs, jobsOf } from "./gitlab-jobs.mjs";
import { run } from "./programs.mjs";

/** Expands a pipeline with gitlab-ci-local, checks the jobs that result, and returns their shell texts. */
export async function checkExpanded(input, file, source, findings) {
  const tell = (name, tool, severity, message) => {
    const key = name === undefined ? undefined : keyOf(source, name);
    findings.add(file, ...source.at(key), tool, severity, name === undefined ? message : `${name}: ${message}`);
  };
  const expanded = await expand(input, (message) => tell(undefined, "gitlab-ci-local", "error", message));
  if (expanded === undefined) return [];
  checkJobs(expanded, (name, message) => tell(name, "gitlab-jobs", "error", message));
  return jobsOf(expanded).flatMap(([name, job]) => shellTexts(job).map(({ part, text }) => ({
    text, shell: "sh", known: new Set([...Object.keys(expanded.variables ?? {}), ...Object.keys(job.variables ?? {})]),
    report: (line, _, severity, message) => tell(name, "shellcheck", severity, `${part} line ${line}: ${message}`),
  })));
}

async function expand(input, say) {
  const repository = new ThrowAwayRepository(input, { onlyYaml: true });
  try {
    // GitLab's schema was asked already, in a newer version than the one in this program.
    const [program, args] = gitlabCiLocal("--preview", "--no-json-schema-validation");
    const result = await run(program, args, { cwd: repository.root, env: repository.sealedEnv, timeout: 60_000 });
    if (result.code === 0) return parse(result.stdout, { merge: true }) ?? {};
    say(problemIn(`${result.stderr}\n${result.stdout}`) || `gitlab-ci-local ended with ${result.signal ?? result.code}`);
    return undefined;
  } finally {
    repository.remove();
  }
}

const problemIn = (output) => output.split("\n").map((line) => line.trim())
  .filter((line) => line !== "" && !/^at |^parsing and downloads|^json schema|^AssertionError|^\{|^\}|^(generatedMessage|code|actual|expected|operator)/.test(line))
  .join(" ");

// before_script and script are one shell, after_script is another.
function shellTexts(job) {
  const lines = (value) => (value === undefined || value === null ? [] : [value].flat(9).map(String));
  return [["script", [...lines(job.before_script), ...lines(job.script)]], ["after_script", lines(job.after_script)]]
    .filter(([, body]) => body.length > 0)
    .map(([part, body]) => ({ part, text: `${body.join("\n").replace(/\n*$/, "")}\n` }));
}

function keyOf(source, name) {
  for (const document of source.documents) {
    const pair = document.contents?.items?.find?.((item) => item.key?.value === name);
    if (pair) return pair.key;
  }
  return undefined;
}
