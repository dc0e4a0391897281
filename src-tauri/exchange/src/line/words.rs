//! The words of the line in English. All that depends on the language stands here, as data.
use crate::line::words::Verb as V;

/// What a line does, by the word that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// An answer about satisfaction, with the scale where the word tells it.
    CheckIn(Option<&'static str>),
    /// The user's own impression.
    Impression,
    /// Something we are to deliver.
    Due,
    /// Something beyond the agreement.
    Extra,
    Delivered,
    Accepted,
    Refused,
    Owes,
    Came,
    Invoice,
    Paid,
    Complaint,
    Answered,
    Resolved,
    Praise,
    Discount,
    Free,
    /// Conduct, with its kind.
    Incident(&'static str),
    Time,
    Unbilled,
    Attention,
    /// A part of a conversation, by its field.
    Said(&'static str),
    Wants,
    Decide,
    Ended,
    Enquiry,
    Engagement,
    NewClient,
    NewProspect,
}

/// Words that say what the line does. A word of completions stands first for its verb.
pub(super) const VERBS: &[(&str, Verb)] = &[
    ("csat", V::CheckIn(Some("csat"))),
    ("nps", V::CheckIn(Some("nps"))),
    ("ces", V::CheckIn(Some("ces"))),
    ("rated", V::CheckIn(None)),
    ("rates", V::CheckIn(None)),
    ("impression", V::Impression),
    ("my impression", V::Impression),
    ("due", V::Due),
    ("deliver", V::Due),
    ("we owe", V::Due),
    ("extra", V::Extra),
    ("delivered", V::Delivered),
    ("handed over", V::Delivered),
    ("accepted", V::Accepted),
    ("refused", V::Refused),
    ("rejected", V::Refused),
    ("owes", V::Owes),
    ("owes us", V::Owes),
    ("owe us", V::Owes),
    ("came", V::Came),
    ("sent", V::Came),
    ("received", V::Came),
    ("kept", V::Came),
    ("arrived", V::Came),
    ("invoice", V::Invoice),
    ("invoiced", V::Invoice),
    ("paid", V::Paid),
    ("pays", V::Paid),
    ("complaint", V::Complaint),
    ("complained", V::Complaint),
    ("complains", V::Complaint),
    ("complained about", V::Complaint),
    ("answered", V::Answered),
    ("replied", V::Answered),
    ("resolved", V::Resolved),
    ("settled", V::Resolved),
    ("praise", V::Praise),
    ("praised", V::Praise),
    ("praises", V::Praise),
    ("discount", V::Discount),
    ("rebate", V::Discount),
    ("free", V::Free),
    ("gave away", V::Free),
    ("blame", V::Incident("blame")),
    ("blamed", V::Incident("blame")),
    ("conduct", V::Incident("conduct")),
    ("disrespect", V::Incident("conduct")),
    ("threat", V::Incident("threat")),
    ("threatened", V::Incident("threat")),
    ("bypassing", V::Incident("bypassing")),
    ("bypassed", V::Incident("bypassing")),
    ("pressure", V::Incident("pressure_on_price")),
    ("pressure on price", V::Incident("pressure_on_price")),
    ("time", V::Time),
    ("worked", V::Time),
    ("spent", V::Time),
    ("unbilled", V::Unbilled),
    ("attention", V::Attention),
    ("talked", V::Said("asked")),
    ("talked about", V::Said("asked")),
    ("explained", V::Said("explained")),
    ("agreed", V::Said("agreed")),
    ("changed", V::Said("changed")),
    ("asked", V::Said("asked")),
    ("asks", V::Wants),
    ("wants", V::Wants),
    ("asks for", V::Wants),
    ("asked for", V::Wants),
    ("request", V::Wants),
    ("requested", V::Wants),
    ("decide", V::Decide),
    ("decided", V::Decide),
    ("decided to", V::Decide),
    ("ended", V::Ended),
    ("enquiry", V::Enquiry),
    ("inquiry", V::Enquiry),
    ("enquiry about", V::Enquiry),
    ("engagement", V::Engagement),
    ("agreed engagement", V::Engagement),
    ("new client", V::NewClient),
    ("new prospect", V::NewProspect),
    ("prospect", V::NewProspect),
];

/// What is offered where nothing is typed yet, the most used first.
pub(super) const OFFERED: &[&str] = &[
    "csat",
    "due",
    "delivered",
    "owes",
    "paid",
    "complaint",
    "praise",
    "time",
    "agreed",
    "invoice",
    "free",
    "wants",
];

/// Words of a field, each with the value that it stands for.
pub(super) type Words = &'static [(&'static str, &'static str)];

pub(super) const IMPRESSION: Words =
    &[("impression", "my_impression"), ("my impression", "my_impression"), ("i think", "my_impression")];
pub(super) const OUTCOMES: Words = &[
    ("late", "late"),
    ("too late", "late"),
    ("partial", "partial"),
    ("partially", "partial"),
    ("in part", "partial"),
    ("in full", "met"),
    ("on time", "met"),
    ("excused", "excused"),
];
pub(super) const ACCEPTANCE: Words = &[
    ("accepted after rework", "accepted_after_rework"),
    ("after rework", "accepted_after_rework"),
    ("accepted", "accepted"),
    ("refused", "refused"),
    ("rejected", "refused"),
];
pub(super) const SCOPE: Words = &[("extra", "extra"), ("beyond the agreement", "extra")];
pub(super) const OWED: Words = &[
    ("brief", "brief"),
    ("briefing", "brief"),
    ("material", "brief"),
    ("access", "access"),
    ("feedback", "feedback"),
    ("approval", "approval"),
    ("decision", "decision"),
    ("payment", "payment"),
    ("deposit", "payment"),
];
pub(super) const CAUSES: Words = &[
    ("our fault", "ours"),
    ("my fault", "ours"),
    ("ours", "ours"),
    ("their fault", "theirs"),
    ("theirs", "theirs"),
    ("shared", "shared"),
    ("both sides", "shared"),
];
pub(super) const INITIATIVES: Words = &[("they asked", "they_asked"), ("we offered", "we_offered")];
pub(super) const BILLABLE: Words = &[
    ("unbilled", "no"),
    ("not billed", "no"),
    ("not billable", "no"),
    ("billed", "yes"),
    ("billable", "yes"),
];
pub(super) const ANSWERS: Words =
    &[("agreed for pay", "agreed_for_pay"), ("agreed for free", "agreed_for_free"), ("declined", "declined")];
pub(super) const DECISIONS: Words = &[
    ("renew", "renew"),
    ("renewal", "renew"),
    ("raise the price", "raise_the_price"),
    ("raise price", "raise_the_price"),
    ("change the scope", "change_the_scope"),
    ("change scope", "change_the_scope"),
    ("part ways", "part"),
    ("part", "part"),
];
pub(super) const DECISION_REASONS: Words = &[
    ("goes well", "goes_well"),
    ("costs more attention than it returns", "costs_more_attention_than_it_returns"),
    ("too much attention", "costs_more_attention_than_it_returns"),
    ("unhappy despite delivery", "unhappy_despite_delivery"),
    ("out of balance", "out_of_balance"),
    ("conduct", "conduct"),
    ("ours to put right", "ours_to_put_right"),
    ("direction", "direction"),
];
pub(super) const ENDED_BY: Words = &[
    ("by them", "them"),
    ("by us", "us"),
    ("by both", "both"),
    ("them", "them"),
    ("us", "us"),
    ("both", "both"),
    ("work done", "work_done"),
];
pub(super) const ENDING_REASONS: Words = &[
    ("price", "price"),
    ("our work", "our_work"),
    ("our pace", "our_pace"),
    ("too slow", "our_pace"),
    ("fit", "fit"),
    ("no fit", "fit"),
    ("no need", "no_need"),
    ("went elsewhere", "went_elsewhere"),
    ("conduct", "conduct"),
    ("not paid", "non_payment"),
    ("non payment", "non_payment"),
    ("work done", "work_done"),
];

/// Words before a day that is agreed for something to come.
pub(super) const DUE: &[&str] = &["by", "due", "until", "before"];
/// Words before a day on which something happened.
pub(super) const ON: &[&str] = &["on"];
/// Words before a person.
pub(super) const BY: &[&str] = &["by", "from", "with", "to"];
/// Words before the title of what something is about.
pub(super) const ABOUT: &[&str] = &["on", "about", "for", "re"];
/// Words before an agreement.
pub(super) const UNDER: &[&str] = &["under"];
/// Words before a worth.
pub(super) const WORTH: &[&str] = &["worth"];
/// Words before a client, where it does not come first.
pub(super) const CLIENT_BEFORE: &[&str] = &["for", "from", "with", "to", "at"];
/// Words that join others and say nothing at the beginning of free words.
pub(super) const JOINING: &[&str] =
    &["a", "an", "the", "that", "for", "about", "on", "of", "with", "and", "to"];
/// Words that say nothing where they stand alone.
pub(super) const PASSED: &[&str] = &[
    "a", "an", "the", "for", "about", "on", "of", "with", "and", "to", "by", "from", "in", "has", "have",
    "is", "was", "we", "they", "their", "us", "it", "i", "that", "at", "now", "so", "gave", "gives", "said",
    "says",
];
/// Words for a complaint and for an enquiry, in a line about their answer.
pub(super) const COMPLAINTS: &[&str] = &["complaint", "complaints"];
pub(super) const ENQUIRIES: &[&str] = &["enquiry", "inquiry"];
/// Words that say again that an invoice is paid.
pub(super) const IN_FULL: Words = &[("in full", "full"), ("fully", "full")];
/// Verbs that belong to the sentence that follows them, unless that is quoted.
pub(super) const IN_SENTENCE: &[&str] = &["blamed", "threatened", "bypassed"];
/// Words before the number of an invoice.
pub(super) const NUMBER_BEFORE: &[&str] = &["invoice", "number", "no", "nr"];

/// A point in time told by words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// So many days from today.
    Days(i64),
    /// The last day of a month, so many months from this one.
    EndOfMonth(u32),
    /// The Friday of a week, so many weeks from this one.
    EndOfWeek(i64),
}

pub(super) const TOLD: &[(&str, Told)] = &[
    ("today", Told::Days(0)),
    ("yesterday", Told::Days(-1)),
    ("tomorrow", Told::Days(1)),
    ("the day before yesterday", Told::Days(-2)),
    ("day before yesterday", Told::Days(-2)),
    ("the day after tomorrow", Told::Days(2)),
    ("day after tomorrow", Told::Days(2)),
    ("the end of the month", Told::EndOfMonth(0)),
    ("end of the month", Told::EndOfMonth(0)),
    ("end of month", Told::EndOfMonth(0)),
    ("month end", Told::EndOfMonth(0)),
    ("end of next month", Told::EndOfMonth(1)),
    ("end of the week", Told::EndOfWeek(0)),
    ("end of week", Told::EndOfWeek(0)),
    ("end of next week", Told::EndOfWeek(1)),
];

/// The days of the week from Monday, each with its short forms.
pub(super) const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon"],
    &["tuesday", "tue", "tues"],
    &["wednesday", "wed"],
    &["thursday", "thu", "thur", "thurs"],
    &["friday", "fri"],
    &["saturday", "sat"],
    &["sunday", "sun"],
];
/// The months from January, each with its short forms.
pub(super) const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];
pub(super) const LAST: &[&str] = &["last"];
pub(super) const NEXT: &[&str] = &["next"];
pub(super) const THIS: &[&str] = &["this"];
pub(super) const IN: &[&str] = &["in", "within"];
pub(super) const AGO: &[&str] = &["ago"];
pub(super) const ORDINALS: &[&str] = &["st", "nd", "rd", "th"];

/// A unit in which days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    Weeks,
    Months,
}

pub(super) const UNITS: &[(&str, Unit)] = &[
    ("day", Unit::Days),
    ("days", Unit::Days),
    ("week", Unit::Weeks),
    ("weeks", Unit::Weeks),
    ("month", Unit::Months),
    ("months", Unit::Months),
];

pub(super) const COUNTS: &[(&str, u32)] = &[
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
];

/// Units of time that may stand apart from their number.
pub(super) const HOURS: &[&str] =
    &["h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes"];
/// Signs of currencies, with the code that each means unless the client's own currency has the same sign.
pub(super) const SIGNS: &[(&str, &str)] =
    &[("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("$", "USD"), ("¥", "JPY")];
/// Codes of currencies that may be written small; the others might be words.
pub(super) const CODES: &[&str] = &[
    "eur", "usd", "gbp", "chf", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "jpy", "sgd", "hkd",
    "inr", "zar",
];

/// Ways to state a day that is missing.
pub(super) const DUE_OFFERED: &[&str] = &["by tomorrow", "by friday", "due in 2 weeks", "by end of month"];
/// What a concession is called where nothing more is said.
pub(super) const DISCOUNT: &str = "Discount";
/// The same of free work.
pub(super) const FREE_WORK: &str = "Free work";
