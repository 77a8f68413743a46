#!/usr/bin/env node
// github.mjs FILE...: GitHub workflows against GitHub's own language service, a YAML 1.2 parser, the pinned actions and shellcheck.
import { exit, Findings, main, usage } from "./lib/findings.mjs";

const files = process.argv.slice(2);
if (files.length === 0) usage("github.mjs FILE...");

await main(async () => {
  const { checkWithService } = await import("./lib/github-service.mjs");
  const { checkSteps } = await import("./lib/github-steps.mjs");
  const { shellcheck } = await import("./lib/shellcheck.mjs");
  const { readYaml } = await import("./lib/yaml.mjs");
  const { yamllint } = await import("./lib/yamllint.mjs");
  const findings = new Findings();
  const scripts = [];
  for (const file of files) {
    const source = readYaml(file, findings);
    if (!source) continue;
    if (source.documents.length !== 1) findings.add(file, 1, 1, "yaml", "error", "a workflow is exactly one document");
    await checkWithService(file, source.text, findings);
    scripts.push(...checkSteps(file, source, findings));
  }
  await shellcheck(scripts);
  await yamllint(files, findings);
  return findings.print(files) ?? exit.clean;
});
