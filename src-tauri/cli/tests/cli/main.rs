//! The command line as its users meet it: the real program, on ledgers and files in folders of their own.
mod drawings;
mod erasures;
mod exports;
mod figures;
mod files;
mod guard;
mod imports;
mod judging;
mod kinds;
mod letters;
mod network;
#[cfg(target_os = "linux")]
mod notifications;
mod packages;
mod past;
mod portfolios;
mod records;
mod refusals;
mod review;
mod routine;
mod safety;
mod trust;
mod typed;
mod worths;
