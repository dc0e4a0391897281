//! Letters: what belongs together and is never asked for in parts stands as JSON. What has columns is what others look
//! for or what names another record, so that nothing named by it goes unnoticed. The records in `about` and the template
//! are the exception: a letter goes on saying what it rested on and began from, whatever becomes of that.
use kindly_records::{Kind, Letter, LetterReply, RecordError, SentLetter};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Json, Word},
        entity::{Entity, Link, NamedBy},
    },
};

impl Entity for Letter {
    const SELECT: &'static str = "
        SELECT id, client, letter_kind, engagement, enquiry, written_on, language, paper, choices,
               paragraphs, pdf_sha256, about, register, stated, left_out, taken_in, subject, remark,
               enclosures, dismissed, letter_template, supersedes, finished,
               sent_on, sent_how, sent_to, sent_proof, sent_document, reply_on, reply_words,
               facts_seen
        FROM letter";
    const SAVE: &'static str = "
        INSERT INTO letter (id, client, letter_kind, engagement, enquiry, written_on, language, paper, choices,
            paragraphs, pdf_sha256, about, register, stated, left_out, taken_in, subject, remark, enclosures,
            dismissed, letter_template, supersedes, finished,
            sent_on, sent_how, sent_to, sent_proof, sent_document, reply_on, reply_words, facts_seen)
        VALUES (:id, :client, :letter_kind, :engagement, :enquiry, :written_on, :language, :paper,
            :choices, :paragraphs, :pdf_sha256, :about, :register, :stated, :left_out, :taken_in, :subject,
            :remark, :enclosures, :dismissed, :letter_template, :supersedes, :finished,
            :sent_on, :sent_how, :sent_to, :sent_proof, :sent_document, :reply_on, :reply_words,
            :facts_seen)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, letter_kind = excluded.letter_kind,
            engagement = excluded.engagement, enquiry = excluded.enquiry,
            written_on = excluded.written_on, language = excluded.language, paper = excluded.paper,
            choices = excluded.choices, paragraphs = excluded.paragraphs,
            pdf_sha256 = excluded.pdf_sha256, about = excluded.about, register = excluded.register,
            stated = excluded.stated, left_out = excluded.left_out, taken_in = excluded.taken_in,
            subject = excluded.subject, remark = excluded.remark, enclosures = excluded.enclosures,
            dismissed = excluded.dismissed, letter_template = excluded.letter_template,
            supersedes = excluded.supersedes, finished = excluded.finished,
            sent_on = excluded.sent_on, sent_how = excluded.sent_how, sent_to = excluded.sent_to,
            sent_proof = excluded.sent_proof, sent_document = excluded.sent_document,
            reply_on = excluded.reply_on, reply_words = excluded.reply_words,
            facts_seen = excluded.facts_seen";
    const ORDER: &'static str = "written_on, id";
    const NAMED_BY: &'static [NamedBy] = &[NamedBy::free(Kind::Letter, "supersedes")];
    const FREEZES: bool = true;

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        let (sent, reply) = (self.sent.as_ref(), self.reply.as_ref());
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":letter_kind": Word(self.letter_kind),
            ":engagement": self.engagement.map(Uuid::from),
            ":enquiry": self.enquiry.map(Uuid::from),
            ":written_on": self.written_on,
            ":language": Word(self.language),
            ":paper": Word(self.paper),
            ":choices": Json(&self.choices),
            ":paragraphs": self.paragraphs.as_ref().map(Json),
            ":pdf_sha256": self.pdf_sha256,
            ":about": Json(&self.about),
            ":register": Word(self.register),
            ":stated": Json(&self.stated),
            ":left_out": Json(&self.left_out),
            ":taken_in": Json(&self.taken_in),
            ":subject": self.subject,
            ":remark": self.remark,
            ":enclosures": Json(&self.enclosures),
            ":dismissed": Json(&self.dismissed),
            ":letter_template": self.template.map(Uuid::from),
            ":supersedes": self.supersedes.map(Uuid::from),
            ":finished": self.finished.as_ref().map(Json),
            ":sent_on": sent.map(|sent| sent.on),
            ":sent_how": sent.map(|sent| Word(sent.how)),
            ":sent_to": sent.map_or("", |sent| &sent.to),
            ":sent_proof": sent.map_or("", |sent| &sent.proof),
            ":sent_document": sent.and_then(|sent| sent.proof_document).map(Uuid::from),
            ":reply_on": reply.map(|reply| reply.on),
            ":reply_words": reply.map_or("", |reply| &reply.words),
            ":facts_seen": Json(&self.facts_seen),
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            letter_kind: cells.word("letter_kind")?,
            engagement: cells.optional_id("engagement")?,
            enquiry: cells.optional_id("enquiry")?,
            written_on: cells.day("written_on")?,
            language: cells.word("language")?,
            paper: cells.word("paper")?,
            choices: cells.json("choices")?,
            paragraphs: cells.optional_json("paragraphs")?,
            pdf_sha256: cells.optional_text("pdf_sha256")?,
            about: cells.json("about")?,
            register: cells.word("register")?,
            stated: cells.json("stated")?,
            left_out: cells.json("left_out")?,
            taken_in: cells.json("taken_in")?,
            subject: cells.text("subject")?,
            remark: cells.optional_text("remark")?,
            enclosures: cells.json("enclosures")?,
            dismissed: cells.json("dismissed")?,
            template: cells.optional_id("letter_template")?,
            supersedes: cells.optional_id("supersedes")?,
            finished: cells.optional_json("finished")?,
            sent: sent(cells)?,
            reply: reply(cells)?,
            facts_seen: cells.json("facts_seen")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [
            self.engagement.map(|id| (Kind::Engagement, id.into())),
            self.enquiry.map(|id| (Kind::Enquiry, id.into())),
        ]
    }

    fn more_links(&self) -> Vec<Link> {
        let proof = self.sent.as_ref().and_then(|sent| sent.proof_document);
        let named = [
            self.template.map(|id| Link::maybe(Kind::LetterTemplate, id.into())),
            proof.map(|id| Link::there(Kind::Document, id.into())),
            // In a file that comes in, the letter that takes its place may stand first.
            self.supersedes.map(|id| Link::maybe(Kind::Letter, id.into())),
        ];
        let about = self.about.iter().map(|basis| Link::maybe(basis.kind, basis.id));
        named.into_iter().flatten().chain(about).collect()
    }

    fn check_change(&self, next: &Self) -> Result<(), RecordError> {
        self.may_become(next)
    }
}

fn sent(cells: &Cells<'_>) -> Result<Option<SentLetter>, LedgerError> {
    let Some(on) = cells.optional_day("sent_on")? else { return Ok(None) };
    Ok(Some(SentLetter {
        on,
        how: cells.word("sent_how")?,
        to: cells.text("sent_to")?,
        proof: cells.text("sent_proof")?,
        proof_document: cells.optional_id("sent_document")?,
    }))
}

fn reply(cells: &Cells<'_>) -> Result<Option<LetterReply>, LedgerError> {
    let Some(on) = cells.optional_day("reply_on")? else { return Ok(None) };
    Ok(Some(LetterReply { on, words: cells.text("reply_words")? }))
}
