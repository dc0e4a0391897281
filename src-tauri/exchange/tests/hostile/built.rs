//! Files built to take time or room, of any size.
use kindly_exchange::limits::{MAX_COLUMNS, MAX_FIELD_BYTES};

/// A file built to take time or room.
pub(crate) struct Built {
    pub(crate) name: &'static str,
    /// About so many bytes of it.
    pub(crate) make: fn(usize) -> Vec<u8>,
}

const fn built(name: &'static str, make: fn(usize) -> Vec<u8>) -> Built {
    Built { name, make }
}

/// A start, and a piece again and again up to the size.
fn filled(start: &str, piece: &str, size: usize) -> Vec<u8> {
    let mut text = start.to_owned();
    let times = size.saturating_sub(start.len()) / piece.len();
    text.extend(std::iter::repeat_n(piece, times));
    text.into_bytes()
}

/// A start, and numbered pieces up to the size.
fn numbered(start: &str, size: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    let mut text = start.to_owned();
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(&piece(number));
    }
    text.into_bytes()
}

fn closed(mut bytes: Vec<u8>, end: &str) -> Vec<u8> {
    bytes.extend(end.as_bytes());
    bytes
}

/// A header row as wide as may be that begins with some columns.
fn wide(first: &str) -> String {
    let columns = (first.split(',').count()..MAX_COLUMNS).map(|at| format!(",c{at}"));
    format!("{first}{}\n", columns.collect::<String>())
}

const GOOGLE: &str = "First Name,Last Name,Organization Name,Labels,Notes,E-mail 1 - Value";
const FRESH_BOOKS: &str = "Client Name,Invoice #,Date Issued,Invoice Status,Line Total,Currency\n";
const ASANA: &str = "Task ID,Created At,Completed At,Name,Due Date,Projects,Parent task\n";
const CARD: &str = "BEGIN:VCARD\nVERSION:3.0\nORG:Halden\n";
const ARCHIVE: &str = "{\"format\":\"kindly-archive\",\"version\":1,\"made_at\":\"2026-11-22T18:00:00Z\",\
                       \"app_version\":\"0.1.0\",\"profile\":null,";

/// Tables.
pub(crate) const TABLES: &[Built] = &[
    built("one line", |size| filled("", "x", size)),
    built("one cell under a name", |size| filled("Name\n", "x", size)),
    built("delimiters alone", |size| filled("", ",", size)),
    built("semicolons below a header", |size| filled("Name;Notes\n", ";", size)),
    built("line breaks alone", |size| filled("", "\n", size)),
    built("carriage returns alone", |size| filled("Name\r", "\r", size)),
    built("blanks alone", |size| filled("", " ", size)),
    built("nulls alone", |size| filled("", "\0", size)),
    built("quotation marks alone", |size| filled("", "\"", size)),
    built("a quotation mark never closed", |size| filled("Name,Notes\nA,\"", "x\n", size)),
    built("a quotation mark in every row", |size| filled("Name,Notes\n", "A,\"x\ny\"\n", size)),
    built("rows of a letter", |size| filled("Name\n", "A\n", size)),
    built("rows of different letters", |size| numbered("Name\n", size, |at| format!("{at}\n"))),
    built("rows of nothing", |size| filled("Name,Notes\n", ",\n", size)),
    built("a large cell, then small rows", |size| {
        let large = format!("Name,Notes\nA,{}\n", "x".repeat(MAX_FIELD_BYTES.min(size / 2)));
        filled(&large, "B\n", size)
    }),
    built("a wide header, then small rows", |size| filled(&wide("Name,Notes"), "A\n", size)),
    built("a wide survey, then small rows", |size| {
        filled(&wide("Timestamp,Name,Rating"), "2026-04-01,A,4\n", size)
    }),
    built("a wide address book, then small rows", |size| filled(&wide(GOOGLE), "A\n", size)),
    built("wide rows", |size| filled("Name,Notes\n", &format!("{}\n", ",".repeat(MAX_COLUMNS - 1)), size)),
    built("a header as long as may be", |size| {
        let name = "n".repeat(199);
        let header = format!("Name,{}\n", vec![name.as_str(); 998].join(","));
        filled(&header, &header, size)
    }),
    built("the people of one client", |size| {
        numbered(&format!("{GOOGLE}\n"), size, |at| format!("P{at},Q,Halden,,,p{at}@q.example\n"))
    }),
    built("the notes of one client", |size| {
        numbered(&format!("{GOOGLE}\n"), size, |at| format!("P,Q,Halden,,note {at},\n"))
    }),
    built("the tags of one client", |size| {
        numbered(&format!("{GOOGLE}\n"), size, |at| format!("P,Q,Halden,tag {at},,\n"))
    }),
    built("tags in a cell", |size| {
        let tags = numbered("Name,Tags\nHalden,\"", size.min(MAX_FIELD_BYTES), |at| format!("t{at};"));
        closed(tags, "\"\n")
    }),
    built("lines of one invoice", |size| filled(FRESH_BOOKS, "Halden,1,2026-04-01,sent,10.00,EUR\n", size)),
    built("lines of many invoices", |size| {
        numbered(FRESH_BOOKS, size, |at| format!("Halden,{at},2026-04-01,sent,10.00,EUR\n"))
    }),
    built("tasks below tasks", |size| {
        numbered(ASANA, size, |at| format!("{at},,,T{at},2026-04-01,,T{}\n", at.saturating_sub(1)))
    }),
    built("dates that nobody can tell", |size| filled("Client,Title,Due\n", "A,B,03/04/2026\n", size)),
    built("rows that are all wrong", |size| {
        filled("Client,Title,Due\n", "A,B,the day after never and some more\n", size)
    }),
    built("letters that fold into many", |size| filled("Name\n", "\u{fdfa}\u{fdfa}\u{fdfa}\n", size)),
    built("half of a pair in UTF-16", |size| {
        let mut bytes = vec![0xff, 0xfe];
        bytes.resize(size, 0xd8);
        bytes
    }),
    built("Windows-1252 that grows as UTF-8", |size| {
        let mut bytes = b"Name\n".to_vec();
        bytes.resize(size, 0x80);
        bytes
    }),
    built("our own table with small rows", |size| filled("client id,name,notes,tags\n", ",A\n", size)),
    built("our own table with wide rows", |size| {
        let header = format!("client id,name,notes{}\n", ",".repeat(900));
        filled(&header, ",A\n", size)
    }),
    built("a guarded cell of line breaks", |size| {
        closed(filled("client id,name,notes\n,A,\"", "\n", size.min(MAX_FIELD_BYTES)), "=1\"\n")
    }),
    built("JSON in a cell, as deep as it is long", |size| {
        let start = "letter id,client,letter_kind,written_on,choices\n,A,prospect_decline,2026-11-20,";
        closed(filled(start, "[", size.min(MAX_FIELD_BYTES)), "\n")
    }),
];

/// vCards.
pub(crate) const CARDS: &[Built] = &[
    built("cards that begin and never end", |size| filled("", "BEGIN:VCARD\n", size)),
    built("cards within cards", |size| {
        let depth = size / 22;
        format!("{}{}", "BEGIN:VCARD\n".repeat(depth), "END:VCARD\n".repeat(depth)).into_bytes()
    }),
    built("empty cards", |size| filled("", "BEGIN:VCARD\nEND:VCARD\n", size)),
    built("groups alone", |size| filled("", "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:x\nEND:VCARD\n", size)),
    built("a line folded without end", |size| {
        closed(filled(&format!("{CARD}NOTE:"), "x\n ", size), "\nEND:VCARD\n")
    }),
    built("quoted-printable without end", |size| {
        let start = format!("{CARD}NOTE;ENCODING=QUOTED-PRINTABLE:");
        closed(filled(&start, "=41=\n", size), "\nEND:VCARD\n")
    }),
    built("addresses of one person", |size| {
        closed(numbered(CARD, size, |at| format!("EMAIL:p{at}@q.example\n")), "END:VCARD\n")
    }),
    built("an address as long as the file, and many more", |size| {
        let start = format!("{CARD}EMAIL:{}@q.example\n", "x".repeat(size / 2));
        closed(numbered(&start, size, |at| format!("EMAIL:p{at}@q.example\n")), "END:VCARD\n")
    }),
    built("notes of one person", |size| {
        closed(numbered(CARD, size, |at| format!("NOTE:n{at}\n")), "END:VCARD\n")
    }),
    built("tags of one person", |size| {
        closed(numbered(&format!("{CARD}CATEGORIES:"), size, |at| format!("t{at},")), "\nEND:VCARD\n")
    }),
    built("parameters without end", |size| {
        closed(filled(&format!("{CARD}EMAIL"), ";TYPE=work", size), ":a@b.example\nEND:VCARD\n")
    }),
    built("values of a parameter without end", |size| {
        closed(filled(&format!("{CARD}EMAIL;TYPE="), "work,", size), ":a@b.example\nEND:VCARD\n")
    }),
    built("parts of an address without end", |size| {
        closed(filled(&format!("{CARD}ADR:"), "a,b;", size), "\nEND:VCARD\n")
    }),
    built("a picture", |size| {
        closed(filled(&format!("{CARD}PHOTO;ENCODING=b:"), "QUJD", size), "\nEND:VCARD\n")
    }),
    built("people of one organisation", |size| {
        numbered("", size, |at| format!("{CARD}N:P{at};Q\nEND:VCARD\n"))
    }),
    built("backslashes", |size| closed(filled(&format!("{CARD}NOTE:"), "\\", size), "\nEND:VCARD\n")),
];

/// Archives and other JSON.
pub(crate) const JSON: &[Built] = &[
    built("lists in lists", |size| filled("", "[", size)),
    built("lists in lists, closed", |size| {
        format!("{}{}", "[".repeat(size / 2), "]".repeat(size / 2)).into_bytes()
    }),
    built("objects in objects", |size| filled("", "{\"a\":", size)),
    built("a deep record", |size| {
        let half = size / 2;
        format!("{ARCHIVE}\"records\":[{}{}],\"files\":[]}}", "[".repeat(half), "]".repeat(half)).into_bytes()
    }),
    built("a deep letterhead", |size| {
        let deep = format!("{}{}", "[".repeat(size / 2), "]".repeat(size / 2));
        let start = ARCHIVE.replace("\"profile\":null", &format!("\"profile\":{deep}"));
        format!("{start}\"records\":[],\"files\":[]}}").into_bytes()
    }),
    built("records of a digit", |size| {
        closed(filled(&format!("{ARCHIVE}\"records\":["), "1,", size), "1],\"files\":[]}")
    }),
    built("a record of digits", |size| {
        closed(filled(&format!("{ARCHIVE}\"records\":[["), "1,", size), "1]],\"files\":[]}")
    }),
    built("a letterhead of digits", |size| {
        let digits = String::from_utf8(filled("[", "1,", size)).expect("digits");
        let start = ARCHIVE.replace("\"profile\":null", &format!("\"profile\":{digits}1]"));
        format!("{start}\"records\":[],\"files\":[]}}").into_bytes()
    }),
    built("files of nothing", |size| {
        let start = format!("{ARCHIVE}\"records\":[],\"files\":[");
        closed(filled(&start, "{\"sha256\":\"\",\"base64\":\"\"},", size), "{}]}")
    }),
    built("a file that is no base64", |size| {
        let start = format!("{ARCHIVE}\"records\":[],\"files\":[{{\"sha256\":\"x\",\"base64\":\"");
        closed(filled(&start, "\\u0041", size), "\"}]}")
    }),
    built("a number of digits", |size| {
        closed(filled("{\"format\":\"kindly-archive\",\"version\":1", "0", size), "}")
    }),
    built("a number with an exponent of digits", |size| {
        closed(filled("{\"format\":\"kindly-archive\",\"version\":1e", "9", size), "}")
    }),
    built("a text never closed", |size| {
        filled("{\"format\":\"kindly-archive\",\"app_version\":\"", "x", size)
    }),
    built("half of a pair, again and again", |size| {
        filled("{\"format\":\"kindly-archive\",\"app_version\":\"", "\\ud800", size)
    }),
    built("unknown keys", |size| {
        numbered("{\"format\":\"kindly-archive\",\"version\":1", size, |at| format!(",\"k{at}\":{at}"))
    }),
    built("blanks before anything", |size| closed(filled("", " \n", size), "{\"format\":")),
];

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Built> {
    [TABLES, CARDS, JSON].into_iter().flatten()
}
