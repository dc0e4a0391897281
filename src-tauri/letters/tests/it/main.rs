//! The letters as their readers meet them.

mod drafts;
mod edited;
mod every_page;
mod faults;
mod files;
mod kinds;
mod on_paper;
mod samples;
mod sentences;
mod spec_file;
mod templates;
mod tone;
mod tone_check;
mod tone_rules;
mod whole;
mod words;
