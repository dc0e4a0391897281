//! The command line as its users meet it: the real program, on ledgers and files in folders of their own.
mod erasures;
mod exports;
mod figures;
mod files;
mod imports;
mod kinds;
mod letters;
mod network;
mod past;
mod portfolios;
mod records;
mod refusals;
mod routine;
mod safety;
mod typed;
