/** The guide within the window. */
export const helpWords = {
  title: "Help",
  open: "Help",
  openAbout: "Help about this screen",
  keys: "F1",
  close: "Close help",
  find: "Find in the guide",
  placeholder: "A word, such as invoice",
  contents: "Pages of the guide",
  found: (n: number): string => (n === 0 ? "No page has these words." : n === 1 ? "1 page" : `${String(n)} pages`),
  backTo: (title: string): string => `Back to “${title}”`,
} as const;

/** What one types to be helped; its beginning is enough. */
const ASKS: readonly string[] = ["help", "guide", "manual", "how to", "f1"];

/** Whether what is typed asks for the guide. */
export function asksForHelp(text: string): boolean {
  const typed = text.trim().toLowerCase();
  return (typed.length > 2 || typed === "f1") && ASKS.some((word) => word.startsWith(typed));
}
