// ESLint's configuration for the security stage only; the project's own configuration is not read. Rules that point at code which runs or
// loads what a caller sends are errors, the ones that need a person to judge are warnings.
import security from "eslint-plugin-security";

const typescript = await import("typescript-eslint").catch(() => null);

export default [
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs", "**/*.jsx"],
  },
  ...(typescript
    ? [{ files: ["**/*.ts", "**/*.mts", "**/*.cts", "**/*.tsx"], languageOptions: { parser: typescript.parser ?? typescript.default.parser } }]
    : []),
  {
    plugins: { security },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: {
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
    },
  },
];
