// The facts that letters state: as a label, as a phrase in a sentence, and how to enter them.
import { capital } from "./format";

interface FactWords {
  label: string;
  phrase: string;
  hint?: string;
}

const facts: Record<string, FactWords> = {
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
  invoices: { label: "Open invoices", phrase: "the open invoices" },
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
  request: { label: "They asked for", phrase: "what they asked for", hint: "as it would stand in quotation marks" },
  request_date: { label: "Asked on", phrase: "the day they asked" },
  request_is: { label: "What kind of request", phrase: "the kind of request" },
  included: { label: "Included", phrase: "what is included", hint: "what the agreement covers" },
  not_included: { label: "Not included", phrase: "what is not included" },
  options: {
    label: "Ways that are open",
    phrase: "the ways that are open",
    hint: "two or three, one a line: a change order, the original scope, a smaller one",
  },
  reply_by: { label: "Answer by", phrase: "the day to answer by" },
  obligation: { label: "They owe", phrase: "what they owe" },
  due_on: { label: "Due on", phrase: "the day it was due" },
  shared_goal: {
    label: "What you both want",
    phrase: "the shared goal",
    hint: "a sentence; empty: the work on its dates",
  },
  clause: { label: "Clause", phrase: "the clause", hint: "as in “under clause 4.2”" },
  waiting: { label: "Work that waits", phrase: "the work that waits" },
  effect: { label: "What it does to the dates", phrase: "what it does to the dates" },
  needed: { label: "What you need", phrase: "what you need" },
  needed_by: { label: "Needed by", phrase: "the day you need it by" },
  otherwise: { label: "What happens otherwise", phrase: "what happens otherwise", hint: "a fact, no threat" },
  incident_date: { label: "Happened on", phrase: "the day it happened" },
  observed: {
    label: "What was said or done",
    phrase: "what was said or done",
    hint: "as anybody present would tell it",
  },
  how_we_work: { label: "How you work", phrase: "how you work" },
  expectation: { label: "What you ask from now on", phrase: "what you ask from now on" },
  consequence: {
    label: "What you will do if it happens again",
    phrase: "what you will do if it happens again",
    hint: "what you do, not what they deserve",
  },
  done: { label: "Done", phrase: "what is done", hint: "one a line" },
  client_steps: { label: "What you ask them to do", phrase: "what they do next", hint: "one a line" },
  returns: { label: "Handed back", phrase: "what is handed back", hint: "files, access, accounts: one a line" },
  refund: { label: "Prepayment to refund", phrase: "the refund", hint: "such as 1,200.00 EUR" },
  immediate_end: {
    label: "Ends at once",
    phrase: "the immediate end",
    hint: "a threat, non-payment or conduct: it is asked again before you finish",
  },
  went_wrong: { label: "What went wrong", phrase: "what went wrong", hint: "as they saw it" },
  missed: { label: "What was missed", phrase: "what was missed" },
  what_we_do: { label: "What you do about it", phrase: "what you do about it" },
  put_right_by: { label: "Put right by", phrase: "the day it is put right" },
  what_changed: { label: "What you changed", phrase: "what you changed", hint: "so that it stays right" },
  complaint_date: { label: "They told you on", phrase: "the day of the complaint" },
  understood: { label: "What you understood", phrase: "what you understood" },
  found: { label: "What you found", phrase: "what you found" },
  answer: { label: "What you do, or why not", phrase: "your answer" },
  next_step: { label: "Next step", phrase: "the next step" },
  next_step_by: { label: "They hear from you by", phrase: "the day of the next step" },
  terms: { label: "The new terms", phrase: "the new terms" },
  terms_from: { label: "From", phrase: "the day the terms begin" },
  price_from: { label: "Price so far", phrase: "the price so far", hint: "such as €900 a day" },
  price_to: { label: "New price", phrase: "the new price", hint: "such as €1,050 a day" },
  stays: { label: "What stays", phrase: "what stays as it is" },
  why: { label: "Why", phrase: "the reason", hint: "one neutral line, or nothing (advised)" },
  decide_by: { label: "Decide by", phrase: "the day to decide by" },
  talk_date: { label: "You talked on", phrase: "the day of the talk" },
  money_note: { label: "About money", phrase: "what was agreed about money" },
  pay_by: { label: "Pay by", phrase: "the day to pay by" },
  pay_how: { label: "How to pay", phrase: "how to pay" },
  pause_from: { label: "Pauses from", phrase: "the day the work pauses" },
  lawful_step: {
    label: "The step that follows",
    phrase: "the step that follows",
    hint: "only what the agreement or the law provides",
  },
  reminded_on: { label: "Last reminded on", phrase: "the day of the last reminder" },
  how_we_do_it: { label: "How you do it", phrase: "how you do it" },
  has_brought: { label: "What it has brought", phrase: "what it has brought" },
  what_we_need: { label: "What you need for it", phrase: "what you need for it" },
  open_to_choice: { label: "What is theirs to choose", phrase: "what is theirs to choose" },
  done_on: { label: "Complete on", phrase: "the day it was complete" },
  delivered: { label: "Delivered", phrase: "what was delivered", hint: "one a line" },
  referral: { label: "Others who could help", phrase: "others who could help" },
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

/** How to enter it, where the label alone does not say. */
export function factHint(key: string): string | undefined {
  return facts[key]?.hint;
}

/** What can be chosen, for the facts that are choices. */
const choices: Record<string, string> = {
  scope: "more than was agreed",
  discount: "a lower price",
  rush: "an earlier date",
  payment_terms: "other terms of payment",
  ended: "our work has ended",
  cannot_begin: "we cannot begin",
};

/** "a lower price": one of the choices of a fact. */
export function choiceWord(choice: string): string {
  return choices[choice] ?? plainKey(choice);
}
