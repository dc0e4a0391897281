//! Erasing in the backups as well: whoever restores one finds nobody who was erased.
use std::path::Path;

use kindly_ledger::{
    Keyring, Ledger, LedgerError,
    backup::{self, Rewritten},
};
use kindly_records::{Client, ClientId, Contact, Moment};

use super::{forgotten, same_person};
use crate::{Practice, standing::number};

/// What of the backups was reached.
#[derive(Default)]
pub(super) struct Reached {
    pub(super) rewritten: u32,
    /// Names with the reason.
    pub(super) left: Vec<String>,
    pub(super) second_waits: bool,
}

impl Practice {
    /// How many backups an erasure would write anew.
    pub(super) fn backups_to_reach(&self) -> u32 {
        number(backup::list(&backup::folder_of(&self.path)).map_or(0, |listed| listed.len()))
    }

    /// Writes every backup anew without a client.
    pub(super) fn erase_client_in_backups(&mut self, moment: Moment, client: ClientId) -> Reached {
        self.erase_in_backups(moment, |folder, keyring| {
            Ok(backup::erase_client(folder, keyring, client, moment.at)?.backups)
        })
    }

    /// Writes every backup anew without one person of a client.
    pub(super) fn erase_person_in_backups(
        &mut self,
        moment: Moment,
        client: ClientId,
        gone: &Contact,
    ) -> Reached {
        self.erase_in_backups(moment, |folder, keyring| {
            backup::rewrite(folder, keyring, &mut |ledger| without_person(ledger, client, gone))
        })
    }

    /// The second place is made like the first, at once or when it comes back.
    fn erase_in_backups(
        &mut self,
        moment: Moment,
        work: impl FnOnce(&Path, &Keyring) -> Result<Rewritten, LedgerError>,
    ) -> Reached {
        let mut reached = Reached::default();
        let first = backup::folder_of(&self.path);
        if first.is_dir() {
            match work(&first, &self.keyring) {
                Ok(done) => {
                    reached.rewritten = number(done.rewritten.len());
                    reached.left = done.left.iter().map(|(file, why)| format!("{file}: {why}")).collect();
                }
                Err(error) => reached.left.push(error.to_string()),
            }
        }
        reached.second_waits = self.bring_second_up_after_erasure(moment);
        reached
    }
}

/// A backup without one person of a client; false where nothing in it names them.
fn without_person(ledger: &mut Ledger, client: ClientId, gone: &Contact) -> Result<bool, LedgerError> {
    let Some(kept) = ledger.reader().get::<Client>(client)? else { return Ok(false) };
    let forgotten =
        forgotten(ledger.reader(), client, kept.record, gone, |person| same_person(person, gone))?;
    ledger.forget_untold(forgotten.what(client), |changes| forgotten.write(client, changes))?;
    Ok(true)
}
