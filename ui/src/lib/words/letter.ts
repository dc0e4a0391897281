// The words of the letter's screen and of the list of letters.
import type { Finding, Language, LetterKind, LetterReason, Paper, Papers, Thanks } from "../api/types";
import { capital, day, dayLong, list } from "./format";

export const letterWords = {
  letters: "Letters",
  kind: "Kind",
  languagePaper: "Language, paper",
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
  recordFirst: { renewal_refusal: "Record the engagement…", prospect_decline: "Record the enquiry…" } satisfies Record<
    LetterKind,
    string
  >,
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
  savePdf: "Save PDF",
  savePdfKey: "Ctrl S",
  saving: "Saving…",
  draftSaved: "Draft saved",
  pdfSaved: "PDF saved",
  savedAs: (file: string): string => `Saved as ${file}`,
  opening: "Opening the letter",
} as const;

/** The headline of each kind. */
export const letterTitle: Record<LetterKind, string> = {
  renewal_refusal: "We will not renew",
  prospect_decline: "We cannot take it on",
};

/** The neutral reasons that each kind offers. */
export const neutralReasons: Record<LetterKind, readonly LetterReason[]> = {
  renewal_refusal: ["other_field", "fewer_engagements", "closing_practice", "not_the_time_it_needs"],
  prospect_decline: ["outside_my_field", "not_the_time_it_needs", "needs_a_team", "other_commitments"],
};

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
  notice_word_gone: () => "Your words no longer say that this is notice. A letter that ends an agreement should.",
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

export const languagePaperWord: Record<`${Language} ${Paper}`, string> = {
  "en-GB a4": "English (UK), A4",
  "en-GB us_letter": "English (UK), US Letter",
  "en-US a4": "English (US), A4",
  "en-US us_letter": "English (US), US Letter",
};

/** Facts of a letter, as a label and as a phrase in a sentence. */
const facts: Record<string, { label: string; phrase: string }> = {
  agreement_date: { label: "Agreement of", phrase: "the date of the agreement" },
  engagement_title: { label: "Engagement", phrase: "the name of the engagement" },
  end_date: { label: "Ends on", phrase: "the end date" },
  notice: { label: "Last day of notice", phrase: "the last day of notice" },
  last_day_of_notice: { label: "Last day of notice", phrase: "the last day of notice" },
  last_safe_posting_day: { label: "Post it by", phrase: "the last safe day to post it" },
  still_to_deliver: { label: "Still to deliver", phrase: "the open work" },
  delivery: { label: "Still to deliver", phrase: "what is still delivered" },
  delivery_due: { label: "Delivery due", phrase: "the day a delivery is due" },
  open_invoices: { label: "Open invoices", phrase: "the open invoices" },
  invoice_number: { label: "Invoice", phrase: "the number of an invoice" },
  invoice_amount: { label: "Invoice amount", phrase: "the amount of an invoice" },
  invoice_due: { label: "Invoice due", phrase: "the day an invoice is due" },
  handover_by: { label: "Handover by", phrase: "the day of the handover" },
  final_invoice_by: { label: "Final invoice by", phrase: "the day of the final invoice" },
  enquiry_date: { label: "Enquiry of", phrase: "the date of the enquiry" },
  enquiry_subject: { label: "About", phrase: "what the enquiry is about" },
  client_consent: { label: "Consent", phrase: "their agreement that their details are passed on" },
  address: { label: "Address", phrase: "the postal address" },
  recipient_name: { label: "Addressed to", phrase: "the name of whom the letter goes to" },
  sender: { label: "From", phrase: "your letterhead" },
  sender_name: { label: "From", phrase: "your name" },
  engagement: { label: "Engagement", phrase: "the engagement" },
  enquiry: { label: "Enquiry", phrase: "the enquiry" },
};

const plainKey = (key: string): string => key.replaceAll("_", " ");

/** "Still to deliver": a fact's label. */
export function factLabel(key: string): string {
  return facts[key]?.label ?? capital(plainKey(key));
}

/** "the end date": a fact inside a sentence. */
export function factPhrase(key: string): string {
  return facts[key]?.phrase ?? `the ${plainKey(key)}`;
}

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
    `${String(count)} kept, ${saved === 0 ? "none" : String(saved)} saved as a PDF.`,
  client: "To",
  kind: "Kind",
  date: "Date",
  state: "Standing",
  saved: "PDF saved",
  draft: "Draft",
} as const;
