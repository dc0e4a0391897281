//! The use cases, tried through the door that window and cli use.
mod correspond;
mod house;
mod import;
mod needs;
mod record;
mod room;
mod sample;
mod standing;
