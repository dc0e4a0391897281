//! What work with a key leaves on the stack.
//!
//! Whoever calculates with a key spreads it into places of the moment: round keys, registers put aside. Nobody wipes those when
//! they are left, and the next to use that part of the stack may not come for hours.
use std::hint::black_box;

/// More than the deepest work with a key takes. The smallest stack that is used has two million.
const DEEP: usize = 192 * 1024;

/// Does work with a key, then overwrites the part of the stack that it used.
pub(crate) fn without_traces<T>(work: impl FnOnce() -> T) -> T {
    let result = apart(work);
    overwrite();
    result
}

/// Stands apart, so that the work's places lie below this frame, where the next call's will.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
#[expect(clippy::large_stack_arrays, reason = "the stack is what it is for")]
fn overwrite() {
    black_box(&mut [0_u8; DEEP]);
}
