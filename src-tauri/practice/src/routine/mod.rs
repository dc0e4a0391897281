//! What comes again: records by template.
mod view;

use chrono::{Days, NaiveDate};
use kindly_records::{
    Client, Deliverable, Engagement, IdSource, Kept, Kind, Moment, Obligation, Record, Template, TemplateKind,
};

use crate::{Message, Practice, PracticeError, record::Done, standing::number};

pub use view::{DueByTemplate, TemplatePick};

/// A record is offered from this many days before it is due.
const AHEAD_DAYS: u64 = 14;
/// Further back nothing is offered: a template that is entered late is no heap of arrears.
const BACK_DAYS: u64 = 62;

/// What is recorded of a client, as far as templates look at it.
pub(crate) struct Recorded<'a> {
    pub(crate) client: &'a Kept<Client>,
    pub(crate) engagements: &'a [Kept<Engagement>],
    pub(crate) deliverables: &'a [Kept<Deliverable>],
    pub(crate) obligations: &'a [Kept<Obligation>],
}

impl Practice {
    /// What templates make that is due within two weeks, or was within two months, and is not recorded yet.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn templates_due(&self, moment: Moment) -> Result<Vec<DueByTemplate>, PracticeError> {
        let reader = self.ledger.reader();
        let templates = reader.all::<Template>()?;
        let mut due = Vec::new();
        for client in reader.all::<Client>()? {
            let of_client: Vec<Kept<Template>> =
                templates.iter().filter(|kept| kept.record.client == Some(client.id)).cloned().collect();
            if of_client.is_empty() {
                continue;
            }
            let (engagements, deliverables, obligations) =
                (reader.of_client(client.id)?, reader.of_client(client.id)?, reader.of_client(client.id)?);
            let recorded = Recorded {
                client: &client,
                engagements: &engagements,
                deliverables: &deliverables,
                obligations: &obligations,
            };
            due.extend(due_of_client(&recorded, &of_client, moment.today));
        }
        due.sort_by(|one, other| (one.due_on, &one.client_name).cmp(&(other.due_on, &other.client_name)));
        Ok(due)
    }

    /// Makes the records that were picked, in one step.
    ///
    /// # Errors
    /// [`PracticeError::NothingChosen`] without a pick, [`PracticeError::Gone`] where one is no longer due: made
    /// meanwhile, or its template changed.
    pub fn fill_templates(&mut self, moment: Moment, picks: &[TemplatePick]) -> Result<Done, PracticeError> {
        if picks.is_empty() {
            return Err(PracticeError::NothingChosen);
        }
        let due = self.templates_due(moment)?;
        let record = |pick: &TemplatePick| {
            let found = due.iter().find(|due| due.template == pick.template && due.due_on == pick.due_on);
            found.map(|due| due.record.clone()).ok_or(PracticeError::Gone { kind: Kind::Template })
        };
        let records: Vec<Record> = picks.iter().map(record).collect::<Result<_, _>>()?;
        let message = Message::DidFillTemplates { count: number(records.len()) };
        let mut ids = IdSource::at(moment.at);
        self.ledger.transact(moment.at, message.label(), |changes| {
            records.iter().try_for_each(|record| changes.insert_record(&mut ids, record).map(|_| ()))
        })?;
        Ok(Done { id: None, message })
    }
}

/// What a client's templates make and is not recorded. A question is no record until it is answered: check-ins come by
/// the client's rhythm among what needs the user.
pub(crate) fn due_of_client(
    recorded: &Recorded<'_>,
    templates: &[Kept<Template>],
    today: NaiveDate,
) -> Vec<DueByTemplate> {
    let until = today.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(today);
    let from = today.checked_sub_days(Days::new(BACK_DAYS)).unwrap_or(today);
    let mut due = Vec::new();
    for Kept { id, record: template } in templates {
        let over = template.engagement.and_then(|engagement| {
            recorded
                .engagements
                .iter()
                .find(|kept| kept.id == engagement)
                .and_then(|kept| kept.record.ended_on)
        });
        let open =
            template.due_days(until).filter(|day| *day >= from && over.is_none_or(|over| *day <= over));
        for due_on in open {
            let Some(record) = made(template, due_on) else { continue };
            if !is_recorded(recorded, template, &record, due_on) {
                due.push(DueByTemplate {
                    template: *id,
                    client: recorded.client.id,
                    client_name: recorded.client.record.name.clone(),
                    due_on,
                    record,
                });
            }
        }
    }
    due
}

fn made(template: &Template, due_on: NaiveDate) -> Option<Record> {
    let (client, title) = (template.client?, template.title_on(due_on));
    match template.what {
        TemplateKind::Deliverable => Some(
            Deliverable { engagement: template.engagement, ..Deliverable::new(client, title, due_on) }.into(),
        ),
        TemplateKind::Obligation => Some(
            Obligation {
                engagement: template.engagement,
                what: template.obligation,
                ..Obligation::new(client, title, due_on)
            }
            .into(),
        ),
        TemplateKind::CheckIn => None,
    }
}

/// Whether one of that title stands near that day: nearer than to the turn before or after.
fn is_recorded(recorded: &Recorded<'_>, template: &Template, made: &Record, due_on: NaiveDate) -> bool {
    let near = i64::from(template.every_months.unwrap_or(1)) * 15;
    let same = |title: &str, day: NaiveDate| title == made.title() && (day - due_on).num_days().abs() <= near;
    match template.what {
        TemplateKind::Deliverable => {
            recorded.deliverables.iter().any(|kept| same(&kept.record.title, kept.record.due_on))
        }
        TemplateKind::Obligation => {
            recorded.obligations.iter().any(|kept| same(&kept.record.title, kept.record.due_on))
        }
        TemplateKind::CheckIn => true,
    }
}
