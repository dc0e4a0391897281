//! Which client a line names.
use super::{
    days,
    known::{ClientNames, Fit, Hit},
    lexemes::Lexeme,
    verbs::verb_at,
    words::{CLIENT_BEFORE, JOINING},
};
use chrono::NaiveDate;

/// The words that name a client, and the clients that go with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The first word.
    pub first: usize,
    /// How many words.
    pub words: usize,
    /// The places of those that fit best; active ones where there are such.
    pub clients: Vec<usize>,
}

/// The longest name, in words, that is looked for.
const LONGEST: usize = 6;

/// Finds the client: at the beginning of the line by any part of the name, further on by whole words, and last by a
/// slip of the finger.
pub(super) fn named(names: &ClientNames, words: &[Lexeme<'_>], today: NaiveDate) -> Option<Named> {
    let is_kept = |at: usize| verb_at(&words[at..]).is_some() || days::phrase(&words[at..], today).is_some();
    let first_kept = !words.is_empty() && is_kept(0);
    let at_start = at(names, words, 0).filter(|(hits, count)| {
        // A client called like one of our words is meant only where more of the name stands there.
        let fit = hits[0].fit;
        !first_kept
            || (*count > 1 && fit <= Fit::LaterWords)
            || (fit == Fit::Whole && words.len() > 1 && verb_at(&words[1..]).is_some())
    });
    if let Some((hits, count)) = at_start {
        return Some(chosen(names, 0, count, &hits));
    }
    let further = (1..words.len()).filter(|at| !is_kept(*at) && !words[*at].quoted);
    let found = further
        .filter_map(|place| {
            let (hits, count) = at(names, words, place)?;
            let led = CLIENT_BEFORE.contains(&words[place - 1].key.as_str());
            let typed: usize = words[place..place + count].iter().map(|word| word.key.chars().count()).sum();
            let enough = match hits[0].fit {
                Fit::Whole | Fit::FirstWords => true,
                Fit::LaterWords => typed >= 4,
                Fit::Beginning => typed >= if led { 2 } else { 4 },
                Fit::LaterBeginning | Fit::Slip => led && typed >= 4,
            };
            let plain_word = JOINING.contains(&words[place].key.as_str()) && count == 1;
            (enough && !plain_word).then_some((place, count, hits))
        })
        .min_by_key(|(_, _, hits)| hits[0].fit);
    let certain = found.as_ref().is_some_and(|(_, _, hits)| hits[0].fit <= Fit::FirstWords);
    if !first_kept
        && !certain
        && let Some((hits, count)) = slips(names, words, 0)
    {
        return Some(chosen(names, 0, count, &hits));
    }
    if let Some((place, count, hits)) = found {
        return Some(chosen(names, place, count, &hits));
    }
    (1..words.len()).filter(|at| !is_kept(*at) && !words[*at].quoted).take(4).find_map(|place| {
        let (hits, count) = slips(names, words, place)?;
        Some(chosen(names, place, count, &hits))
    })
}

/// The clients that the words at a place name, all with the best fit, by as many words as go with them.
fn at(names: &ClientNames, words: &[Lexeme<'_>], place: usize) -> Option<(Vec<Hit>, usize)> {
    let mut key = String::new();
    let mut found: Option<(Vec<Hit>, usize)> = None;
    for (count, word) in (1..=LONGEST).zip(&words[place..]) {
        if word.quoted && (count > 1 || place > 0) {
            break;
        }
        key.push_str(word.key.strip_suffix("'s").unwrap_or(&word.key));
        let hits = names.beginning(&key);
        if hits.is_empty() {
            break;
        }
        found = Some((hits, count));
    }
    let (mut hits, mut count) = found?;
    // A later word with a slip in it still tells two clients apart.
    while let Some(word) =
        words.get(place + count).filter(|word| !word.quoted && verb_at(std::slice::from_ref(word)).is_none())
    {
        let going_on: Vec<Hit> = hits
            .iter()
            .filter(|hit| hit.fit != Fit::Beginning && names.goes_on(hit.client, hit.next_word, &word.key))
            .map(|hit| Hit { next_word: hit.next_word + 1, ..*hit })
            .collect();
        if going_on.is_empty() || count >= LONGEST {
            break;
        }
        hits = going_on;
        count += 1;
    }
    let best = hits.iter().map(|hit| hit.fit).min()?;
    hits.retain(|hit| hit.fit == best);
    Some((hits, count))
}

fn slips(names: &ClientNames, words: &[Lexeme<'_>], place: usize) -> Option<(Vec<Hit>, usize)> {
    let first = words.get(place).filter(|word| !word.quoted)?;
    // "harbor dentl" may be two words of a name, or the whole of it.
    let two = words.get(place + 1).filter(|word| !word.quoted);
    let whole = two.map(|word| (names.slips(&format!("{}{}", first.key, word.key)), 2));
    let one = (names.slips(&first.key), 1);
    let (mut hits, mut count) =
        whole.filter(|(hits, _)| !hits.is_empty()).or((!one.0.is_empty()).then_some(one))?;
    if count == 1
        && let Some(word) = two
    {
        let going_on: Vec<Hit> =
            hits.iter().copied().filter(|hit| names.goes_on(hit.client, hit.next_word, &word.key)).collect();
        if !going_on.is_empty() {
            (hits, count) = (going_on, 2);
        }
    }
    Some((hits, count))
}

fn chosen(names: &ClientNames, first: usize, words: usize, hits: &[Hit]) -> Named {
    let active: Vec<usize> =
        hits.iter().map(|hit| hit.client).filter(|at| names.clients[*at].active).collect();
    let clients = if active.is_empty() { hits.iter().map(|hit| hit.client).collect() } else { active };
    Named { first, words, clients }
}
