//! Deliveries, answers and what was needed, by their days: a picture that says nothing about how they are read.
use kindly_page::Block;
use kindly_page::chart::{Fill, Lane, LaneEvent, Tint, timeline};

use super::{Evidence, EvidenceKind, Felt, Paid, Voice, facts};

/// Width of the drawing, and of the names of its lanes: about a point of the page each.
const WIDTH: f64 = 464.0;
const NAMES: f64 = 92.0;
/// Fewer marks than these are told in the table as well.
const FEWEST: usize = 4;

pub(super) fn block(voice: &Voice, evidence: &Evidence) -> Option<Block> {
    let own = &voice.own.picture;
    let lane = |name: &String, which: Which| Lane {
        name: voice.plain(name),
        events: evidence
            .facts
            .iter()
            .filter_map(|fact| {
                let (of, fill) = mark(fact.what)?;
                (of == which).then_some(LaneEvent { day: fact.on, tint: Tint::Ink, fill })
            })
            .collect(),
    };
    let mut lanes = vec![
        lane(&own.deliveries, Which::Delivery),
        lane(&own.answers, Which::Answer),
        lane(&own.input, Which::Input),
    ];
    lanes.retain(|lane| !lane.events.is_empty());
    if lanes.iter().map(|lane| lane.events.len()).sum::<usize>() < FEWEST {
        return None;
    }
    let figures: Vec<String> = facts::summary(voice, &evidence.facts)
        .into_iter()
        .map(|(label, value)| voice.say("{label}: {value}.", &[("label", &label), ("value", &value)]))
        .collect();
    let (from, to) = (voice.day(evidence.from), voice.day(evidence.to));
    Some(Block::Picture {
        drawing: timeline(&lanes, (evidence.from, evidence.to), NAMES, WIDTH),
        instead: voice.say(&own.instead, &[("from", &from), ("to", &to), ("figures", &figures.join(" "))]),
        caption: voice.plain(&own.caption),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Delivery,
    Answer,
    Input,
}

/// In which lane a fact stands, and how it is filled; the picture has no colours, so that none is an alarm.
fn mark(kind: EvidenceKind) -> Option<(Which, Fill)> {
    use EvidenceKind as Kind;
    Some(match kind {
        Kind::Delivered { .. } => (Which::Delivery, Fill::Solid),
        Kind::DeliveredInPart => (Which::Delivery, Fill::Dotted),
        Kind::DeliveredLate { .. } | Kind::NotAccepted | Kind::StillToDeliver => {
            (Which::Delivery, Fill::Hollow)
        }
        Kind::Answer { felt, .. } => {
            let fill = match felt {
                Felt::Content => Fill::Solid,
                Felt::Mixed => Fill::Dotted,
                Felt::Low => Fill::Hollow,
            };
            (Which::Answer, fill)
        }
        Kind::Input { late: ..=0 } | Kind::Invoice { paid: Paid::OnItsDay, .. } => {
            (Which::Input, Fill::Solid)
        }
        Kind::Input { .. } | Kind::InputOpen { .. } | Kind::Invoice { .. } => (Which::Input, Fill::Hollow),
        Kind::Excused
        | Kind::Praise
        | Kind::Complaint { .. }
        | Kind::Beyond { .. }
        | Kind::Explained
        | Kind::Agreed
        | Kind::Changed
        | Kind::Letter => return None,
    })
}
