//! Agreements.
use kindly_records::{Engagement, Kind, NoticePeriod};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::{Entity, NamedBy},
    },
};

impl Entity for Engagement {
    const SELECT: &'static str = "
        SELECT id, client, title, agreed_on, success, starts_on, term_ends_on, renews_by_months,
               notice_count, notice_unit, notice_form, notice_counts, ended_on,
               fee_model, rate_minor, rate_currency, budget_minutes, from_memory
        FROM engagement";
    const SAVE: &'static str = "
        INSERT INTO engagement (id, client, title, agreed_on, success, starts_on, term_ends_on, renews_by_months,
            notice_count, notice_unit, notice_form, notice_counts, ended_on,
            fee_model, rate_minor, rate_currency, budget_minutes, from_memory)
        VALUES (:id, :client, :title, :agreed_on, :success, :starts_on, :term_ends_on,
            :renews_by_months, :notice_count, :notice_unit, :notice_form, :notice_counts, :ended_on,
            :fee_model, :rate_minor, :rate_currency, :budget_minutes, :from_memory)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, title = excluded.title, agreed_on = excluded.agreed_on,
            success = excluded.success, starts_on = excluded.starts_on,
            term_ends_on = excluded.term_ends_on, renews_by_months = excluded.renews_by_months,
            notice_count = excluded.notice_count, notice_unit = excluded.notice_unit,
            notice_form = excluded.notice_form, notice_counts = excluded.notice_counts,
            ended_on = excluded.ended_on,
            fee_model = excluded.fee_model, rate_minor = excluded.rate_minor,
            rate_currency = excluded.rate_currency, budget_minutes = excluded.budget_minutes,
            from_memory = excluded.from_memory";
    const ORDER: &'static str = "agreed_on, id";
    const NAMED_BY: &'static [NamedBy] = &[
        NamedBy::free(Kind::Deliverable, "engagement"),
        NamedBy::free(Kind::Obligation, "engagement"),
        NamedBy::free(Kind::Invoice, "engagement"),
        NamedBy::free(Kind::Concession, "engagement"),
        NamedBy::free(Kind::Letter, "engagement"),
        NamedBy::free(Kind::TimeEntry, "engagement"),
        NamedBy::free(Kind::Request, "engagement"),
        NamedBy::free(Kind::Decision, "engagement"),
        NamedBy::free(Kind::Ending, "engagement"),
        NamedBy::free(Kind::Template, "engagement"),
    ];

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":title": self.title,
            ":agreed_on": self.agreed_on,
            ":success": self.success,
            ":starts_on": self.starts_on,
            ":term_ends_on": self.term_ends_on,
            ":renews_by_months": self.renews_by_months,
            ":notice_count": self.notice.map(|notice| notice.count),
            ":notice_unit": self.notice.map(|notice| Word(notice.unit)),
            ":notice_form": Word(self.notice_form),
            ":notice_counts": Word(self.notice_counts),
            ":ended_on": self.ended_on,
            ":fee_model": Word(self.fee_model),
            ":rate_minor": self.rate.map(|rate| rate.minor),
            ":rate_currency": self.rate.map(|rate| rate.currency.code()),
            ":budget_minutes": self.budget_minutes,
            ":from_memory": self.from_memory,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            title: cells.text("title")?,
            agreed_on: cells.day("agreed_on")?,
            success: cells.text("success")?,
            starts_on: cells.optional_day("starts_on")?,
            term_ends_on: cells.optional_day("term_ends_on")?,
            renews_by_months: cells.number("renews_by_months")?,
            notice: Option::zip(cells.number("notice_count")?, cells.optional_word("notice_unit")?)
                .map(|(count, unit)| NoticePeriod { count, unit }),
            notice_form: cells.word("notice_form")?,
            notice_counts: cells.word("notice_counts")?,
            ended_on: cells.optional_day("ended_on")?,
            fee_model: cells.word("fee_model")?,
            rate: cells.optional_money("rate_minor", "rate_currency")?,
            budget_minutes: cells.number("budget_minutes")?,
            from_memory: cells.flag("from_memory")?,
        })
    }
}
