//! From words to the page: letterhead, address block, date and what stands at the foot.

use crate::checks::lacking;
use crate::compose::{Draft, compose, nobody};
use crate::convention::{address_block, full_date, goes_abroad, written, written_lines};
use crate::error::LetterError;
use crate::fact::FactKey;
use crate::gaps::{gap, gap_in};
use crate::kinds::Facts;
use crate::kinds::renewal_refusal::NoticeForm;
use crate::spec::{Layout, LetterSpec, Paper, Typeface};
use crate::typography::typographic;
use crate::words::{Words, fill, words};
use kindly_page::{Arrangement, Continuation, LetterPage, Letterhead, Picture, Rgb, limits};

/// The pictures of a letterhead.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Looks {
    /// At the head of the first page.
    pub logo: Option<Picture>,
    /// In the space to sign.
    pub signature: Option<Picture>,
}

/// The letter as the page takes it, finished or not: this is what the preview shows.
pub fn to_page(spec: &LetterSpec, draft: &Draft, looks: &Looks) -> LetterPage {
    let words = words(spec.language, spec.register);
    let sender = &spec.sender;
    let date = full_date(words, spec.date);
    let set = |lines: Vec<String>| lines.iter().map(|line| typographic(words, line)).collect::<Vec<_>>();
    let mut recipient = set(address_block(words, sender, &spec.recipient));
    if nobody(spec) {
        recipient.insert(0, gap(spec.language, FactKey::RecipientName));
    }
    LetterPage {
        paper: match spec.paper {
            Paper::A4 => kindly_page::Paper::A4,
            Paper::UsLetter => kindly_page::Paper::UsLetter,
        },
        language: spec.language.tag().to_owned(),
        letterhead: {
            let Letterhead { name, lines, logo, footer } = letterhead(spec, looks);
            let footer = footer.into_iter().map(set).collect();
            Letterhead { name: typographic(words, &name), lines: set(lines), logo, footer }
        },
        arrangement: arrangement(spec),
        typeface: match spec.typeface {
            Typeface::Serif => kindly_page::Typeface::Serif,
            Typeface::Sans => kindly_page::Typeface::Sans,
        },
        accent: spec.accent.map(|[red, green, blue]| Rgb(red, green, blue)),
        fold_marks: spec.fold_marks,
        signature: looks.signature.clone(),
        return_line: typographic(words, &return_line(spec)),
        place_and_date: match written(sender.place.as_ref()) {
            Some(place) => format!("{place}, {date}"),
            None => date.clone(),
        },
        references: Vec::new(),
        subject: draft.subject.clone(),
        salutation: draft.salutation.clone(),
        paragraphs: draft
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect(),
        closing: draft.closing.clone(),
        signer: set(signer(spec)),
        enclosures: set(enclosures(spec, words)),
        remark: remark(spec, words).map(|remark| typographic(words, &remark)),
        title: draft.subject.clone(),
        author: sender.name.trim().to_owned(),
        date: spec.date,
        continuation: Continuation {
            addressee: recipient.first().cloned().unwrap_or_default(),
            date,
            page: words.page_of.clone(),
        },
        recipient,
    }
}

/// The letter for the page, once everything that its kind must state is there: the facts, and the words for them.
pub fn finish(spec: &LetterSpec, draft: &Draft, looks: &Looks) -> Result<LetterPage, LetterError> {
    compose(spec)?;
    let mut texts = draft.paragraphs.iter().map(|paragraph| &paragraph.text).chain([&draft.subject]);
    if let Some(gap) = texts.find_map(|text| gap_in(spec.language, text)) {
        let problem = format!("“{gap}” still stands in the words: write there what belongs there");
        return Err(LetterError::Unusable { field: "paragraphs".to_owned(), problem });
    }
    let lacking = lacking(spec, draft);
    if lacking.is_empty() { Ok(to_page(spec, draft, looks)) } else { Err(LetterError::WordsLack(lacking)) }
}

/// The trade name or, without one, the person; below it the address and the ways to answer. The role stands under the
/// signature, and in the head only where no practice is named.
fn letterhead(spec: &LetterSpec, looks: &Looks) -> Letterhead {
    let sender = &spec.sender;
    let person = name_of_sender(spec);
    let trade_name = written(sender.trade_name.as_ref()).map(str::to_owned);
    let role = written(sender.role.as_ref()).map(str::to_owned);
    let mut lines = Vec::new();
    lines.extend(if trade_name.is_some() { Some(person.clone()) } else { role });

    let mut address: Vec<String> = written_lines(&sender.address).collect();
    if goes_abroad(sender, &spec.recipient).is_some() {
        address.extend(written(sender.country.as_ref()).map(str::to_owned));
    }
    let contacts: Vec<String> = [&sender.phone, &sender.email, &sender.website]
        .into_iter()
        .filter_map(|contact| written(contact.as_ref()).map(str::to_owned))
        .collect();
    let room = limits::LETTERHEAD_LINES.saturating_sub(lines.len() + contacts.len()).max(1);
    lines.extend(folded(address, room));
    lines.extend(contacts);
    let footer = sender.footer.iter().map(|column| written_lines(column).collect()).collect();
    Letterhead { name: trade_name.unwrap_or(person), lines, logo: looks.logo.clone(), footer }
}

/// The layout that was chosen, or the one that is usual for the paper.
fn arrangement(spec: &LetterSpec) -> Arrangement {
    match (spec.layout, spec.paper) {
        (Some(Layout::Din5008A), _) => Arrangement::Din5008A,
        (Some(Layout::Din5008B), _) | (None, Paper::A4) => Arrangement::Din5008B,
        (Some(Layout::Us), _) | (None, Paper::UsLetter) => Arrangement::Us,
        (Some(Layout::Plain), _) => Arrangement::Plain,
    }
}

/// The lines in at most so many: the last ones share a line.
fn folded(mut lines: Vec<String>, room: usize) -> Vec<String> {
    if lines.len() > room {
        let shared = lines.split_off(room - 1).join(", ");
        lines.push(shared);
    }
    lines
}

/// The sender on one line, for the window of the envelope; a layout whose window shows the recipient alone leaves it out,
/// and an envelope has it.
fn return_line(spec: &LetterSpec) -> String {
    let sender = &spec.sender;
    let mut parts = vec![written(sender.trade_name.as_ref()).unwrap_or(sender.name.trim()).to_owned()];
    parts.extend(written_lines(&sender.address));
    if parts.len() > 1 { parts.join(" · ") } else { String::new() }
}

/// The sender's name; in a draft without one, a gap.
fn name_of_sender(spec: &LetterSpec) -> String {
    let name = spec.sender.name.trim();
    if name.is_empty() { gap(spec.language, FactKey::SenderName) } else { name.to_owned() }
}

fn signer(spec: &LetterSpec) -> Vec<String> {
    let role = written(spec.signature_role.as_ref()).or_else(|| written(spec.sender.role.as_ref()));
    std::iter::once(name_of_sender(spec)).chain(role.map(str::to_owned)).collect()
}

fn enclosures(spec: &LetterSpec, words: &Words) -> Vec<String> {
    let papers = match &spec.facts {
        Facts::ProspectDecline(facts) => facts.enclosed(words),
        Facts::RenewalRefusal(_) | Facts::Stated(..) => None,
    };
    let stated = written_lines(&spec.enclosures);
    let names: Vec<String> = papers.into_iter().chain(stated).collect();
    match names.as_slice() {
        [] => Vec::new(),
        [only] => vec![fill(&words.enclosure, &[("names", only)])],
        many => vec![fill(&words.enclosures, &[("names", &many.join("; "))])],
    }
}

/// What the user wrote, else what the form of notice asks for.
fn remark(spec: &LetterSpec, words: &Words) -> Option<String> {
    if spec.remark.is_some() {
        return written(spec.remark.as_ref()).map(str::to_owned);
    }
    let Facts::RenewalRefusal(facts) = &spec.facts else { return None };
    let registered = facts.notice.as_ref().is_some_and(|notice| notice.form == NoticeForm::Registered);
    registered.then(|| words.registered.clone())
}
