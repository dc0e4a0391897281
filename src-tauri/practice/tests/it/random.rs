//! A thousand use cases by chance: all of them can be taken back, and done again.
use kindly_practice::{
    PracticeError,
    excuse::ExcuseProposal,
    export::ExportWhat,
    friday::{FridayAnswer, FridayHeard},
    import::ImportFile,
    lookback::{LookBack, RememberedAnswer, RememberedDelivery},
    many::FieldText,
    record::Done,
    records::{ClientId, Kind, Moment, Outcome, Profile, RatingScale, SaidBy},
};

use crate::{
    chance::{Chance, ids, kinds, texts},
    room::{Room, day},
};

/// Everything that is recorded, as the archive has it.
fn everything(room: &Room) -> Vec<u8> {
    let files = room.practice.export(room.moment, ExportWhat::Json).expect("everything can be written out");
    files.into_iter().map(|file| file.bytes).next().expect("it is one file")
}

fn clients(room: &Room) -> Vec<(ClientId, String)> {
    let clients = room.practice.choices().expect("the choices can be read").clients;
    clients.into_iter().map(|client| (client.id, client.name)).collect()
}

/// One use case. What chance made impossible is refused, and then nothing is changed.
fn act(room: &mut Room, chance: &mut Chance) -> Result<Option<Done>, PracticeError> {
    let moment = room.moment;
    let clients = clients(room);
    let Some((client, name)) = chance.of(&clients).cloned() else {
        let record = room.practice.record_of(Kind::Client, &texts(chance, Kind::Client, "", false))?;
        return room.practice.add(moment, &record).map(Some);
    };
    let kind = *chance.of(&kinds()).expect("there are kinds");
    match chance.below(14) {
        0..=4 => {
            let record = room.practice.record_of(kind, &texts(chance, kind, &name, false))?;
            room.practice.add(moment, &record).map(Some)
        }
        5 => {
            let Some(id) = chance.of(&ids(&room.practice, kind)).copied() else { return Ok(None) };
            let (_, before) = room.practice.any_record(id)?;
            let mut changes = texts(chance, kind, &name, false);
            changes.retain(|field| field.key != "client" && field.key != "name");
            let record = room.practice.record_with(&before, &changes)?;
            room.practice.edit(moment, id, &record).map(Some)
        }
        6 => {
            let Some(id) = chance.of(&ids(&room.practice, kind)).copied() else { return Ok(None) };
            // Clients go seldom, or nothing would be left to try.
            if kind == Kind::Client && chance.below(4) > 0 {
                return Ok(None);
            }
            room.practice.remove(moment, kind, id).map(Some)
        }
        7 => {
            let some: Vec<_> = ids(&room.practice, Kind::Deliverable).into_iter().take(3).collect();
            let change = FieldText { key: "notes".to_owned(), text: format!("seen {}", chance.below(100)) };
            room.practice.edit_many(moment, Kind::Deliverable, &some, &[change]).map(Some)
        }
        8 => {
            let on = day("2026-11-20");
            let heard = FridayHeard {
                on,
                scale: RatingScale::Csat,
                value: 1 + i64::try_from(chance.below(5)).expect("a small number"),
                said_by: SaidBy::Them,
                words: "well".to_owned(),
                deliverable: None,
            };
            let answer =
                FridayAnswer { client, delivered: vec![], met: vec![], heard: Some(heard), owes: None };
            room.practice.friday_answer(moment, &answer)
        }
        9 => look_back(room, chance).map(Some),
        10 => {
            let proposals = room.practice.client(moment, client)?.proposals;
            let Some(ExcuseProposal { deliverable, obligation, .. }) = proposals.first().cloned() else {
                return Ok(None);
            };
            room.practice.excuse(moment, deliverable, obligation).map(Some)
        }
        11 => {
            let csv =
                format!("Client,Title,Due,Notes\n{name},Imported {},2026-12-01,n\n", chance.below(1_000));
            let file = ImportFile {
                name: "d.csv",
                bytes: csv.as_bytes(),
                kind: Some("deliverables"),
                mapping: None,
                choices: None,
            };
            room.practice.import(moment, file, &mut |_| true)?;
            Ok(None)
        }
        12 => {
            let profile = Profile { name: format!("Robin {}", chance.below(1_000)), ..Profile::default() };
            room.practice.save_profile(moment, &profile).map(Some)
        }
        _ => {
            let until = day("2026-12-01");
            room.practice
                .snooze(moment, &format!("check_in:{client}"), Some(client), until, "on holiday")
                .map(Some)
        }
    }
}

/// The first evening of a client whom chance names.
fn look_back(room: &mut Room, chance: &mut Chance) -> Result<Done, PracticeError> {
    let delivered = RememberedDelivery {
        title: "Audit".to_owned(),
        due_on: day("2025-03-31"),
        delivered_on: Some(day("2025-03-30")),
        outcome: Outcome::Met,
    };
    let said = RememberedAnswer {
        on: day("2025-04-02"),
        scale: RatingScale::Csat,
        value: 2,
        words: "so-so".to_owned(),
        about: Some(0),
    };
    let answers = LookBack {
        client: None,
        name: format!("Remembered {}", chance.below(1_000_000)),
        since: Some(day("2025-01-01")),
        agreement: String::new(),
        delivered: vec![delivered],
        said: vec![said],
        owed: vec![],
        given: vec![],
    };
    room.practice.look_back(room.moment, &answers).map(|done| done.done)
}

/// Verdicts and screens that were kept up record by record are those of a practice that was just opened.
fn verdicts_stand(mut room: Room, when: &str) -> Room {
    // Another day between, so that days that go by and come back are tried too.
    for on in ["2027-02-03", "2026-11-22"] {
        let moment = Moment::of_day(day(on));
        let told = |room: &Room| {
            let verdicts = room.practice.verdicts(moment).expect("the verdicts can be read");
            let screen = room.practice.clients(moment).expect("the clients can be read");
            (format!("{verdicts:?}"), format!("{screen:?}"))
        };
        let kept = told(&room);
        room = room.reopened();
        let fresh = told(&room);
        assert_eq!(kept.0, fresh.0, "the verdicts of {on} {when}");
        assert_eq!(kept.1, fresh.1, "the clients’ screen of {on} {when}");
    }
    room
}

#[test]
fn a_thousand_use_cases_are_taken_back_and_done_again() {
    let mut room = Room::with_sample();
    let start = everything(&room);
    let mut chance = Chance::new(20_261_122);
    let (mut done, mut refused) = (0, 0);
    while done < 1_000 {
        let before = room.practice.steps().expect("the steps can be read");
        if act(&mut room, &mut chance).is_err() {
            refused += 1;
            let after = room.practice.steps().expect("the steps can be read");
            assert_eq!(after.undo, before.undo, "what is refused is no step");
        }
        done += 1;
        // As the window does after each of them, so that the verdicts follow.
        room.practice.verdicts(room.moment).expect("the verdicts can be read");
        room.practice.clients(room.moment).expect("the clients can be read");
        if done % 50 == 0 {
            room = verdicts_stand(room, &format!("after {done} use cases"));
        }
    }
    assert!(refused < 250, "most use cases were possible, or little was tried: {refused} were refused");
    let end = everything(&room);
    assert_ne!(start, end, "something was done");
    let mut steps = 0;
    let mut room = room.reopened();
    // The sample is the first step of all, and stays.
    loop {
        let next = room.practice.steps().expect("the steps can be read").undo.expect("the sample is there");
        if next == kindly_practice::Message::DidLoadSample {
            break;
        }
        room.practice.undo(room.moment).expect("every step can be taken back");
        steps += 1;
        room.practice.verdicts(room.moment).expect("the verdicts can be read");
        if steps % 50 == 0 {
            room = verdicts_stand(room, &format!("after {steps} were taken back"));
        }
    }
    assert!(steps > 600, "each use case was a step of its own, and all are kept: {steps}");
    assert_eq!(everything(&room), start, "the ledger is as it was at the start");
    while room.practice.redo(room.moment).expect("every step can be done again").is_some() {}
    assert_eq!(everything(&room), end, "and as it was at the end");
    let damage = room.practice.check().expect("it can be checked").damage;
    assert_eq!(damage, Vec::<String>::new(), "the ledger is whole");
}
