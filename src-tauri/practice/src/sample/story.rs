//! What the sample tells, read from `practice.json`: days are counted back from the day it is as of, so that it is
//! never out of date.
use chrono::{Datelike, Days, Months, NaiveDate};
use iso_currency::Currency;
use kindly_records::{
    Client, ClientId, Contact, Engagement, FitCriterion, Improvement, Language, Money, NoticePeriod, Paper,
    Profile, ReferralContact, add_months,
};

use super::told::{Practice, Term, ToldClient, ToldEngagement};

/// The practice, in days before the day it is as of; below 0 lies ahead.
const PRACTICE: &str = include_str!("practice.json");

/// Who keeps the sample practice.
pub(super) fn profile() -> Profile {
    Profile {
        trade_name: "Ines Marlow Consulting".to_owned(),
        name: "Ines Marlow".to_owned(),
        role: "Content and communication".to_owned(),
        address: vec!["12 Quay Street".to_owned(), "Bristol BS1 4DJ".to_owned()],
        country: "GB".to_owned(),
        email: "ines@marlow.example".to_owned(),
        phone: "+44 117 496 0123".to_owned(),
        website: "marlow.example".to_owned(),
        place: "Bristol".to_owned(),
        language: Language::EnGb,
        paper: Paper::A4,
        currency: Currency::GBP,
        ..Profile::default()
    }
}

/// The clients, as they stand on a day.
pub(super) fn clients(today: NaiveDate) -> Vec<Told> {
    practice().clients.into_iter().map(|told| Told { today, client: told.client(), of_them: told }).collect()
}

/// Whom the sample practice refers to.
pub(super) fn referral_contacts() -> Vec<ReferralContact> {
    practice().referral_contacts
}

/// Whom the sample practice fits.
pub(super) fn fit_criteria() -> Vec<FitCriterion> {
    practice().fit_criteria
}

/// What the sample practice changes on its own side, as of a day.
pub(super) fn improvements(today: NaiveDate) -> Vec<Improvement> {
    let before = |days: i64| today - chrono::TimeDelta::days(days);
    let told = practice().improvements.into_iter();
    told.map(|told| Improvement {
        what: told.what,
        from: before(told.from),
        theme: told.theme,
        done_on: told.done.map(before),
        notes: told.notes,
    })
    .collect()
}

fn practice() -> Practice {
    serde_json::from_str(PRACTICE).expect("the sample is written with the app and tested")
}

/// One client with everything that is told of them.
pub(super) struct Told {
    pub(super) today: NaiveDate,
    pub(super) client: Client,
    pub(super) of_them: ToldClient,
}

impl Told {
    /// Their agreement; prospects have none.
    pub(super) fn engagement(&self, client: ClientId) -> Option<Engagement> {
        let told = self.of_them.engagements.first()?;
        let agreed_on = first_of_month(self.today - Months::new(told.agreed_months));
        Some(Engagement {
            success: told.success.clone(),
            term_ends_on: self.first_end(told, agreed_on),
            renews_by_months: told.renews,
            notice: told.notice.map(|(count, unit)| NoticePeriod { count, unit }),
            notice_form: told.form,
            fee_model: told.fee_model,
            rate: told.rate.map(|minor| self.money(minor)),
            budget_minutes: told.budget_minutes,
            ..Engagement::new(client, told.title.clone(), agreed_on)
        })
    }

    /// The end of the first term: whole renewals before the end that is told.
    fn first_end(&self, told: &ToldEngagement, agreed_on: NaiveDate) -> Option<NaiveDate> {
        let ends_on = match told.term? {
            Term::InDays(days) => last_of_month(self.today + Days::new(days)),
            // The next month end that leaves a week for the decision is the last day of notice.
            Term::NoticeSoon => last_of_month(last_of_month(self.today + Days::new(8)) + Months::new(2)),
        };
        let Some(renews) = told.renews else { return Some(ends_on) };
        let mut first = ends_on;
        while let earlier = last_of_month(first - Months::new(renews))
            && earlier >= add_months(agreed_on, 6)
        {
            first = earlier;
        }
        Some(first)
    }

    /// A day, told as so many days before the one that the sample is as of.
    pub(super) fn day(&self, before: i64) -> NaiveDate {
        self.today - chrono::TimeDelta::days(before)
    }

    /// An amount in the client's currency.
    pub(super) fn money(&self, minor: i64) -> Money {
        Money { minor, currency: self.client.currency }
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).expect("every month has a first day")
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    add_months(first_of_month(day), 1).pred_opt().expect("the day before the first of a month")
}

impl ToldClient {
    fn client(&self) -> Client {
        let (salutation, given_name, family_name, email) = self.contact.clone();
        Client {
            status: self.status,
            contact: Contact { salutation, given_name, family_name, email, ..Contact::default() },
            address: self.address.clone(),
            country: self.country.clone(),
            notes: self.notes.clone(),
            sample: true,
            people: self.people.clone(),
            tags: self.tags.clone(),
            website: self.website.clone(),
            check_in_every_days: self.check_in_every,
            ..Client::new(self.name.clone(), self.currency, self.language)
        }
    }
}
