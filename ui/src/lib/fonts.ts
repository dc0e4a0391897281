// The faces of the first screen are there before its words: drawn in others first, the words would jump.

/** What is written at first; other weights are of the same files, other letters come when they are met. */
const FACES = ["400 16px 'Inter Variable'", "600 16px 'Source Serif 4'"];
/** Without them the screen can be read as well. */
const PATIENCE_MS = 500;

/** Loads them, and answers when they are there; soon in any case. */
export async function facesReady(): Promise<void> {
  const late = new Promise((over) => setTimeout(over, PATIENCE_MS));
  const loaded = Promise.all(FACES.map((face) => document.fonts.load(face)));
  await Promise.race([loaded, late]).catch(() => undefined);
}
