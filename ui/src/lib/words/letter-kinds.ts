// The kinds of letter: what each is called, what it is for, and in which order they are offered.
import type { FormKind } from "../../screens/record/model/form";
import type { Kind, LetterKind, LetterReason } from "../api/types";
import { number } from "./format";

interface KindWords {
  /** The headline of the letter's own screen. */
  title: string;
  /** What it is for, in a line. */
  purpose: string;
}

export const letterKinds: Record<LetterKind, KindWords> = {
  prospect_decline: { title: "We cannot take it on", purpose: "Answer an enquiry that does not fit, early and kindly" },
  request_decline: {
    title: "Not under this agreement",
    purpose: "Say no to extra scope, a discount or a rush, with ways that are open",
  },
  our_way: { title: "How we work", purpose: "Explain a way of working, and what stays open to choice" },
  referral: { title: "Others who could help", purpose: "Name one to three people, without guarantees" },
  put_right: { title: "We are putting it right", purpose: "Own a miss, and say what changes" },
  complaint_reply: { title: "Thank you for telling us", purpose: "Answer a complaint: understood, found, done" },
  responsibility_reminder: { title: "What we need from them", purpose: "Ask for what they owe, with its dates" },
  boundary: { title: "How we treat each other", purpose: "Name what was said or done, and what happens next time" },
  payment_notice: { title: "Open invoices", purpose: "Remind of invoices that are past their day" },
  pause: { title: "Our work pauses", purpose: "Stop until the open amount is paid" },
  final_notice: { title: "Final notice", purpose: "The last letter before the agreed step" },
  new_terms: { title: "On new terms, or we part", purpose: "Offer another price or scope, and the end if not" },
  renewal_refusal: { title: "We will not renew", purpose: "Give notice in time that an agreement ends with its term" },
  early_termination: { title: "We end it early", purpose: "Give notice under a clause, before the term is over" },
  mutual_end: { title: "We end it together", purpose: "Write down an end that both agreed on" },
  closure: { title: "Our work is complete", purpose: "Part well when everything is delivered" },
};

/** The kinds by what one wants to say, in the order in which they are offered. */
export const letterGroups: readonly { title: string; kinds: readonly LetterKind[] }[] = [
  { title: "Say no early", kinds: ["prospect_decline", "request_decline", "our_way", "referral"] },
  { title: "Put it right", kinds: ["put_right", "complaint_reply"] },
  {
    title: "Hold the line",
    kinds: ["responsibility_reminder", "boundary", "payment_notice", "pause", "final_notice", "new_terms"],
  },
  { title: "Part well", kinds: ["renewal_refusal", "early_termination", "mutual_end", "closure"] },
];

/** The kind of record that each kind of letter rests on; the client alone is enough for the others. */
export const restsOn: Partial<Record<LetterKind, FormKind>> = {
  renewal_refusal: "engagement",
  early_termination: "engagement",
  new_terms: "engagement",
  mutual_end: "engagement",
  closure: "engagement",
  prospect_decline: "enquiry",
  request_decline: "request",
  our_way: "request",
  responsibility_reminder: "obligation",
  boundary: "incident",
  put_right: "deliverable",
  complaint_reply: "complaint",
  payment_notice: "invoice",
  pause: "invoice",
  final_notice: "invoice",
};

/** What has to be recorded before a letter can rest on it. */
export const recordFirst: Partial<Record<Kind, string>> = {
  engagement: "Record the engagement…",
  enquiry: "Record the enquiry…",
  request: "Record the request…",
  obligation: "Record what they owe…",
  incident: "Record the incident…",
  complaint: "Record the complaint…",
  deliverable: "Record the deliverable…",
  invoice: "Record the invoice…",
};

/** Why a kind cannot be written yet. */
export const nothingToRestOn: Partial<Record<Kind, string>> = {
  engagement: "No agreement is recorded.",
  enquiry: "No enquiry is recorded.",
  request: "No request is recorded.",
  obligation: "Nothing is owed to you.",
  incident: "No incident is recorded.",
  complaint: "No complaint is recorded.",
  deliverable: "Nothing was missed.",
  invoice: "No invoice is past its day.",
};

/** The neutral reasons that a kind offers; the other kinds have none. */
export const neutralReasons: Partial<Record<LetterKind, readonly LetterReason[]>> = {
  renewal_refusal: ["other_field", "fewer_engagements", "closing_practice", "not_the_time_it_needs"],
  prospect_decline: ["outside_my_field", "not_the_time_it_needs", "needs_a_team", "other_commitments"],
};

export const chooseWords = {
  title: "Write a letter",
  about: "About",
  records: (count: number): string => (count === 1 ? "1 record" : `${number(count)} records`),
} as const;
