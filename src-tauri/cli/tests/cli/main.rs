//! The command line as its users meet it: the real program, on ledgers and files in folders of their own.
mod imports;
mod letters;
mod portfolios;
mod records;
mod refusals;
mod typed;
