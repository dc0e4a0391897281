//! What the tone check costs a keystroke: `cargo bench -p kindly-letters`.

use kindly_letters::{Guarded, Kind, Language, ToneContext, reading, tone};

const LANGUAGES: [Language; 4] = [Language::EnglishUk, Language::German, Language::French, Language::Spanish];

fn main() {
    for language in LANGUAGES {
        // The list is read once in the life of the program.
        tone(&context(language, &Guarded::default()), "");
    }
    divan::main();
}

/// A paragraph of 3,000 characters, in a practice with 300 clients.
#[divan::bench(args = LANGUAGES)]
fn paragraph(bencher: divan::Bencher<'_, '_>, language: Language) {
    let clients = (0..300).map(|number| {
        (number.to_string(), [format!("Client Number{number} Ltd"), format!("someone@{number}.example")])
    });
    let guarded = Guarded::new(clients);
    let text = text(language, 3_000);
    bencher.bench_local(|| tone(&context(language, &guarded), &text));
}

/// How easily the same paragraph reads.
#[divan::bench(args = LANGUAGES)]
fn ease(bencher: divan::Bencher<'_, '_>, language: Language) {
    let text = text(language, 3_000);
    bencher.bench_local(|| reading(language, &text));
}

/// The longest text that somebody may paste.
#[divan::bench(args = LANGUAGES, sample_count = 20)]
fn pasted_book(bencher: divan::Bencher<'_, '_>, language: Language) {
    let guarded = Guarded::default();
    let text = text(language, 64_000);
    bencher.bench_local(|| tone(&context(language, &guarded), &text));
}

fn context(language: Language, guarded: &Guarded) -> ToneContext<'_> {
    ToneContext { language, kind: Some(Kind::Boundary), allowed: &[], client: None, guarded }
}

fn text(language: Language, letters: usize) -> String {
    let sentences = match language {
        Language::EnglishUk | Language::EnglishUs => {
            "On 3 May you told a colleague that the report was of no use. You always send the figures late, and I would \
             like to say how I work from now on. "
        }
        Language::German => {
            "Am 3. Mai haben Sie einem Kollegen gesagt, der Bericht sei unbrauchbar. Sie schicken die Zahlen immer zu \
             spät, und ich möchte sagen, wie ich von nun an arbeite. "
        }
        Language::French => {
            "Le 3 mai, vous avez dit à un collègue que le rapport ne servait à rien. Vous envoyez toujours les chiffres \
             en retard, et j’aimerais dire comment je travaillerai désormais. "
        }
        Language::Spanish => {
            "El 3 de mayo le dijo a un compañero que el informe no servía. Usted siempre envía las cifras tarde, y me \
             gustaría decir cómo trabajaré desde ahora. "
        }
    };
    sentences.chars().cycle().take(letters).collect()
}
