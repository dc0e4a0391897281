//! Invoicing tools: invoices and payments.
use iso_currency::Currency;
use kindly_exchange::{
    Asked, DateOrder, Draft, Encoding, Field, ImportKind, InvoiceRow, LeftOut, Mapping, PaymentRow, Tool,
    read,
};
use kindly_records::Money;

use super::{day, drafts, left_out, mapped, money, refused, remarks, sheet};
use crate::DEFAULTS;

fn invoice(line: usize, client: &str, number: &str, amount: Money, issued: &str, due: &str) -> InvoiceRow {
    InvoiceRow {
        line,
        client: client.to_owned(),
        client_email: None,
        number: number.to_owned(),
        issued_on: day(issued),
        amount,
        currency_stated: true,
        due_on: day(due),
        paid_on: None,
        paid_day_assumed: false,
        paid_amount: None,
    }
}

fn euro(minor: i64) -> Money {
    money(minor, Currency::EUR)
}

#[test]
fn invoice_ninja_says_what_was_paid_but_not_when() {
    let sheet = sheet("invoice-ninja-invoices/plain.csv", Tool::InvoiceNinjaInvoices);
    assert_eq!((sheet.kind, sheet.header_line), (ImportKind::Invoices, 4), "three lines stand above");
    let email = Some("accounts@harbourdental.example".to_owned());
    assert_eq!(
        drafts!(sheet, Invoice),
        [
            InvoiceRow {
                client_email: email.clone(),
                paid_on: Some(day("2026-05-01")),
                paid_day_assumed: true,
                paid_amount: Some(euro(185_000)),
                ..invoice(5, "Harbour Dental", "2026-014", euro(185_000), "2026-04-01", "2026-05-01")
            },
            InvoiceRow {
                client_email: email,
                paid_amount: Some(euro(85_000)),
                ..invoice(6, "Harbour Dental", "2026-020", euro(185_000), "2026-05-01", "2026-05-31")
            },
        ],
        "paid in full on the day due, paid in part not"
    );
    assert_eq!(left_out(&sheet), [(7, LeftOut::NotSent)], "nobody owes a draft");
    assert_eq!(
        remarks(&sheet),
        [
            "1 invoice is paid, on a day that Invoice Ninja invoices does not tell: the due date stands for it",
            "1 invoice is paid in part, on days that Invoice Ninja invoices does not tell: import its payments too",
        ],
        "what was taken is said"
    );
}

#[test]
fn invoice_ninja_invoices_without_a_due_date_take_the_usual_terms() {
    let sheet = sheet("invoice-ninja-invoices/odd.csv", Tool::InvoiceNinjaInvoices);
    assert_eq!(sheet.delimiter, Some(';'), "the file's own form");
    assert_eq!(
        refused(&sheet),
        ["line 6: the amount of the invoice is not above zero: enter what it is worth"],
        "a credit note is no invoice"
    );
    let rows: Vec<&Draft> = sheet.drafts().collect();
    let open = InvoiceRow {
        currency_stated: false,
        paid_amount: Some(euro(0)),
        ..invoice(5, "Harbour Dental", "17", euro(185_000), "2026-04-01", "2026-05-01")
    };
    let paid = InvoiceRow {
        currency_stated: false,
        paid_on: Some(day("2026-05-13")),
        paid_day_assumed: true,
        paid_amount: Some(euro(200_050)),
        ..invoice(7, "Kontor Nord", "19", euro(200_050), "2026-04-13", "2026-05-13")
    };
    assert_eq!(
        rows,
        [&Draft::Invoice(open), &Draft::Invoice(paid)],
        "1.850,00 is 1850; dots have the day first"
    );
}

#[test]
fn invoice_ninja_payments_name_their_invoice() {
    let payment = |line, client: &str, invoice: &str, on, minor, reference: &str| PaymentRow {
        line,
        client: client.to_owned(),
        client_email: None,
        invoice: invoice.to_owned(),
        on: day(on),
        amount: euro(minor),
        reference: reference.to_owned(),
    };
    let plain = sheet("invoice-ninja-payments/plain.csv", Tool::InvoiceNinjaPayments);
    assert_eq!(plain.kind, ImportKind::Payments, "payments");
    assert_eq!(
        drafts!(plain, Payment),
        [
            payment(2, "Harbour Dental", "2026-014", "2026-04-14", 85_000, ""),
            payment(3, "Harbour Dental", "2026-014", "2026-04-28", 100_000, ""),
        ],
        "an invoice may be paid in parts"
    );
    let odd = sheet("invoice-ninja-payments/odd.csv", Tool::InvoiceNinjaPayments);
    let first = payment(5, "Kontor Nord", "19", "2026-05-13", 200_050, "SEPA 7719");
    assert_eq!(odd.drafts().collect::<Vec<_>>(), [&Draft::Payment(first)], "the reference is read");
    assert_eq!(
        refused(&odd),
        [
            "line 6: column Invoice Number is empty; every row needs it",
            "line 7: the amount of the payment is not above zero: enter what it is worth",
        ],
        "money for no invoice, and money that went back"
    );
}

#[test]
fn freshbooks_lines_are_summed_to_invoices() {
    let sheet = sheet("freshbooks/plain.csv", Tool::FreshBooks);
    assert_eq!(
        drafts!(sheet, Invoice),
        [
            InvoiceRow {
                paid_on: Some(day("2026-04-28")),
                ..invoice(2, "Harbour Dental", "0000014", euro(185_000), "2026-04-01", "2026-05-01")
            },
            invoice(
                3,
                "Northwind Traders",
                "0000015",
                money(480_000, Currency::USD),
                "2026-04-03",
                "2026-05-03"
            ),
        ],
        "lines of one invoice need not stand together"
    );
    assert_eq!(sheet.gathered, 1, "one line stands in another's invoice");
    assert_eq!(
        remarks(&sheet),
        ["2 invoices without a due date: 30 days after issue stand for it"],
        "what was taken is said"
    );
    let question = sheet.questions.first().expect("the due date is asked for");
    assert_eq!(
        (question.about, question.taken.as_deref()),
        (Asked::Field(Field::Due), Some("30")),
        "and asked"
    );
}

#[test]
fn terms_may_be_stated_for_all_invoices() {
    let sheet = mapped("freshbooks/plain.csv", r#"{"fixed": {"Due": "14"}}"#).expect("a sound mapping");
    let due: Vec<_> = drafts!(sheet, Invoice).into_iter().map(|row| row.due_on).collect();
    assert_eq!(due, [day("2026-04-15"), day("2026-04-17")], "14 days after issue");
    assert!(sheet.questions.is_empty() && sheet.remarks.is_empty(), "what is stated is not asked");
    let own = b"Client,Number,Issued,Amount\nA,1,2026-04-01,5\n";
    let terms =
        Mapping::from_json(r#"{"kind": "invoices", "fixed": {"Due": "0"}}"#).expect("a sound mapping");
    let sheet = read(own, None, Some(&terms), &DEFAULTS).expect("the due date is stated");
    assert_eq!(drafts!(sheet, Invoice)[0].due_on, day("2026-04-01"), "due at once, in any list of invoices");
}

#[test]
fn freshbooks_invoices_are_refused_whole_where_a_line_cannot_be_read() {
    let sheet = sheet("freshbooks/odd.csv", Tool::FreshBooks);
    let first = invoice(2, "Harbour Dental", "16", euro(170_000), "2026-04-13", "2026-05-13");
    assert_eq!(
        sheet.drafts().collect::<Vec<_>>(),
        [&Draft::Invoice(first)],
        "a discount is a line below zero"
    );
    assert_eq!(
        refused(&sheet),
        [
            "line 6: the invoice “18” has another client here than on line 5; make them one, or number them apart",
            "line 7: “ten” is not an amount in GBP in column Line Total; write it like 4800.50",
            "line 8: column Invoice # is empty; every row needs it",
        ],
        "without one line the sum would be wrong"
    );
    assert_eq!(left_out(&sheet), [(4, LeftOut::NotSent)], "drafts are left out");
}

#[test]
fn quickbooks_lines_are_summed_and_may_leave_out_what_the_first_says() {
    let plain = sheet("quickbooks/plain.csv", Tool::QuickBooks);
    assert_eq!(
        drafts!(plain, Invoice),
        [
            invoice(2, "Harbour Dental", "1001", euro(185_000), "2026-04-13", "2026-05-13"),
            invoice(4, "Café Lumière", "1002", euro(76_000), "2026-04-14", "2026-05-14"),
        ]
        .map(|row| InvoiceRow { currency_stated: false, ..row }),
        "the day comes first, as the values tell"
    );
    let odd = sheet("quickbooks/odd.csv", Tool::QuickBooks);
    let first =
        invoice(2, "Harbour Dental", "1003", money(165_715, Currency::USD), "2026-04-13", "2026-05-13");
    assert_eq!(odd.drafts().collect::<Vec<_>>(), [&Draft::Invoice(first)], "1,500.00 + 300.00 − 142.85");
    assert_eq!(
        refused(&odd),
        [
            "line 4: the invoice has its due date (2026-04-01) before its issue date (2026-04-13): correct one of them"
        ],
        "the invoice's own rule"
    );
}

#[test]
fn what_a_mapping_says_of_dates_holds_for_tools_too() {
    let text = b"InvoiceNo,Customer,InvoiceDate,DueDate,ItemAmount\n1,A,03/04/2026,05/06/2026,5\n";
    let unclear = read(text, None, None, &DEFAULTS).expect_err("nothing tells the order of the dates");
    let question = unclear.question().expect("a person can tell it");
    assert_eq!(question.choices, ["day-first", "month-first"], "the answers as a mapping has them");
    assert_eq!(
        question.about,
        Asked::Dates { day_first: day("2026-04-03"), month_first: day("2026-03-04") },
        "with the first such date in both readings"
    );
    let mapping = Mapping { dates: Some(DateOrder::MonthFirst), ..Mapping::default() };
    let sheet = read(text, None, Some(&mapping), &DEFAULTS).expect("the order is stated");
    assert_eq!((sheet.tool, sheet.encoding), (Some(Tool::QuickBooks), Encoding::Utf8), "recognised still");
    assert_eq!(drafts!(sheet, Invoice)[0].issued_on, day("2026-03-04"), "the month comes first");
}
