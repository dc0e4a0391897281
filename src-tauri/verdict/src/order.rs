//! Where the clients of a portfolio stood before, so that what is kept of them can follow.

use std::collections::HashMap;

use crate::portfolio::Client;

/// For each client of a portfolio, the place where they stood in the one before; `None` for those who are new.
pub(crate) struct Order(Vec<Option<usize>>);

impl Order {
    /// The order of these clients after that of these ids.
    pub(crate) fn of<'a>(clients: &[Client], ids_before: impl Iterator<Item = &'a str>) -> Self {
        let places: HashMap<&str, usize> = ids_before.enumerate().map(|(place, id)| (id, place)).collect();
        Self(clients.iter().map(|client| places.get(client.id.as_str()).copied()).collect())
    }

    /// Arranges what is kept of each client; gives it with what is left over of those who are gone.
    pub(crate) fn arrange<T>(&self, before: Vec<T>, fresh: impl Fn() -> T) -> (Vec<T>, Vec<T>) {
        let mut before: Vec<Option<T>> = before.into_iter().map(Some).collect();
        let place =
            |place: &Option<usize>| place.and_then(|place| before[place].take()).unwrap_or_else(&fresh);
        let after = self.0.iter().map(place).collect();
        (after, before.into_iter().flatten().collect())
    }
}
