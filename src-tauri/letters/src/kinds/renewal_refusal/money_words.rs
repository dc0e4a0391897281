//! Open invoices and the final one, in words.

use super::{Invoice, RenewalRefusal, listed_day};
use crate::compose::{Part, Writing};
use crate::convention::{amount, joined, joined_with};
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
        if open.len() > MOST_IN_A_SENTENCE {
            let items: Vec<String> = open
                .iter()
                .map(|open| in_words(writing, *open, &words.invoice_in_list, end, false))
                .collect();
            let invoices = joined(writing.words, &items);
            writing.say(Part::Invoices, &fill(&words.invoice_list, &[("invoices", &invoices)]));
        } else {
            let letter_date = writing.letter_date;
            let (overdue, ahead): (Vec<Open<'_>>, Vec<Open<'_>>) =
                open.into_iter().partition(|open| open.due < letter_date);
            if !overdue.is_empty() {
                let invoices = in_a_sentence(writing, &overdue, &words.invoice_was_due, end, true);
                let form = if overdue.len() == 1 { &words.one_still_open } else { &words.more_still_open };
                writing.say(Part::Invoices, &fill(form, &[("invoices", &invoices)]));
            }
            if !ahead.is_empty() {
                let invoices = in_a_sentence(writing, &ahead, &words.invoice_due, end, false);
                writing.say(Part::Invoices, &format!("{invoices}."));
            }
        }
        if let Some(by) = self.final_invoice_by {
            let date = listed_day(writing, FactKey::FinalInvoiceBy, 0, by, end, false);
            writing.say(Part::Invoices, &fill(&words.final_invoice, &[("date", &date)]));
        }
    }
}

/// "Invoice 7 for €4,800 falls due on 15 January, and invoice 8 for €900 on 1 February".
fn in_a_sentence(
    writing: &mut Writing<'_>,
    invoices: &[Open<'_>],
    first_form: &str,
    end: NaiveDate,
    goes_on: bool,
) -> String {
    let words = &writing.words.renewal_refusal;
    let mut items = Vec::new();
    for (place, open) in invoices.iter().enumerate() {
        let form = if place == 0 { first_form } else { &words.invoice_more };
        let inside = place + 1 < invoices.len() || (goes_on && invoices.len() == 1);
        items.push(in_words(writing, *open, form, end, inside));
    }
    joined_with(&writing.words.join_between, &words.invoice_join, &words.invoice_join, &items)
}

fn in_words(writing: &mut Writing<'_>, open: Open<'_>, form: &str, end: NaiveDate, inside: bool) -> String {
    let Open { index, invoice, due } = open;
    let money = invoice.amount.map(|money| amount(writing.words, money)).unwrap_or_default();
    let number = writing.show(FactKey::InvoiceNumber, index, invoice.number.trim().to_owned());
    let money = writing.show(FactKey::InvoiceAmount, index, money);
    let date = listed_day(writing, FactKey::InvoiceDue, index, due, end, inside);
    fill(form, &[("number", &number), ("amount", &money), ("date", &date)])
}
