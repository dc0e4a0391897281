//! The use cases, tried through the door that window and cli use.
mod calendar;
mod chance;
mod correspond;
mod excuse;
mod figures;
mod filling;
mod house;
mod import;
mod kinds;
mod needs;
mod past;
mod random;
mod record;
mod room;
mod safety;
mod sample;
mod standing;
