//! Standard figures of the field, each with its formula, its source and its n.
//!
//! Every figure says how many records it rests on, and is absent (`None`), never zero, where there are none. What
//! the user only felt ([`kindly_records::SaidBy::MyImpression`]) counts in no figure. Each function takes anything
//! that gives records by reference: a slice, or a filtered walk over kept ones.
#![warn(missing_docs)]

mod delivery;
mod own_record;
mod rate;
mod satisfaction;
mod statistics;
mod their_side;
mod window;

pub use delivery::{on_time_rate, otif, overdue};
pub use own_record::{Fell, LEAST_N, OwnRecord, own_record};
pub use rate::{Interval, Mean, Median, Rate};
pub use satisfaction::{Csat, FIVE, Nps, ces, csat, mean_satisfaction_on_five, nps};
pub use their_side::{ResponseDays, days_beyond_terms, first_response_days, invoices_kept, obligations_kept};
pub use window::Window;
