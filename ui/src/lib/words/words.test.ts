import { describe, expect, it } from "vitest";
import type { LineState, Message, Need, Renewal } from "../api/types";
import { say, sayNeed } from ".";
import { day, dayYear, list, minutes, money, sentence } from "./format";
import { isNeed, type MessageKey, type MessageOf, messages } from "./messages";
import { dueWord, needs } from "./needs";
import { lineState } from "./states";
import { notice, renewal } from "./terms";

/** One or more examples of every key: a new key does not compile until it stands here. */
const examples: { [K in MessageKey]: Omit<MessageOf<K>, "key">[] } = {
  headline_empty: [{}],
  headline_own_record_fell: [{ fell: "on_time" }, { fell: "satisfaction" }, { fell: "both" }],
  headline_clients: [
    { clients: 11, never_happy: 1, ours: 1, offering: 0, one_way: 0, watch: 0, too_early: 1 },
    { clients: 1, never_happy: 0, ours: 0, offering: 0, one_way: 0, watch: 0, too_early: 1 },
    { clients: 3, never_happy: 0, ours: 0, offering: 0, one_way: 0, watch: 0, too_early: 0 },
    { clients: 14, never_happy: 2, ours: 1, offering: 1, one_way: 1, watch: 1, too_early: 1 },
  ],
  delivered_of_all: [
    { met: 47, counted: 52 },
    { met: 0, counted: 0 },
  ],
  own_on_time: [
    { now: 0.94, n_now: 31, before: 0.92, n_before: 104, fell: false },
    { now: 0.7, n_now: 31, before: 0.92, n_before: 104, fell: true },
    { now: 1, n_now: 1, before: null, n_before: 0, fell: false },
    { now: null, n_now: 0, before: 0.5, n_before: 2, fell: false },
    { now: null, n_now: 0, before: null, n_before: 0, fell: false },
  ],
  own_satisfaction: [
    { now: 4.1, n_now: 1, before: null, n_before: 0, fell: false },
    { now: 3.1, n_now: 12, before: 4.2, n_before: 40, fell: true },
    { now: null, n_now: 0, before: 4.2, n_before: 40, fell: false },
    { now: null, n_now: 0, before: null, n_before: 0, fell: false },
  ],
  why_never_happy: [
    { unhappy: 6, met: 6, peers: 7, affected_peers: 1, good_ratings: 2 },
    { unhappy: 6, met: 6, peers: 1, affected_peers: 0, good_ratings: null },
    { unhappy: 6, met: 6, peers: 4, affected_peers: 2, good_ratings: 1 },
  ],
  why_our_delivery_first: [
    { missed: 4, deliverables: 10, unhappy: 4, unhappy_after_missed: 3 },
    { missed: 1, deliverables: 1, unhappy: 1, unhappy_after_missed: 0 },
  ],
  why_offering_problem: [{ affected_peers: 4, peers: 7 }],
  why_offering_theme: [{ theme: "report unclear", others: 2, complaining: 3 }],
  why_one_way: [
    { broken: 4, obligations: 6, signals: 3 },
    { broken: 1, obligations: 1, signals: 0 },
  ],
  why_watch_no_peers: [{ unhappy: 5, met: 5, peers: 1 }],
  why_watch_unhappy: [{ unhappy: 3, ratings: 6 }],
  why_watch_delivery: [{ missed: 3, deliverables: 8 }],
  why_watch_last_two: [{ unhappy: 2, ratings: 6 }],
  why_healthy: [{ content: 8, ratings: 8, met: 12, deliverables: 12 }],
  why_not_enough_evidence: [
    { ratings: 1, ratings_needed: 4, deliverables: 1, deliverables_needed: 3 },
    { ratings: 0, ratings_needed: 4, deliverables: 0, deliverables_needed: 3 },
  ],
  ground_unhappy_after_met: [{ days: 6, met: 6, unhappy: 6 }],
  ground_unhappy_after_missed: [
    { unhappy: 4, unhappy_after_missed: 3 },
    { unhappy: 0, unhappy_after_missed: 0 },
  ],
  ground_missed_deliverables: [{ missed: 1, deliverables: 15 }],
  ground_met_deliverables: [{ met: 14, deliverables: 15 }],
  ground_content_ratings: [{ content: 1, ratings: 9 }],
  ground_last_two_unhappy: [{}],
  ground_broken_obligations: [{ broken: 1, obligations: 6 }],
  ground_burden_signals: [
    { signals: 5, concessions: 2, blame: 1, disrespect: 1, threats: 1 },
    { signals: 0, concessions: 0, blame: 0, disrespect: 0, threats: 0 },
  ],
  ground_shared_theme: [{ theme: "late", others: 2, complaining: 3 }],
  ground_affected_peers: [
    { affected_peers: 1, peers: 7 },
    { affected_peers: 0, peers: 7 },
  ],
  ground_content_peers: [{ content_peers: 6, peers: 7 }],
  ground_impressions: [{ count: 1 }, { count: 3 }],
  change_good_ratings: [{ count: 1 }, { count: 2 }],
  change_many_good_ratings: [{}],
  change_fades: [{}],
  change_deliver: [{}],
  change_offering: [{}],
  change_balance: [{}],
  change_more_records: [
    { ratings: 2, deliverables: 1 },
    { ratings: 0, deliverables: 0 },
  ],
  change_keep_going: [{}],
  need_notice: [
    {
      engagement: "Monthly reporting",
      last_day: "2026-11-30",
      last_safe_posting_day: "2026-11-25",
      ends_on: "2027-01-31",
      renews: true,
    },
  ],
  need_notice_unsafe: [{ engagement: "Monthly reporting", last_day: "2026-11-30", ends_on: "2027-01-31" }],
  need_complaint: [
    { theme: "late", days: 3 },
    { theme: "", days: 0 },
  ],
  need_obligation: [{ title: "Interview list", days: 9 }],
  need_invoice: [{ number: "2026-031", amount: { minor: 480000, currency: "EUR" }, days: 21 }],
  need_deliverable: [{ title: "Year-end report", days: 2 }],
  need_own_record: [{ fell: "both" }],
  need_enquiry: [{ subject: "a launch campaign", days: 1 }],
  need_threat: [{ days: 0 }],
  need_conduct: [{ days: 0 }, { days: 3 }],
  need_waiting: [{ title: "Interview list", days: 9, waiting: "Interview series" }],
  need_decision: [
    { engagement: "Monthly reporting", ends_on: "2027-01-31", renews: true },
    { engagement: "Monthly reporting", ends_on: "2027-01-31", renews: false },
  ],
  need_thanks: [{ words: "" }, { words: "Wonderful." }, { words: "Wonderful. ".repeat(20) }],
  need_check_in: [
    { days: 3, last: null },
    { days: 3, last: 93 },
    { days: 0, last: 1 },
  ],
  need_verdict_changed: [
    { was: "watch", now: "healthy", since: "2026-10-31", records: 2 },
    { was: "healthy", now: "watch", since: "2026-10-31", records: 0 },
  ],
  need_request: [{ what: "two more landing pages", days: 6 }],
  need_review: [{ observed: "Said before the team that the delay was ours." }],
  need_template: [{ title: "Report for November", due_on: "2026-11-30" }],
  did_add: [{ kind: "check_in", title: "Fine", client: "Halden & Co" }],
  did_edit: [{ kind: "client", title: "Halden & Co", client: "Halden & Co" }],
  did_remove: [{ kind: "invoice", title: "", client: "" }],
  did_edit_many: [
    { kind: "check_in", count: 1 },
    { kind: "time_entry", count: 3 },
  ],
  did_remove_many: [{ kind: "deliverable", count: 12 }],
  did_look_back: [{ client: "Halden & Co", records: 9 }],
  did_friday: [{ client: "Halden & Co", records: 1 }],
  did_fill_templates: [{ count: 2 }],
  did_snooze: [
    { until: "2026-11-29", client: "Halden & Co" },
    { until: "2026-11-29", client: "" },
  ],
  did_excuse: [{ title: "Study", owed: "Interview list", client: "Halden & Co" }],
  did_take_back: [{ step: null }, { step: { key: "did_load_sample" } }],
  did_restore: [{ kind: "invoice", title: "2026-031", client: "Halden & Co" }],
  did_import_archive: [{ records: 120 }],
  did_erase: [{ records: 31 }],
  did_take_on: [{ client: "Quay Partners", subject: "a pricing review" }],
  did_load_sample: [{}],
  did_remove_sample: [{}],
  did_import: [
    { file: "a.csv", new: 3, updated: 1 },
    { file: "a.csv", new: 0, updated: 0 },
  ],
  did_save_profile: [{}],
  did_keep_letter: [{ client: "Halden & Co", letter: "letter-1" }],
  did_save_pdf: [{ client: "Halden & Co" }],
  did_finish_letter: [{ client: "Halden & Co", number: "L-2026-1" }],
  did_send_letter: [{ client: "Halden & Co" }],
  did_keep_proof: [{ client: "Halden & Co" }],
  did_note_reply: [{ client: "Halden & Co" }],
  did_keep_template: [{ name: "Kind no" }],
  did_change_picture: [{}],
};

const all = Object.entries(examples).flatMap(([key, list]) => list.map((rest) => ({ key, ...rest }) as Message));

describe("every message has words", () => {
  it.each(all.map((message) => [message.key, JSON.stringify(message), message] as const))(
    "%s %s",
    (key, _, message) => {
      const said = say(message);
      expect(said, "nothing may be left unfilled").not.toMatch(/undefined|null|NaN|\[object|\{|\}|_/);
      expect(said, "no space stands double or before a stop").not.toMatch(/ {2}| [.,;]/);
      expect(said[0], "a sentence begins with a capital, a figure or a quotation").toMatch(/[\p{Lu}\d“]/u);
      if (!key.startsWith("did_")) {
        expect(said, "a sentence ends").toMatch(/\.$/);
      }
    },
  );

  it("has a table for each key and no key twice", () => {
    const keys = [...Object.keys(messages), ...Object.keys(needs)];
    expect(keys.sort(), "tables and examples name the same keys").toEqual(Object.keys(examples).sort());
  });
});

describe("sentences read as prose", () => {
  const check = (message: Message, expected: string): void => {
    expect(say(message), message.key).toBe(expected);
  };

  it("counts in words, and names what presses", () => {
    check(
      {
        key: "headline_clients",
        clients: 11,
        never_happy: 1,
        ours: 1,
        offering: 0,
        one_way: 0,
        watch: 0,
        too_early: 2,
      },
      "Eleven clients. One is never happy, one is waiting on you.",
    );
    check(
      {
        key: "headline_clients",
        clients: 14,
        never_happy: 2,
        ours: 0,
        offering: 0,
        one_way: 1,
        watch: 2,
        too_early: 0,
      },
      "14 clients. Two are never happy, one is out of balance, two more need a look.",
    );
    check(
      { key: "why_never_happy", unhappy: 6, met: 6, peers: 7, affected_peers: 1, good_ratings: 2 },
      "They were unhappy after 6 of 6 deliverables you met, your other clients mostly are not, " +
        "and two good check-ins would clear the flag.",
    );
    check(
      { key: "own_on_time", now: 0.94, n_now: 31, before: 0.92, n_before: 104, fell: false },
      "Your punctuality is steady: 94% of 31 on time in the last 90 days, 92% of 104 in the year before.",
    );
  });

  it("never states a percentage of certainty in a verdict", () => {
    for (const message of all.filter(({ key }) => /^(why|ground|change)_/.test(key))) {
      expect(say(message), message.key).not.toContain("%");
    }
  });

  it("puts what needs the user around the client's name", () => {
    const message: Need["message"] = { key: "need_complaint", theme: "late", days: 3 };
    expect(isNeed(message) && sayNeed(message), "the name comes first").toEqual({
      before: "",
      after: " complained (late) and has no answer yet.",
    });
  });
});

describe("when something is due", () => {
  const obligation: Message = { key: "need_obligation", title: "Interview list", days: 9 };
  const enquiry: Message = { key: "need_enquiry", subject: "a campaign", days: 9 };

  it.each([
    [obligation, -9, "9 days late"],
    [obligation, -1, "1 day late"],
    [enquiry, -9, "9 days"],
    [enquiry, 0, "Today"],
    [obligation, 3, "25 Nov"],
  ])("%o, %d days left", (message, days_left, expected) => {
    expect(dueWord({ on: "2026-11-25", days_left, message }), "the column beside it").toBe(expected);
  });
});

describe("states", () => {
  const states: [LineState, string][] = [
    [{ is: "none" }, ""],
    [{ is: "met", early: 0 }, "met"],
    [{ is: "met", early: 2 }, "met, 2 days early"],
    [{ is: "partial" }, "partly met"],
    [{ is: "late", days: 1 }, "late by 1 day"],
    [{ is: "late", days: 0 }, "late, not delivered yet"],
    [{ is: "rejected" }, "rejected"],
    [{ is: "excused" }, "excused"],
    [{ is: "due", days: 3 }, "due in 3 days"],
    [{ is: "due", days: 0 }, "due today"],
    [{ is: "due", days: -12 }, "12 days overdue"],
    [{ is: "kept", early: 0 }, "on time"],
    [{ is: "kept_late", days: 6 }, "6 days late"],
    [{ is: "paid" }, "paid"],
    [{ is: "paid_late", days: 21 }, "paid 21 days late"],
    [{ is: "rated", value: 2, scale: "CSAT", high: 5, impression: false }, "2 of 5"],
    [{ is: "rated", value: 3, scale: "NPS", high: 10, impression: false }, "NPS 3 of 10"],
    [{ is: "answered", days: 0 }, "answered that day"],
    [{ is: "answered", days: 2 }, "answered after 2 days"],
    [{ is: "waiting", days: 3 }, "no answer for 3 days"],
    [{ is: "worth", minor: 48000, currency: "EUR" }, "€480"],
    [{ is: "minutes", minutes: 660 }, "11 h"],
    [{ is: "incident", what: "pressure_on_price" }, "pressure on price"],
    [{ is: "partly_paid", open: 200000, currency: "EUR", days: 9 }, "€2,000 still open"],
    [{ is: "partly_paid", open: 200000, currency: "EUR", days: -9 }, "€2,000 still open, 9 days overdue"],
    [{ is: "praised", thanked: true }, "praise, thanked"],
    [{ is: "praised", thanked: false }, "praise, not thanked yet"],
    [{ is: "worked", seconds: 5400, billable: true }, "1 h 30 min"],
    [{ is: "worked", seconds: 1200, billable: false }, "20 min, not billed"],
    [{ is: "requested", answer: "declined" }, "declined"],
    [{ is: "decided", what: "raise_the_price", reason: "other" }, "raise the price"],
    [{ is: "ended_by", by: "them", reason: "price" }, "they did, price"],
    [{ is: "ended_by", by: "work_done", reason: "work_done" }, "the work was done"],
    [{ is: "ended_by", by: "us", reason: "unknown" }, "you did"],
    [{ is: "document", inside: true }, "kept inside"],
    [{ is: "document", inside: false }, "where it lies"],
    [{ is: "recurs", every_months: 1 }, "every month"],
    [{ is: "recurs", every_months: 3 }, "every 3 months"],
    [{ is: "recurs", every_months: null }, "by hand"],
    [{ is: "agreement", renewal: { state: "open" } }, "open"],
    [{ is: "draft" }, "draft"],
    [{ is: "saved" }, "PDF saved"],
  ];

  it.each(states)("%o", (state, expected) => {
    expect(lineState(state), "how it stands").toBe(expected);
  });

  const on = (passed: boolean, following_end: string | null): Renewal => ({
    state: "on",
    ends_on: "2027-01-31",
    renews: true,
    notice_by: "2026-11-30",
    post_by: "2026-11-25",
    passed,
    following_end,
  });

  it.each([
    [on(false, null), "renews 31 Jan", "notice by 30 Nov"],
    [on(true, "2028-01-31"), "renews 31 Jan", "notice was due 30 Nov; next end 31 Jan 2028"],
    [{ state: "open" } as Renewal, "open", ""],
    [{ state: "none" } as Renewal, "no agreement", ""],
    [{ state: "ended", on: "2024-05-01" } as Renewal, "ended 1 May 2024", ""],
  ])("renewal %o", (state, words, noticeWords) => {
    expect(renewal(state, "2026-11-22"), "how it goes on").toBe(words);
    expect(notice(state, "2026-11-22"), "by when notice is due").toBe(noticeWords);
  });
});

describe("formats", () => {
  it("writes days, money and lists as an English reader does", () => {
    expect(day("2026-09-05"), "three letters for every month").toBe("5 Sep");
    expect(dayYear("2026-06-05", "2026-11-22"), "near").toBe("5 Jun");
    expect(dayYear("2025-11-30", "2026-11-22"), "far").toBe("30 Nov 2025");
    expect(money({ minor: 480000, currency: "EUR" }), "whole").toBe("€4,800");
    expect(money({ minor: 480050, currency: "GBP" }), "with pence").toBe("£4,800.50");
    expect(money({ minor: 4800, currency: "JPY" }), "a currency without smaller coins").toBe("¥4,800");
    expect(minutes(90), "hours and minutes").toBe("1 h 30 min");
    expect(list(["a", "b", "c"]), "a list").toBe("a, b and c");
  });

  it("makes a sentence of what the practice answers", () => {
    expect(sentence("a client needs a name"), "capital and stop").toBe("A client needs a name.");
    expect(sentence("Really?"), "ended already").toBe("Really?");
    expect(sentence(""), "nothing").toBe("");
  });
});
