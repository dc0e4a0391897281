//! Finding clients and words.
mod view;

use kindly_records::{Client, MAX_LINE};

use crate::{Practice, PracticeError};

pub use view::Found;

/// More than this nobody reads; what is wanted needs another letter then.
const MOST: usize = 50;

impl Practice {
    /// Clients by name first, then what was written, latest first.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn find(&self, text: &str) -> Result<Vec<Found>, PracticeError> {
        // Nothing that could be found is longer, and a search through megabytes would keep the ledger busy.
        let text = text.char_indices().nth(MAX_LINE).map_or(text, |(end, _)| &text[..end]);
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        let reader = self.ledger.reader();
        let mut found = Vec::new();
        for hit in reader.find(text, MOST)? {
            let client = hit.client.map(|client| reader.get::<Client>(client)).transpose()?.flatten();
            found.push(Found {
                kind: hit.kind,
                id: hit.id.to_string(),
                client: hit.client,
                client_name: client.map(|client| client.record.name).unwrap_or_default(),
                title: hit.title,
                snippet: hit.snippet,
                on: hit.on,
            });
        }
        Ok(found)
    }
}
