// The words of the letter's screen and of the list of letters.
import type { Finding, LetterReason, LetterStanding, Papers, SentHow, Thanks } from "../api/types";
import { capital, day, dayLong, list } from "./format";
export { registerWord } from "./paper";
import { factPhrase } from "./letter-facts";

export const letterWords = {
  letters: "Letters",
  kind: "Kind",
  language: "Language",
  paper: "Paper",
  register: "Tone of voice",
  subject: "Subject",
  subjectHint: "empty: as suggested",
  more: "Subject, remark, enclosures",
  remark: "Postal remark",
  remarkHint: "empty: by how notice is given",
  enclosures: "Enclosures",
  enclosuresHint: "one a line",
  needed: "Still needed",
  form: "What it says",
  fromRecord: "From the record",
  alsoHas: "Parts",
  changed: (what: string, was: string, now: string): string =>
    now === ""
      ? `${what} is no longer in the records (it was ${was}).`
      : `The record changed: ${what} was ${was}, now ${now}.`,
  date: "Date",
  facts: "Facts",
  words: "Words",
  page: "Page",
  editFact: "Open the record",
  reason: "Reason",
  reasonNone: "None given (advised)",
  reasonOwn: "In your own words…",
  reasonOwnLabel: "Your reason",
  reasonOwnHint: "one neutral line, about you",
  thanks: "Thanks",
  referral: "Suggest someone else",
  referralHint: "Name, field: one a line, three at most",
  passedOn: "Their details were passed on",
  consented: "They agreed to that",
  confirmReceipt: "Ask to confirm receipt",
  handoverBy: "Files handed over by",
  handoverHint: "empty: by the end",
  timeMayMatter: "Time may matter: ask others soon",
  nothingOwed: "Say that nothing is owed",
  afterCall: "… for our call",
  papers: "Papers they sent",
  followingEnd: "Give notice for the end after that",
  override: "Send it all the same",
  overrideHint: "Then it goes although it is late for this end.",
  legal: "Kindly helps with words and dates. It gives no legal advice.",
  talk: "Have you talked to them first? A letter lands softer after a call.",
  talkDone: "Got it",
  suggested: "Back to suggested words",
  addFirst: "Add a paragraph",
  add: "Add a paragraph below",
  remove: "Remove this paragraph",
  up: "Move up",
  down: "Move down",
  toolsOf: (index: number): string => `Paragraph ${String(index)}`,
  paragraph: (index: number, count: number, part: string): string =>
    `Paragraph ${String(index)} of ${String(count)}${part === "" ? "" : `, ${part}`}`,
  yours: "your words",
  complete: (parts: string[]): string =>
    `Every must-have of this kind of letter is here${parts.length === 0 ? "" : `: ${list(parts)}`}.`,
  notReady: "The letter cannot be saved yet: see what it lacks below its words",
  missing: (fact: string): string => `${capital(fact)} is missing.`,
  enter: "Enter it",
  enterSettings: "Open the settings",
  pageOf: (page: number, pages: number): string => `Page ${String(page)} of ${String(pages)}, as it will be printed`,
  noPage: "The page appears here as soon as nothing is missing.",
  email: "Copy as e-mail…",
  emailTitle: "As an e-mail",
  emailTo: "To",
  emailToEmpty: "No address is known.",
  emailSubject: "Subject",
  emailBody: "Text",
  copyText: "Copy text",
  copySubject: "Copy subject",
  copied: "Copied",
  script: "Before you call…",
  scriptTitle: "Before you call",
  scriptNote: "What to say, and when to be silent. The letter confirms what was said.",
  scriptCopy: "Copy",
  files: "Save or print",
  filePdf: "PDF…",
  filePrint: "Open for printing…",
  fileDocx: "Word document…",
  fileText: "Plain text…",
  fileEmail: "E-mail draft with the PDF…",
  fileEnvelope: "Envelope…",
  fileLabel: "Address labels…",
  template: "Template",
  templateNone: "The suggested words",
  templateSave: "Save as a template…",
  templateTitle: "Save as a template",
  templateNote: "Where your words state a fact, the template asks for it in the next letter.",
  templateDo: "Keep it",
  templateName: "Name of the template",
  templateNameMissing: "Give the template a name, by which you choose it for another letter.",
  templateLacks: (facts: string[]): string => `The template also asks for ${list(facts)}.`,
  finish: "Finish…",
  finishTitle: "Finish the letter",
  finishSay:
    "It gets its number, and from then on it never changes: its bytes, its facts and their records are kept as they are. A correction is a new letter.",
  finishTalk: "Have you talked to them first?",
  finishDo: "Finish it",
  finishCooling: (hours: number): string =>
    `It cools off for ${String(hours)} ${hours === 1 ? "hour" : "hours"} before it is sent, as your settings ask.`,
  immediate: "Yes, it ends at once",
  immediateReason: "Why at once, for the record",
  immediateHint: "a threat, non-payment, conduct; it does not stand in the letter",
  cancel: "Cancel",
  number: "Number",
  finishedOn: "Finished",
  fingerprint: "SHA-256",
  fingerprintHint: "The fingerprint of its very bytes",
  sentLine: (on: string, how: string): string => `Sent on ${on}, ${how}`,
  proofNumber: (proof: string): string => `Proof: ${proof}`,
  replyLine: (on: string): string => `Reply on ${on}`,
  coolsUntil: (when: string): string => `It cools off until ${when}. Then it can be sent.`,
  send: "Note as sent…",
  sendTitle: "How it was sent",
  sendOn: "Sent on",
  sendHow: "How",
  sendTo: "To",
  sendProof: "Number of the proof",
  sendProofHint: "of the receipt or the shipment; may be empty",
  sendDo: "Note it",
  proof: "Keep the proof of delivery…",
  proofKept: "The proof of delivery is kept",
  reply: "Note the reply…",
  replyTitle: "What came back",
  replyOn: "Came on",
  replyWords: "What it says",
  replyDo: "Note it",
  supersede: "Write one in its place",
  supersedes: (number: string): string => `In place of ${number}`,
  supersededBy: "A later letter stands in place of this one",
  parting: "What is left to do",
  frozen: "It is finished, and never changes.",
  savePdf: "Save PDF",
  savePdfKey: "Ctrl S",
  saving: "Saving…",
  draftSaved: "Draft saved",
  pdfSaved: "PDF saved",
  savedAs: (file: string): string => `Saved as ${file}`,
  opening: "Opening the letter",
} as const;

export const reasonWord: Record<LetterReason, string> = {
  other_field: "Moving to another field",
  fewer_engagements: "Fewer engagements",
  closing_practice: "Closing the practice",
  not_the_time_it_needs: "Not the time it needs",
  outside_my_field: "Outside my field",
  needs_a_team: "It needs a team",
  other_commitments: "Other commitments",
};

export const thanksWord: Record<Thanks, string> = {
  work_together: "for the work together",
  since: "for the work since the start",
  trust: "for their trust",
  hospitality: "for how they received you",
  none: "none",
};

/** What was noticed about a letter, each one a sentence. */
type FindingWords = { [K in Finding["code"]]: (finding: Extract<Finding, { code: K }>) => string };

const findingWords: FindingWords = {
  must_have_gone: ({ fact, wording }) =>
    `Your words no longer say ${factPhrase(fact)} (${wording}); a letter of this kind needs it.`,
  notice_word_gone: () =>
    "Your words no longer say what the letter is: notice, a final notice, or what was agreed. A letter of this kind should say the word.",
  notice_late: ({ last_day }) => `The last day of notice was ${dayLong(last_day)}: the letter goes late, as you chose.`,
  posting_day_passed: ({ last_safe_posting_day, last_day }) =>
    `The last safe day to post it was ${day(last_safe_posting_day)}; it must arrive by ${day(last_day)}. Bring it, or send it by courier.`,
  delivery_after_end: ({ title, due, end }) =>
    `“${title}” is due on ${day(due)}, after the agreement has ended on ${day(end)}.`,
  delivery_overdue: ({ title, due }) => `“${title}” was due on ${day(due)}: a new day for it would serve the letter.`,
  handover_after_end: ({ handover_by, end }) =>
    `The handover on ${day(handover_by)} comes after the agreement has ended on ${day(end)}.`,
  unrecorded_date: ({ wording }) => `No record has the day “${wording}”. Is it right?`,
  unrecorded_amount: ({ wording }) => `No record has the amount “${wording}”. Is it right?`,
};

/** The sentence for what was noticed. */
export function findingSentence(finding: Finding): string {
  return (findingWords[finding.code] as (finding: Finding) => string)(finding);
}

export const papersWord: Record<Papers, string> = {
  none: "There were none",
  returned: "They come back",
  deleted: "They were deleted",
};

export const standingWord: Record<LetterStanding, string> = {
  draft: "Draft",
  cooling: "Cooling off",
  finished: "Finished",
  sent: "Sent",
  answered: "Answered",
};

export const sentHowWord: Record<SentHow, string> = {
  post: "by post",
  registered: "by registered post",
  courier: "by courier",
  by_hand: "by hand",
  email: "by e-mail",
};

/** What a paragraph is for, by the keys of its parts. */
const parts: Record<string, string> = {
  notice: "the notice",
  paper_follows: "a letter follows",
  reason: "the reason",
  thanks: "thanks",
  still_delivered: "what is still delivered",
  handover: "handover and files",
  referral: "others who could help",
  invoices: "invoices",
  confirm_receipt: "confirm receipt",
  decline: "thanks and decline",
  time_may_matter: "time may matter",
  nothing_owed: "nothing is owed",
  papers: "papers",
  good_wishes: "good wishes",
};

/** "the notice": what a paragraph is for; empty where it is the user's own. */
export function partWord(part: string): string {
  return part
    .split(/[^a-z_]+/)
    .map((key) => parts[key] ?? "")
    .filter((word) => word !== "")
    .join(", ");
}

/** The list of letters. */
export const lettersWords = {
  title: "Letters",
  none: "No letter is kept yet. Begin one at a client, or at an enquiry that waits for an answer.",
  count: (count: number, saved: number): string =>
    `${String(count)} kept, ${saved === 0 ? "none" : String(saved)} sent.`,
  client: "To",
  kind: "Kind",
  date: "Date",
  state: "Standing",
  number: "Number",
  saved: "PDF saved",
  draft: "Draft",
  superseded: "Superseded",
  templates: "Your templates",
  templatesNone: "None yet. Change a letter’s words, then save them as a template.",
  templateRead: "Import a template…",
  templateWrite: "Export…",
  templateRemove: "Remove",
} as const;
