//! Open invoices and the final one, in words.

use super::{Invoice, RenewalRefusal};
use crate::compose::{DateForm, Part, Writing};
use crate::convention::{amount, joined_with, soon, years_obvious};
use crate::fact::FactKey;
use crate::words::fill;
use chrono::NaiveDate;

/// Up to here a sentence carries its invoices; beyond, they are listed.
const MOST_IN_A_SENTENCE: usize = 3;

/// An invoice whose amount and day are known, with its place in the spec.
#[derive(Clone, Copy)]
struct Open<'a> {
    index: usize,
    invoice: &'a Invoice,
    due: NaiveDate,
}

impl RenewalRefusal {
    pub(super) fn invoices(&self, writing: &mut Writing<'_>, end: NaiveDate) {
        let words = &writing.words.renewal_refusal;
        let mut open: Vec<Open<'_>> = self
            .invoices
            .iter()
            .enumerate()
            .filter_map(|(index, invoice)| invoice.due.map(|due| Open { index, invoice, due }))
            .collect();
        open.sort_by_key(|open| open.due);
        let letter_date = writing.letter_date;
        let year_obvious = years_obvious(open.iter().map(|open| open.due), letter_date, end);
        if open.len() > MOST_IN_A_SENTENCE {
            listed(writing, &open, year_obvious);
        } else {
            let (overdue, ahead): (Vec<Open<'_>>, Vec<Open<'_>>) =
                open.into_iter().partition(|open| open.due < letter_date);
            if !overdue.is_empty() {
                let invoices = in_a_sentence(writing, &overdue, &words.invoice_was_due, year_obvious, true);
                let form = if overdue.len() == 1 { &words.one_still_open } else { &words.more_still_open };
                writing.say(Part::Invoices, &fill(form, &[("invoices", &invoices)]));
            }
            if !ahead.is_empty() {
                let invoices = in_a_sentence(writing, &ahead, &words.invoice_due, year_obvious, false);
                writing.say(Part::Invoices, &format!("{invoices}."));
            }
        }
        if let Some(by) = self.final_invoice_by {
            let form = DateForm { year_obvious: soon(by, letter_date, end), inside: false };
            let date = writing.date(FactKey::FinalInvoiceBy, 0, by, form);
            writing.say(Part::Invoices, &fill(&words.final_invoice, &[("date", &date)]));
        }
    }
}

/// "These invoices are open:" and one a line.
fn listed(writing: &mut Writing<'_>, invoices: &[Open<'_>], year_obvious: bool) {
    let words = &writing.words.renewal_refusal;
    let mut list = String::new();
    for open in invoices {
        let overdue = open.due < writing.letter_date;
        let form = if overdue { &words.invoice_overdue_in_list } else { &words.invoice_in_list };
        let line = in_words(writing, *open, form, DateForm { year_obvious, inside: false });
        list.push('\n');
        list.push_str(&fill(&words.list_line, &[("thing", &line)]));
    }
    writing.list(FactKey::Invoices, list.trim_start());
    writing.say(Part::Invoices, &format!("{}{list}", words.invoice_list));
}

/// "Invoice 7 for €4,800 falls due on 15 January, and invoice 8 for €900 on 1 February".
fn in_a_sentence(
    writing: &mut Writing<'_>,
    invoices: &[Open<'_>],
    first_form: &str,
    year_obvious: bool,
    goes_on: bool,
) -> String {
    let words = &writing.words.renewal_refusal;
    let mut items = Vec::new();
    for (place, open) in invoices.iter().enumerate() {
        let form = if place == 0 { first_form } else { &words.invoice_more };
        let inside = place + 1 < invoices.len() || (goes_on && invoices.len() == 1);
        items.push(in_words(writing, *open, form, DateForm { year_obvious, inside }));
    }
    let invoices = joined_with(&writing.words.join_between, &words.invoice_join, &words.invoice_join, &items);
    writing.list(FactKey::Invoices, &invoices);
    invoices
}

fn in_words(writing: &mut Writing<'_>, open: Open<'_>, form: &str, date_form: DateForm) -> String {
    let Open { index, invoice, due } = open;
    let money = invoice.amount.map(|money| amount(writing.words, money)).unwrap_or_default();
    let number = writing.show(FactKey::InvoiceNumber, index, invoice.number.trim().to_owned());
    let money = writing.show(FactKey::InvoiceAmount, index, money);
    let date = writing.date(FactKey::InvoiceDue, index, due, date_form);
    fill(form, &[("number", &number), ("amount", &money), ("date", &date)])
}
