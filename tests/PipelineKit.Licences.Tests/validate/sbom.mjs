// Checks bills of materials against their schemas: node sbom.mjs FILE...
// The kind is read from the file. Exit code 0 valid, 1 not valid, 3 the packages of tests/validators are not installed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const validators = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "validators");
const schemas = join(validators, "schemas");
const json = path => JSON.parse(readFileSync(path, "utf8"));
let Ajv, addFormats;
try {
  const require = createRequire(join(validators, "package.json"));
  Ajv = require("ajv").default;
  addFormats = require("ajv-formats").default;
} catch {
  console.error("the npm packages of tests/validators are not installed");
  process.exit(3);
}

function compile(main, ...others) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  // Formats that ajv-formats does not know; URI references are its nearest relatives.
  ajv.addFormat("iri-reference", text => !/[\s<>"{}|\\^`]/.test(text));
  ajv.addFormat("idn-email", /^[^\s@]+@[^\s@]+$/);
  for (const [name, file] of others) ajv.addSchema(json(join(schemas, file)), name);
  return ajv.compile(json(join(schemas, main)));
}

const kinds = {
  CycloneDX: () => compile("cyclonedx-bom-1.6.schema.json", ["http://cyclonedx.org/schema/spdx.schema.json", "cyclonedx-spdx.schema.json"],
    ["http://cyclonedx.org/schema/jsf-0.82.schema.json", "jsf-0.82.schema.json"]),
  SPDX: () => compile("spdx-2.3.schema.json"),
};
const compiled = {};
let valid = true;
for (const file of process.argv.slice(2)) {
  const document = json(file);
  const kind = document.bomFormat === "CycloneDX" ? "CycloneDX" : "SPDX";
  const check = (compiled[kind] ??= kinds[kind]());
  if (!check(document)) {
    valid = false;
    for (const error of check.errors.slice(0, 20)) console.log(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  }
}
process.exit(valid ? 0 : 1);
