//! Templates of the user's own: a letter's words with its facts taken out.
use std::path::Path;

use kindly_records::{
    IdSource, Kept, Kind, Letter, LetterParagraph, LetterTemplate, LetterTemplateId, Moment, RecordKind,
};

use super::{
    SavedPdf,
    basis::Basis,
    file::{file_name, safe_name, write_whole},
    keys::{self, key_name},
    view::{LetterTemplateRow, Templated},
};
use crate::{Message, Practice, PracticeError, read::read_limited, record::Done};

/// A template is a page of words.
const MOST_BYTES: usize = 256 * 1024;

impl Practice {
    /// All templates, by name.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn letter_templates(&self) -> Result<Vec<LetterTemplateRow>, PracticeError> {
        let kept = self.ledger.reader().all::<LetterTemplate>()?;
        let mut rows: Vec<LetterTemplateRow> = kept
            .into_iter()
            .map(|Kept { id, record }| LetterTemplateRow {
                id,
                name: record.name,
                letter_kind: record.letter_kind,
                language: record.language,
            })
            .collect();
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(rows)
    }

    /// Keeps a letter's words as a template: where they state a fact, the template asks for it.
    ///
    /// # Errors
    /// What the letter lacks; [`PracticeError::Record`] for a name that cannot be kept.
    pub fn template_from_letter(
        &mut self,
        moment: Moment,
        letter: &Letter,
        name: &str,
    ) -> Result<Done, PracticeError> {
        let basis = Basis::of(self, letter)?;
        let spec = basis.spec(letter);
        let draft = kindly_letters::compose(&spec)?;
        let words = kindly_letters::as_template(&spec, &draft);
        let template = LetterTemplate {
            name: name.trim().to_owned(),
            letter_kind: letter.letter_kind,
            language: letter.language,
            register: letter.register,
            subject: words.subject,
            paragraphs: own_words(words.paragraphs),
            left_out: letter.left_out.clone(),
            taken_in: letter.taken_in.clone(),
            notes: String::new(),
        };
        self.keep_template(moment, &template)
    }

    /// A letter with a template's words, each fact in its place.
    ///
    /// # Errors
    /// [`PracticeError::TemplateDoesNotFit`] for one of another kind or language.
    pub fn letter_with_template(
        &self,
        letter: &Letter,
        id: LetterTemplateId,
    ) -> Result<Templated, PracticeError> {
        let found = self.ledger.reader().get::<LetterTemplate>(id)?;
        let template = found.ok_or(PracticeError::Gone { kind: Kind::LetterTemplate })?.record;
        if template.letter_kind != letter.letter_kind || template.language != letter.language {
            return Err(PracticeError::TemplateDoesNotFit { name: template.name });
        }
        let basis = Basis::of(self, letter)?;
        let spec = basis.spec(letter);
        let filled = kindly_letters::fill_template(&spec, &as_words(&template))?;
        Ok(Templated {
            letter: Letter {
                subject: filled.subject,
                paragraphs: Some(own_words(filled.paragraphs)),
                template: Some(id),
                ..letter.clone()
            },
            lacks: filled.lacks.into_iter().map(key_name).collect(),
        })
    }

    /// Writes a template to a file of its own.
    ///
    /// # Errors
    /// [`PracticeError::Gone`], [`PracticeError::Write`].
    pub fn write_template(&self, id: LetterTemplateId, path: &Path) -> Result<SavedPdf, PracticeError> {
        let template = self.template(id)?;
        write_whole(path, as_words(&template).to_json(&template.name).as_bytes())?;
        Ok(SavedPdf { id: None, file: file_name(path) })
    }

    /// The name a template's file is offered under.
    ///
    /// # Errors
    /// [`PracticeError::Gone`].
    pub fn template_file_name(&self, id: LetterTemplateId) -> Result<String, PracticeError> {
        Ok(format!("{}.kindly-letter.json", safe_name(&self.template(id)?.name)))
    }

    /// Takes a template in from a file.
    ///
    /// # Errors
    /// [`PracticeError::Read`]; what is wrong with the file, in one sentence; nothing is kept then.
    pub fn read_template(&mut self, moment: Moment, path: &Path) -> Result<Done, PracticeError> {
        let bytes = read_limited(path, MOST_BYTES)?;
        let text = String::from_utf8(bytes).map_err(|_| PracticeError::NotText { file: file_name(path) })?;
        let (name, words) = kindly_letters::Template::from_json(&text)?;
        let template = LetterTemplate {
            name,
            letter_kind: keys::kind_of(words.kind),
            language: keys::language_of(words.language),
            register: keys::register_of(words.register),
            subject: words.subject,
            paragraphs: own_words(words.paragraphs),
            left_out: Vec::new(),
            taken_in: Vec::new(),
            notes: String::new(),
        };
        self.keep_template(moment, &template)
    }

    fn template(&self, id: LetterTemplateId) -> Result<LetterTemplate, PracticeError> {
        let found = self.ledger.reader().get::<LetterTemplate>(id)?;
        Ok(found.ok_or(PracticeError::Gone { kind: Kind::LetterTemplate })?.record)
    }

    fn keep_template(&mut self, moment: Moment, template: &LetterTemplate) -> Result<Done, PracticeError> {
        template.check()?;
        let message = Message::DidKeepTemplate { name: template.name.clone() };
        // Under the same name it is the same template, edited.
        let same = |kept: &Kept<LetterTemplate>| {
            kept.record.name == template.name
                && kept.record.letter_kind == template.letter_kind
                && kept.record.language == template.language
        };
        let before = self.ledger.reader().all::<LetterTemplate>()?.into_iter().find(same).map(|kept| kept.id);
        let id: LetterTemplateId = before.unwrap_or_else(|| IdSource::at(moment.at).next());
        self.ledger.transact(moment.at, message.label(), |changes| match before {
            Some(_) => changes.update(id, template),
            None => changes.insert(id, template),
        })?;
        Ok(Done { id: Some(id.to_string()), message })
    }
}

/// Texts as paragraphs of the user's own.
fn own_words(texts: Vec<String>) -> Vec<LetterParagraph> {
    texts.into_iter().map(|text| LetterParagraph { part: "own".to_owned(), text }).collect()
}

fn as_words(template: &LetterTemplate) -> kindly_letters::Template {
    kindly_letters::Template {
        kind: keys::kind(template.letter_kind),
        language: keys::language(template.language),
        register: keys::register(template.register),
        subject: template.subject.clone(),
        paragraphs: template.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect(),
    }
}
