import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    coverage: { include: ["src/**"], thresholds: { lines: 90 } },
  },
});

export default config;
