import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { guide } from "./src/lib/help/plugin.ts";

const docs = fileURLToPath(new URL("../docs", import.meta.url));

export default defineConfig({
  plugins: [svelte(), guide(docs)],
  clearScreen: false,
  build: {
    // The oldest web view that the packages run on.
    target: ["safari16.4", "chrome111"],
    // The window's policy allows files of its own only: no data: addresses for fonts or pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  resolve: process.env["VITEST"] ? { conditions: ["browser"] } : {},
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    css: false,
    setupFiles: ["src/testing/patience.ts"],
    // What hangs fails; what is slow on a busy machine does not.
    testTimeout: 60_000,
    // A failed assertion says what failed; the whole page beside it hides that.
    env: { DEBUG_PRINT_LIMIT: "0" },
  },
});
