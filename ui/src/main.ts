import { mount } from "svelte";
import App from "./App.svelte";
import type { Api } from "./lib/api/api";
import { insideWindow, tauriApi } from "./lib/api/tauri";
import { facesReady } from "./lib/fonts";
import "./lib/fonts.css";
import "./lib/tokens.css";
import "./lib/base.css";
import { keepAppearance } from "./lib/state/appearance";
import { keepMenuToText } from "./lib/state/text-menu";

/** In Kindly's window the real practice; in a plain browser, while one works on the screens, one in memory. */
async function practice(): Promise<Api> {
  if (import.meta.env.MODE === "production" || insideWindow()) {
    return tauriApi;
  }
  const { memoryApi } = await import("./lib/api/memory");
  return memoryApi({ empty: location.search === "?empty" });
}

const target = document.getElementById("app");
if (target === null) {
  throw new Error("index.html has no element with the id app");
}
addEventListener("contextmenu", keepMenuToText);
const ready = facesReady();
const api = await practice();
keepAppearance((textSize, dark) => {
  // Where it cannot be done, all is still there to be read.
  api.appear(textSize, dark).catch(() => undefined);
});
mount(App, { target, props: { api, ready } });
