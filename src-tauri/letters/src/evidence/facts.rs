//! What is on record: counted, and the newest one by one.
use kindly_page::Block;

use super::{Evidence, EvidenceFact, EvidenceKind, Felt, Paid, Voice, short, text};
use crate::convention::{amount, joined};
use crate::question::Scale;
use crate::spec::{Language, Money};

/// The most characters of a title in the table: about a line and a half.
const TITLE: usize = 90;
/// Widths of day, what and how it stands: no day takes two lines, and Spanish ones are the longest.
const WIDTHS: [f32; 3] = [0.2, 0.53, 0.27];
const WIDTHS_IN_SPANISH: [f32; 3] = [0.26, 0.45, 0.29];
const MINUTES_AN_HOUR: u32 = 60;

/// The facts under their heading: counted, then the newest one by one.
pub(super) fn blocks(voice: &Voice, evidence: &Evidence, told: usize) -> Vec<Block> {
    let own = voice.own;
    let mut blocks = vec![Block::Heading(voice.plain(&own.facts))];
    let mut facts: Vec<&EvidenceFact> = evidence.facts.iter().collect();
    if facts.is_empty() {
        blocks.extend(text(voice.plain(&own.summary.nothing)));
        return blocks;
    }
    // Newest first; what fell on one day stands in the order in which it came.
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.on));
    blocks.push(Block::Facts(summary(voice, &evidence.facts)));
    let earlier = facts.len().saturating_sub(told);
    blocks.push(Block::Table {
        head: vec![voice.plain(&own.table.day), voice.plain(&own.table.what), voice.plain(&own.table.stands)],
        widths: if evidence.language == Language::Spanish { WIDTHS_IN_SPANISH } else { WIDTHS }.to_vec(),
        rows: facts.iter().take(told).map(|fact| row(voice, fact)).collect(),
    });
    blocks.extend(match earlier {
        0 => None,
        1 => text(voice.plain(&own.earlier_one)),
        count => text(voice.say(&own.earlier, &[("count", &count.to_string())])),
    });
    blocks
}

/// A label and a figure for each thing that there is something of.
pub(super) fn summary(voice: &Voice, facts: &[EvidenceFact]) -> Vec<(String, String)> {
    use EvidenceKind as Kind;
    let own = &voice.own.summary;
    let count = |wanted: fn(&Kind) -> bool| facts.iter().filter(|fact| wanted(&fact.what)).count();
    let shares = [
        (&own.delivered, count(|kind| matches!(kind, Kind::Delivered { .. })), count(is_counted_delivery)),
        (
            &own.answers,
            count(|kind| matches!(kind, Kind::Answer { felt: Felt::Content, .. })),
            count(|kind| matches!(kind, Kind::Answer { .. })),
        ),
        (
            &own.input,
            count(|kind| matches!(kind, Kind::Input { late: ..=0 })),
            count(|kind| matches!(kind, Kind::Input { .. } | Kind::InputOpen { .. })),
        ),
        (
            &own.invoices,
            count(|kind| matches!(kind, Kind::Invoice { paid: Paid::OnItsDay, .. })),
            count(|kind| matches!(kind, Kind::Invoice { .. })),
        ),
        (
            &own.complaints,
            count(|kind| matches!(kind, Kind::Complaint { answered: Some(_) })),
            count(|kind| matches!(kind, Kind::Complaint { .. })),
        ),
    ];
    let mut lines: Vec<(String, String)> = shares
        .into_iter()
        .filter(|(_, _, whole)| *whole > 0)
        .map(|(label, part, whole)| (voice.plain(label), of(voice, part, whole)))
        .collect();
    lines.extend(beyond(voice, facts).map(|value| (voice.plain(&own.beyond), value)));
    lines
}

/// Whether it says anything about our delivery.
pub(super) fn is_counted_delivery(kind: &EvidenceKind) -> bool {
    matches!(
        kind,
        EvidenceKind::Delivered { .. }
            | EvidenceKind::DeliveredInPart
            | EvidenceKind::DeliveredLate { .. }
            | EvidenceKind::NotAccepted
    )
}

/// "14 of 16".
pub(super) fn of(voice: &Voice, part: usize, whole: usize) -> String {
    voice.say(&voice.own.summary.of, &[("part", &part.to_string()), ("whole", &whole.to_string())])
}

/// How often something was given, and its worth by currency, where it is known.
fn beyond(voice: &Voice, facts: &[EvidenceFact]) -> Option<String> {
    let mut count = 0;
    let mut sums: Vec<Money> = Vec::new();
    for fact in facts {
        let EvidenceKind::Beyond { amount, .. } = fact.what else { continue };
        count += 1;
        let Some(amount) = amount else { continue };
        match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
            Some(sum) => sum.minor = sum.minor.saturating_add(amount.minor),
            None => sums.push(amount),
        }
    }
    let worth: Vec<String> = sums.into_iter().map(|sum| amount(voice.common, sum)).collect();
    let number = count.to_string();
    match (count, worth.is_empty()) {
        (0, _) => None,
        (_, true) => Some(number),
        _ => {
            let worth = joined(voice.common, &worth);
            Some(voice.say(&voice.own.summary.count_worth, &[("count", &number), ("worth", &worth)]))
        }
    }
}

fn row(voice: &Voice, fact: &EvidenceFact) -> Vec<String> {
    vec![voice.day(fact.on), what(voice, fact), stands(voice, fact.what)]
}

fn what(voice: &Voice, fact: &EvidenceFact) -> String {
    use EvidenceKind as Kind;
    let own = &voice.own.what;
    let title = short(&fact.title, TITLE);
    let said = |form: &str| voice.say(form, &[("title", &title)]);
    match fact.what {
        Kind::Delivered { .. }
        | Kind::DeliveredInPart
        | Kind::DeliveredLate { .. }
        | Kind::NotAccepted
        | Kind::Excused
        | Kind::StillToDeliver => said(&own.delivery),
        Kind::Answer { scale, .. } => {
            let answer = match scale {
                Scale::Csat => &own.csat,
                Scale::Nps => &own.nps,
                Scale::Ces => &own.ces,
            };
            if title.is_empty() {
                return voice.plain(answer);
            }
            voice.say(&own.about, &[("answer", answer), ("title", &title)])
        }
        Kind::Praise => said(&own.praise),
        Kind::Complaint { .. } => said(&own.complaint),
        Kind::Input { .. } | Kind::InputOpen { .. } => said(&own.input),
        Kind::Invoice { amount: sum, .. } => {
            voice.say(&own.invoice, &[("title", &title), ("amount", &amount(voice.common, sum))])
        }
        Kind::Beyond { .. } => said(&own.beyond),
        Kind::Explained => said(&own.explained),
        Kind::Agreed => said(&own.agreed),
        Kind::Changed => said(&own.changed),
        Kind::Letter => said(&own.letter),
    }
}

fn stands(voice: &Voice, kind: EvidenceKind) -> String {
    use EvidenceKind as Kind;
    let own = &voice.own.stands;
    let after = |form: &str, days: i64| voice.say(form, &[("days", &voice.days(days))]);
    match kind {
        Kind::Delivered { late: ..=0 } => voice.plain(&own.as_agreed),
        Kind::Delivered { late } => after(&own.as_agreed_after, late),
        Kind::DeliveredInPart => voice.plain(&own.in_part),
        Kind::DeliveredLate { late: ..=0 } => voice.plain(&own.late),
        Kind::Input { late: ..=0 } => voice.plain(&own.on_its_day),
        Kind::DeliveredLate { late } | Kind::Input { late } => after(&own.after_its_day, late),
        Kind::NotAccepted => voice.plain(&own.not_accepted),
        Kind::Excused => voice.plain(&own.excused),
        Kind::StillToDeliver => voice.plain(&own.to_come),
        Kind::Answer { scale, value, .. } => {
            let (low, high) = ends(scale);
            let values = [("value", value.to_string()), ("low", low.to_string()), ("high", high.to_string())];
            voice.say(&own.rated, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
        Kind::Complaint { answered: None } => voice.plain(&own.answer_to_come),
        Kind::Complaint { answered: Some(..=0) } => voice.plain(&own.answered_same_day),
        Kind::Complaint { answered: Some(days) } => after(&own.answered, days),
        Kind::InputOpen { late: ..=0 } => voice.plain(&own.open),
        Kind::InputOpen { late } => after(&own.open_after, late),
        Kind::Invoice { paid, .. } => match paid {
            Paid::OnItsDay => voice.plain(&own.paid),
            Paid::Late { days } => after(&own.paid_after, days),
            Paid::Open { days: ..=0 } => voice.plain(&own.open),
            Paid::Open { days } => after(&own.open_after, days),
        },
        Kind::Beyond { amount: Some(sum), .. } => amount(voice.common, sum),
        Kind::Beyond { amount: None, minutes } => {
            minutes.map(|minutes| time(voice, minutes)).unwrap_or_default()
        }
        Kind::Letter => voice.plain(&own.sent),
        Kind::Praise | Kind::Explained | Kind::Agreed | Kind::Changed => String::new(),
    }
}

/// Whole hours as hours, anything else in minutes.
fn time(voice: &Voice, minutes: u32) -> String {
    let own = &voice.own.stands;
    let hours = minutes / MINUTES_AN_HOUR;
    match (hours, minutes % MINUTES_AN_HOUR) {
        (1, 0) => voice.plain(&own.one_hour),
        (2.., 0) => voice.say(&own.hours, &[("hours", &hours.to_string())]),
        _ => voice.say(&own.minutes, &[("minutes", &minutes.to_string())]),
    }
}

/// Lowest and highest value of a scale.
fn ends(scale: Scale) -> (i64, i64) {
    match scale {
        Scale::Csat => (1, 5),
        Scale::Nps => (0, 10),
        Scale::Ces => (1, 7),
    }
}
