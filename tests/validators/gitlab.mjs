#!/usr/bin/env node
// gitlab.mjs FILE_OR_DIR...: GitLab pipelines against GitLab's schema, a YAML 1.2 parser, the expansion of gitlab-ci-local and shellcheck.
// A folder is checked with the local includes of its .gitlab-ci.yml.
import { statSync } from "node:fs";
import { join } from "node:path";
import { Findings, main, usage } from "./lib/findings.mjs";

const inputs = process.argv.slice(2);
if (inputs.length === 0) usage("gitlab.mjs FILE_OR_DIR...");

await main(async () => {
  const { checkWithSchema } = await import("./lib/gitlab-schema.mjs");
  const { checkExpanded } = await import("./lib/gitlab-expand.mjs");
  const { inLanes } = await import("./lib/programs.mjs");
  const { shellcheck } = await import("./lib/shellcheck.mjs");
  const { readYaml } = await import("./lib/yaml.mjs");
  const { yamllint } = await import("./lib/yamllint.mjs");
  const findings = new Findings();
  const files = inputs.map((input) => (statSync(input).isDirectory() ? join(input, ".gitlab-ci.yml") : input));
  const scripts = await inLanes(inputs, async (input, i) => {
    const file = files[i];
    const source = readYaml(file, findings, { merge: true });
    if (!source) return [];
    checkWithSchema(file, source, findings);
    return await checkExpanded(input, file, source, findings);
  });
  await shellcheck(scripts.flat());
  await yamllint(files, findings);
  return findings.print(files);
});
