// Answers a batch of questions with the Node scripts: driver.mjs FOLDER < QUESTIONS > ANSWERS, both JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { Policy, PolicyError } = await import(new URL("licence-policy.mjs", folder));
const { read } = await import(new URL("spdx-expressions.mjs", folder));

function answer({ policy: table, today, name, version, licence, development }) {
  try {
    return new Policy(table, today).decide(name, version, read(licence), development).outcome;
  } catch (error) {
    if (error instanceof PolicyError) return "wrong policy";
    throw error;
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(answer)));
