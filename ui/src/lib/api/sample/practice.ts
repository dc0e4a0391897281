// A practice in memory that shows every verdict: invented clients for tests of the screens, and for working on them in a
// plain browser.
import type { ClientRow, ClientView, LedgerLine, Message, RecordLink, Why } from "../types";
import { Book } from "./book";
import { TODAY } from "./lines";

const open = { state: "open" } as const;
const on = (ends_on: string, notice_by: string | null, renews = true) =>
  ({ state: "on", ends_on, renews, notice_by, post_by: notice_by, passed: false, following_end: null }) as const;

const halden = new Book("halden", "Halden & Co", "Petra", "Halden")
  .agreement("Monthly reporting", "2024-03-01", "2027-01-31", on("2027-01-31", "2026-11-30"))
  .delivered("Quarterly content report", "2026-11-12", "2026-11-12")
  .delivered("Campaign B landing pages", "2026-10-30", "2026-10-28")
  .delivered("Metrics dashboard", "2026-09-30", "2026-09-30")
  .delivered("Interview series", "2026-09-12", "2026-09-15", "late")
  .delivered("Year-end report", "2027-01-20", null, "pending")
  .said("2026-11-20", 2, "Still not what we had in mind.")
  .said("2026-10-30", 2, "Fine, I suppose.")
  .said("2026-10-02", 1, "This tells us nothing new.")
  .felt("2026-09-18", 3, "Calmer on the phone than in writing")
  .complained("2026-10-31", "report unclear", "Asked, with all staff in copy, what the report answers", "2026-11-02")
  .owed("approval", "Approve brand copy", "2026-11-10", null)
  .owed("brief", "Brief for the dashboard", "2026-09-16", "2026-09-22")
  .invoiced("2026-031", 4800, "2026-10-11", "2026-11-01")
  .invoiced("2026-026", 4800, "2026-09-01", "2026-09-01")
  .discount("2026-11-01", "10% “loyalty” discount", 480)
  .freeWork("2026-10-04", "Second rewrite outside the scope", 11)
  .incident("2026-10-31", "blame", "Said before the whole team that the delay was ours")
  .known({
    website: "halden.example",
    tags: ["retainer", "publishing"],
    check_in_every_days: 30,
    people: [
      {
        salutation: "Mr",
        given_name: "Jonas",
        family_name: "Brandt",
        email: "jonas@example.org",
        phone: "+44 113 496 0148",
        role: "Accounts",
      },
    ],
  });

halden
  .owed("access", "Access to the interviewees", "2026-08-24", "2026-09-02")
  .invoiced("2026-034", 4800, "2026-12-05", null)
  .paidInPart("2026-034", "2026-11-16", 2800)
  .also({
    kind: "praise",
    client: "halden",
    on: "2026-06-12",
    words: "The spring series is the best we have had.",
    person: "Jonas Brandt",
    deliverable: null,
    thanked_on: "2026-06-13",
  })
  .also({
    kind: "request",
    client: "halden",
    engagement: null,
    on: "2026-11-09",
    what: "A second set of headlines for the print edition",
    answer: "open",
    answered_on: null,
    worth: { minor: 60000, currency: "EUR" },
    notes: "",
  })
  .also({
    kind: "conversation",
    client: "halden",
    on: "2026-11-03",
    person: "Petra Halden",
    asked: "What should the report answer?",
    explained: "What it can say with the data there is",
    agreed: "One page in front with the answer",
    changed: "The summary stands first now",
  })
  .also({
    kind: "decision",
    client: "halden",
    engagement: null,
    on: "2026-11-18",
    what: "part",
    reason: "costs_more_attention_than_it_returns",
    notes: "",
  })
  .also({
    kind: "time_entry",
    client: "halden",
    engagement: null,
    deliverable: null,
    on: "2026-11-10",
    seconds: 19_800,
    what: "Quarterly content report",
    billable: true,
    hourly_rate: null,
  })
  .also({ kind: "attention", client: "halden", on: "2026-11-15", minutes: 45, what: "Messages on Sunday" })
  .also({
    kind: "document",
    client: "halden",
    on: "2024-03-01",
    title: "Signed agreement",
    file: "agreement.pdf",
    sha256: "0".repeat(64),
    notes: "",
  })
  .also({
    kind: "template",
    client: "halden",
    engagement: null,
    what: "deliverable",
    title: "Report for {month}",
    obligation: "brief",
    scale: "csat",
    first_due_on: "2026-12-12",
    every_months: 1,
  });

const borealis = new Book("borealis", "Borealis Labs", "Signe", "Østergård")
  .agreement("Product research", "2025-05-01", "2027-04-30", on("2027-04-30", null))
  .delivered("Usability study", "2026-11-02", "2026-11-14", "late")
  .delivered("Interview guide", "2026-10-05", "2026-10-05")
  .delivered("Market scan", "2026-09-01", "2026-09-11", "partial")
  .said("2026-11-15", 2, "Late again, and our launch moved with it.")
  .said("2026-09-14", 2, "Half of what we agreed.")
  .complained("2026-11-19", "late", "Asked when the study will be complete", null)
  .owed("feedback", "Comments on the guide", "2026-10-09", "2026-10-08")
  .invoiced("2026-029", 3200, "2026-10-30", "2026-10-29");

const meridian = new Book("meridian", "Meridian Health", "Inès", "Lefèvre")
  .agreement("Patient leaflets", "2025-09-15", null, open)
  .delivered("Leaflet series 3", "2026-10-20", "2026-10-20")
  .said("2026-10-24", 4, "Very good, as always.")
  .owed("brief", "Interview list", "2026-11-13", null)
  .owed("access", "Access to the archive", "2026-09-01", "2026-09-30")
  .invoiced("2026-024", 2650, "2026-08-31", "2026-10-04")
  .freeWork("2026-10-12", "Extra round of corrections", 6);

const ostrava = new Book("ostrava", "Ostrava Tech", "Jana", "Dvořáková")
  .agreement("Quarterly reports", "2025-01-10", "2026-12-31", on("2026-12-31", "2026-11-30", false))
  .delivered("Q3 report", "2026-10-10", "2026-10-09")
  .said("2026-10-15", 2, "Nobody could say what it means for us.")
  .complained("2026-10-15", "report unclear", "The summary has no answer in it", "2026-10-16")
  .owed("decision", "Choice of topics", "2026-09-15", "2026-09-14")
  .invoiced("2026-027", 3900, "2026-10-31", "2026-10-30");

const fjord = new Book("fjord", "Fjord Academy", "Astrid", "Bakken")
  .agreement("Course material", "2025-02-01", null, open)
  .delivered("Module 7", "2026-11-05", "2026-11-05")
  .said("2026-11-08", 2, "Our teachers expected more examples.")
  .said("2026-10-08", 2, "Somewhat dry.")
  .owed("feedback", "Comments on module 6", "2026-10-20", "2026-10-20");

const tamar = new Book("tamar", "Tamar Foods", "Nino", "Kapanadze")
  .agreement("Brand stories", "2024-06-01", "2027-05-31", on("2027-05-31", "2027-02-28"))
  .delivered("Autumn stories", "2026-10-31", "2026-10-29")
  .said("2026-11-03", 5, "Wonderful. Thank you!")
  .owed("brief", "Brief for winter", "2026-11-01", "2026-11-18")
  .invoiced("2026-028", 5100, "2026-09-30", "2026-10-28")
  .freeWork("2026-09-09", "Photographs retouched", 4);

const linden = new Book("linden", "Linden Press", "Clara", "Weiß")
  .agreement("Editing", "2023-10-01", null, open)
  .delivered("Essay collection", "2026-11-10", "2026-11-08")
  .said("2026-11-12", 5, "Everything as agreed, and early.")
  .owed("brief", "Manuscript", "2026-10-01", "2026-09-29")
  .invoiced("2026-030", 1800, "2026-10-25", "2026-10-20");

const quay = new Book("quay", "Quay Partners", "Orla", "Reid")
  .agreement("Pitch support", "2026-08-01", "2027-03-31", on("2027-03-31", null, false))
  .delivered("Pitch deck", "2026-10-01", "2026-10-01")
  .said("2026-10-06", 3, "Decent start.")
  .owed("brief", "Outline", "2026-09-01", "2026-09-01");

const brightwater = new Book("brightwater", "Brightwater Events", "Maya", "Okafor", "prospect").asked(
  "2026-11-16",
  "a launch campaign in January",
  "Could you take this on at short notice? We were told you are the best.",
  null,
);

function figures(book: Book, row: Partial<ClientRow>): void {
  Object.assign(book.view.row, row);
}

figures(halden, {
  verdict: "never_happy",
  met: 14,
  counted: 15,
  satisfaction: 1.9,
  check_ins: 9,
  trend: "falling",
  kept: 5,
  owed: 6,
  concessions: 3,
  days_beyond_terms: 10.5,
});
figures(borealis, {
  verdict: "our_delivery_first",
  met: 6,
  counted: 10,
  satisfaction: 2.3,
  check_ins: 6,
  kept: 7,
  owed: 7,
  days_beyond_terms: -1,
});
figures(meridian, {
  verdict: "one_way",
  met: 6,
  counted: 6,
  satisfaction: 4.1,
  check_ins: 7,
  kept: 2,
  owed: 6,
  concessions: 1,
  days_beyond_terms: 34,
});
figures(ostrava, {
  verdict: "offering_problem",
  met: 7,
  counted: 7,
  satisfaction: 2.4,
  check_ins: 5,
  kept: 5,
  owed: 5,
  days_beyond_terms: -1,
});
figures(fjord, {
  verdict: "watch",
  met: 7,
  counted: 8,
  satisfaction: 3.0,
  check_ins: 6,
  trend: "falling",
  kept: 4,
  owed: 4,
});
figures(tamar, {
  verdict: "healthy",
  one_way_too: true,
  met: 12,
  counted: 12,
  satisfaction: 4.8,
  check_ins: 8,
  trend: "rising",
  kept: 3,
  owed: 7,
  concessions: 1,
  days_beyond_terms: 28,
});
figures(linden, {
  verdict: "healthy",
  met: 18,
  counted: 19,
  satisfaction: 4.6,
  check_ins: 11,
  kept: 9,
  owed: 9,
  days_beyond_terms: -5,
});
figures(quay, {
  verdict: "not_enough_evidence",
  met: 3,
  counted: 3,
  satisfaction: 3.3,
  check_ins: 2,
  kept: 1,
  owed: 1,
});

function link(book: Book, line: LedgerLine): RecordLink {
  return {
    kind: line.record.kind,
    id: line.id,
    client: book.view.id,
    client_name: book.view.client.name,
    on: line.on,
    title: line.title,
    state: line.state,
  };
}

/** Another client as a whole. */
function whole(book: Book): RecordLink {
  const { id, client } = book.view;
  return {
    kind: "client",
    id,
    client: id,
    client_name: client.name,
    on: TODAY,
    title: client.name,
    state: { is: "none" },
  };
}

function links(book: Book, side: "we_owed" | "they_said" | "they_owed" | "given_away"): RecordLink[] {
  return book.view[side].map((line) => link(book, line));
}

function why(book: Book, band: Why["band"], sentence: Message, reasons: Why["reasons"], changes: Message[]): void {
  const { verdict, one_way_too } = book.view.row;
  if (verdict !== null) {
    book.view.why = { verdict, one_way_too, sentence, band, reasons, changes };
  }
}

why(
  halden,
  "strong",
  { key: "why_never_happy", unhappy: 6, met: 6, peers: 7, affected_peers: 1, good_ratings: 2 },
  [
    { message: { key: "ground_unhappy_after_met", days: 6, met: 6, unhappy: 6 }, records: links(halden, "they_said") },
    { message: { key: "ground_met_deliverables", met: 14, deliverables: 15 }, records: links(halden, "we_owed") },
    {
      message: { key: "ground_content_peers", content_peers: 5, peers: 7 },
      records: [...links(linden, "they_said"), ...links(tamar, "they_said"), ...links(meridian, "they_said")],
    },
    { message: { key: "ground_impressions", count: 1 }, records: links(halden, "they_said").slice(-1) },
  ],
  [{ key: "change_good_ratings", count: 2 }, { key: "change_fades" }],
);
why(
  borealis,
  "good",
  { key: "why_our_delivery_first", missed: 4, deliverables: 10, unhappy: 4, unhappy_after_missed: 4 },
  [
    {
      message: { key: "ground_missed_deliverables", missed: 4, deliverables: 10 },
      records: links(borealis, "we_owed"),
    },
    {
      message: { key: "ground_unhappy_after_missed", unhappy: 4, unhappy_after_missed: 4 },
      records: links(borealis, "they_said"),
    },
  ],
  [{ key: "change_deliver" }],
);
why(
  meridian,
  "good",
  { key: "why_one_way", broken: 4, obligations: 6, signals: 1 },
  [
    { message: { key: "ground_broken_obligations", broken: 4, obligations: 6 }, records: links(meridian, "they_owed") },
    {
      message: { key: "ground_burden_signals", signals: 1, concessions: 1, blame: 0, disrespect: 0, threats: 0 },
      records: links(meridian, "given_away"),
    },
  ],
  [{ key: "change_balance" }],
);
why(
  ostrava,
  "some",
  { key: "why_offering_theme", theme: "report unclear", others: 2, complaining: 3 },
  [
    {
      message: { key: "ground_shared_theme", theme: "report unclear", others: 2, complaining: 3 },
      records: [...links(ostrava, "they_said"), ...links(halden, "they_said").slice(1, 2)],
    },
    { message: { key: "ground_affected_peers", affected_peers: 1, peers: 7 }, records: [whole(halden)] },
  ],
  [{ key: "change_offering" }],
);
why(
  fjord,
  "some",
  { key: "why_watch_last_two", unhappy: 3, ratings: 6 },
  [{ message: { key: "ground_last_two_unhappy" }, records: links(fjord, "they_said") }],
  [{ key: "change_good_ratings", count: 1 }],
);
why(
  tamar,
  "strong",
  { key: "why_healthy", content: 8, ratings: 8, met: 12, deliverables: 12 },
  [{ message: { key: "ground_content_ratings", content: 8, ratings: 8 }, records: links(tamar, "they_said") }],
  [{ key: "change_keep_going" }],
);
why(
  linden,
  "strong",
  { key: "why_healthy", content: 10, ratings: 11, met: 18, deliverables: 19 },
  [{ message: { key: "ground_content_ratings", content: 10, ratings: 11 }, records: links(linden, "they_said") }],
  [{ key: "change_keep_going" }],
);
why(
  quay,
  "little",
  { key: "why_not_enough_evidence", ratings: 2, ratings_needed: 4, deliverables: 3, deliverables_needed: 3 },
  [],
  [{ key: "change_more_records", ratings: 2, deliverables: 0 }],
);

/** All clients, the most pressing first. */
export function samplePractice(): ClientView[] {
  return [halden, borealis, meridian, ostrava, fjord, quay, tamar, linden, brightwater].map((book) =>
    structuredClone(book.view),
  );
}
