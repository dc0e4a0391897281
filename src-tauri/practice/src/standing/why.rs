//! A verdict explained: the sentence, its grounds with their records, and what would change it.
use std::collections::HashMap;

use chrono::NaiveDate;
use kindly_records::{Client, Kept, Kind, SaidBy};
use kindly_verdict::{Argument, ClientVerdict, Evidence, GoodRatings, ReasonKey, RecordKind, RecordRef};

use super::{
    lines::{Line, invoice_line, line},
    own_record::number,
    row::one_way_beside,
    view::{Band, LineState, Reason, RecordLink, Verdict, Why},
};
use crate::{Message, books::Books};

impl Message {
    /// The sentence of a reason.
    pub(crate) fn of_reason(reason: &kindly_verdict::Reason) -> Self {
        let count = |name: &str| match reason.arguments.get(name) {
            Some(Argument::Count(count)) => *count,
            _ => 0,
        };
        let theme = || match reason.arguments.get("theme") {
            Some(Argument::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let (unhappy, met, ratings) = (count("unhappy"), count("met"), count("ratings"));
        let (deliverables, missed) = (count("deliverables"), count("missed"));
        let (peers, affected_peers) = (count("peers"), count("affected_peers"));
        let (broken, obligations, signals) = (count("broken"), count("obligations"), count("signals"));
        let (others, complaining) = (count("others"), count("complaining"));
        let unhappy_after_missed = count("unhappy_after_missed");
        match reason.key {
            ReasonKey::NeverHappy => {
                let good_ratings = Some(count("good_ratings"));
                Self::WhyNeverHappy { unhappy, met, peers, affected_peers, good_ratings }
            }
            ReasonKey::NeverHappyLasting => {
                Self::WhyNeverHappy { unhappy, met, peers, affected_peers, good_ratings: None }
            }
            ReasonKey::OurDeliveryFirst => {
                Self::WhyOurDeliveryFirst { missed, deliverables, unhappy, unhappy_after_missed }
            }
            ReasonKey::OfferingProblem => Self::WhyOfferingProblem { affected_peers, peers },
            ReasonKey::OfferingTheme => Self::WhyOfferingTheme { theme: theme(), others, complaining },
            ReasonKey::OneWay => Self::WhyOneWay { broken, obligations, signals },
            ReasonKey::WatchNoPeers => Self::WhyWatchNoPeers { unhappy, met, peers },
            ReasonKey::WatchUnhappy => Self::WhyWatchUnhappy { unhappy, ratings },
            ReasonKey::WatchDelivery => Self::WhyWatchDelivery { missed, deliverables },
            ReasonKey::WatchLastTwo => Self::WhyWatchLastTwo { unhappy, ratings },
            ReasonKey::Healthy => Self::WhyHealthy { content: count("content"), ratings, met, deliverables },
            ReasonKey::NotEnoughEvidence => Self::WhyNotEnoughEvidence {
                ratings,
                ratings_needed: count("ratings_needed"),
                deliverables,
                deliverables_needed: count("deliverables_needed"),
            },
            ReasonKey::UnhappyAfterMet => Self::GroundUnhappyAfterMet { days: count("days"), met, unhappy },
            ReasonKey::UnhappyAfterMissed => Self::GroundUnhappyAfterMissed { unhappy, unhappy_after_missed },
            ReasonKey::MissedDeliverables => Self::GroundMissedDeliverables { missed, deliverables },
            ReasonKey::MetDeliverables => Self::GroundMetDeliverables { met, deliverables },
            ReasonKey::ContentRatings => Self::GroundContentRatings { content: count("content"), ratings },
            ReasonKey::LastTwoUnhappy => Self::GroundLastTwoUnhappy,
            ReasonKey::BrokenObligations => Self::GroundBrokenObligations { broken, obligations },
            ReasonKey::BurdenSignals => Self::GroundBurdenSignals {
                signals,
                concessions: count("concessions"),
                blame: count("blame"),
                disrespect: count("disrespect"),
                threats: count("threats"),
            },
            ReasonKey::SharedTheme => Self::GroundSharedTheme { theme: theme(), others, complaining },
            ReasonKey::AffectedPeers => Self::GroundAffectedPeers { affected_peers, peers },
            ReasonKey::ContentPeers => {
                Self::GroundContentPeers { content_peers: count("content_peers"), peers }
            }
            ReasonKey::GoodRatingsToClear => Self::ChangeGoodRatings { count: count("good_ratings") },
        }
    }
}

/// The verdict of a client explained.
pub(super) fn why(books: &Books, client: &Kept<Client>, verdict: &ClientVerdict, today: NaiveDate) -> Why {
    let links = Links::of(books, client, verdict, today);
    let mut reasons: Vec<Reason> = verdict
        .reasons
        .grounds
        .iter()
        // What would clear the flag stands under "what would change this", not among the reasons.
        .filter(|reason| reason.key != ReasonKey::GoodRatingsToClear)
        .map(|reason| {
            let mut records: Vec<RecordLink> =
                reason.records.iter().filter_map(|record| links.find(record)).collect();
            records.sort_by_key(|record| std::cmp::Reverse(record.on));
            Reason { message: Message::of_reason(reason), records }
        })
        .collect();
    reasons.extend(impressions(books, client, today));
    Why {
        verdict: verdict.verdict.into(),
        one_way_too: one_way_beside(verdict),
        sentence: Message::of_reason(&verdict.reasons.headline),
        band: band(verdict.evidence),
        reasons,
        changes: changes(verdict),
    }
}

/// How much a verdict rests on.
pub(crate) fn band(evidence: Option<Evidence>) -> Band {
    match evidence {
        None => Band::Little,
        Some(Evidence::Some) => Band::Some,
        Some(Evidence::Good) => Band::Good,
        Some(Evidence::Strong) => Band::Strong,
    }
}

/// What would change a verdict, in the order in which it could happen.
fn changes(verdict: &ClientVerdict) -> Vec<Message> {
    let to_clear = match verdict.good_ratings_to_clear {
        Some(GoodRatings::Needed(count)) => Some(Message::ChangeGoodRatings { count }),
        Some(GoodRatings::OutOfReach) => Some(Message::ChangeManyGoodRatings),
        None => None,
    };
    match Verdict::from(verdict.verdict) {
        Verdict::NeverHappy => to_clear.into_iter().chain([Message::ChangeFades]).collect(),
        Verdict::OurDeliveryFirst => vec![Message::ChangeDeliver],
        Verdict::OfferingProblem => std::iter::once(Message::ChangeOffering).chain(to_clear).collect(),
        Verdict::OneWay => vec![Message::ChangeBalance],
        Verdict::Watch => to_clear.into_iter().chain([Message::ChangeKeepGoing]).collect(),
        Verdict::Healthy => vec![Message::ChangeKeepGoing],
        Verdict::NotEnoughEvidence => {
            let needed = |name, found: u32| match verdict.reasons.headline.arguments.get(name) {
                Some(Argument::Count(needed)) => needed.saturating_sub(found),
                _ => 0,
            };
            vec![Message::ChangeMoreRecords {
                ratings: needed("ratings_needed", verdict.ratings),
                deliverables: needed("deliverables_needed", verdict.deliverables),
            }]
        }
    }
}

/// The user's own impressions: told, so that it is clear that they were seen and not counted.
fn impressions(books: &Books, client: &Kept<Client>, today: NaiveDate) -> Option<Reason> {
    let own: Vec<RecordLink> = books
        .check_ins
        .of_client(client.id)
        .iter()
        .filter(|kept| kept.record.said_by == SaidBy::MyImpression && kept.record.on <= today)
        .map(|kept| link(books, line(kept, today, 0)))
        .collect();
    let count = number(own.len());
    (count > 0).then_some(Reason { message: Message::GroundImpressions { count }, records: own })
}

/// The records that reasons can name, by id.
pub(crate) struct Links(HashMap<String, RecordLink>);

impl Links {
    /// Those of the client itself, and of every other client that a reason names.
    fn of(books: &Books, client: &Kept<Client>, verdict: &ClientVerdict, today: NaiveDate) -> Self {
        let named: std::collections::HashSet<&str> = verdict
            .reasons
            .grounds
            .iter()
            .flat_map(|reason| &reason.records)
            .map(|record| record.client.as_str())
            .collect();
        Self::of_clients(books, today, |other| {
            other.id == client.id || named.contains(other.id.to_string().as_str())
        })
    }

    /// Those of some clients.
    pub(crate) fn of_clients(
        books: &Books,
        today: NaiveDate,
        wanted: impl Fn(&Kept<Client>) -> bool,
    ) -> Self {
        let mut links = HashMap::new();
        for other in &books.clients {
            if wanted(other) {
                let mut lines = Vec::new();
                lines.extend(books.check_ins.of_client(other.id).iter().map(|kept| line(kept, today, 0)));
                lines.extend(books.deliverables.of_client(other.id).iter().map(|kept| line(kept, today, 0)));
                lines.extend(books.obligations.of_client(other.id).iter().map(|kept| line(kept, today, 0)));
                lines.extend(
                    books.accounts(other.id, today).iter().map(|account| invoice_line(account, today)),
                );
                lines.extend(books.concessions.of_client(other.id).iter().map(|kept| line(kept, today, 0)));
                lines.extend(books.incidents.of_client(other.id).iter().map(|kept| line(kept, today, 0)));
                lines.extend(books.complaints.of_client(other.id).iter().map(|kept| line(kept, today, 0)));
                links.extend(lines.into_iter().map(|line| (line.id.clone(), link(books, line))));
                links.insert(other.id.to_string(), client_link(other, today));
            }
        }
        Self(links)
    }

    /// The link of a record that a verdict names.
    pub(crate) fn find(&self, record: &RecordRef) -> Option<RecordLink> {
        let id = if record.kind == RecordKind::Client { &record.client } else { &record.id };
        self.0.get(id).cloned()
    }
}

/// A line as a link to its record.
pub(crate) fn link(books: &Books, line: Line) -> RecordLink {
    RecordLink {
        kind: line.kind,
        id: line.id,
        client: line.client,
        client_name: books.name(line.client).to_owned(),
        on: line.on,
        title: line.title,
        state: line.state,
    }
}

/// Another client as a whole, who is unhappy as well.
fn client_link(client: &Kept<Client>, today: NaiveDate) -> RecordLink {
    RecordLink {
        kind: Kind::Client,
        id: client.id.to_string(),
        client: client.id,
        client_name: client.record.name.clone(),
        on: today,
        title: client.record.name.clone(),
        state: LineState::None,
    }
}
