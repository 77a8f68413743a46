import { readFileSync } from "node:fs";

const table = JSON.parse(readFileSync(new URL("../actions.json", import.meta.url), "utf8"));

/** The language service asks this for an action's inputs and outputs. */
export const metadataProvider = {
  fetchActionMetadata({ owner, name, path }) {
    const key = [owner, name, path].filter(Boolean).join("/");
    const known = table[key];
    if (!known) return Promise.resolve(undefined);
    const inputs = Object.entries(known.inputs).map(([id, { required, deprecated }]) =>
      [id, { description: id, required: required === true, ...(deprecated ? { deprecationMessage: `${id} is deprecated` } : {}) }]);
    const outputs = known.outputs.map((id) => [id, { description: id }]);
    return Promise.resolve({ name: key, description: key, inputs: Object.fromEntries(inputs), outputs: Object.fromEntries(outputs) });
  },
};

/** What is wrong with `uses: action@ref # comment`, or undefined. Local actions and images have no pin. */
export function pinProblem(uses, comment) {
  if (uses.startsWith("./") || uses.startsWith("docker://")) return undefined;
  const [action, ref] = uses.split("@");
  if (!/^[0-9a-f]{40}$/.test(ref ?? "")) return `${uses} is not pinned to a full commit`;
  const version = comment?.trim();
  if (!/^v\d/.test(version ?? "")) return `${action} has no comment that names its version`;
  const known = table[action];
  if (!known) return `${action} is not in tests/validators/actions.json, so its inputs cannot be checked`;
  if (known.sha !== ref) return `${action} ${version} is pinned to ${ref}, the known commit is ${known.sha} (${known.version})`;
  return known.version === version ? undefined : `${action} is said to be ${version}, its commit is ${known.version}`;
}
