// ESLint's configuration for the complexity stage only; the project's own configuration is not read. The limit comes with the command.
const typescript = await import("typescript-eslint").catch(() => null);

export default [
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs", "**/*.jsx"],
  },
  ...(typescript
    ? [{ files: ["**/*.ts", "**/*.mts", "**/*.cts", "**/*.tsx"], languageOptions: { parser: typescript.parser ?? typescript.default.parser } }]
    : []),
  {
    linterOptions: { reportUnusedDisableDirectives: "off" },
  },
];
