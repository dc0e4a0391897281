//! A check-in of one question, ready to be sent.
use kindly_records::{ClientId, RatingScale};
use serde::Serialize;
use ts_rs::TS;

/// An e-mail with one question.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Question {
    /// The client.
    pub client: ClientId,
    /// The scale that it asks on.
    pub scale: RatingScale,
    /// To whom; may be empty.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}
