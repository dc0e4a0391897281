//! The verdict, tested from outside: written cases, edges of the method, refusals, reasons, properties, and a second,
//! plain reading of the method that must agree.

mod build;
mod cases;
mod document;
mod edges;
mod edits;
mod ongoing;
mod ongoing_edges;
mod plain;
mod properties;
mod random;
mod reasons;
mod refusals;
mod theme_matrix;
mod themes;
