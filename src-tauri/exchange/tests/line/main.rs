//! What a person types on one line, and what it is understood as.
mod asked;
mod completed;
mod documented;
mod properties;
mod told;
mod understood;
mod world;
