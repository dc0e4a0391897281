//! A verdict in one sentence: counts, never a percentage of certainty.
use kindly_practice::Message;

use super::count;

/// The sentence of a verdict.
pub(crate) fn why(message: &Message) -> String {
    match message {
        Message::WhyNeverHappy { unhappy, met, peers, affected_peers, good_ratings } => format!(
            "They were unhappy after {unhappy} of {} you met, {}, and {}.",
            deliverables(*met),
            others(*peers, *affected_peers),
            clears(*good_ratings)
        ),
        Message::WhyOurDeliveryFirst { missed, deliverables: all, unhappy, unhappy_after_missed } => {
            let missed = format!("You missed {missed} of {}", deliverables(*all));
            match unhappy_after_missed {
                0 => format!("{missed}, and that may explain what they say: put it right first."),
                after => format!(
                    "{missed}, and {after} of their {} came after those: put that right first.",
                    plural(*unhappy, "poor check-in", "poor check-ins")
                ),
            }
        }
        Message::WhyOfferingProblem { affected_peers, peers } => format!(
            "They are unhappy although you delivered, but so are {affected_peers} of your {}: look at the offering, not at them.",
            other_clients(*peers)
        ),
        Message::WhyOfferingTheme { theme, others, complaining } => format!(
            "They raise “{theme}”, and so do {others} of the {} who complain after work you met: look at the offering first.",
            other_clients(*complaining)
        ),
        Message::WhyOneWay { broken, obligations, signals } => {
            let kept = format!(
                "They did not keep {broken} of {} they owed you",
                plural(*obligations, "thing", "things")
            );
            match signals {
                0 => format!("{kept}."),
                signals => format!(
                    "{kept}, and the relationship took {}.",
                    plural(*signals, "concession or incident", "concessions and incidents")
                ),
            }
        }
        Message::WhyWatchNoPeers { unhappy, met, peers } => format!(
            "They were unhappy after {unhappy} of {} you met, but with {} to compare with, nobody can say whether that is them.",
            deliverables(*met),
            other_clients(*peers)
        ),
        Message::WhyWatchUnhappy { unhappy, ratings } => format!(
            "{unhappy} of their {} {} poor: too many to be at ease, too few to say why.",
            check_ins(*ratings),
            if *unhappy == 1 { "was" } else { "were" }
        ),
        Message::WhyWatchDelivery { missed, deliverables: all } => {
            format!("They are not unhappy yet, but you missed {missed} of {}.", deliverables(*all))
        }
        Message::WhyWatchLastTwo { unhappy, ratings } => format!(
            "Their last two check-ins were poor, {unhappy} of {ratings} in all: ask them what changed."
        ),
        Message::WhyHealthy { content, ratings, met, deliverables: all } => format!(
            "They were content in {content} of {}, and you met {met} of {}.",
            check_ins(*ratings),
            deliverables(*all)
        ),
        Message::WhyNotEnoughEvidence { ratings, ratings_needed, deliverables: all, deliverables_needed } => {
            format!(
                "There {} {} and {} so far; a verdict needs at least {ratings_needed} and {deliverables_needed}.",
                if *ratings == 1 { "is" } else { "are" },
                check_ins(*ratings),
                deliverables(*all)
            )
        }
        // No other message is the sentence of a verdict.
        _ => String::new(),
    }
}

fn plural(number: u32, one: &str, many: &str) -> String {
    count(u64::from(number), one, many)
}

fn deliverables(number: u32) -> String {
    plural(number, "deliverable", "deliverables")
}

fn check_ins(number: u32) -> String {
    plural(number, "check-in", "check-ins")
}

fn other_clients(number: u32) -> String {
    plural(number, "other client", "other clients")
}

/// How the other clients stand beside them.
fn others(peers: u32, affected: u32) -> String {
    match affected {
        0 if peers == 1 => "your other client is not".to_owned(),
        0 => "none of your other clients is".to_owned(),
        _ if affected * 2 < peers => "your other clients mostly are not".to_owned(),
        _ => format!("so are {affected} of your other clients"),
    }
}

fn clears(good_ratings: Option<u32>) -> String {
    match good_ratings {
        None => "no short run of good check-ins would clear the flag".to_owned(),
        Some(1) => "one good check-in would clear the flag".to_owned(),
        Some(number) => format!("{number} good check-ins would clear the flag"),
    }
}
