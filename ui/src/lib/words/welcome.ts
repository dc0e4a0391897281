/** The first day: three questions at most, and the ways in. */
export const welcomeWords = {
  brand: "Kindly",
  headline:
    "Kindly sets what you delivered against how your clients feel, and tells you, fairly, whose side a problem is on.",
  below:
    "It keeps both sides of each relationship, says who is never happy whatever you deliver, and writes the polite letter. Everything stays on this computer.",
  name: "Your name",
  nameNote: "signs your letters; the rest of the letterhead can wait",
  protect: "A passphrase",
  protectNote: "Without one, whoever uses this computer can read what you record. It can wait, too.",
  protectButton: "Choose a passphrase…",
  protected: "Only your passphrase or your recovery code opens the ledger.",
  begin: "How to begin",
  lookBack: "Look back on a client of yours",
  lookBackNote: "Five questions from memory, and a first verdict this evening.",
  sample: "Look around with the sample practice",
  sampleNote: "Invented clients that show every verdict. One click removes them again.",
  empty: "Begin with an empty book",
  emptyNote: "Add the first client with their details; the rest grows as you record.",
  import: "Import a file",
  importNote:
    "From a time tracker, your accounts, a survey or a spreadsheet. You see what it would do before anything is written.",
  archive: "Bring in an archive…",
  bring: "I have a backup or a bundle from another computer",
  settings: "Letterhead and settings",
} as const;
