//! The cells of a row, by field.
use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use iso_currency::Currency;
use kindly_records::{Money, parse_currency};

use crate::{
    ColumnUse, DateOrder, Defaults, Field, RowError,
    amounts::{self, NoAmount},
    dates, durations,
    error::quoted,
    header::header_key,
    table::Row,
};

/// What is known of the columns of a file, found once for all of its rows.
pub(crate) struct Columns {
    pub(crate) uses: Vec<ColumnUse>,
    /// The order of day and month of each column.
    pub(crate) orders: Vec<DateOrder>,
    /// The first column with each folded header.
    keyed: HashMap<String, usize>,
    /// The columns of each field, the one to be preferred first, by the field's place in its list.
    places: Vec<Vec<usize>>,
    /// The currency that a header states, as in `Amount (EUR)`.
    currencies: Vec<Option<Currency>>,
    /// Values that stand for all rows.
    fixed: BTreeMap<Field, String>,
    /// How many days after its issue every invoice is due, where that is stated for all rows.
    terms: Option<u32>,
}

impl Columns {
    /// `preferred` ranks the columns of one field, the lower the better; equals stay in their order.
    pub(crate) fn new(
        uses: Vec<ColumnUse>,
        orders: Vec<DateOrder>,
        fixed: BTreeMap<Field, String>,
        preferred: impl Fn(&str) -> usize,
    ) -> Self {
        let keys: Vec<String> = uses.iter().map(|column| header_key(&column.header)).collect();
        let mut places = vec![Vec::new(); Field::ALL.len()];
        for (at, column) in uses.iter().enumerate() {
            if let Some(field) = column.field {
                places[field as usize].push(at);
            }
        }
        for places in &mut places {
            places.sort_by_key(|at| preferred(&keys[*at]));
        }
        let currencies = uses.iter().map(|column| stated_currency(&column.header)).collect();
        let terms = fixed.get(&Field::Due).filter(|text| (1..=4).contains(&text.trim().len()));
        let terms = terms.and_then(|text| text.trim().parse().ok());
        let mut keyed = HashMap::with_capacity(keys.len());
        for (at, key) in keys.into_iter().enumerate() {
            keyed.entry(key).or_insert(at);
        }
        Self { uses, orders, keyed, places, currencies, fixed, terms }
    }
}

/// The code in brackets at the end of a header.
fn stated_currency(header: &str) -> Option<Currency> {
    let (_, code) = header.trim().strip_suffix(')')?.rsplit_once('(')?;
    parse_currency(code).ok()
}

/// A row together with what is known of its columns.
pub(crate) struct Cells<'a> {
    pub(crate) row: &'a Row,
    pub(crate) columns: &'a Columns,
}

impl<'a> Cells<'a> {
    /// The column that a field is read from: the first that has something in this row, or the first at all.
    fn place(&self, field: Field) -> Option<usize> {
        let places = &self.columns.places[field as usize];
        let filled = places.iter().find(|at| !self.at(**at).is_empty());
        filled.or(places.first()).copied()
    }

    fn at(&self, at: usize) -> &'a str {
        self.row.cells.get(at).map(str::trim).unwrap_or_default()
    }

    /// The trimmed text of a field; empty where the file has no column for it or the row is short.
    pub(crate) fn text(&self, field: Field) -> &'a str {
        if let Some(value) = self.columns.fixed.get(&field) {
            return value.trim();
        }
        self.place(field).map(|at| self.at(at)).unwrap_or_default()
    }

    /// Whether a value of the field is stated for all rows.
    pub(crate) fn is_fixed(&self, field: Field) -> bool {
        self.columns.fixed.contains_key(&field)
    }

    /// The trimmed text of the column with this folded header, whatever it is used for.
    pub(crate) fn keyed(&self, key: &str) -> &'a str {
        self.columns.keyed.get(key).map(|at| self.at(*at)).unwrap_or_default()
    }

    /// The text of a field of several lines, with line breaks of one form.
    pub(crate) fn lines(&self, field: Field) -> String {
        one_form(self.text(field))
    }

    /// The text of a field that may not be empty.
    pub(crate) fn required(&self, field: Field) -> Result<&'a str, RowError> {
        match self.text(field) {
            "" => Err(RowError::Empty { column: self.header(field) }),
            text => Ok(text),
        }
    }

    /// The text of a field, or nothing where it is empty.
    pub(crate) fn optional(&self, field: Field) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// A date, or nothing where it is empty.
    pub(crate) fn date(&self, field: Field) -> Result<Option<NaiveDate>, RowError> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        let order = self.place(field).map_or(DateOrder::DayFirst, |at| self.columns.orders[at]);
        match dates::parse(text, order) {
            Some(date) => Ok(Some(date)),
            None => Err(RowError::NotADate { value: quoted(text), column: self.header(field) }),
        }
    }

    /// A date that may not be missing.
    pub(crate) fn required_date(&self, field: Field) -> Result<NaiveDate, RowError> {
        self.date(field)?.ok_or_else(|| RowError::Empty { column: self.header(field) })
    }

    /// A length of time in seconds, which may not be missing.
    pub(crate) fn required_seconds(&self, field: Field) -> Result<u32, RowError> {
        let text = self.required(field)?;
        durations::parse(text)
            .ok_or_else(|| RowError::NotATime { value: quoted(text), column: self.header(field) })
    }

    /// One of some words, each with the spellings that it is known by; nothing where it is empty.
    pub(crate) fn word<T: Copy>(
        &self,
        field: Field,
        known: &[(&[&str], T)],
        allowed: &'static str,
    ) -> Result<Option<T>, RowError> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        let key = header_key(text);
        match known.iter().find(|(spellings, _)| spellings.contains(&key.as_str())) {
            Some((_, meant)) => Ok(Some(*meant)),
            None => Err(RowError::NotOneOf { value: quoted(text), column: self.header(field), allowed }),
        }
    }

    /// An amount, or nothing where it is empty, in the currency of the row, of the column's header, or the default.
    pub(crate) fn money(&self, field: Field, defaults: Defaults) -> Result<Option<Money>, RowError> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        let currency = match self.text(Field::Currency) {
            "" => self.place(field).and_then(|at| self.columns.currencies[at]).unwrap_or(defaults.currency),
            stated => currency(stated)?,
        };
        let (value, column) = (quoted(text), self.header(field));
        amounts::parse(text, currency).map(Some).map_err(|reason| {
            let currency = currency.code().to_owned();
            match reason {
                NoAmount::Unreadable => RowError::NotAnAmount { value, column, currency },
                NoAmount::OtherCurrency => RowError::OtherCurrency { value, column, currency },
            }
        })
    }

    /// An amount in the column with this folded header, in a stated currency; nothing where it is empty.
    pub(crate) fn keyed_money(&self, key: &str, currency: Currency) -> Result<Option<Money>, RowError> {
        let text = self.keyed(key);
        if text.is_empty() {
            return Ok(None);
        }
        amounts::parse(text, currency).map(Some).map_err(|_| {
            let place = self.columns.keyed.get(key);
            let column = place.map(|at| quoted(&self.columns.uses[*at].header)).unwrap_or_default();
            RowError::NotAnAmount { value: quoted(text), column, currency: currency.code().to_owned() }
        })
    }

    /// The day an invoice is due, and whether it was taken from `usual` days after its issue because nothing says it. Days
    /// after issue may also stand for all rows.
    pub(crate) fn due(
        &self,
        issued_on: NaiveDate,
        usual: Option<u32>,
    ) -> Result<(NaiveDate, bool), RowError> {
        let after = |days: u32| issued_on.checked_add_days(Days::new(u64::from(days)));
        let missing = || RowError::Empty { column: self.header(Field::Due) };
        if let Some(days) = self.columns.terms {
            return after(days).map(|day| (day, false)).ok_or_else(missing);
        }
        match (self.date(Field::Due)?, usual.and_then(after)) {
            (Some(day), _) => Ok((day, false)),
            (None, Some(day)) => Ok((day, true)),
            (None, None) => Err(missing()),
        }
    }

    /// Refuses a row with more cells than the header row.
    pub(crate) fn checked_length(&self) -> Result<(), RowError> {
        let expected = self.columns.uses.len();
        if self.row.cells.len() <= expected {
            return Ok(());
        }
        let empty = self.row.cells.iter().rev().take_while(|cell| cell.trim().is_empty()).count();
        let found = self.row.cells.len() - empty;
        if found > expected { Err(RowError::TooManyCells { found, expected }) } else { Ok(()) }
    }

    /// Whether an amount's currency stands in the row, in the head of its column or beside the number.
    pub(crate) fn states_currency(&self, field: Field) -> bool {
        let beside = |text: &str| text.chars().any(|one| one.is_alphabetic() || "€$£¥".contains(one));
        !self.text(Field::Currency).is_empty()
            || self.place(field).is_some_and(|at| self.columns.currencies[at].is_some())
            || beside(self.text(field))
    }

    /// An amount that may not be missing.
    pub(crate) fn required_money(&self, field: Field, defaults: Defaults) -> Result<Money, RowError> {
        self.money(field, defaults)?.ok_or_else(|| RowError::Empty { column: self.header(field) })
    }

    /// The client's e-mail address: the one of its own column, or the client's name where that is one.
    pub(crate) fn client_email(&self) -> Option<String> {
        [Field::Email, Field::Client]
            .map(|field| self.text(field))
            .into_iter()
            .find(|text| is_email(text))
            .map(str::to_owned)
    }

    /// The column's header as it stands in the file.
    pub(crate) fn header(&self, field: Field) -> String {
        match self.place(field) {
            Some(at) if !self.columns.fixed.contains_key(&field) => quoted(&self.columns.uses[at].header),
            _ => field.name().to_owned(),
        }
    }
}

/// Line breaks of one form.
pub(crate) fn one_form(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// Whether a text can only be an e-mail address.
pub(crate) fn is_email(text: &str) -> bool {
    let plausible = |(name, domain): (&str, &str)| {
        !name.is_empty() && domain.contains('.') && !domain.contains('@') && !domain.starts_with('.')
    };
    !text.contains(char::is_whitespace) && text.split_once('@').is_some_and(plausible)
}

/// A currency by its code; some tools write its name beside it.
fn currency(text: &str) -> Result<Currency, RowError> {
    parse_currency(text).or_else(|error| {
        let codes = text.split(|c: char| !c.is_ascii_uppercase()).filter(|part| part.len() == 3);
        let mut known = codes.filter_map(|code| parse_currency(code).ok());
        known.next().ok_or_else(|| error.into())
    })
}
