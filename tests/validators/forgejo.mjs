#!/usr/bin/env node
// forgejo.mjs FILE...: workflows of Forgejo and Gitea against what these forges know, and against GitHub's judges where they apply.
import { exit, Findings, main, usage } from "./lib/findings.mjs";

const files = process.argv.slice(2);
if (files.length === 0) usage("forgejo.mjs FILE...");

await main(async () => {
  const { checkForge, host } = await import("./lib/forgejo-rules.mjs");
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
    checkForge(file, source, findings);
    // To GitHub an action with a host is no action: its inputs are checked without it.
    await checkWithService(file, source.text.replaceAll(`uses: ${host}`, "uses: "), findings);
    scripts.push(...checkSteps(file, source, findings, host));
  }
  await shellcheck(scripts);
  await yamllint(files, findings);
  return findings.print(files) ?? exit.clean;
});
