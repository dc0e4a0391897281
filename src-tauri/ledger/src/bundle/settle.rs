//! Letting a ledger that arrived go on in the place of this computer's.
use std::path::Path;

use rusqlite::OpenFlags;

use super::{Unbundled, inspect, pack::go_on};
use crate::{
    Keyring, LedgerError,
    copies::seen,
    files::{draft_of, remove_drafts},
    journal::head,
    store::{connection::keyed, fit, lock, watch},
    vault::{reencrypt, remove_draft, swap_in},
};

/// Puts what arrived in the place of the ledger at `ledger`, written anew under the key that is in use there, so that
/// its passphrase, its recovery code or its bare key open it as before. What arrived stays as well, until its caller
/// removes it. Nobody may have the ledger open; whoever wants to keep it backs it up first. Stopped or killed anywhere,
/// it leaves the ledger that stood there or the one that arrived.
///
/// Where no ledger stands yet, `keyring` is what [`load_or_create`](crate::vault::load_or_create) makes for the place.
///
/// `told` hears how far it is, from 0 to 1, and stops it with `false`.
///
/// # Errors
/// [`LedgerError::InUse`], [`LedgerError::Stopped`], [`LedgerError::OlderLayout`] for a ledger that was not opened since
/// it arrived and would have to be brought to this layout, [`LedgerError::Broken`] where what arrived is damaged
/// meanwhile, and what the disk refuses.
pub fn take_place(
    arrived: &Unbundled,
    ledger: &Path,
    keyring: &Keyring,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    go_on(told, 0.0)?;
    let _alone = lock::alone(ledger)?;
    remove_drafts(ledger);
    let key = fit::key_that_fits(&arrived.ledger, arrived.keyring.keys())?;
    let opened = keyed(&arrived.ledger, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let found = opened.pragma_query_value(None, "user_version", |row| row.get(0))?;
    inspect::only_newest(&arrived.ledger, found)?;
    let head = head::head(&opened)?;
    drop(opened);

    let draft = draft_of(ledger);
    reencrypt(&arrived.ledger, key, &draft, keyring.current(), told)?;
    let swapped = go_on(told, 1.0).and_then(|()| {
        // Killed after the swap, the new one would look like an older copy; killed before it, nothing is noticed.
        seen::forget(ledger);
        swap_in(ledger, &draft)
    });
    if swapped.is_err() {
        remove_draft(&draft);
    }
    swapped?;
    watch::note(ledger, head.seq, &head.hash);
    Ok(())
}
