//! What past clients suggest: a trait that went with going badly, or well, more often than chance would have it.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use kindly_measures::TraitTable;
use kindly_records::{ClientId, CriterionKind, EndingReason, FitCriterion, Kept, Kind};
use kindly_verdict::Judgement;

use super::{traits, view::FitSuggestion};
use crate::{
    Sentence, Trait,
    books::Books,
    standing::{LineState, RecordLink, Verdict, number, one_way_beside},
};

/// Above this chance a trait is not worth a criterion. It only suggests; the user decides with the clients in view.
const CHANCE: f64 = 0.10;
/// One client is an anecdote.
const LEAST_WITH: usize = 2;
/// What is suggested as a wish weighs as much as any other to begin with.
const WEIGHT: u32 = 2;

/// Suggestions, and from how many clients they come.
pub(super) struct Learnt {
    pub(super) suggestions: Vec<FitSuggestion>,
    pub(super) clients: u32,
}

pub(super) fn learnt(
    books: &Books,
    judged: &Judgement,
    criteria: &[Kept<FitCriterion>],
    today: NaiveDate,
) -> Learnt {
    let mut went: Vec<(ClientId, bool)> = judged
        .clients
        .iter()
        .filter_map(|judged| {
            let id = judged.id.parse().ok()?;
            Some((id, went(books, id, judged)?))
        })
        .collect();
    went.sort_by_cached_key(|(id, _)| books.name(*id).to_lowercase());
    let (badly, well) =
        (went.iter().filter(|(_, badly)| *badly).count(), went.iter().filter(|(_, badly)| !*badly).count());
    let mut with: BTreeMap<Trait, Vec<(ClientId, bool)>> = BTreeMap::new();
    for (id, badly) in &went {
        let Some(client) = books.client(*id) else { continue };
        for of in traits::of(books, client, today) {
            with.entry(of).or_default().push((*id, *badly));
        }
    }
    let mut found: Vec<(f64, FitSuggestion)> = with
        .into_iter()
        .filter_map(|(of, clients)| {
            let with_badly = clients.iter().filter(|(_, badly)| *badly).count();
            let with_well = clients.len() - with_badly;
            let table = |warns: bool| {
                let (with_badly, with_well, badly, well) = if warns {
                    (with_badly, with_well, badly, well)
                } else {
                    (with_well, with_badly, well, badly)
                };
                TraitTable {
                    with_badly,
                    with_well,
                    without_badly: badly - with_badly,
                    without_well: well - with_well,
                }
            };
            let warns = table(true).chance() <= table(false).chance();
            let table = table(warns);
            (table.with_badly >= LEAST_WITH && table.chance() <= CHANCE)
                .then(|| (table.chance(), suggestion(books, &of, warns, table, &clients, today)))
        })
        .filter(|(_, suggestion)| {
            // What is a criterion already is not suggested again.
            !criteria.iter().any(|kept| kept.record.name == suggestion.draft.name)
        })
        .collect();
    found.sort_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.key.cmp(&other.1.key)));
    Learnt {
        suggestions: found.into_iter().map(|(_, suggestion)| suggestion).collect(),
        clients: number(went.len()),
    }
}

/// Whether it went badly (`true`) or well; `None` where it is ours, the offering's, or too early to say.
fn went(books: &Books, client: ClientId, judged: &kindly_verdict::ClientVerdict) -> Option<bool> {
    let badly_ended = books.endings.of_client(client).iter().any(|kept| {
        matches!(kept.record.reason, EndingReason::Conduct | EndingReason::NonPayment | EndingReason::Fit)
    });
    match Verdict::from(judged.verdict) {
        Verdict::NeverHappy | Verdict::OneWay => Some(true),
        _ if badly_ended || one_way_beside(judged) => Some(true),
        Verdict::Healthy => Some(false),
        Verdict::Watch
        | Verdict::OurDeliveryFirst
        | Verdict::OfferingProblem
        | Verdict::NotEnoughEvidence => None,
    }
}

fn suggestion(
    books: &Books,
    of: &Trait,
    warns: bool,
    table: TraitTable,
    clients: &[(ClientId, bool)],
    today: NaiveDate,
) -> FitSuggestion {
    let (with, without) = (table.share_with(), table.share_without());
    let message = Sentence::TraitTold {
        of: of.clone(),
        warns,
        with: number(with.hits),
        with_all: number(with.n),
        without: number(without.hits),
        without_all: number(without.n),
    };
    let (name, question, offer) = traits::words(of, warns);
    let names: Vec<&str> =
        clients.iter().filter(|(_, badly)| *badly == warns).map(|(id, _)| books.name(*id)).collect();
    FitSuggestion {
        key: traits::key(of),
        message,
        draft: FitCriterion {
            name,
            weighs: if warns { CriterionKind::DealBreaker } else { CriterionKind::Wish },
            weight: WEIGHT,
            question,
            offer,
            learnt_from: names.join(", "),
            retired: false,
        },
        warns,
        clients: clients
            .iter()
            .map(|(id, _)| RecordLink {
                kind: Kind::Client,
                id: id.to_string(),
                client: *id,
                client_name: books.name(*id).to_owned(),
                on: today,
                title: books.name(*id).to_owned(),
                state: LineState::None,
            })
            .collect(),
    }
}
