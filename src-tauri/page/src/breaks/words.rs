//! Words that a line should not part from what follows, in the languages that letters are written in.

/// What stands before a name or a number.
pub(super) const TITLES: &[&str] = &[
    // English
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Prof.", "No.",
    // German
    "Herr", "Herrn", "Frau", "Hr.", "Fr.", "Nr.", "Art.", "Abs.", "Ziff.", "§", "§§", // French
    "M.", "MM.", "Mme", "Mmes", "Mlle", "Me", "Monsieur", "Madame", "Maître", // Spanish
    "Sr.", "Sra.", "Sres.", "Sras.", "Srta.", "D.", "Dña.", "Don", "Doña", "Señor", "Señora",
];

/// What has a number of its own.
pub(super) const NUMBERED: &[&str] = &[
    // English
    "Invoice",
    "invoice",
    "Invoices",
    "invoices",
    "Clause",
    "clause",
    "Section",
    "section",
    "Page",
    "page",
    "No",
    "no.",
    // German
    "Rechnung",
    "Rechnungen",
    "Klausel",
    "Ziffer",
    "Abschnitt",
    "Seite",
    "Anlage",
    "Artikel",
    "Absatz",
    "Nr.",
    // French
    "Facture",
    "facture",
    "factures",
    "Article",
    "article",
    "articles",
    "annexe",
    "n°",
    "nº",
    "N°",
    // Spanish
    "Factura",
    "factura",
    "facturas",
    "Cláusula",
    "cláusula",
    "artículo",
    "apartado",
    "página",
    "anexo",
    "núm.",
];

pub(super) const CURRENCIES: &[&str] = &[
    "€", "£", "$", "¥", "EUR", "GBP", "USD", "CHF", "CAD", "AUD", "NZD", "JPY", "SEK", "NOK", "DKK", "PLN",
    "CZK", "INR", "SGD", "HKD", "ZAR", "BRL", "euros", "pounds", "dollars", "Euro", "Franken",
];

/// As each language writes them; some are the same in several.
pub(super) const MONTHS: &[&str] = &[
    // English
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    // German
    "Januar",
    "Jänner",
    "Februar",
    "März",
    "Mai",
    "Juni",
    "Juli",
    "Oktober",
    "Dezember",
    // French
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    // Spanish
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Between the parts of a Spanish date.
pub(super) const OF: &[&str] = &["de", "del"];
