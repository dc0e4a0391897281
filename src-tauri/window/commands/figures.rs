//! The standard figures.
use kindly_practice::figures::{FigurePeriod, FigureScope, FiguresView};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn figures(
    shell: State<'_, Shell>,
    scope: FigureScope,
    period: FigurePeriod,
) -> Answer<FiguresView> {
    shell.practice(|practice| practice.figures(now(), scope, period))
}
