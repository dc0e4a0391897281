//! The two bars a user may move.

use crate::VerdictError;

/// What a user may change about the method. Everything else is in [`constants`](crate::constants).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// After how many days a record weighs half. Above 0; 365 unless changed.
    pub half_life_days: f64,
    /// What "we usually deliver" means: the share of deliverables met, between 0 and 1 exclusive; 0.70 unless changed.
    pub delivery_bar: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { half_life_days: 365.0, delivery_bar: 0.70 }
    }
}

impl Settings {
    /// Refuses a half-life or a bar with which the arithmetic has no meaning.
    pub(crate) fn check(&self) -> Result<(), VerdictError> {
        if !(self.half_life_days.is_finite() && self.half_life_days > 0.0) {
            return Err(VerdictError::HalfLife { found: self.half_life_days });
        }
        if !(self.delivery_bar > 0.0 && self.delivery_bar < 1.0) {
            return Err(VerdictError::DeliveryBar { found: self.delivery_bar });
        }
        Ok(())
    }

    /// What a record of this age in whole days weighs: 1 today, one half after a half-life.
    pub(crate) fn weight(&self, age_days: i32) -> f64 {
        (-f64::from(age_days) / self.half_life_days).exp2()
    }
}
