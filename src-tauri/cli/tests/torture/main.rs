//! What Kindly promises when things go wrong: killed processes, cut power, full disks, odd clocks.
//!
//! Each promise has a short form, which runs with all other tests, and a long one (`./dev torture`, which sets
//! `KINDLY_TORTURE=long`). `KINDLY_TORTURE_SEED` runs another course of chance; whatever fails names its seed.
#[path = "../../../practice/tests/it/chance.rs"]
mod chance;
mod clock;
mod disk;
mod form;
mod full;
mod kills;
mod life;
mod load;
mod power;
mod room;
mod small;
mod told;
mod trace;
mod undo;
mod zones;
