// What Forgejo and Gitea know of a workflow, from https://forgejo.org/docs/latest/user/actions/reference/, the schema of Forgejo's runner and
// https://docs.gitea.com/usage/actions/comparison. What is not listed here is ignored there, or refused.
import { isMap, isScalar, isSeq } from "yaml";

/** Where the pinned actions are; a name without a host is looked up where an administrator says. */
export const host = "https://github.com/";

const events = ["push", "pull_request", "pull_request_target", "workflow_dispatch", "workflow_call", "schedule", "issues", "release"];
const topKeys = ["name", "run-name", "on", "env", "defaults", "permissions", "concurrency", "jobs"];
const jobKeys = ["name", "needs", "if", "runs-on", "strategy", "timeout-minutes", "continue-on-error", "permissions", "concurrency", "container",
  "services", "env", "outputs", "defaults", "steps"];
const serviceKeys = ["image", "env", "cmd", "options", "credentials", "volumes"];
const serviceOptions = ["--volume", "--tmpfs", "--hostname", "--health-cmd", "--health-interval", "--health-retries", "--health-timeout",
  "--health-start-period", "--no-healthcheck"];
const onGitHubOnly = /^(actions\/(upload-artifact|download-artifact|upload-pages-artifact|deploy-pages|configure-pages|attest-.*|dependency-review-action)|github\/codeql-action)(\/|@)/;
// A container of a runner is root on a plain image with Node.
const missingPrograms = ["sudo", "jq", "gh", "docker"];

/** Reports what the forge does not do. */
export function checkForge(file, source, findings) {
  const [document] = source.documents;
  const report = (node, message) => findings.add(file, ...source.at(node), "forgejo", "error", message);
  const root = document.contents;
  if (!isMap(root)) return;
  known(root, topKeys, "a workflow has no key", report);
  const on = root.get("on", true);
  if (isMap(on)) known(on, events, "there is no event", report);
  for (const job of values(root.get("jobs", true))) checkJob(job, report);
}

function checkJob(job, report) {
  known(job, jobKeys, "a job has no key", report);
  const permissions = job.get("permissions", true);
  if (isMap(permissions) && permissions.has("id-token")) report(permissions.get("id-token", true), "there is no permission id-token");
  for (const service of values(job.get("services", true))) checkService(service, report);
  const steps = job.get("steps", true);
  for (const step of isSeq(steps) ? steps.items.filter(isMap) : []) checkStep(step, report);
}

function checkService(service, report) {
  known(service, serviceKeys, "a service has no key", report);
  const options = service.get("options", true);
  if (!isScalar(options)) return;
  for (const option of String(options.value).replaceAll(/"[^"]*"/g, "").match(/--[\w-]+/g) ?? []) {
    if (!serviceOptions.includes(option)) report(options, `a service has no option ${option}`);
  }
}

function checkStep(step, report) {
  const uses = step.get("uses", true);
  if (isScalar(uses)) checkAction(uses, report);
  const run = step.get("run", true);
  if (!isScalar(run)) return;
  for (const line of String(run.value).split("\n")) {
    const program = /^\s*(?:if |! )*([\w./-]+)/.exec(line)?.[1];
    if (missingPrograms.includes(program)) report(run, `a plain image has no ${program}`);
  }
}

function checkAction(uses, report) {
  const action = String(uses.value);
  if (action.startsWith("./") || action.startsWith("docker://")) return;
  if (!action.startsWith("https://")) report(uses, `${action} has no host`);
  else if (onGitHubOnly.test(action.slice(host.length)) && action.startsWith(host)) report(uses, `${action.split("@")[0]} works on GitHub only`);
}

function known(map, names, message, report) {
  for (const { key } of map.items) if (!names.includes(String(key.value))) report(key, `${message} ${key.value}`);
}

const values = (map) => (isMap(map) ? map.items.map((pair) => pair.value).filter(isMap) : []);
