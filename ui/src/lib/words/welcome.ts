/** The first day. */
export const welcomeWords = {
  brand: "Kindly",
  headline:
    "Kindly sets what you delivered against how your clients feel, and tells you, fairly, whose side a problem is on.",
  below:
    "It keeps both sides of each relationship, says who is never happy whatever you deliver, and writes the polite letter. Everything stays on this computer.",
  sample: "Look around with the sample practice",
  sampleNote: "Invented clients that show every verdict. One click removes them again.",
  empty: "Start with your own clients",
  emptyNote: "Add the first client; the rest grows as you record.",
  import: "Import a CSV file",
  importNote:
    "Clients, deliverables or check-ins from a spreadsheet. You see what it would do before anything is written.",
} as const;
