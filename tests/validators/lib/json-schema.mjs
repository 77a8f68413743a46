import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const combiners = new Set(["anyOf", "oneOf", "allOf", "if", "not"]);

/** Compiles a JSON Schema of draft-07 or 2020-12 to a function value -> [{path: [keys], message}]. */
export function compile(schema, others = []) {
  const kind = /2020-12|2019-09/.test(schema.$schema ?? "") ? Ajv2020 : Ajv;
  const ajv = new (kind.default ?? kind)({ strict: false, allErrors: true, allowUnionTypes: true, validateFormats: true, logger: false });
  (addFormats.default ?? addFormats)(ajv);
  for (const other of others) ajv.addSchema(other);
  const check = ajv.compile(schema);
  return (value) => (check(value) ? [] : distinct(check.errors));
}

// Every branch of an alternative reports; the ones that say why are kept, the ones that only sum up are not.
function distinct(errors) {
  const reasons = errors.filter((e) => !combiners.has(e.keyword));
  const found = new Map();
  for (const error of reasons.length > 0 ? reasons : errors) {
    const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty ?? error.params.allowedValues;
    const message = `${error.instancePath || "/"} ${error.message}${extra === undefined ? "" : `: ${JSON.stringify(extra)}`}`;
    found.set(message, { path: pathOf(error.instancePath), message });
  }
  return [...found.values()];
}

function pathOf(pointer) {
  return pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The node that a path of keys leads to, or the last one on the way that exists. */
export function nodeAt(document, path) {
  let node = document.contents;
  for (const key of path) {
    const next = node?.get?.(key, true) ?? node?.get?.(Number(key), true);
    if (next === undefined || next?.range === undefined) break;
    node = next;
  }
  return node;
}
