//! The few words by which a person recognises a row.
use chrono::NaiveDate;
use kindly_records::Record;

pub(super) fn shown(record: &Record) -> Vec<String> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match record {
        Record::Client(client) => {
            vec![client.name.clone(), client.contact.full_name(), client.country.clone()]
        }
        Record::Deliverable(deliverable) => vec![
            deliverable.title.clone(),
            day(Some(deliverable.due_on)),
            day(deliverable.delivered_on),
            deliverable.outcome.name().to_owned(),
        ],
        Record::CheckIn(check_in) => vec![day(Some(check_in.on)), record.title(), check_in.words.clone()],
        Record::Invoice(invoice) => {
            vec![invoice.number.clone(), day(Some(invoice.due_on)), day(invoice.paid_on)]
        }
        Record::Obligation(obligation) => {
            vec![obligation.title.clone(), day(Some(obligation.due_on)), day(obligation.met_on)]
        }
        Record::Complaint(complaint) => {
            vec![day(Some(complaint.on)), complaint.theme.clone(), complaint.words.clone()]
        }
        Record::TimeEntry(entry) => {
            let (hours, minutes) = (entry.seconds / 3600, entry.seconds / 60 % 60);
            vec![day(Some(entry.on)), format!("{hours}:{minutes:02}"), entry.what.clone()]
        }
        Record::Payment(payment) => vec![day(Some(payment.on)), payment.reference.clone()],
        Record::Enquiry(enquiry) => vec![day(Some(enquiry.received_on)), enquiry.subject.clone()],
        other => vec![other.title()],
    }
}
