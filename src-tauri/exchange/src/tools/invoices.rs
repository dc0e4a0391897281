//! Invoicing tools.
use std::collections::HashMap;

use kindly_records::Money;

use super::{Form, Gather, Reader, Reading, USUAL_TERMS, as_own};
use crate::{
    Draft, ExchangeError, Field, ImportKind, LeftOut, RowError, Tool,
    error::quoted,
    header::header_key,
    match_key,
    read::{Read, Watch},
    rows::{Cells, Columns, InvoiceRow},
    table::Row,
};

pub(super) static INVOICE_NINJA: Form = Form {
    tool: Tool::InvoiceNinjaInvoices,
    kind: ImportKind::Invoices,
    signature: &["client", "invoicenumber", "amount", "paid", "invoicedate", "duedate"],
    columns: &[
        ("client", Field::Client),
        ("email", Field::Email),
        ("invoicenumber", Field::Number),
        ("invoicedate", Field::Issued),
        ("amount", Field::Amount),
        ("currency", Field::Currency),
        ("duedate", Field::Due),
        ("paid", Field::PaidAmount),
        ("status", Field::Stage),
    ],
    gather: Gather::Rows,
    read: |cells, reader| {
        if was_not_sent(cells) {
            return Ok(Reading::LeftOut(LeftOut::NotSent));
        }
        let amount = cells.required_money(Field::Amount, reader.defaults)?;
        invoice(cells, reader, amount).map(|row| Reading::Draft(Draft::Invoice(row)))
    },
};

pub(super) static INVOICE_NINJA_PAYMENTS: Form = Form {
    tool: Tool::InvoiceNinjaPayments,
    kind: ImportKind::Payments,
    signature: &["client", "invoicenumber", "amount", "date"],
    columns: &[
        ("client", Field::Client),
        ("invoicenumber", Field::Number),
        ("date", Field::Date),
        ("amount", Field::Amount),
        ("currency", Field::Currency),
        ("transactionreference", Field::Reference),
    ],
    gather: Gather::Rows,
    read: |cells, reader| as_own(ImportKind::Payments, cells, reader),
};

pub(super) static FRESH_BOOKS: Form = Form {
    tool: Tool::FreshBooks,
    kind: ImportKind::Invoices,
    signature: &["clientname", "invoice", "dateissued", "invoicestatus", "linetotal"],
    columns: &[
        ("clientname", Field::Client),
        ("invoice", Field::Number),
        ("dateissued", Field::Issued),
        ("linetotal", Field::Amount),
        ("currency", Field::Currency),
        ("duedate", Field::Due),
        ("datepaid", Field::Paid),
        ("invoicestatus", Field::Stage),
    ],
    gather: Gather::Invoices,
    read: line,
};

pub(super) static QUICK_BOOKS: Form = Form {
    tool: Tool::QuickBooks,
    kind: ImportKind::Invoices,
    signature: &["invoiceno", "customer", "invoicedate", "duedate", "itemamount"],
    columns: &[
        ("customer", Field::Client),
        ("invoiceno", Field::Number),
        ("invoicedate", Field::Issued),
        ("itemamount", Field::Amount),
        ("currency", Field::Currency),
        ("duedate", Field::Due),
    ],
    gather: Gather::Invoices,
    read: line,
};

/// Whether the status says that nobody owes anything: a draft, or one that was taken back.
fn was_not_sent(cells: &Cells<'_>) -> bool {
    let status = header_key(cells.text(Field::Stage));
    matches!(status.as_str(), "draft" | "cancelled" | "canceled" | "reversed" | "deleted" | "void" | "voided")
}

/// An invoice of one line.
fn line(cells: &Cells<'_>, reader: &mut Reader) -> Result<Reading, RowError> {
    let amount = worth(cells, reader)?;
    invoice(cells, reader, amount).map(|row| Reading::Draft(Draft::Invoice(row)))
}

/// What a line comes to, its tax included where that stands in a column of its own.
fn worth(cells: &Cells<'_>, reader: &Reader) -> Result<Money, RowError> {
    let amount = cells.required_money(Field::Amount, reader.defaults)?;
    let Some(tax) = cells.keyed_money("itemtaxamount", amount.currency)? else { return Ok(amount) };
    plus(amount, tax).ok_or_else(|| RowError::TooMuch { number: quoted(cells.text(Field::Number)) })
}

fn plus(one: Money, other: Money) -> Option<Money> {
    one.minor.checked_add(other.minor).map(|minor| Money { minor, ..one })
}

/// The invoice of a row, with its amount.
fn invoice(cells: &Cells<'_>, reader: &mut Reader, amount: Money) -> Result<InvoiceRow, RowError> {
    let issued_on = cells.required_date(Field::Issued)?;
    let (due_on, by_terms) = cells.due(issued_on, Some(USUAL_TERMS))?;
    let paid_amount = cells.money(Field::PaidAmount, reader.defaults)?;
    let stated = cells.date(Field::Paid)?;
    let is_paid = header_key(cells.text(Field::Stage)) == "paid"
        || paid_amount.is_some_and(|paid| amount.minor > 0 && paid.minor >= amount.minor);
    let row = InvoiceRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        client_email: cells.client_email(),
        number: cells.required(Field::Number)?.to_owned(),
        issued_on,
        amount,
        currency_stated: cells.states_currency(Field::Amount),
        due_on,
        paid_on: stated.or(is_paid.then_some(due_on)),
        paid_day_assumed: is_paid && stated.is_none(),
        paid_amount,
    };
    let row = row.checked()?;
    reader.due_from_terms += usize::from(by_terms);
    reader.paid_from_due += usize::from(row.paid_day_assumed);
    let in_part = row.paid_on.is_none() && paid_amount.is_some_and(|paid| paid.minor > 0);
    reader.paid_in_part += usize::from(in_part);
    Ok(row)
}

/// The lines of each invoice, in the order of their first ones.
pub(crate) fn gathered<'a>(
    rows: &'a [Row],
    columns: &'a Columns,
    reader: &mut Reader,
    watch: &mut Watch<'_>,
) -> Result<Vec<Read>, ExchangeError> {
    let mut groups: Vec<Vec<Cells<'a>>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut read = Vec::new();
    for (done, row) in rows.iter().enumerate() {
        watch.at(done)?;
        let cells = Cells { row, columns };
        match cells.checked_length().and_then(|()| cells.required(Field::Number)) {
            Err(error) => read.push((row.line, Err(error))),
            Ok(number) => {
                let place = *places.entry(match_key(number)).or_insert(groups.len());
                if place == groups.len() {
                    groups.push(Vec::new());
                }
                groups[place].push(cells);
            }
        }
    }
    for lines in groups {
        read.push(summed(&lines, reader));
    }
    read.sort_by_key(|(line, _)| *line);
    Ok(read)
}

/// One invoice of all its lines. A line that cannot be read refuses the whole: without it the amount would be wrong.
fn summed(lines: &[Cells<'_>], reader: &mut Reader) -> Read {
    let first = &lines[0];
    if was_not_sent(first) {
        return (first.row.line, Ok(Reading::LeftOut(LeftOut::NotSent)));
    }
    let mut total: Option<Money> = None;
    for line in lines {
        let number = || quoted(first.text(Field::Number));
        let summed = differs(first, line).and_then(|()| worth(line, reader)).and_then(|amount| match total {
            None => Ok(amount),
            Some(so_far) if so_far.currency != amount.currency => {
                Err(RowError::OtherLine { number: number(), what: "currency", line: first.row.line })
            }
            Some(so_far) => plus(so_far, amount).ok_or_else(|| RowError::TooMuch { number: number() }),
        });
        match summed {
            Ok(amount) => total = Some(amount),
            Err(error) => return (line.row.line, Err(error)),
        }
    }
    let amount = total.unwrap_or(Money { minor: 0, currency: reader.defaults.currency });
    (first.row.line, invoice(first, reader, amount).map(|row| Reading::Draft(Draft::Invoice(row))))
}

/// Later lines may leave out what the first says, but not say something else.
fn differs(first: &Cells<'_>, line: &Cells<'_>) -> Result<(), RowError> {
    let facts = [(Field::Client, "client"), (Field::Issued, "day of issue"), (Field::Due, "due date")];
    for (field, what) in facts {
        let (one, other) = (first.text(field), line.text(field));
        if !other.is_empty() && match_key(one) != match_key(other) {
            let number = quoted(first.text(Field::Number));
            return Err(RowError::OtherLine { number, what, line: first.row.line });
        }
    }
    Ok(())
}
