//! Reading every row of a file that can be read, by the trees that are whole and by the pages that are left.
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    io,
    path::Path,
};

use kindly_records::Kind;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::{
    LedgerError, LedgerKey,
    store::{
        kind_named,
        pages::{Cipher, Fit, Pages},
        tree::{self, Row},
    },
};

/// What was read.
#[derive(Default)]
pub(super) struct Carved {
    /// How many pages the file has, or should have.
    pub(super) pages: u32,
    /// Those that cannot be read.
    pub(super) damaged_pages: Vec<u32>,
    /// Rows of the tables of records.
    pub(super) found: Vec<(Kind, Vec<Value>)>,
    /// Rows whose table is not known.
    pub(super) astray: Vec<Vec<Value>>,
    /// Kept files: their names and their bytes.
    pub(super) files: Vec<(Vec<u8>, Vec<u8>)>,
    /// Records that an index names, or of which only the beginning was read.
    pub(super) named: BTreeMap<Kind, HashSet<Uuid>>,
}

/// Reads what can be read.
pub(super) fn carve(path: &Path, keys: &[LedgerKey]) -> Result<Carved, LedgerError> {
    let failed = |error| LedgerError::file(path)(error);
    let mut pages = Pages::open(path)
        .map_err(failed)?
        .ok_or_else(|| LedgerError::WrongKey { ledger: path.to_owned() })?;
    let (mut fitting, mut said) = (None, 0);
    for key in keys {
        match pages.fit(key).map_err(failed)? {
            Fit::Opens(header) => (fitting, said) = (Some(key), header.pages),
            Fit::FirstPage => fitting = Some(key),
            Fit::No => continue,
        }
        break;
    }
    let key = fitting.ok_or_else(|| LedgerError::WrongKey { ledger: path.to_owned() })?;
    let cipher = pages.cipher(key);
    // A log may have made the file longer or shorter than its first page in the file says.
    let count = pages.count().max(said);
    let mut carving = Carving {
        pages,
        cipher,
        visited: HashSet::new(),
        carved: Carved { pages: count, ..Carved::default() },
    };
    carving.find_damage().map_err(failed)?;
    carving.follow_trees().map_err(failed)?;
    if !carving.carved.damaged_pages.is_empty() {
        carving.gather_astray().map_err(failed)?;
    }
    Ok(carving.carved)
}

struct Carving {
    pages: Pages,
    cipher: Cipher,
    visited: HashSet<u32>,
    carved: Carved,
}

/// A tree of pages, by what its rows are.
enum Tree {
    Records(Kind),
    Index(Kind),
    Files,
    Texts,
    Other,
}

impl Carving {
    fn find_damage(&mut self) -> io::Result<()> {
        for number in 1..=self.carved.pages {
            let whole = self.pages.raw(number)?.is_some_and(|page| self.cipher.verifies(&page, number));
            if !whole {
                self.carved.damaged_pages.push(number);
            }
        }
        Ok(())
    }

    fn follow_trees(&mut self) -> io::Result<()> {
        for row in self.rows_below(1)? {
            let Some(values) = self.whole(&row)?.as_deref().and_then(tree::values) else { continue };
            let [Value::Text(what), Value::Text(name), Value::Text(table), Value::Integer(root), _] =
                values.as_slice()
            else {
                continue;
            };
            let Ok(root) = u32::try_from(*root) else { continue };
            if root > 0 {
                self.follow(root, &tree_of(what, name, table))?;
            }
        }
        Ok(())
    }

    fn follow(&mut self, root: u32, tree: &Tree) -> io::Result<()> {
        for row in self.rows_below(root)? {
            match tree {
                Tree::Other => {}
                Tree::Records(kind) => self.take_record(*kind, &row)?,
                Tree::Index(kind) => self.take_named(*kind, &row)?,
                Tree::Files => self.take_file(&row)?,
                Tree::Texts => self.take_text(&row)?,
            }
        }
        Ok(())
    }

    fn take_record(&mut self, kind: Kind, row: &Row) -> io::Result<()> {
        match self.whole(row)?.as_deref().and_then(tree::values) {
            Some(mut values) => {
                if let (Some(number), Some(first)) = (row.number, values.first_mut()) {
                    *first = Value::Integer(number);
                }
                self.carved.found.push((kind, values));
            }
            // The id comes first, and is in the page whatever is not.
            None => {
                if let Some(id) = beginning(&row.local) {
                    self.name(kind, id);
                }
            }
        }
        Ok(())
    }

    fn take_named(&mut self, kind: Kind, row: &Row) -> io::Result<()> {
        // Every index of a table of records ends in the record's id.
        if let Some(values) = self.whole(row)?.as_deref().and_then(tree::values)
            && let Some(id) = values.last().and_then(uuid)
        {
            self.name(kind, id);
        }
        Ok(())
    }

    fn take_file(&mut self, row: &Row) -> io::Result<()> {
        if let Some(values) = self.whole(row)?.as_deref().and_then(tree::values)
            && let Ok([Value::Blob(name), Value::Blob(bytes)]) = <[Value; 2]>::try_from(values)
        {
            self.carved.files.push((name, bytes));
        }
        Ok(())
    }

    fn take_text(&mut self, row: &Row) -> io::Result<()> {
        if let Some(values) = self.whole(row)?.as_deref().and_then(tree::values)
            && let [_, Value::Text(kind), record, ..] = values.as_slice()
            && let (Some(kind), Some(id)) = (kind_named(kind), uuid(record))
        {
            self.name(kind, id);
        }
        Ok(())
    }

    /// Reads the pages that nothing led to.
    fn gather_astray(&mut self) -> io::Result<()> {
        let free = self.free_pages()?;
        for number in 2..=self.carved.pages {
            if self.visited.contains(&number) || free.contains(&number) {
                continue;
            }
            let Some(page) = self.pages.read(&self.cipher, number)? else { continue };
            let Some(node) = tree::node(&page, number) else { continue };
            for row in node.rows {
                if node.numbered {
                    self.take_astray_numbered(&row)?;
                } else {
                    self.take_astray(&row)?;
                }
            }
        }
        Ok(())
    }

    fn take_astray(&mut self, row: &Row) -> io::Result<()> {
        /// An index has fewer columns than the table of any kind.
        const FEWEST: usize = 5;
        if let Some(values) = self.whole(row)?.as_deref().and_then(tree::values)
            && values.len() >= FEWEST
            && values.first().and_then(uuid).is_some()
        {
            self.carved.astray.push(values);
        }
        Ok(())
    }

    fn take_astray_numbered(&mut self, row: &Row) -> io::Result<()> {
        let Some(values) = self.whole(row)?.as_deref().and_then(tree::values) else { return Ok(()) };
        match values.as_slice() {
            [Value::Blob(name), Value::Blob(_)] if name.len() == 32 => self.take_file(row),
            [Value::Null, Value::Text(_), Value::Blob(_), _, _, _, _] => self.take_text(row),
            // The letterhead: its one row has the number 1, and texts from its first column on.
            [Value::Null, Value::Text(_), Value::Text(_), ..]
                if row.number == Some(1) && values.len() == 14 =>
            {
                self.take_record(Kind::Profile, row)
            }
            _ => Ok(()),
        }
    }

    fn free_pages(&mut self) -> io::Result<HashSet<u32>> {
        let mut free = HashSet::new();
        let Some(first) = self.pages.read(&self.cipher, 1)? else { return Ok(free) };
        let mut next = tree::first_free(&first);
        while next > 0 && free.insert(next) {
            let page = self.pages.read(&self.cipher, next)?;
            let Some((after, named)) = page.as_deref().and_then(tree::free) else { break };
            free.extend(named);
            next = after;
        }
        Ok(free)
    }

    /// All rows in a tree, as far as its pages can be read.
    fn rows_below(&mut self, root: u32) -> io::Result<Vec<Row>> {
        let (mut rows, mut waiting) = (Vec::new(), vec![root]);
        while let Some(number) = waiting.pop() {
            if number == 0 || number > self.carved.pages || !self.visited.insert(number) {
                continue;
            }
            let Some(page) = self.pages.read(&self.cipher, number)? else { continue };
            let Some(node) = tree::node(&page, number) else { continue };
            waiting.extend(node.children);
            rows.extend(node.rows);
        }
        Ok(rows)
    }

    /// A row with all pages on which it goes on; `None` where one of them cannot be read.
    fn whole(&mut self, row: &Row) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = row.local.clone();
        let (mut next, mut met) = (row.overflow.unwrap_or_default(), BTreeSet::new());
        while bytes.len() < row.length {
            if next == 0 || next > self.carved.pages || !met.insert(next) {
                return Ok(None);
            }
            let page = self.pages.read(&self.cipher, next)?;
            let Some((after, content)) = page.as_deref().and_then(tree::overflow) else { return Ok(None) };
            bytes.extend(content.iter().take(row.length - bytes.len()));
            next = after;
        }
        Ok(Some(bytes))
    }

    fn name(&mut self, kind: Kind, id: Uuid) {
        self.carved.named.entry(kind).or_default().insert(id);
    }
}

fn tree_of(what: &str, name: &str, table: &str) -> Tree {
    match (what, table, kind_named(table)) {
        ("table", _, Some(kind)) => Tree::Records(kind),
        // That of a table's own key is the table itself.
        ("index", _, Some(kind)) if !name.starts_with("sqlite_") => Tree::Index(kind),
        ("table", "blob", _) => Tree::Files,
        ("table", "search_text", _) => Tree::Texts,
        _ => Tree::Other,
    }
}

fn uuid(value: &Value) -> Option<Uuid> {
    match value {
        Value::Blob(bytes) => Uuid::from_slice(bytes).ok(),
        _ => None,
    }
}

/// The id at the beginning of a row whose end was not read.
fn beginning(local: &[u8]) -> Option<Uuid> {
    let header = usize::from(*local.first().filter(|first| **first < 0x80)?);
    Uuid::from_slice(local.get(header..header + 16)?).ok()
}
