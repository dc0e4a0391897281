//! How the facts are read: a short paragraph, what it rests on, and what would change it.
use kindly_page::Block;

use super::facts::is_counted_delivery;
use super::{Evidence, EvidenceBand, EvidenceFinding, EvidenceKind, EvidenceReading, Voice, short};

/// The most characters of a theme inside a sentence.
const THEME: usize = 60;

pub(super) fn blocks(voice: &Voice, evidence: &Evidence) -> Vec<Block> {
    let Some(reading) = &evidence.reading else { return Vec::new() };
    let own = &voice.own.reading;
    let mut beside: Vec<(String, String)> = Vec::new();
    if let Some(band) = reading.band {
        let rests_on = match band {
            EvidenceBand::Some => &own.some,
            EvidenceBand::Good => &own.good,
            EvidenceBand::Strong => &own.strong,
        };
        beside.push((voice.plain(&own.rests_on), voice.plain(rests_on)));
    }
    beside.push((voice.plain(&own.changes), change(voice, reading)));
    vec![
        Block::Heading(voice.plain(&own.heading)),
        Block::Text(paragraph(voice, evidence, reading).join(" ")),
        Block::Facts(beside),
    ]
}

/// The sentences of the reading.
fn paragraph(voice: &Voice, evidence: &Evidence, reading: &EvidenceReading) -> Vec<String> {
    let own = &voice.own.reading;
    let mut said = match reading.finding {
        EvidenceFinding::UnhappyDespiteDelivery => {
            let mut said = vec![voice.plain(&own.unhappy_despite_delivery)];
            said.extend(match reading.low_after_delivery {
                0 => None,
                1 => Some(voice.plain(&own.low_after_delivery_one)),
                count => Some(voice.say(&own.low_after_delivery, &[("count", &count.to_string())])),
            });
            said.extend(others(voice, &own.others, reading));
            said.push(voice.say(&own.a_matter_of_fit, &[("client", &evidence.client())]));
            said
        }
        EvidenceFinding::OurDelivery => {
            vec![voice.plain(&own.our_delivery), missed(voice, evidence), voice.plain(&own.up_to_us)]
        }
        EvidenceFinding::Offering => {
            let counted = others(voice, &own.offering_counted, reading);
            let theme = reading.theme.as_ref().map(|theme| short(theme, THEME));
            let shared = theme.map(|theme| voice.say(&own.offering_theme, &[("theme", &theme)]));
            vec![shared.or(counted).unwrap_or_else(|| voice.plain(&own.offering)), voice.plain(&own.up_to_us)]
        }
        EvidenceFinding::OutOfBalance => vec![voice.plain(&own.out_of_balance)],
        EvidenceFinding::Watch => vec![voice.plain(&own.watch)],
        EvidenceFinding::Content => vec![voice.plain(&own.content)],
        EvidenceFinding::TooEarly => vec![voice.plain(&own.too_early)],
    };
    let alone = matches!(reading.finding, EvidenceFinding::OutOfBalance | EvidenceFinding::TooEarly);
    if reading.out_of_balance_too && !alone {
        said.push(voice.plain(&own.out_of_balance_too));
    }
    said
}

fn others(voice: &Voice, form: &str, reading: &EvidenceReading) -> Option<String> {
    let (affected, peers) = reading.others.filter(|(_, peers)| *peers > 0)?;
    let values = [("affected", affected.to_string()), ("peers", peers.to_string())];
    Some(voice.say(form, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

fn missed(voice: &Voice, evidence: &Evidence) -> String {
    let counted = evidence.facts.iter().filter(|fact| is_counted_delivery(&fact.what)).count();
    let met =
        evidence.facts.iter().filter(|fact| matches!(fact.what, EvidenceKind::Delivered { .. })).count();
    let values = [("missed", (counted - met).to_string()), ("counted", counted.to_string())];
    voice.say(&voice.own.reading.missed, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn change(voice: &Voice, reading: &EvidenceReading) -> String {
    let own = &voice.own.reading;
    match reading.finding {
        EvidenceFinding::UnhappyDespiteDelivery => match reading.clears {
            Some(1) => voice.plain(&own.clears_one),
            Some(count) => voice.say(&own.clears, &[("count", &count.to_string())]),
            None => voice.plain(&own.clears_many),
        },
        EvidenceFinding::OurDelivery => voice.plain(&own.change_our_delivery),
        EvidenceFinding::Offering => voice.plain(&own.change_offering),
        EvidenceFinding::OutOfBalance => voice.plain(&own.change_balance),
        EvidenceFinding::Watch => voice.plain(&own.change_watch),
        EvidenceFinding::Content => voice.plain(&own.change_content),
        EvidenceFinding::TooEarly => voice.plain(&own.change_too_early),
    }
}
