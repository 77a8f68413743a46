import { isMap, isScalar, isSeq, visit } from "yaml";
import { pinProblem } from "./github-actions.mjs";
import { placeInScalar } from "./yaml.mjs";

const checkedShells = new Map([["bash", "bash"], ["sh", "sh"]]);

/**
 * Walks the steps of a workflow: refuses expressions in `run`, checks pins, and returns the shell texts to check. `host` is what stands in front
 * of the known actions.
 */
export function checkSteps(file, source, findings, host = "") {
  const [document] = source.documents;
  const scripts = [];
  for (const job of items(resolve(document, document.get("jobs", true)))) {
    checkUses(document, job, file, source, findings, host);
    checkMatrix(document, job, file, source, findings);
    const steps = resolve(document, job?.get?.("steps", true));
    for (const entry of isSeq(steps) ? steps.items : []) {
      const step = resolve(document, entry);
      if (!isMap(step)) continue;
      checkUses(document, step, file, source, findings, host);
      const script = shellText(document, job, step, file, source, findings);
      if (script) scripts.push(script);
    }
  }
  return scripts;
}

/** The language service knows the axes of a strategy; where there is none, an axis is an empty text to the runner, and nobody is told. */
function checkMatrix(document, job, file, source, findings) {
  if (resolve(document, job?.get?.("strategy", true))?.get?.("matrix", true)) return;
  visit(job, {
    Scalar(_, node) {
      const axis = typeof node.value === "string" && /\$\{\{[^}]*\bmatrix\.([\w-]+)/.exec(node.value);
      if (axis) findings.add(file, ...source.at(node), "matrix", "error", `matrix.${axis[1]} in a job without a matrix`);
    },
  });
}

function checkUses(document, owner, file, source, findings, host) {
  const uses = owner?.get?.("uses", true);
  if (!isScalar(uses) || typeof uses.value !== "string") return;
  const problem = pinProblem(uses.value.startsWith(host) ? uses.value.slice(host.length) : uses.value, uses.comment);
  if (problem) findings.add(file, ...source.at(uses), "pins", "warning", problem);
}

function shellText(document, job, step, file, source, findings) {
  const run = step.get("run", true);
  if (!isScalar(run) || typeof run.value !== "string") return undefined;
  run.value.split("\n").forEach((line, i) => {
    const column = line.indexOf("${{");
    if (column < 0) return;
    findings.add(file, ...placeInScalar(source, run, i + 1, column + 1), "expression-in-run", "error",
      "an expression inside `run` is pasted into the shell text; pass it through env");
  });
  const shell = checkedShells.get(shellOf(document, job, step));
  if (!shell) return undefined;
  return {
    // The expression has its own finding; to the shell it would be a bad substitution.
    text: `${run.value.replaceAll(/\$\{\{.*?\}\}/gs, "expression").replace(/\n*$/, "")}\n`,
    shell,
    known: new Set([document.contents, job, step].flatMap((owner) => keys(resolve(document, owner.get("env", true))))),
    report: (line, column, severity, message) => findings.add(file, ...placeInScalar(source, run, line, column), "shellcheck", severity, message),
  };
}

function shellOf(document, job, step) {
  const own = (owner) => resolve(document, resolve(document, owner.get("defaults", true))?.get?.("run", true))?.get?.("shell");
  const shell = step.get("shell") ?? own(job) ?? own(document.contents) ?? "bash";
  return String(shell).split(/\s/)[0];
}

const resolve = (document, node) => node?.resolve?.(document) ?? node;
const keys = (map) => (isMap(map) ? map.items.map((pair) => String(pair.key.value ?? pair.key)) : []);
const items = (map) => (isMap(map) ? map.items.map((pair) => pair.value) : []).filter(isMap);
