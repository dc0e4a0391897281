//! Files that are written about the practice: charts as SVG, and the file of evidence as a PDF.
use std::fs;

use crate::typed::Desk;

/// The elements of an XML document that are open at its end, and how many there were; a slip stops it.
fn well_formed(text: &str) -> usize {
    let (mut open, mut elements, mut rest) = (Vec::new(), 0, text.trim_end());
    while let Some(start) = rest.find('<') {
        let content = &rest[..start];
        assert!(!content.contains('>') && !bare_ampersand(content), "text is escaped: {content}");
        let end = rest.find('>').expect("each tag ends");
        let tag = &rest[start + 1..end];
        let name = |tag: &str| tag.split([' ', '\n', '/']).next().unwrap_or_default().to_owned();
        assert!(!tag.contains('<') && !bare_ampersand(tag), "a tag is whole: <{tag}>");
        assert_eq!(tag.matches('"').count() % 2, 0, "each attribute is closed: <{tag}>");
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed), "what is open is closed in turn");
        } else if !tag.starts_with('?') {
            elements += 1;
            if !tag.ends_with('/') {
                open.push(name(tag));
            }
        }
        rest = &rest[end + 1..];
    }
    assert_eq!((open.len(), rest), (0, ""), "everything is closed, and nothing follows");
    elements
}

fn bare_ampersand(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        let name = after.split(';').next().unwrap_or_default();
        !after.contains(';')
            || !(["amp", "lt", "gt", "quot", "apos"].contains(&name) || name.starts_with('#'))
    })
}

#[test]
fn every_chart_is_a_picture_of_its_own() {
    let desk = Desk::with_sample();
    let client = ["--client", "Halden & Co"];
    for (chart, whose, means) in [
        ("delivery", &[][..], "Solid green: met; dotted amber: in part; hatched violet: missed."),
        ("standing", &[], "Never happy"),
        ("whale", &[], "from the most profitable client on: Linden Architects, "),
        ("on-time", &[], "Solid blue: the last twelve months; dashed grey: year before."),
        ("promises", &[], "dashed grey"),
        ("first-response", &[], "dashed grey"),
        ("complaints", &[], "dashed grey"),
        ("asked", &[], "dashed grey"),
        ("history", &client, "verdict-history"),
    ] {
        let file = desk.typed(&format!("{chart}.svg"));
        let typed: Vec<&str> =
            ["chart", chart, "--out", &file].into_iter().chain(whose.iter().copied()).collect();
        let said = desk.does(&typed);
        assert!(
            said.starts_with(&format!("The chart is at {file}.\n")),
            "it says where the chart is: {said}"
        );
        assert!(said.contains(means), "{chart}: it says what the marks mean: {said}");
        let text = fs::read_to_string(&file).expect("the chart is there");
        assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{chart} is an SVG file");
        assert!(well_formed(&text) > 20, "{chart} has something in it");
        let told = desk.json(&typed);
        assert_eq!(told["file"], file.as_str(), "and as JSON");
        let table = if chart == "history" { &told["months"] } else { &told["rows"] };
        assert!(table.as_array().is_some_and(|rows| rows.len() > 5), "{chart} comes with its table: {told}");
        assert_eq!(fs::read_to_string(&file).expect("still there"), text, "{chart} is drawn alike each time");
    }
    let whale = fs::read_to_string(desk.path("whale.svg")).expect("it is there");
    assert!(whale.contains("GBP") || whale.contains('£'), "amounts name their currency");
}

#[test]
fn a_chart_that_cannot_be_drawn_leaves_no_file() {
    let desk = Desk::with_sample();
    let before = desk.files();
    let (svg, nowhere) = (desk.typed("c.svg"), desk.typed("missing/c.svg"));
    let ledger = desk.typed("practice.kindly");
    for (typed, names) in [
        (&["chart", "pie", "--out", &svg][..], "delivery, standing, whale, history"),
        (&["chart", "delivery"], "--out"),
        (&["chart", "history", "--out", &svg], "--client"),
        (&["chart", "whale", "--client", "Halden & Co", "--out", &svg], "leave it out"),
        (&["chart", "history", "--client", "Nobody", "--out", &svg], "“Nobody”"),
        (&["chart", "history", "--client", "Okafor Trading", "--out", &svg], "no verdict on Okafor Trading"),
        (&["chart", "delivery", "--out", &nowhere], "c.svg could not be written"),
        (&["chart", "delivery", "--out", &ledger], "would be overwritten"),
    ] {
        let said = desk.refuses(typed);
        assert!(said.contains(names), "{typed:?}: the sentence says “{names}”: {said}");
    }
    assert_eq!(desk.files(), before, "nothing was written");
    let empty = Desk::new();
    empty.add("client|name=Alder");
    let said = empty.refuses(&["chart", "whale", "--out", &empty.typed("w.svg")]);
    assert!(said.contains("two clients with fees and hours"), "what is missing is said: {said}");
    assert!(!empty.files().contains(&"w.svg".to_owned()), "and nothing drawn");
}

#[test]
fn the_file_of_evidence_is_a_pdf() {
    let desk = Desk::with_sample();
    let pdf = desk.typed("evidence.pdf");
    let typed = ["evidence", "--client", "Halden & Co", "--out", &pdf];
    assert_eq!(desk.does(&typed), format!("The file of evidence is at {pdf}: 1 page.\n"), "one page");
    let english = fs::read(&pdf).expect("the file is there");
    assert!(english.starts_with(b"%PDF"), "it is a PDF");
    assert!(english.trim_ascii_end().ends_with(b"%%EOF"), "and whole");
    let told = desk.json(&typed);
    assert_eq!((&told["file"], &told["pages"]), (&pdf.as_str().into(), &1.into()), "as JSON: {told}");
    assert_eq!(fs::read(&pdf).expect("still there"), english, "the same facts make the same bytes");
    let german = [&typed[..], &["--language", "de-de"]].concat();
    desk.does(&german);
    let german = fs::read(&pdf).expect("the file is there");
    assert!(german.starts_with(b"%PDF") && german != english, "in the language that was asked for");
    let before = desk.files();
    let (other, nowhere) = (desk.typed("other.pdf"), desk.typed("missing/e.pdf"));
    let key = desk.typed("practice.kindly.key");
    for (typed, names) in [
        (["evidence", "--client", "Nobody", "--out", &other].as_slice(), "“Nobody”"),
        (&["evidence", "--client", "Halden & Co", "--language", "it-IT", "--out", &other], "use en-GB"),
        (&["evidence", "--client", "Halden & Co", "--out", &nowhere], "e.pdf could not be written"),
        (&["evidence", "--client", "Halden & Co", "--out", &key], "would be overwritten"),
        (&["evidence", "--client", "Halden & Co"], "--out"),
    ] {
        let said = desk.refuses(typed);
        assert!(said.contains(names), "{typed:?}: the sentence says “{names}”: {said}");
    }
    assert_eq!(desk.files(), before, "no other file was written");
}
