//! A verdict explained: how it came about, what would change it, and the file of evidence.
mod events;
mod evidence;
mod history;
mod view;
mod what_if;

pub(crate) use history::look;
pub use view::{HistoryMonth, VerdictHistory, WhatIf, WhatIfRating, WhatIfSteps};
