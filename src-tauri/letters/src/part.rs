//! The parts that letters are made of.

use serde::Serialize;

/// A part of a letter. Serialised in snake case, as the window's catalogue knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// That the agreement is not renewed, and when it ends.
    Notice,
    /// A letter on paper follows the e-mail.
    PaperFollows,
    /// Why, in one neutral line.
    Reason,
    /// Thanks.
    Thanks,
    /// What is still delivered until the end.
    StillDelivered,
    /// Handover and files.
    Handover,
    /// Others who could take it on.
    Referral,
    /// Open invoices and the final one.
    Invoices,
    /// The request to confirm receipt.
    ConfirmReceipt,
    /// Thanks for the enquiry, and that it is not taken on.
    Decline,
    /// Time may matter: ask others soon.
    TimeMayMatter,
    /// Nothing is owed.
    NothingOwed,
    /// Papers come back or were deleted.
    Papers,
    /// Good wishes.
    GoodWishes,
    /// That the work is to go on well.
    Aim,
    /// What is done, or why not.
    Answer,
    /// Nothing begins before it is approved.
    Approval,
    /// The offer of a call.
    Call,
    /// What was changed so that it stays right.
    Changed,
    /// Where it was agreed.
    Clause,
    /// What they are asked to do.
    ClientSteps,
    /// That all is complete.
    Complete,
    /// What is done if it happens again.
    Consequence,
    /// If the payment is on its way.
    Crossed,
    /// What was due, and when.
    DatedFacts,
    /// By when to decide.
    DecideBy,
    /// What was delivered.
    Delivered,
    /// What is done.
    Done,
    /// What it does to the dates.
    Effect,
    /// What is asked from now on.
    Expectation,
    /// The final invoice or statement.
    FinalInvoice,
    /// What was found.
    Found,
    /// What it has brought.
    HasBrought,
    /// How it is done here.
    HowWeDoIt,
    /// How we work.
    HowWeWork,
    /// What is and is not included.
    Included,
    /// That they judge the fit for themselves.
    Judge,
    /// The step that follows.
    LawfulStep,
    /// What was missed.
    Missed,
    /// What was agreed about money.
    Money,
    /// What is needed, and by when.
    Needed,
    /// The next step and its day.
    NextStep,
    /// What stays undone.
    NotDone,
    /// What was said or done.
    Observed,
    /// What stays open to choice.
    OpenToChoice,
    /// The ways that are open.
    Options,
    /// What happens otherwise.
    Otherwise,
    /// Whose it was: ours.
    Ours,
    /// That the work pauses.
    Pause,
    /// By when and how to pay.
    PayBy,
    /// If something is unclear.
    Question,
    /// A prepayment that is refunded.
    Refund,
    /// When it was last written about.
    Reminded,
    /// By when to answer.
    ReplyBy,
    /// When the work goes on.
    Resume,
    /// What is handed back.
    Returns,
    /// That our role ended or cannot begin.
    Role,
    /// What both sides want.
    SharedGoal,
    /// What stays as it is.
    Stays,
    /// The new terms.
    Terms,
    /// What was understood.
    Understood,
    /// What went wrong, as they saw it.
    WentWrong,
    /// What is done about it, and by when.
    WhatWeDo,
    /// What is needed for it.
    WhatWeNeed,
    /// Words of the user's own that stand for no part of the composed letter.
    OwnWords,
}
