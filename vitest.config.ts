/** Tests: beside the source for units, `test/` for whatever starts a server, a database or a browser. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/**/*.test.{ts,tsx}", "test/**/*.test.ts", "cases/**/*.test.ts"],
    exclude: ["**/node_modules/**", "dist/**"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default"],
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
