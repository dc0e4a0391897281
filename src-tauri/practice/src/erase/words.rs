//! The receipt of an erasure as a text to keep: it says what went and when, and names nobody.
use std::fmt::Write as _;

use super::ErasureReceipt;

/// The text; `fingerprint` is the SHA-256 of the ids that were erased.
pub(super) fn receipt(receipt: &ErasureReceipt, fingerprint: &str) -> String {
    let mut text = format!("Erasure receipt\n\nErased on {} (UTC).\n\nRecords:\n", receipt.at);
    for kind in &receipt.records {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "  {} {}", kind.count, plural(&kind.kind.to_string(), kind.count));
    }
    let _ = writeln!(text, "Files kept inside: {}", receipt.files);
    let _ = writeln!(text, "Steps of the history that lost what they held: {}", receipt.steps);
    for copy in &receipt.copies_deleted {
        let _ = writeln!(text, "Copy of the ledger deleted: {copy}");
    }
    for copy in &receipt.copies_left {
        let _ = writeln!(text, "Copy of the ledger that still holds them: {copy}");
    }
    let _ = writeln!(text, "Backups written anew without them: {}", receipt.backups);
    for backup in &receipt.backups_left {
        let _ = writeln!(text, "Backup that may still hold them: {backup}");
    }
    if receipt.second_place_waits {
        let _ = writeln!(
            text,
            "The second place for backups was away and may still hold them until it comes back."
        );
    }
    let _ = writeln!(text, "\nFingerprint of what was erased (SHA-256 of its ids): {fingerprint}");
    text
}

fn plural(kind: &str, count: u32) -> String {
    match (kind, count) {
        (one, 1) => one.to_owned(),
        ("note of attention", _) => "notes of attention".to_owned(),
        (word, _) if word.ends_with('y') => format!("{}ies", &word[..word.len() - 1]),
        (word, _) => format!("{word}s"),
    }
}
