//! What the commands about verdicts and decisions take.
use std::path::PathBuf;

use clap::Args;
use kindly_practice::records::Language;
use uuid::Uuid;

use super::values::{Pair, cut, language, pair, percent};

#[derive(Debug, Args)]
pub(crate) struct OfClient {
    /// Of whom, by the client's name
    #[arg(long, value_name = "NAME")]
    pub(crate) client: String,
}

#[derive(Debug, Args)]
pub(crate) struct WhatIf {
    /// Of whom, by the client's name
    #[arg(long, value_name = "NAME")]
    pub(crate) client: String,
    /// A check-in that might come, such as csat=4; as often as it might
    #[arg(long, value_name = "SCALE=VALUE", value_parser = pair)]
    pub(crate) rating: Vec<Pair>,
    /// Deliverables that might be met
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) met: u32,
    /// Deliverables that might be missed
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) missed: u32,
    /// Obligations that they might keep
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) kept: u32,
    /// Obligations that they might break
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) broken: u32,
}

#[derive(Debug, Args)]
pub(crate) struct EvidenceFile {
    /// About whom, by the client's name
    #[arg(long, value_name = "NAME")]
    pub(crate) client: String,
    /// In which language, such as en-GB or de-DE; the client's own without it
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub(crate) language: Option<Language>,
    /// Where the PDF goes
    #[arg(long, value_name = "F.pdf")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ReviewFile {
    /// Which quarter, such as 2026-Q3; the one that runs is told until today
    #[arg(long, value_name = "YYYY-QN")]
    pub(crate) quarter: String,
    /// Where the PDF goes
    #[arg(long, value_name = "F.pdf")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct PriceCut {
    /// Who asks for it, by the client's name
    #[arg(long, value_name = "NAME")]
    pub(crate) client: String,
    /// The cut in percent, above 0 and below 100
    #[arg(long, value_name = "PERCENT", value_parser = cut)]
    pub(crate) cut: f64,
    /// How much of the freed time would be sold to others, in percent
    #[arg(long, value_name = "PERCENT", value_parser = percent, default_value = "50")]
    pub(crate) filled: f64,
}

#[derive(Debug, Args)]
pub(crate) struct Answers {
    /// The enquiry's id
    #[arg(value_name = "ENQUIRY")]
    pub(crate) enquiry: Uuid,
    /// Each criterion's id and its answer: yes, partly, no or unknown
    #[arg(required = true, value_name = "CRITERION=ANSWER", value_parser = pair)]
    pub(crate) answers: Vec<Pair>,
}

#[derive(Debug, Args)]
pub(crate) struct Method {
    /// After how many days a record weighs half
    #[arg(long, value_name = "DAYS")]
    pub(crate) half_life: Option<u32>,
    /// From which share of deliverables met one usually delivers, in percent
    #[arg(long, value_name = "PERCENT")]
    pub(crate) delivery_bar: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct ChartFile {
    /// Which chart
    #[arg(value_name = "CHART")]
    pub(crate) chart: ChartName,
    /// Of whom, where it is one client's
    #[arg(long, value_name = "NAME", required_if_eq("chart", "history"))]
    pub(crate) client: Option<String>,
    /// Where the SVG goes
    #[arg(long, value_name = "F.svg")]
    pub(crate) out: PathBuf,
}

/// The charts that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ChartName {
    /// Deliverables met and missed by month
    Delivery,
    /// How the clients stood by month
    Standing,
    /// Cumulative profit by client
    Whale,
    /// The verdict of a client by month, with --client
    History,
    /// Our own on-time rate by month, beside the year before
    OnTime,
    /// Promises kept by month
    Promises,
    /// Days to the first answer by month
    FirstResponse,
    /// Complaints per deliverable by month
    Complaints,
    /// Check-ins asked for by month
    Asked,
}
