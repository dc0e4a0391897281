//! The columns of each kind of file.
use crate::Field;

/// A column of a kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds; its name is the header that we write ourselves.
    pub field: Field,
    /// Whether a file without it is refused.
    pub required: bool,
    /// Other headers it is recognised by, folded as headers are compared: letters and digits alone, lower case.
    pub also: &'static [&'static str],
}

const fn needed(field: Field, also: &'static [&'static str]) -> Column {
    Column { field, required: true, also }
}

const fn free(field: Field, also: &'static [&'static str]) -> Column {
    Column { field, required: false, also }
}

const CLIENT: &[&str] = &["clientname", "customer", "customername", "company", "companyname"];
const DUE: &[&str] = &["duedate", "dueon", "deadline"];
const ENGAGEMENT: &[&str] = &["project", "projectname", "contract", "agreement"];
const NOTES: &[&str] = &["note", "comment", "comments", "remark", "remarks", "description"];
const TITLE: &[&str] = &["name", "task", "taskname", "item"];
const WORDS: &[&str] = &["comment", "comments", "feedback", "text", "quote"];

pub(crate) const CLIENTS: &[Column] = &[
    // Not "client": with it, a file of deliverables that lacks a column would pass for one of clients.
    needed(
        Field::Name,
        &["clientname", "company", "companyname", "customername", "organisation", "organization"],
    ),
    free(Field::Status, &["clientstatus", "relationship"]),
    free(Field::Salutation, &["formofaddress", "prefix", "honorific"]),
    free(Field::GivenName, &["firstname", "forename"]),
    free(Field::FamilyName, &["lastname", "surname"]),
    free(Field::Email, &["emailaddress", "mail"]),
    free(Field::Phone, &["telephone", "phonenumber", "mobile"]),
    free(Field::Role, &["jobtitle", "position"]),
    free(Field::Address, &["postaladdress", "mailingaddress", "businessaddress"]),
    free(Field::Country, &["countrycode"]),
    free(Field::Language, &["locale"]),
    free(Field::Currency, &["currencycode"]),
    free(Field::Website, &["websiteurl", "url", "homepage"]),
    free(Field::Tags, &["categories", "groups"]),
    free(Field::Notes, NOTES),
];

pub(crate) const DELIVERABLES: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Title, TITLE),
    needed(Field::Due, DUE),
    free(Field::Delivered, &["deliveredon", "deliverydate", "delivereddate", "completed", "completedon"]),
    free(Field::Outcome, &["result"]),
    free(Field::Engagement, ENGAGEMENT),
    free(Field::Notes, NOTES),
];

pub(crate) const CHECK_INS: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Date, &["on", "day", "answeredon", "timestamp"]),
    needed(Field::Scale, &["measure", "metric"]),
    needed(Field::Value, &["rating", "score", "answer"]),
    free(Field::SaidBy, &["source", "by"]),
    free(Field::Deliverable, &["about", "deliverabletitle"]),
    free(Field::Words, WORDS),
    free(Field::Person, &["respondent", "answeredby"]),
    free(Field::Email, &["emailaddress", "mail"]),
];

pub(crate) const INVOICES: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Number, &["invoice", "invoicenumber", "invoiceno"]),
    needed(Field::Issued, &["issuedon", "invoicedate", "issuedate", "dateissued"]),
    needed(Field::Amount, &["total", "invoiceamount"]),
    free(Field::Currency, &["currencycode"]),
    needed(Field::Due, DUE),
    free(Field::Paid, &["paidon", "paymentdate", "datepaid"]),
];

pub(crate) const OBLIGATIONS: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::What, &["obligation"]),
    needed(Field::Title, TITLE),
    needed(Field::Due, DUE),
    free(Field::Met, &["meton", "received", "receivedon"]),
    free(Field::Engagement, ENGAGEMENT),
    free(Field::Notes, NOTES),
];

pub(crate) const COMPLAINTS: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Date, &["on", "day", "receivedon"]),
    needed(Field::Theme, &["topic", "subject"]),
    free(Field::Words, WORDS),
    free(Field::Answered, &["answeredon", "responded", "firstresponse"]),
    free(Field::Resolved, &["resolvedon", "settled", "closed"]),
];

pub(crate) const TIME_ENTRIES: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Date, &["on", "day", "startdate", "startedon"]),
    needed(Field::Hours, &["duration", "time", "timespent"]),
    free(Field::What, NOTES),
    free(Field::Task, &["taskname", "activity"]),
    free(Field::Billable, &["charged", "chargeable"]),
    free(Field::HourlyRate, &["rate", "billablerate"]),
    free(Field::Amount, &["billableamount", "total"]),
    free(Field::Currency, &["currencycode"]),
    free(Field::Engagement, ENGAGEMENT),
];

pub(crate) const PAYMENTS: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Number, &["invoice", "invoicenumber", "invoiceno"]),
    needed(Field::Date, &["on", "day", "paymentdate", "receivedon"]),
    needed(Field::Amount, &["paymentamount", "amountpaid"]),
    free(Field::Currency, &["currencycode"]),
    free(Field::Reference, &["transactionreference", "paymentreference"]),
];

pub(crate) const ENQUIRIES: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Received, &["receivedon", "enquirydate", "askedon"]),
    needed(Field::Subject, &["enquiry", "inquiry", "request", "topic"]),
    free(Field::Words, WORDS),
    free(Field::Answered, &["answeredon", "responded", "firstresponse"]),
];
