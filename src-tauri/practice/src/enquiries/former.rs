//! Recognising who was here before: by record, e-mail address, name, or domain.
use std::collections::HashSet;

use kindly_exchange::match_key;
use kindly_records::{Client, ClientStatus, EndedBy, Ending, EndingReason, Kept};
use kindly_verdict::Judgement;

use crate::{
    Message,
    books::Books,
    fit::{FormerClient, FormerEnding, RecognisedBy},
};

/// Domains at which anybody can have an address: sharing one says nothing.
const ANYBODYS: &[&str] = &[
    "aol.com",
    "free.fr",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "hotmail.co.uk",
    "icloud.com",
    "laposte.net",
    "live.com",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "orange.fr",
    "outlook.com",
    "outlook.de",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "t-online.de",
    "telefonica.net",
    "wanadoo.fr",
    "web.de",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yahoo.es",
    "yahoo.fr",
];

/// What somebody can be recognised by, read once a client.
pub(super) struct Traces {
    emails: HashSet<String>,
    names: HashSet<String>,
    domains: HashSet<String>,
}

impl Traces {
    pub(super) fn of(client: &Client) -> Self {
        let people = || std::iter::once(&client.contact).chain(&client.people);
        let emails: HashSet<String> = people()
            .map(|person| person.email.trim().to_lowercase())
            .filter(|email| !email.is_empty())
            .collect();
        let names = people().map(kindly_records::Contact::full_name).chain([client.name.clone()]);
        let domains = emails
            .iter()
            .filter_map(|email| email.split_once('@').map(|(_, domain)| domain))
            .chain([website_domain(&client.website)])
            .map(|domain| domain.trim().to_lowercase())
            .filter(|domain| !domain.is_empty() && !ANYBODYS.contains(&domain.as_str()))
            .collect();
        Self {
            names: names.map(|name| match_key(&name)).filter(|key| !key.is_empty()).collect(),
            emails,
            domains,
        }
    }

    /// By what two are one, the surest first.
    fn shared(&self, other: &Self) -> Option<RecognisedBy> {
        if !self.emails.is_disjoint(&other.emails) {
            Some(RecognisedBy::Email)
        } else if !self.names.is_disjoint(&other.names) {
            Some(RecognisedBy::Name)
        } else if !self.domains.is_disjoint(&other.domains) {
            Some(RecognisedBy::Domain)
        } else {
            None
        }
    }
}

/// `https://www.example.org/a` and `example.org` are one domain.
fn website_domain(website: &str) -> &str {
    let bare = website.trim().trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// Earlier relationships that a client's enquiry may be, the surest first.
pub(super) fn former(
    books: &Books,
    traces: &[Traces],
    judged: &Judgement,
    asking: &Kept<Client>,
) -> Vec<FormerClient> {
    let Some(own) = books.clients.iter().position(|client| client.id == asking.id) else { return Vec::new() };
    let mut found: Vec<FormerClient> = books
        .clients
        .iter()
        .zip(traces)
        .enumerate()
        .filter_map(|(place, (client, theirs))| {
            let was_client = client.record.status != ClientStatus::Prospect;
            let by = if place == own {
                // A client who is with us asks for more; only one who was gone comes back.
                matches!(client.record.status, ClientStatus::Ended | ClientStatus::Archived)
                    .then_some(RecognisedBy::Record)
            } else {
                was_client.then(|| traces[own].shared(theirs)).flatten()
            }?;
            Some(one(books, judged, client, by))
        })
        .collect();
    found.sort_by(|one, other| one.by.cmp(&other.by).then_with(|| one.name.cmp(&other.name)));
    found
}

fn one(books: &Books, judged: &Judgement, client: &Kept<Client>, by: RecognisedBy) -> FormerClient {
    let id = client.id.to_string();
    let verdict = judged.clients.iter().find(|judged| judged.id == id);
    let last: Option<&Kept<Ending>> = books.endings.of_client(client.id).last();
    FormerClient {
        client: client.id,
        name: client.record.name.clone(),
        status: client.record.status,
        by,
        verdict: verdict.map(|judged| judged.verdict.into()),
        sentence: verdict.map(|judged| Message::of_reason(&judged.reasons.headline)),
        ended: last.map(|kept| ending(kept.record.on, kept.record.ended_by, kept.record.reason)),
    }
}

fn ending(on: chrono::NaiveDate, by: EndedBy, reason: EndingReason) -> FormerEnding {
    FormerEnding { on, by, reason }
}
