// ESLint's configuration for the security stage only; the project's own configuration is not read. Rules that point at code which runs or
// loads what a caller sends are errors, the ones that need a person to judge are warnings.
import security from "eslint-plugin-security";

const typescript = await import("typescript-eslint").catch(() => null);
const missing = {
  meta: { name: "no-typescript" },
  parse() {
    throw new Error("TypeScript cannot be read without typescript-eslint; add it to the project, or leave the file out");
  },
};
const rules = {
  "security/detect-bidi-characters": "error",
  "security/detect-buffer-noassert": "error",
  "security/detect-child-process": "error",
  "security/detect-disable-mustache-escape": "error",
  "security/detect-eval-with-expression": "error",
  "security/detect-new-buffer": "error",
  "security/detect-no-csrf-before-method-override": "error",
  "security/detect-pseudoRandomBytes": "error",
  "security/detect-unsafe-regex": "error",
  "security/detect-non-literal-fs-filename": "warn",
  "security/detect-non-literal-regexp": "warn",
  "security/detect-non-literal-require": "warn",
  "security/detect-object-injection": "warn",
  "security/detect-possible-timing-attacks": "warn",
};

export default [
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs", "**/*.jsx", "**/*.ts", "**/*.mts", "**/*.cts", "**/*.tsx"],
    plugins: { security },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules,
    // A comment of the owner's may name a rule of a plugin that is not loaded here; that is no finding.
    processor: {
      meta: { name: "own-rules" },
      preprocess: (text) => [text],
      postprocess: ([messages]) => messages.filter(({ ruleId }) => ruleId === null || ruleId in rules),
    },
  },
  {
    files: ["**/*.ts", "**/*.mts", "**/*.cts", "**/*.tsx"],
    languageOptions: { parser: typescript?.parser ?? typescript?.default.parser ?? missing },
  },
];
