import { join } from "node:path";
import type { Plugin } from "vite";
import { compileGuide, guideFiles } from "./compile.ts";

const NAME = "virtual:guide";

/** Makes the guide in `docs` a module of the window: `import { groups } from "virtual:guide"`. */
export function guide(docs: string): Plugin {
  const resolved = `\0${NAME}`;
  return {
    name: "kindly-guide",
    resolveId(id) {
      return id === NAME ? resolved : null;
    },
    load(id) {
      if (id !== resolved) return null;
      for (const file of ["guide.md", ...guideFiles(docs).map((name) => `guide/${name}.md`)]) {
        this.addWatchFile(join(docs, file));
      }
      // A text that is parsed costs less to read than the same in JavaScript.
      return `export const groups = JSON.parse(${JSON.stringify(JSON.stringify(compileGuide(docs)))});`;
    },
  };
}
