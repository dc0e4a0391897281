// Every text of the window, in English. `say` turns what the practice says into a sentence; the terms name single values;
// the other files here hold the texts of one screen each.
export { isNeed, say, sayNeed, type Around, type NeedMessage } from "./messages";
export { dueWord } from "./needs";
export * from "./format";
export { lineState } from "./states";
export * from "./terms";
