//! The kinds of record, a file each: its SQL and its one row mapper.
mod check_in;
mod client;
mod complaint;
mod concession;
mod deliverable;
mod engagement;
mod enquiry;
mod incident;
mod invoice;
mod letter;
mod obligation;
