// What GitLab itself refuses when it reads a configuration, checked on the expanded jobs.

const keywords = new Set(["stages", "variables", "workflow", "default", "include", "image", "services", "cache", "before_script", "after_script", "spec"]);
const reservedNames = new Set(["types", "true", "false", "nil"]);
const duration = /^\s*(\d+(\.\d+)?\s*(y|yrs?|years?|mos?|months?|w|weeks?|d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)?\s*(and|,)?\s*)+$/i;
const list = (value) => (value === undefined || value === null ? [] : [value].flat(9));

/** The jobs of an expanded configuration that can run: [[name, job]]. */
export function jobsOf(configuration) {
  return Object.entries(configuration).filter(([name, job]) =>
    !keywords.has(name) && !name.startsWith(".") && job !== null && typeof job === "object" && !Array.isArray(job));
}

/** Calls say(job name, message) for everything wrong with the graph and the jobs. */
export function checkJobs(configuration, say) {
  const jobs = new Map(jobsOf(configuration));
  if (jobs.size === 0) say(undefined, "the pipeline has no job");
  const stages = [".pre", ...(configuration.stages ?? ["build", "test", "deploy"]).filter((s) => s !== ".pre" && s !== ".post"), ".post"];
  for (const [name, job] of jobs) {
    const tell = (message) => say(name, message);
    if (reservedNames.has(name)) tell("the name is reserved");
    if (!stages.includes(job.stage ?? "test")) tell(`stage "${job.stage}" is not in the list of stages`);
    checkNeeds(jobs, stages, job, tell);
    checkLimits(job, tell);
    checkPatterns(job, tell);
  }
  for (const r of list(configuration.workflow?.rules)) checkRule(r, (message) => say(undefined, `workflow: ${message}`));
  for (const cycle of cycles(jobs)) say(cycle[0], `needs form a cycle: ${cycle.join(" -> ")}`);
}

const localNeeds = (job) => list(job.needs).filter((n) => !n?.pipeline && !n?.project).map((n) => (typeof n === "string" ? { job: n } : n));

function checkNeeds(jobs, stages, job, tell) {
  const own = stages.indexOf(job.stage ?? "test");
  const later = (name) => stages.indexOf(jobs.get(name).stage ?? "test") > own;
  const needs = localNeeds(job);
  for (const { job: name, optional } of needs) {
    if (!jobs.has(name)) {
      if (optional !== true) tell(`needs "${name}", which is no job`);
    } else if (later(name)) tell(`needs "${name}", which is in a later stage`);
  }
  if (needs.length > 50) tell(`has ${needs.length} needs; 50 are allowed`);
  if (new Set(needs.map((n) => JSON.stringify([n.job, n.parallel]))).size < needs.length) tell("needs a job twice");
  for (const name of list(job.dependencies)) {
    if (!jobs.has(name)) tell(`depends on "${name}", which is no job`);
    else if (job.needs !== undefined && !needs.some((n) => n.job === name)) tell(`depends on "${name}", which is not among its needs`);
  }
}

function checkLimits(job, tell) {
  if (job.rules !== undefined && (job.only !== undefined || job.except !== undefined)) tell("has rules together with only or except");
  if (job.trigger !== undefined && job.script !== undefined) tell("has trigger together with script");
  if (list(job.cache).length > 4) tell("has more than 4 caches");
  for (const cache of list(job.cache)) if (list(cache?.key?.files).length > 2) tell("has a cache key of more than 2 files");
  if (job.timeout !== undefined && !duration.test(String(job.timeout))) tell(`timeout ${JSON.stringify(job.timeout)} is not a duration`);
  const kept = job.artifacts?.expire_in;
  if (kept !== undefined && kept !== "never" && !duration.test(String(kept))) tell(`expire_in ${JSON.stringify(kept)} is not a duration`);
}

function checkPatterns(job, tell) {
  for (const rule of list(job.rules)) checkRule(rule, tell);
  if (job.coverage === undefined) return;
  const pattern = /^\/(.*)\/$/s.exec(String(job.coverage))?.[1];
  if (pattern === undefined) return tell("coverage is not a regular expression between slashes");
  const groups = groupsOf(pattern);
  if (groups === undefined) tell(`coverage ${job.coverage} does not compile`);
  else if (groups > 1) tell(`coverage ${job.coverage} has ${groups} capturing groups; GitLab reads the last one`);
}

function checkRule(rule, tell) {
  for (const [, pattern] of String(rule?.if ?? "").matchAll(/[=!]~\s*\/((?:[^/\\]|\\.)*)\//g)) {
    if (groupsOf(pattern) === undefined) tell(`the pattern /${pattern}/ of a rule does not compile`);
  }
}

function groupsOf(pattern) {
  try {
    return new RegExp(`${pattern}|`).exec("").length - 1;
  } catch {
    return undefined;
  }
}

function cycles(jobs) {
  const done = new Set(), found = [];
  const walk = (name, path) => {
    if (path.includes(name)) return found.push([...path.slice(path.indexOf(name)), name]);
    if (done.has(name)) return undefined;
    for (const need of localNeeds(jobs.get(name))) if (jobs.has(need.job)) walk(need.job, [...path, name]);
    return done.add(name);
  };
  for (const name of jobs.keys()) walk(name, []);
  return found;
}
