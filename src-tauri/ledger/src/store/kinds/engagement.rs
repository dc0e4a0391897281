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
               notice_count, notice_unit, notice_form, notice_counts, ended_on
        FROM engagement";
    const SAVE: &'static str = "
        INSERT INTO engagement (id, client, title, agreed_on, success, starts_on, term_ends_on, renews_by_months,
            notice_count, notice_unit, notice_form, notice_counts, ended_on)
        VALUES (:id, :client, :title, :agreed_on, :success, :starts_on, :term_ends_on,
            :renews_by_months, :notice_count, :notice_unit, :notice_form, :notice_counts, :ended_on)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, title = excluded.title, agreed_on = excluded.agreed_on,
            success = excluded.success, starts_on = excluded.starts_on,
            term_ends_on = excluded.term_ends_on, renews_by_months = excluded.renews_by_months,
            notice_count = excluded.notice_count, notice_unit = excluded.notice_unit,
            notice_form = excluded.notice_form, notice_counts = excluded.notice_counts,
            ended_on = excluded.ended_on";
    const ORDER: &'static str = "agreed_on, id";
    const NAMED_BY: &'static [NamedBy] = &[
        NamedBy { kind: Kind::Deliverable, column: "engagement" },
        NamedBy { kind: Kind::Obligation, column: "engagement" },
        NamedBy { kind: Kind::Letter, column: "engagement" },
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
        })
    }
}
