// Makes spdx-licences.txt, spdx-exceptions.txt and texts/ from published lists.
// Usage: node build-data.mjs NODE_MODULES CYCLONEDX_SPDX_SCHEMA
// NODE_MODULES holds spdx-license-ids, spdx-exceptions and spdx-license-list; the schema is CycloneDX's spdx.schema.json.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [modules, schemaPath] = process.argv.slice(2);
if (!modules || !schemaPath) {
  console.error("usage: node build-data.mjs NODE_MODULES CYCLONEDX_SPDX_SCHEMA");
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const json = (...parts) => JSON.parse(readFileSync(join(...parts), "utf8"));
const version = name => `${name} ${json(modules, name, "package.json").version}`;
const byOrdinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// The licences whose texts are matched and printed; -only stands for the family, whose texts are the same.
const withText = `0BSD AFL-3.0 AGPL-3.0-only Apache-1.1 Apache-2.0 Artistic-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause
  BSD-4-Clause BSL-1.0 CC-BY-3.0 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 EPL-1.0 EPL-2.0 EUPL-1.2 GPL-2.0-only GPL-3.0-only
  HPND ISC LGPL-2.0-only LGPL-2.1-only LGPL-3.0-only MIT MIT-0 MIT-CMU MPL-1.1 MPL-2.0 MS-PL NCSA OFL-1.1 PostgreSQL PSF-2.0
  Python-2.0 Unlicense WTFPL X11 Zlib ZPL-2.1`.split(/\s+/);

const schema = json(schemaPath);
const full = json(modules, "spdx-license-list", "spdx-full.json");
const current = json(modules, "spdx-license-ids", "index.json");
const deprecated = json(modules, "spdx-license-ids", "deprecated.json");
const exceptions = json(modules, "spdx-exceptions", "index.json");
const deprecatedExceptions = json(modules, "spdx-exceptions", "deprecated.json");
const known = new Set(schema.enum);

// The identifiers with "+" are on the list too (deprecated), but not in spdx-license-ids.
const withPlus = Object.keys(full).filter(id => id.endsWith("+"));
const licences = [...new Set([...current, ...deprecated, ...withPlus])].sort(byOrdinal);
// What CycloneDX lists and the licence lists do not is an exception.
const fromSchema = schema.enum.filter(id => !licences.includes(id));
const allExceptions = [...new Set([...exceptions, ...deprecatedExceptions, ...fromSchema])].sort(byOrdinal);

const flags = (id, old) => [old.includes(id) || id.endsWith("+") ? "d" : "", full[id]?.osiApproved ? "o" : "", known.has(id) ? "c" : ""].join("") || "-";
const oneLine = text => (text ?? "").replace(/\s+/g, " ").trim();
const sources = `# ${version("spdx-license-ids")}, ${version("spdx-license-list")} (both CC0-1.0), ${version("spdx-exceptions")} (CC-BY-3.0),`
  + ` CycloneDX spdx.schema.json ${schema.$comment} (Apache-2.0)\n`;
writeFileSync(join(here, "spdx-licences.txt"), sources
  + "# id, flags (d deprecated, o OSI approved, c in the CycloneDX 1.6 enumeration), name; made by build-data.mjs\n"
  + licences.map(id => `${id}\t${flags(id, deprecated)}\t${oneLine(full[id]?.name)}\n`).join(""));
writeFileSync(join(here, "spdx-exceptions.txt"), sources
  + "# id, flags (d deprecated, c in the CycloneDX 1.6 enumeration); made by build-data.mjs\n"
  + allExceptions.map(id => `${id}\t${flags(id, deprecatedExceptions)}\n`).join(""));

rmSync(join(here, "texts"), { recursive: true, force: true });
mkdirSync(join(here, "texts"));
for (const id of withText) {
  const text = full[id].licenseText.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim();
  writeFileSync(join(here, "texts", `${id}.txt`), `${text}\n`);
}
console.log(`${licences.length} licences, ${allExceptions.length} exceptions, ${readdirSync(join(here, "texts")).length} texts`);
