//! The text that runs from the subject to the enclosures, over as many pages as it takes.
use super::galley::BASELINE;
use super::rhythm::{Rhythm, Space};
use super::{Composer, Placed, PlacedLine, PlacedPicture};
use crate::error::{PageError, Part};
use crate::flow::{Passage, Place};
use crate::geometry::MM;
use crate::lines::{self, Hyphens, Line};
use crate::style::{BODY, SMALL, SUBJECT, Style};
use crate::tags::Role;

/// The box of a signature: as large as a hand writes, and no larger.
const SIGNATURE_MM: (f32, f32) = (55.0, 18.0);
/// A word that fills as many lines as this and goes on in the next is no word that a reader could take in.
const WORD_LINES: usize = 3;

/// A text of the body with its broken lines, or the signature.
pub(super) struct Flowing {
    pub(super) role: Role,
    pub(super) style: Style,
    pub(super) lines: Vec<Line>,
    pub(super) passage: Passage,
    pub(super) space: Space,
    /// Width and height of a picture, which takes the place of one line.
    pub(super) picture: Option<(f32, f32)>,
}

/// How a text stays together when pages are filled.
#[derive(Clone, Copy)]
struct Keep {
    whole: bool,
    with_next: bool,
}

impl Composer<'_> {
    /// Subject, salutation, paragraphs, closing, signature, signer and enclosures, in lines.
    pub(super) fn flowing_text(&self) -> Result<Vec<Flowing>, PageError> {
        let letter = self.letter;
        let body = self.galley.style(BODY);
        let with_next = Keep { whole: true, with_next: true };
        let alone = Keep { whole: true, with_next: false };
        let mut flowing = Vec::new();
        flowing.extend(self.text(Part::Subject, &letter.subject, SUBJECT, with_next, Space::None)?);
        flowing.extend(self.text(
            Part::Salutation,
            &letter.salutation,
            BODY,
            with_next,
            Space::Salutation,
        )?);
        for (index, paragraph) in letter.paragraphs.iter().enumerate() {
            let parted = Keep { whole: false, with_next: false };
            flowing.extend(self.text(
                Part::Paragraph(index + 1),
                paragraph,
                BODY,
                parted,
                Space::Paragraph,
            )?);
        }
        flowing.extend(self.text(Part::Closing, &letter.closing, BODY, with_next, Space::Closing)?);
        let mut to_sign = Space::ToSign;
        if let Some(picture) = &letter.signature {
            let (width, height) = picture.size_mm(SIGNATURE_MM.0, SIGNATURE_MM.1);
            flowing.push(Flowing {
                role: Role::Paragraph,
                style: body,
                lines: Vec::new(),
                passage: Passage { lines: 1, whole: true, with_next: !letter.signer.is_empty() },
                space: Space::Signature,
                picture: Some((width * MM, height * MM)),
            });
            to_sign = Space::UnderSignature;
        }
        for (index, line) in letter.signer.iter().enumerate() {
            let (style, space) = if index == 0 { (BODY, to_sign) } else { (SMALL, Space::None) };
            let ends_letter = index + 1 == letter.signer.len() && letter.enclosures.is_empty();
            let keep = if ends_letter { alone } else { with_next };
            flowing.extend(self.text(Part::SignerLine(index + 1), line, style, keep, space)?);
        }
        for (index, line) in letter.enclosures.iter().enumerate() {
            let space = if index == 0 { Space::Enclosures } else { Space::None };
            flowing.extend(self.text(Part::EnclosureLine(index + 1), line, SMALL, alone, space)?);
        }
        Ok(flowing)
    }

    fn text(
        &self,
        part: Part,
        text: &str,
        style: Style,
        keep: Keep,
        space: Space,
    ) -> Result<Option<Flowing>, PageError> {
        if text.is_empty() {
            return Ok(None);
        }
        let style = self.galley.style(style);
        let hyphens = if keep.whole { Hyphens::Never } else { Hyphens::Sparing };
        let lines = self.galley.broken(text, &style, self.sheet.measure, hyphens);
        if lines.windows(WORD_LINES).any(|lines| lines.iter().all(|line| line.cut)) {
            return Err(PageError::LongWord { part, length: lines::longest_word(text) });
        }
        let role = if part == Part::Subject { Role::Heading } else { Role::Paragraph };
        let passage = Passage { lines: lines.len(), whole: keep.whole, with_next: keep.with_next };
        Ok(Some(Flowing { role, style, lines, passage, space, picture: None }))
    }

    pub(super) fn place_flowing(
        &mut self,
        flowing: Vec<Flowing>,
        rhythm: &Rhythm,
        first_top: f32,
        places: &[Place],
    ) {
        let sheet = self.sheet;
        let mut places = places.iter();
        let mut next = || places.next().expect("every line has its row");
        let top_of = |place: &Place| {
            place.top + if place.page == 0 { first_top + rhythm.drop } else { sheet.next_top }
        };
        for Flowing { role, style, lines, picture, .. } in flowing {
            if let Some(size) = picture {
                let place = next();
                self.signature(place.page, top_of(place), size);
                continue;
            }
            let text = self.galley.new_text(role);
            let count = lines.len();
            for (index, line) in lines.into_iter().enumerate() {
                let place = next();
                let placed = PlacedLine {
                    x: if line.right_to_left { sheet.right() - line.width } else { sheet.left },
                    baseline: top_of(place) + rhythm.leading(&style) * BASELINE,
                    goes_on: index + 1 < count,
                    line,
                    style,
                };
                match self.galley.layout.placed.last_mut() {
                    Some(piece) if piece.text == Some(text) && piece.page == place.page => {
                        piece.lines.push(placed);
                    }
                    _ => self.galley.layout.placed.push(Placed {
                        page: place.page,
                        text: Some(text),
                        lines: vec![placed],
                    }),
                }
            }
        }
    }

    fn signature(&mut self, page: usize, top: f32, (width, height): (f32, f32)) {
        let Some(picture) = self.letter.signature.clone() else { return };
        let (left, lower) = (self.sheet.left, self.sheet.height - top - height);
        // Those who do not see it hear whose it is.
        let instead = self.letter.signer.first().unwrap_or(&self.letter.author).clone();
        let role = Role::Figure { instead, edges: [left, lower, left + width, lower + height] };
        let text = Some(self.galley.new_text(role));
        let placed =
            PlacedPicture { page, text, name: "Signature".into(), picture, left, top, width, height };
        self.galley.layout.pictures.push(placed);
    }
}
