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
