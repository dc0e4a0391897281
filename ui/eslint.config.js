import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist", "node_modules", "src/lib/api/types.ts", "src/lib/api/fields.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: ["error", "always"],
      "no-console": "error",
      "no-alert": "error",
      "@typescript-eslint/consistent-type-definitions": "off",
      // TypeScript knows every name.
      "no-undef": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
    rules: {
      // The window's policy forbids style attributes; a `style:` directive goes through the DOM and is fine.
      "no-restricted-syntax": [
        "error",
        { selector: "SvelteAttribute[key.name='style']", message: "Use a class, or a style: directive." },
      ],
      "svelte/no-at-html-tags": "error",
      "svelte/button-has-type": "error",
    },
  },
  {
    // One file knows how the window is reached.
    files: ["src/**/*.ts", "src/**/*.svelte"],
    ignores: ["src/lib/api/tauri.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["@tauri-apps/*"], message: "Only lib/api/tauri.ts calls the window." }] },
      ],
    },
  },
);
