//! The letters as their readers meet them.

mod edited;
mod faults;
mod on_paper;
mod samples;
mod sentences;
mod spec_file;
mod tone;
mod whole;
