//! Standard figures of the field, each with its formula, its source and its n.
//!
//! Every figure says how many records it rests on, and is absent (`None`), never zero, where there are none. What
//! the user only felt ([`kindly_records::SaidBy::MyImpression`]) counts in no figure, and amounts in different
//! currencies are never added. Each function takes anything that gives records by reference: a slice, or a filtered walk
//! over kept ones. What a figure had to leave out stands beside it.
#![warn(missing_docs)]

mod change;
mod concessions;
mod delivery;
mod figure;
mod fit;
mod hourly_rate;
mod hours;
mod income;
mod money;
mod own_record;
mod price;
mod rank;
mod rate;
mod realization;
mod response;
mod satisfaction;
mod statistics;
mod terms;
mod their_side;
mod traits;
mod trust;
mod unbilled;
mod whale;
mod window;

pub use change::{BeforeAfter, ChangeSays, before_and_after, months_within};
pub use concessions::{ConcessionShare, ConcessionShares, concession_share};
pub use delivery::{AcceptanceRate, acceptance_rate, on_time_rate, otif, overdue};
pub use figure::{Figure, Unit};
pub use fit::{FitBand, FitResult, fit};
pub use hourly_rate::{HourlyRate, HourlyRates, effective_hourly_rate};
pub use hours::{
    AttentionHours, BudgetUse, Hours, HoursShare, StretchUse, attention_hours, billable_share, budget_use,
    hours_spent, share_of_hours,
};
pub use income::{IncomeShare, IncomeShares, share_of_income};
pub use money::{Fees, fees_invoiced};
pub use own_record::{Fell, LEAST_N, OwnRecord, own_record};
pub use price::{PriceCut, PriceNeeded, median, median_minor, price_cut, price_needed, worth_of_hours};
pub use rate::{Interval, Mean, Median, Rate};
pub use realization::{Realization, Realizations, realization};
pub use response::{ResponseDays, all_response_days, enquiry_response_days, first_response_days};
pub use satisfaction::{Csat, FIVE, Nps, SEVEN, ces, csat, mean_satisfaction_on_five, nps};
pub use terms::{Bill, DaysBeyondTerms, bills, days_beyond_terms, days_beyond_terms_by_amount};
pub use their_side::{invoices_kept, obligations_kept};
pub use traits::TraitTable;
pub use trust::{
    OwnTrust, TrustFigure, TrustMonth, TrustRecords, TrustYear, complaints_per_deliverable, own_trust,
};
pub use unbilled::unbilled_hours;
pub use whale::{Contribution, WhaleCurve, WhalePoint, profit, whale_curve};
pub use window::Window;
