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
    // One file for what the first screen needs, one for what several later ones share: each file costs a way to the
    // shell and back, and small ones are packed badly.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: "shared", minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
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
