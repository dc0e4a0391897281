//! `renewal_refusal`: an agreement is not renewed, and when it ends.

mod facts;
mod money_words;
mod work_words;

pub use facts::{Delivery, Invoice, Notice, NoticeCounts, NoticeForm, RenewalReason, RenewalRefusal, Thanks};

use super::referral::Referral;
use crate::compose::{DateForm, Medium, Part, Writing};
use crate::convention::{amount, full_date, full_date_inside, month, says_something, soon, written};
use crate::error::{DateOf, LetterError};
use crate::fact::FactKey;
use crate::noun::thing;
use crate::words::{Words, fill};
use chrono::{Datelike, NaiveDate};

impl RenewalRefusal {
    pub(crate) fn missing(&self) -> Vec<FactKey> {
        let mut missing = Vec::new();
        missing.extend(self.agreement_date.is_none().then_some(FactKey::AgreementDate));
        missing.extend(self.end_date.is_none().then_some(FactKey::EndDate));
        missing.extend((self.notice.is_none() && !self.notice_override_confirmed).then_some(FactKey::Notice));
        let untitled = self.still_to_deliver.iter().any(|delivery| !says_something(&delivery.title));
        missing.extend(untitled.then_some(FactKey::Delivery));
        let invoices = &self.invoices;
        let unnumbered = invoices.iter().any(|invoice| invoice.number.trim().is_empty());
        missing.extend(unnumbered.then_some(FactKey::InvoiceNumber));
        missing.extend(
            invoices.iter().any(|invoice| invoice.amount.is_none()).then_some(FactKey::InvoiceAmount),
        );
        missing.extend(invoices.iter().any(|invoice| invoice.due.is_none()).then_some(FactKey::InvoiceDue));
        missing.extend(self.referral.as_ref().and_then(Referral::missing));
        missing
    }

    pub(crate) fn check(&self, words: &Words, letter_date: NaiveDate) -> Result<(), LetterError> {
        let letter = (DateOf::Letter, Some(letter_date));
        let agreement = (DateOf::Agreement, self.agreement_date);
        let end = (DateOf::End, self.end_date);
        not_before(letter, agreement)?;
        not_before(end, agreement)?;
        not_before(end, letter)?;
        not_before((DateOf::Handover, self.handover_by), letter)?;
        not_before((DateOf::FinalInvoice, self.final_invoice_by), letter)?;
        if let Some(notice) = &self.notice {
            let last_day = (DateOf::LastDayOfNotice, Some(notice.last_day));
            not_before(end, last_day)?;
            not_before(last_day, (DateOf::LastSafePostingDay, notice.last_safe_posting_day))?;
            not_before((DateOf::NextEnd, notice.next_end), end)?;
        }
        if let Some(notice) = &self.notice
            && letter_date > notice.last_day
            && !self.notice_override_confirmed
        {
            let (last_day, next_end) = (notice.last_day, notice.next_end);
            return Err(LetterError::NoticePassed { last_day, letter_date, next_end });
        }
        for invoice in &self.invoices {
            if let Some(money) = invoice.amount.filter(|money| money.minor <= 0) {
                let (number, amount) = (invoice.number.clone(), amount(words, money));
                return Err(LetterError::NothingToPay { number, amount });
            }
        }
        self.referral.as_ref().map_or(Ok(()), Referral::check)
    }

    pub(crate) fn subject(&self, words: &Words) -> String {
        let agreed = self.agreement_date.map(|date| full_date(words, date)).unwrap_or_default();
        fill(&words.renewal_refusal.subject, &[("agreement_date", &agreed)])
    }

    pub(crate) fn paper_follows(&self, words: &Words) -> Option<String> {
        match self.notice.as_ref()?.form {
            NoticeForm::Letter => Some(words.signed_letter_follows.clone()),
            NoticeForm::Registered => Some(words.registered_letter_follows.clone()),
            NoticeForm::Email => None,
        }
    }

    pub(crate) fn days(&self) -> Vec<NaiveDate> {
        let alone = [self.agreement_date, self.end_date, self.handover_by, self.final_invoice_by];
        let notice = self.notice.iter().flat_map(|notice| [Some(notice.last_day), notice.next_end]);
        let deliveries = self.still_to_deliver.iter().map(|delivery| delivery.due);
        let invoices = self.invoices.iter().map(|invoice| invoice.due);
        alone.into_iter().chain(notice).chain(deliveries).chain(invoices).flatten().collect()
    }

    pub(crate) fn write(&self, writing: &mut Writing<'_>) {
        // Both are asked for before anything is written.
        let (Some(agreed), Some(end)) = (self.agreement_date, self.end_date) else { return };
        let words = &writing.words.renewal_refusal;

        self.notice(writing, agreed, end);
        if let Some(reason) = self.reason {
            writing.say(Part::Reason, reason.wording(writing.words));
        }
        writing.end_paragraph();

        if let Some(thanks) = self.thanks_words(writing.words, agreed) {
            writing.say(Part::Thanks, &thanks);
            writing.end_paragraph();
        }

        self.still_delivered(writing, end);
        self.handover(writing, end);
        writing.end_paragraph();

        if let Some(referral) = &self.referral {
            let does = &writing.words.referral;
            referral.write(writing, (&does.does_such_work, &does.do_such_work));
            writing.end_paragraph();
        }

        self.invoices(writing, end);
        writing.end_paragraph();

        if self.ask_confirm_receipt {
            writing.say(Part::ConfirmReceipt, &words.confirm_and_files);
            writing.end_paragraph();
        }
        writing.say(Part::GoodWishes, &words.wishes);
    }

    fn notice(&self, writing: &mut Writing<'_>, agreed: NaiveDate, end: NaiveDate) {
        let words = &writing.words.renewal_refusal;
        let form = DateForm { year_obvious: false, inside: false };
        let agreement_date = writing.date(FactKey::AgreementDate, 0, agreed, form);
        let agreement = if let Some(title) = written(self.engagement.as_ref()) {
            let engagement = thing(writing.words, title);
            let engagement = writing.show(FactKey::EngagementTitle, 0, engagement);
            let inside = full_date_inside(writing.words, agreed);
            fill(&words.agreement_for, &[("agreement_date_inside", &inside), ("engagement", &engagement)])
        } else {
            fill(&words.agreement, &[("agreement_date", &agreement_date)])
        };
        let ends = self.ends(writing, end);
        let by_email = self.notice.as_ref().is_some_and(|notice| notice.form == NoticeForm::Email);
        let sentence = match (writing.medium, by_email) {
            (Medium::Letter, _) => &words.notice,
            (Medium::Email, true) => &words.notice_by_email,
            (Medium::Email, false) => &words.notice_beside_letter,
        };
        writing.say(Part::Notice, &fill(sentence, &[("agreement", &agreement), ("ends", &ends)]));
        if writing.medium == Medium::Email
            && let Some(follows) = self.paper_follows(writing.words)
        {
            writing.say(Part::PaperFollows, &follows);
        }
    }

    /// When it ends; where notice is late, also the end that it reaches if this one does not hold.
    fn ends(&self, writing: &mut Writing<'_>, end: NaiveDate) -> String {
        let words = &writing.words.renewal_refusal;
        let late = self.notice.as_ref().filter(|notice| writing.letter_date > notice.last_day);
        let next_end = late.and_then(|notice| notice.next_end).filter(|next| *next > end);
        let form = DateForm { year_obvious: false, inside: next_end.is_some() };
        let end_date = writing.date(FactKey::EndDate, 0, end, form);
        let Some(next_end) = next_end else { return fill(&words.ends_on, &[("end_date", &end_date)]) };
        let next_end = writing.date(FactKey::Notice, 0, next_end, DateForm { inside: false, ..form });
        fill(&words.ends_on_or_next, &[("end_date", &end_date), ("next_end", &next_end)])
    }

    fn thanks_words(&self, words: &Words, agreed: NaiveDate) -> Option<String> {
        let thanks = &words.renewal_refusal.thanks;
        let year = agreed.year().to_string();
        match self.thanks {
            Thanks::WorkTogether => Some(thanks.work_together.clone()),
            Thanks::Since => Some(fill(&thanks.since, &[("month", month(words, agreed)), ("year", &year)])),
            Thanks::Trust => Some(thanks.trust.clone()),
            Thanks::Hospitality => Some(thanks.hospitality.clone()),
            Thanks::None => None,
        }
    }

    fn handover(&self, writing: &mut Writing<'_>, end: NaiveDate) {
        let words = &writing.words.renewal_refusal;
        let Some(by) = self.handover_by else {
            writing.say(Part::Handover, &words.handover);
            return;
        };
        let form = DateForm { year_obvious: soon(by, writing.letter_date, end), inside: true };
        let date = writing.date(FactKey::HandoverBy, 0, by, form);
        let sentence = if by > end { &words.handover_after_end } else { &words.handover_by };
        writing.say(Part::Handover, &fill(sentence, &[("date_inside", &date)]));
    }
}

impl RenewalReason {
    fn wording(self, words: &Words) -> &str {
        let reasons = &words.renewal_refusal.reasons;
        match self {
            Self::OtherField => &reasons.other_field,
            Self::FewerEngagements => &reasons.fewer_engagements,
            Self::ClosingPractice => &reasons.closing_practice,
            Self::NotTheTimeItNeeds => &reasons.not_the_time_it_needs,
        }
    }
}

/// A date beside the one that it must not precede.
fn not_before(
    (what, early): (DateOf, Option<NaiveDate>),
    (than, late): (DateOf, Option<NaiveDate>),
) -> Result<(), LetterError> {
    match (early, late) {
        (Some(earlier), Some(later)) if earlier < later => {
            Err(LetterError::Contradiction { what, earlier, than, later })
        }
        _ => Ok(()),
    }
}
