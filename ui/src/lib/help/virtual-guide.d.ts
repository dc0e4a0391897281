/** The guide in `docs/guide`, as `compile.ts` reads it while the window is built. */
declare module "virtual:guide" {
  export const groups: import("./guide").GuideGroup[];
}
