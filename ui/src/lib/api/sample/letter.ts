// A letter as the practice would show it, short of the typesetting.
import type { PagePicture } from "../api";
import type {
  ClientView,
  Letter,
  LetterId,
  LetterKind,
  LetterView,
  MissingFact,
  MustHave,
  Paragraph,
  Profile,
  ToneFinding,
} from "../types";
import { TODAY } from "./lines";

export const emptyProfile: Profile = {
  trade_name: "",
  name: "",
  role: "",
  address: [],
  country: "GB",
  email: "",
  phone: "",
  website: "",
  place: "",
  language: "en-GB",
  paper: "a4",
  currency: "EUR",
  postal_margin_working_days: 3,
  register: "warm",
  layout: null,
  typeface: "serif",
  accent: "",
  fold_marks: true,
  logo_sha256: null,
  signature_sha256: null,
  footer: [],
  cooling_off_hours: 0,
  letter_numbers: "L-{year}-{n}",
  per_language: [],
  half_life_days: 365,
  delivery_bar_percent: 70,
  cost_per_hour: null,
};

export function newLetter(view: ClientView, letter_kind: LetterKind): Letter {
  return {
    client: view.id,
    letter_kind,
    engagement: letter_kind === "renewal_refusal" ? (view.engagements[0]?.id ?? null) : null,
    enquiry: letter_kind === "prospect_decline" ? (view.enquiries[0]?.id ?? null) : null,
    written_on: TODAY,
    language: view.client.language,
    paper: "a4",
    choices: {
      reason: null,
      reason_line: "",
      thanks: "work_together",
      referral: [],
      details_passed_on: false,
      client_consented: false,
      handover_by: null,
      ask_confirm_receipt: true,
      notice_override: false,
      for_following_end: false,
      time_may_matter: false,
      nothing_owed: false,
      after_call: false,
      papers: "none",
    },
    paragraphs: null,
    pdf_sha256: null,
    about: [],
    register: "warm",
    stated: {},
    left_out: [],
    taken_in: [],
    subject: "",
    remark: null,
    enclosures: [],
    template: null,
    dismissed: [],
    facts_seen: [],
    supersedes: null,
    finished: null,
    sent: null,
    reply: null,
  };
}

function words(letter: Letter, view: ClientView): [part: string, text: string][] {
  if (letter.letter_kind === "prospect_decline") {
    return [
      ["thanks", `Thank you for your enquiry about ${view.enquiries[0]?.title ?? "my work"}.`],
      ["decline", "I cannot take it on, and I would rather tell you now than keep you waiting."],
      ...letter.choices.referral.map(({ name }): [string, string] => ["referral", `You could ask ${name}.`]),
      ["wish", "I wish you every success with it."],
    ];
  }
  return [
    [
      "ending",
      "This letter is notice that I will not renew our agreement of 1 March 2024. It ends on 31 January 2027.",
    ],
    ["thanks", "Thank you for the work we have done together."],
    ["until_then", "Until then I will work as agreed. You will have the year-end report by 20 January."],
    ["handover", "By 29 January I will send you all your files, with a handover note."],
    ["wish", "I wish you and your team well."],
  ];
}

/** One finding is enough to see how findings look. */
function toneOf(letter: Letter, text: string): ToneFinding[] {
  const words = "you always";
  const from = text.toLowerCase().indexOf(words);
  if (from < 0) return [];
  const said = text.slice(from, from + words.length);
  const dismissed = letter.dismissed.find((each) => each.finding === "blame" && each.words === said);
  return [
    { kind: "blame", from, to: from + words.length, words: said, rewording: null, dismissed: dismissed?.note ?? null },
  ];
}

export function letterView(id: LetterId | null, letter: Letter, view: ClientView, profile: Profile): LetterView {
  const standard = words(letter, view);
  const paragraphs: Paragraph[] =
    letter.paragraphs === null
      ? standard.map(([part, text]) => ({ part, text, own: false, tone: toneOf(letter, text) }))
      : letter.paragraphs.map(({ part, text }) => ({
          part,
          text,
          own: !standard.some(([other, usual]) => other === part && usual === text),
          tone: toneOf(letter, text),
        }));
  const missing: MissingFact[] = profile.name === "" ? [{ key: "sender", enter_in: "profile", id: null }] : [];
  const subject =
    letter.letter_kind === "renewal_refusal" ? "Our agreement of 1 March 2024: no renewal" : "Your enquiry";
  const salutation = `Dear ${view.client.contact.salutation} ${view.client.contact.family_name},`;
  const [engagement] = view.engagements;
  const { finished } = letter;
  if (finished !== null) {
    paragraphs.splice(0, paragraphs.length, ...finished.paragraphs.map((each) => ({ ...each, own: false, tone: [] })));
  }
  return {
    id,
    letter,
    client_name: view.client.name,
    standing: letter.reply ? "answered" : letter.sent ? "sent" : finished ? "finished" : "draft",
    cooling_until: null,
    form: [],
    parts: [],
    changed: [],
    subject_tone: [],
    reading: { words: 96, sentences: 8, ease: 64 },
    can_finish:
      finished === null && missing.length === 0 && mustHaves(letter, paragraphs).every((must) => must.present),
    supersedes: null,
    superseded_by: null,
    facts:
      letter.letter_kind === "renewal_refusal" && engagement
        ? [
            { key: "agreement_date", values: ["1 March 2024"], kind: "engagement", id: engagement.id },
            { key: "end_date", values: ["31 January 2027"], kind: "engagement", id: engagement.id },
            { key: "last_day_of_notice", values: ["30 November 2026"], kind: "engagement", id: engagement.id },
            { key: "last_safe_posting_day", values: ["25 November 2026"], kind: "engagement", id: engagement.id },
            {
              key: "still_to_deliver",
              values: ["Year-end report, 20 January 2027"],
              kind: "deliverable",
              id: `${view.id}-6`,
            },
          ]
        : [
            { key: "enquiry_date", values: ["16 November 2026"], kind: "enquiry", id: view.enquiries[0]?.id ?? null },
            {
              key: "enquiry_subject",
              values: [view.enquiries[0]?.title ?? ""],
              kind: "enquiry",
              id: view.enquiries[0]?.id ?? null,
            },
          ],
    missing,
    refusal: null,
    subject,
    salutation,
    paragraphs,
    closing: "Yours sincerely,",
    signer: [profile.name],
    must_haves: mustHaves(letter, paragraphs),
    findings: [],
    pages: missing.length === 0 ? 1 : 0,
    email: {
      to: view.client.contact.email,
      subject,
      body: [salutation, ...paragraphs.map(({ text }) => text), "Yours sincerely,", profile.name].join("\n\n"),
    },
  };
}

function mustHaves(letter: Letter, paragraphs: readonly Paragraph[]): MustHave[] {
  if (letter.letter_kind !== "renewal_refusal") return [];
  return [
    { key: "end_date", wording: "31 January 2027" },
    { key: "agreement_date", wording: "1 March 2024" },
  ].map((must) => ({ ...must, present: paragraphs.some(({ text }) => text.includes(must.wording)) }));
}

/** A sheet with grey lines where the words would stand. */
export function page(letter: Pick<Letter, "paper">, width: number): PagePicture {
  const height = Math.round(letter.paper === "a4" ? width * Math.SQRT2 : (width * 11) / 8.5);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  const line = Math.max(2, Math.round(width / 200));
  for (let row = 0; row < 22; row++) {
    const top = Math.round(height * (0.14 + row * 0.03));
    for (let down = top; down < top + line; down++) {
      const from = (down * width + Math.round(width * 0.12)) * 4;
      const to = (down * width + Math.round(width * (row % 5 === 4 ? 0.5 : 0.86))) * 4;
      for (let at = from; at < to; at += 4) {
        pixels.fill(190, at, at + 3);
      }
    }
  }
  return { width, height, pixels };
}
