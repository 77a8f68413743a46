// ESLint's configuration for the complexity stage only; the project's own configuration is not read. The limit comes with the command.
const typescript = await import("typescript-eslint").catch(() => null);
const missing = {
  meta: { name: "no-typescript" },
  parse() {
    throw new Error("TypeScript cannot be read without typescript-eslint; add it to the project, or leave the file out");
  },
};

export default [
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs", "**/*.jsx", "**/*.ts", "**/*.mts", "**/*.cts", "**/*.tsx"],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    // A comment of the owner's may name a rule of a plugin that is not loaded here; that is no finding.
    processor: {
      meta: { name: "own-rules" },
      preprocess: (text) => [text],
      postprocess: ([messages]) => messages.filter(({ ruleId }) => ruleId === null || ruleId === "complexity"),
    },
  },
  {
    files: ["**/*.ts", "**/*.mts", "**/*.cts", "**/*.tsx"],
    languageOptions: { parser: typescript?.parser ?? typescript?.default.parser ?? missing },
  },
];
