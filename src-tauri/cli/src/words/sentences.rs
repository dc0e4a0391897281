//! Sentences about the practice as a whole.
use kindly_practice::{
    Sentence, Trait,
    decide::DecideStep,
    records::{CriterionKind, DecisionKind, DecisionReason, Money},
    trust::{TrustChange, TrustFigureId},
};

use super::{count, day, fell, money};

/// "35 %".
pub(crate) fn share(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// "12 % of your income in EUR": shares are worked out within the currency of the fees.
pub(crate) fn income(share: f64, fees: Money) -> String {
    format!("{} of your income in {}", self::share(share), fees.currency.code())
}

/// A sentence.
#[expect(clippy::too_many_lines, reason = "one arm a sentence, so that none is forgotten")]
pub(crate) fn sentence(sentence: &Sentence) -> String {
    match sentence {
        Sentence::OfferingTooFew { rated: 0, needed } => format!(
            "It is too early to tell: nobody has answered two check-ins yet, and it takes {needed} clients who have."
        ),
        Sentence::OfferingTooFew { rated, needed } => format!(
            "It is too early to tell: {} answered two check-ins, and it takes {needed}.",
            count(u64::from(*rated), "client has", "clients have")
        ),
        Sentence::OfferingIsIt { affected, rated, theme } => {
            let theme = theme.as_ref().map(|theme| format!(", and what they share is “{theme}”"));
            format!(
                "Look at the offering first: {} of {} you asked {} unhappy although you delivered{}.",
                affected,
                clients(*rated),
                are(*affected),
                theme.unwrap_or_default()
            )
        }
        Sentence::OfferingOurDelivery { ours, never_happy, rated } => format!(
            "Put your own delivery right first: it explains why {ours} of {} you asked {} unhappy. The offering holds{}.",
            clients(*rated),
            are(*ours),
            match never_happy {
                0 => String::new(),
                some => format!("; with {} it is the fit", clients(*some)),
            }
        ),
        Sentence::OfferingFit { never_happy, rated } => format!(
            "The offering holds, and so does your delivery: with {never_happy} of {} you asked it is the fit.",
            clients(*rated)
        ),
        Sentence::OfferingFine { rated } => {
            format!("The offering holds, and nobody stands out among the {} you asked.", clients(*rated))
        }
        Sentence::OwnRecordFell { fell: part } => format!("Look at your own side first: {}.", fell(*part)),
        Sentence::ManyOutOfBalance { clients: some, of } => format!(
            "{some} of the {} you work with {} out of balance: your terms may be the cause, before any of them is.",
            clients(*of),
            are(*some)
        ),
        Sentence::ManyAskForExtras { clients: some, of } => format!(
            "{some} of the {} you work with {} for more than was agreed: your box may be too small for what they need.",
            clients(*of),
            if *some == 1 { "asks" } else { "ask" }
        ),
        Sentence::ThemeShared { clients: some, complaining } => format!(
            "{some} of {} who complain after work you met say this: more than chance explains",
            clients(*complaining)
        ),
        Sentence::ThemeOne => "one client says this: that is no pattern".to_owned(),
        Sentence::ThemeByChance { clients: some, needed } => format!(
            "{} this after work you met, which chance alone may do; it would take {needed} to tell",
            count(u64::from(*some), "client says", "clients say")
        ),
        Sentence::ThemeAfterMissed { clients: some } => {
            format!("it came after something you missed, from {}: yours to put right", clients(*some))
        }
        Sentence::WorthNothing => {
            "There is nothing to compare yet: it takes two clients with invoices and hours.".to_owned()
        }
        Sentence::WorthRange { most, most_rate, least, least_rate, median } => format!(
            "An hour for {most} brings {}, for {least} {}; the median is {}.",
            money(*most_rate),
            money(*least_rate),
            money(*median)
        ),
        Sentence::PriceCutBear { rate_after, part_below, largest_cut } => format!(
            "You can bear it: an hour would still bring {}, and parting is better only below {}. The most you could give is {}.",
            money(*rate_after),
            money(*part_below),
            share(*largest_cut)
        ),
        Sentence::PriceCutPart { rate_after, part_below, largest_cut } => format!(
            "Parting is better: an hour would bring {}, and below {} you do better without. {}.",
            money(*rate_after),
            money(*part_below),
            if *largest_cut > 0.0 {
                format!("The most you could give is {}", share(*largest_cut))
            } else {
                "There is nothing left to give".to_owned()
            }
        ),
        Sentence::TrustWorse { figures } => {
            format!("It is you who got worse this year: {}.", went(figures, worse))
        }
        Sentence::TrustBetter { figures } => format!("You got better this year: {}.", went(figures, better)),
        Sentence::TrustSame => {
            "You are as you were a year ago: nothing got better or worse by more than chance.".to_owned()
        }
        Sentence::TrustTooFew => {
            "Too little is recorded to compare this year with the year before.".to_owned()
        }
        Sentence::FitNoCriteria => "no criteria yet to hold it against".to_owned(),
        Sentence::FitGood { met, answered } => format!("it fits: {}", hold(*met, *answered)),
        Sentence::FitPossible { met, answered } => format!("it may fit: {}", hold(*met, *answered)),
        Sentence::FitBroken { names } => format!("it does not fit: {}", names.join("; ")),
        Sentence::FitPoor { met, answered } => format!("it does not fit well: {}", hold(*met, *answered)),
        Sentence::FitAskFirst { unknown } => {
            format!("ask first: {} not answered", count(u64::from(*unknown), "criterion is", "criteria are"))
        }
        Sentence::TraitTold { of, warns, with, with_all, without, without_all } => {
            let others = match without_all {
                0 => String::new(),
                some => format!("; of the {some} others, {without} did"),
            };
            format!(
                "Of the {} {}, {with} went {}{others}.",
                clients(*with_all),
                told(of),
                if *warns { "badly" } else { "well" }
            )
        }
        Sentence::RenewalsNone => "Nothing ends or renews itself in the next twelve months.".to_owned(),
        Sentence::RenewalsNext { count: all, undecided, client, by } => format!(
            "{} within twelve months, and {undecided} {} undecided. The first is {client}’s: decide by {}.",
            end_or_renew(*all),
            are(*undecided),
            day(*by)
        ),
        Sentence::RenewalsDecided { count: all } => format!(
            "{} within twelve months, and {} decided.",
            end_or_renew(*all),
            if *all == 1 { "it is" } else { "all are" }
        ),
    }
}

fn clients(number: u32) -> String {
    count(u64::from(number), "client", "clients")
}

fn are(number: u32) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

fn hold(met: u32, answered: u32) -> String {
    format!(
        "{met} of {} {}",
        count(u64::from(answered), "answered criterion", "answered criteria"),
        if met == 1 { "holds" } else { "hold" }
    )
}

fn end_or_renew(agreements: u32) -> String {
    count(u64::from(agreements), "agreement ends or renews itself", "agreements end or renew themselves")
}

fn told(of: &Trait) -> String {
    match of {
        Trait::AskedForDiscountEarly => "who asked for a lower price within the first 90 days".to_owned(),
        Trait::FirstObligationLate => "whose first brief, access or answer came late".to_owned(),
        Trait::FirstInvoiceLate => "who paid the first invoice late".to_owned(),
        Trait::NoSuccessDefined => "without a note of what success means to them".to_owned(),
        Trait::FeeModel { name } => format!("who pay like this: {name}"),
        Trait::Tag { name } => format!("with the tag “{name}”"),
    }
}

fn went(figures: &[TrustFigureId], which: impl Fn(TrustFigureId) -> &'static str) -> String {
    let told: Vec<&str> = figures.iter().map(|figure| which(*figure)).collect();
    told.join(", ")
}

fn worse(id: TrustFigureId) -> &'static str {
    match id {
        TrustFigureId::OnTime => "less of your work came on time",
        TrustFigureId::FirstResponse => "your first answers took longer",
        TrustFigureId::Promises => "you kept fewer of your promises",
        TrustFigureId::ComplaintsPerDeliverable => "there were more complaints for what you delivered",
        TrustFigureId::Asked => "fewer of those you asked answered",
    }
}

fn better(id: TrustFigureId) -> &'static str {
    match id {
        TrustFigureId::OnTime => "more of your work came on time",
        TrustFigureId::FirstResponse => "your first answers came sooner",
        TrustFigureId::Promises => "you kept more of your promises",
        TrustFigureId::ComplaintsPerDeliverable => "there were fewer complaints for what you delivered",
        TrustFigureId::Asked => "more of those you asked answered",
    }
}

/// Which way it went.
pub(crate) fn trust_change(change: TrustChange) -> &'static str {
    match change {
        TrustChange::Better => "better",
        TrustChange::Worse => "worse",
        TrustChange::Same => "no more than chance explains",
        TrustChange::TooFew => "too few records",
    }
}

/// A step before a decision.
pub(crate) fn step(step: DecideStep) -> &'static str {
    match step {
        DecideStep::OwnSide => "Looked at our own side",
        DecideStep::Asked => "Asked how it goes",
        DecideStep::Listened => "Listened",
        DecideStep::Explained => "Explained",
        DecideStep::Changed => "Changed something",
        DecideStep::ToldNeeds => "Told them what we need",
        DecideStep::OfferedChange => "Offered another price, scope or terms",
    }
}

/// A decision.
pub(crate) fn decision(what: DecisionKind) -> &'static str {
    match what {
        DecisionKind::Renew => "renew",
        DecisionKind::RaiseThePrice => "raise the price",
        DecisionKind::ChangeTheScope => "change the scope",
        DecisionKind::Part => "part",
    }
}

/// Why it was decided; the notes say another.
pub(crate) fn decision_reason(reason: DecisionReason) -> &'static str {
    match reason {
        DecisionReason::GoesWell => "it goes well",
        DecisionReason::CostsMoreAttentionThanItReturns => "costs more attention than it returns",
        DecisionReason::UnhappyDespiteDelivery => "unhappy despite delivery",
        DecisionReason::OutOfBalance => "out of balance",
        DecisionReason::Conduct => "conduct",
        DecisionReason::OursToPutRight => "ours to put right",
        DecisionReason::Direction => "where the practice is going",
        DecisionReason::Other => "",
    }
}

/// How much a criterion decides.
pub(crate) fn criterion(kind: CriterionKind) -> &'static str {
    match kind {
        CriterionKind::Wish => "wish",
        CriterionKind::MustHave => "must-have",
        CriterionKind::DealBreaker => "deal breaker",
    }
}
