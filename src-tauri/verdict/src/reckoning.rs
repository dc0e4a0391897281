//! From a portfolio to its judgement, and from one judgement to the next.
//!
//! The same way is gone for a portfolio that was never seen and for one of which something has changed since the last
//! judgement; only that the second time most of what is asked for is still there.

use chrono::NaiveDate;

use crate::Settings;
use crate::assess::{Assessment, Assessments, good_ratings_to_clear};
use crate::complaints::Complaints;
use crate::evidence::evidence;
use crate::judgement::{ClientVerdict, Judgement, ThemeCandidate};
use crate::known::{Known, day_number};
use crate::matrix::{ThemeStanding, matrix};
use crate::order::Order;
use crate::portfolio::Portfolio;
use crate::reasons::{Basis, Reasoning};
use crate::replay::{Moment, Replay};
use crate::standing::Subject;

/// What may have changed since the last judgement.
#[derive(Debug, Default)]
pub(crate) struct Change {
    /// Clients, by position, of whom some record may be another; among them those who are new.
    pub(crate) touched: Vec<usize>,
    /// Whether clients came, went or changed places.
    pub(crate) rearranged: bool,
    /// Whether some complaint says something else.
    pub(crate) complaints: bool,
}

impl Change {
    /// Of a portfolio that was never judged.
    pub(crate) fn everything(portfolio: &Portfolio) -> Self {
        Self { touched: (0..portfolio.clients.len()).collect(), rearranged: true, complaints: true }
    }
}

/// A judgement, and what it was made of.
pub(crate) struct Reckoning {
    settings: Settings,
    replay: Replay,
    before: Assessments,
    today: Assessments,
    affected: Vec<usize>,
    /// Per client, what the reasons were drawn from.
    bases: Vec<Option<Basis>>,
    judgement: Judgement,
}

impl Reckoning {
    /// Of nothing yet. `keeps_months`: whether there may be a second judgement.
    pub(crate) fn new(settings: Settings, keeps_months: bool) -> Self {
        let today = Assessments::new(settings, Moment::Today);
        let judgement =
            Judgement { as_of: NaiveDate::default(), portfolio: today.portfolio(), clients: Vec::new() };
        Self {
            settings,
            replay: Replay::new(settings, keeps_months),
            before: Assessments::new(settings, Moment::MonthEnd),
            today,
            affected: Vec::new(),
            bases: Vec::new(),
            judgement,
        }
    }

    /// The last judgement; before the first one, that of nobody.
    pub(crate) fn judgement(&self) -> &Judgement {
        &self.judgement
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The last judgement, without what it was made of.
    pub(crate) fn into_judgement(self) -> Judgement {
        self.judgement
    }

    /// The matrix of themes by clients of the portfolio judged last.
    pub(crate) fn themes(&self, portfolio: &Portfolio) -> Vec<ThemeStanding> {
        let known: Vec<&Known> = self.replay.known().collect();
        matrix(&portfolio.clients, &known, day_number(portfolio.as_of), &self.settings)
    }

    /// Judges a portfolio that differs from the one judged last by no more than the change says.
    pub(crate) fn judge(&mut self, portfolio: &Portfolio, change: &Change) {
        let clients = &portfolio.clients;
        let verdicts = std::mem::take(&mut self.judgement.clients);
        let ids = verdicts.iter().map(|verdict| verdict.id.as_str());
        let order = change.rearranged.then(|| Order::of(clients, ids));
        let mut kept: Vec<Option<ClientVerdict>> = verdicts.into_iter().map(Some).collect();
        if let Some(order) = order {
            self.replay.rearrange(clients, &order);
            self.before.rearrange(&order);
            self.today.rearrange(&order);
            (self.bases, _) = order.arrange(std::mem::take(&mut self.bases), || None);
            (kept, _) = order.arrange(kept, || None);
        }

        let day_before = self.replay.day(Moment::Today);
        let gone_through = self.replay.bring_to(clients, portfolio.as_of, &change.touched, |_| {});
        let other_complaints = gone_through.other_complaints || change.complaints || change.rearranged;
        let before = if self.replay.day(Moment::MonthEnd).is_some() {
            self.before.look_at(&self.replay, clients, other_complaints);
            self.before.verdicts(&self.replay)
        } else {
            vec![None; clients.len()]
        };
        self.today.look_at(&self.replay, clients, other_complaints);
        let assessments = self.today.assess(&self.replay);

        let affected = self.today.affected();
        let same_others =
            !other_complaints && affected == self.affected && day_before == self.replay.day(Moment::Today);
        self.affected = affected;
        let mut same_records = vec![true; clients.len()];
        for position in gone_through.touched {
            same_records[position] = false;
        }
        let subjects: Vec<Subject<'_>> = self.replay.subjects(Moment::Today).collect();
        let reasoning = Reasoning {
            clients,
            subjects: &subjects,
            complaints: &self.today.complaints,
            affected: &self.affected,
            settings: &self.settings,
        };
        let verdicts = kept.into_iter().enumerate().map(|(position, kept)| {
            let (subject, assessment) = (&subjects[position], &assessments[position]);
            let good_ratings =
                subject.flags.never_happy.then(|| good_ratings_to_clear(subject, assessment.p_delivers));
            let basis = Basis::of(subject, assessment, good_ratings.and_then(Into::into));
            let same_basis = self.bases[position].replace(basis) == Some(basis);
            let reasons_stand =
                same_basis && same_records[position] && (same_others || !basis.names_others());
            let (id, theme, reasons) = match kept {
                Some(kept) => (Some(kept.id), kept.theme, Some(kept.reasons)),
                None => (None, None, None),
            };
            let tallies = &subject.standing.tallies;
            ClientVerdict {
                id: id.unwrap_or_else(|| clients[position].id.clone()),
                verdict: assessment.verdict,
                one_way_too: subject.flags.one_way,
                prior_unhappy: subject.prior.unhappy,
                prior_delivery: subject.prior.delivery,
                p_unhappy: assessment.p_unhappy,
                p_unhappy_met: assessment.p_unhappy_met,
                p_delivers: assessment.p_delivers,
                never_happy: assessment.never_happy,
                explained: assessment.explained,
                p_obligations: assessment.p_obligations,
                p_burden: assessment.p_burden,
                one_way: assessment.one_way,
                p_offering: assessment.p_offering,
                peers: assessment.peers,
                theme: candidate(assessment, &self.today.complaints, theme),
                ratings: subject.standing.ratings,
                deliverables: subject.standing.deliverables,
                unhappy_after_met: subject.standing.unhappy_days,
                eff: [tallies.unhappy, tallies.unhappy_met, tallies.content, tallies.met, tallies.missed],
                good_ratings_to_clear: good_ratings,
                flags: subject.flags,
                evidence: evidence(subject.standing, assessment.verdict),
                reasons: reasons
                    .filter(|_| reasons_stand)
                    .unwrap_or_else(|| reasoning.of(position, assessment, &basis)),
                verdict_at_previous_month_end: before[position],
            }
        });
        let clients = verdicts.collect();
        self.judgement = Judgement { as_of: portfolio.as_of, portfolio: self.today.portfolio(), clients };
    }
}

/// The best candidate for a shared theme; its name is written anew only when it is another.
fn candidate(
    assessment: &Assessment,
    complaints: &Complaints,
    kept: Option<ThemeCandidate>,
) -> Option<ThemeCandidate> {
    assessment.theme.map(|candidate| {
        let name = &complaints.names[candidate.theme];
        let kept = kept.map(|kept| kept.theme).filter(|kept| kept == name);
        ThemeCandidate {
            theme: kept.unwrap_or_else(|| name.clone()),
            others: candidate.others,
            chance: candidate.chance,
        }
    })
}
