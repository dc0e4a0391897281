//! What comes again, and what comes every week.
use chrono::NaiveDate;
use kindly_practice::{
    friday::{FridayAnswer, FridayView},
    lookback::{LookBack, LookBackDone},
    needs::SnoozedNeed,
    question::Question,
    record::Done,
    records::{ClientId, RatingScale},
    routine::{DueByTemplate, TemplatePick},
};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn templates_due(shell: State<'_, Shell>) -> Answer<Vec<DueByTemplate>> {
    shell.practice(|practice| practice.templates_due(now()))
}

#[tauri::command(async)]
pub(crate) fn templates_fill(shell: State<'_, Shell>, picks: Vec<TemplatePick>) -> Answer<Done> {
    shell.practice(|practice| practice.fill_templates(now(), &picks))
}

#[tauri::command(async)]
pub(crate) fn look_back(shell: State<'_, Shell>, answers: LookBack) -> Answer<LookBackDone> {
    shell.practice(|practice| practice.look_back(now(), &answers))
}

#[tauri::command(async)]
pub(crate) fn friday(shell: State<'_, Shell>) -> Answer<FridayView> {
    shell.practice(|practice| practice.friday(now()))
}

#[tauri::command(async)]
pub(crate) fn friday_answer(shell: State<'_, Shell>, answer: FridayAnswer) -> Answer<Option<Done>> {
    shell.practice(|practice| practice.friday_answer(now(), &answer))
}

#[tauri::command(async)]
pub(crate) fn question(
    shell: State<'_, Shell>,
    client: ClientId,
    scale: Option<RatingScale>,
) -> Answer<Question> {
    shell.practice(|practice| practice.question(now(), client, scale))
}

#[tauri::command(async)]
pub(crate) fn need_snooze(
    shell: State<'_, Shell>,
    key: String,
    client: Option<ClientId>,
    until: NaiveDate,
    reason: String,
) -> Answer<Done> {
    shell.practice(|practice| practice.snooze(now(), &key, client, until, &reason))
}

#[tauri::command(async)]
pub(crate) fn snoozed(shell: State<'_, Shell>) -> Answer<Vec<SnoozedNeed>> {
    shell.practice(|practice| practice.snoozed(now()))
}
