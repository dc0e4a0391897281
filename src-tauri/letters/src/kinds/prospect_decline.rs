//! `prospect_decline`: thanks for the enquiry, and that it is not taken on.

use super::referral::Referral;
use crate::compose::{DateForm, Medium, Part, Writing};
use crate::convention::{recent, says_something, written};
use crate::error::{DateOf, LetterError};
use crate::fact::FactKey;
use crate::noun::{Phrase, about, bare};
use crate::parse;
use crate::words::{Words, fill};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a decline to a prospect states.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProspectDecline {
    /// The day of the enquiry. Needed.
    #[serde(deserialize_with = "parse::optional_date")]
    pub enquiry_date: Option<NaiveDate>,
    /// What the enquiry is about: "Pricing review in Japan" or "a pricing review in Japan". Needed.
    pub subject: Option<String>,
    /// Why it does not fit, from the neutral list. By default none is given.
    pub reason: Option<ProspectReason>,
    /// Why it does not fit, in the user's own neutral words; stands in place of `reason`.
    pub reason_line: Option<String>,
    /// Ask them to look elsewhere soon. No deadline is ever guessed.
    pub time_may_matter: bool,
    /// Say that nothing is owed.
    pub nothing_owed: bool,
    /// There was a call, so that "nothing is owed for our call".
    pub after_call: bool,
    /// What became of the papers that they sent.
    pub papers: Papers,
    /// What those papers are, for example "brief"; left out, they are "papers".
    pub papers_called: Option<String>,
    /// Others who could take it on.
    pub referral: Option<Referral>,
}

/// A neutral reason why an enquiry does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProspectReason {
    /// It lies outside our field.
    OutsideMyField,
    /// There is not the time that it needs.
    NotTheTimeItNeeds,
    /// It needs a team.
    NeedsATeam,
    /// Other commitments do not go together with it.
    OtherCommitments,
}

impl ProspectReason {
    /// The whole list.
    pub const ALL: [Self; 4] =
        [Self::OutsideMyField, Self::NotTheTimeItNeeds, Self::NeedsATeam, Self::OtherCommitments];

    fn wording(self, words: &Words) -> &str {
        let reasons = &words.prospect_decline.reasons;
        match self {
            Self::OutsideMyField => &reasons.outside_my_field,
            Self::NotTheTimeItNeeds => &reasons.not_the_time_it_needs,
            Self::NeedsATeam => &reasons.needs_a_team,
            Self::OtherCommitments => &reasons.other_commitments,
        }
    }
}

/// What became of the papers that a prospect sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Papers {
    /// There were none, or nothing is said.
    #[default]
    None,
    /// They come back with the letter.
    Returned,
    /// They were deleted.
    Deleted,
}

impl ProspectDecline {
    pub(crate) fn missing(&self) -> Vec<FactKey> {
        let mut missing = Vec::new();
        missing.extend(self.enquiry_date.is_none().then_some(FactKey::EnquiryDate));
        let subject = self.subject.as_deref().filter(|subject| says_something(subject));
        missing.extend(subject.is_none().then_some(FactKey::EnquirySubject));
        missing.extend(self.referral.as_ref().and_then(Referral::missing));
        missing
    }

    pub(crate) fn check(&self, letter_date: NaiveDate) -> Result<(), LetterError> {
        if let Some(enquiry_date) = self.enquiry_date.filter(|date| *date > letter_date) {
            return Err(LetterError::Contradiction {
                what: DateOf::Letter,
                earlier: letter_date,
                than: DateOf::Enquiry,
                later: enquiry_date,
            });
        }
        self.referral.as_ref().map_or(Ok(()), Referral::check)
    }

    pub(crate) fn subject(&self, words: &Words) -> String {
        let words_of_kind = &words.prospect_decline;
        match self.about(words) {
            Phrase::Inside(subject) => fill(&words_of_kind.subject, &[("subject", &subject)]),
            Phrase::Quoted(subject) => fill(&words_of_kind.subject_quoted, &[("subject", &subject)]),
        }
    }

    pub(crate) fn write(&self, writing: &mut Writing<'_>) {
        let letter = writing.medium == Medium::Letter;
        self.decline(writing);
        if letter {
            writing.end_paragraph();
        }
        if let Some(reason) = self.reason_words(writing.words) {
            writing.say(Part::Reason, &reason);
        }
        // An e-mail is three kind lines: what is declined, what helps, good wishes.
        if !letter {
            writing.end_paragraph();
        }
        let words = &writing.words.prospect_decline;
        if self.time_may_matter {
            writing.say(Part::TimeMayMatter, &words.time_may_matter);
        }
        if letter {
            writing.end_paragraph();
        }
        self.owed_and_papers(writing);
        if letter {
            writing.end_paragraph();
        }
        if let Some(referral) = &self.referral {
            let does = &writing.words.referral;
            referral.write(writing, (&does.works_in_this_field, &does.work_in_this_field));
        }
        writing.end_paragraph();
        writing.say(Part::GoodWishes, &words.wishes);
    }

    fn decline(&self, writing: &mut Writing<'_>) {
        let Some(date) = self.enquiry_date else { return };
        let words = &writing.words.prospect_decline;
        let (subject, sentence, inside) = match self.about(writing.words) {
            Phrase::Inside(subject) => (subject, &words.thanks_and_decline, true),
            Phrase::Quoted(subject) => (subject, &words.thanks_and_decline_quoted, false),
        };
        let form = DateForm { year_obvious: recent(date, writing.letter_date), inside };
        let date = writing.date(FactKey::EnquiryDate, 0, date, form);
        let subject = writing.show(FactKey::EnquirySubject, 0, subject);
        let sentence = fill(sentence, &[("enquiry_date", &date), ("subject", &subject)]);
        writing.say(Part::Decline, &sentence);
    }

    fn owed_and_papers(&self, writing: &mut Writing<'_>) {
        let words = &writing.words.prospect_decline;
        let owed = match (self.nothing_owed, self.after_call) {
            (false, _) => None,
            (true, false) => Some(words.nothing_owed.as_str()),
            (true, true) => Some(words.nothing_owed_call.as_str()),
        };
        let called = written(self.papers_called.as_ref()).map_or_else(
            || words.papers_default.clone(),
            |called| fill(&words.papers_named, &[("papers", &bare(writing.words, called))]),
        );
        let papers = match (self.papers, writing.medium) {
            (Papers::None, _) => None,
            (Papers::Deleted, _) => Some(&words.deleted),
            (Papers::Returned, Medium::Letter) if self.is_one_paper() => Some(&words.returned_one),
            (Papers::Returned, Medium::Letter) => Some(&words.returned),
            (Papers::Returned, Medium::Email) => Some(&words.returned_by_post),
        }
        .map(|sentence| fill(sentence, &[("papers", &called)]));
        match (owed, papers) {
            (None, None) => {}
            (Some(owed), None) => writing.say(Part::NothingOwed, &format!("{owed}.")),
            (None, Some(papers)) => writing.say(Part::Papers, &format!("{}.", with_capital(&papers))),
            (Some(owed), Some(papers)) => {
                let both = fill(&words.owed_and_papers, &[("owed", owed), ("papers", &papers)]);
                writing.say(Part::NothingOwed, &both);
                writing.also(Part::Papers);
            }
        }
    }

    fn reason_words(&self, words: &Words) -> Option<String> {
        match written(self.reason_line.as_ref()) {
            Some(line) if line.ends_with(['.', '!', '?', '…']) => Some(line.to_owned()),
            Some(line) => Some(format!("{line}.")),
            None => self.reason.map(|reason| reason.wording(words).to_owned()),
        }
    }

    fn about(&self, words: &Words) -> Phrase {
        about(words, self.subject.as_deref().unwrap_or_default())
    }

    /// The subject of the enquiry as the letter writes it.
    pub(crate) fn subject_shown(&self, words: &Words) -> String {
        match self.about(words) {
            Phrase::Inside(subject) | Phrase::Quoted(subject) => subject,
        }
    }

    /// What the papers are called in a list of enclosures, where they come back with the letter.
    pub(crate) fn enclosed(&self, words: &Words) -> Option<String> {
        (self.papers == Papers::Returned).then(|| {
            let called = written(self.papers_called.as_ref()).map(|called| bare(words, called));
            with_capital(&called.unwrap_or_else(|| words.prospect_decline.papers_enclosed.clone()))
        })
    }

    fn is_one_paper(&self) -> bool {
        written(self.papers_called.as_ref()).is_some_and(|called| {
            let plural = called.ends_with('s') && !called.ends_with("ss");
            !plural && !called.contains(" and ") && !called.contains([',', '&'])
        })
    }
}

fn with_capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
