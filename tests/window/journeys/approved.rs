//! The screens look as they were approved. The pictures lie in `docs/pictures`, where the README shows some of them; after a
//! change of the look, `KINDLY_APPROVE=1` writes them anew, and whoever changed it looks at each.
use std::{
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use serde_json::json;

use super::{NEVER_HAPPY, sample_opened};
use crate::{home::Home, window::Window};

/// Pictures are compared by the mean tone of squares of so many pixels: the smoothing of letters differs by machine.
const SQUARE: usize = 8;
/// Two tones that are so much apart, of 255, are told apart by eyes.
const APART: f64 = 14.0;
/// So many squares of a hundred may be: a figure that is a day older, not a line that moved.
const TOLERANCE: f64 = 1.0;

#[tokio::test]
async fn the_screens_look_as_approved_in_light() {
    look_at_all(&Home::fresh(), "light").await;
}

#[tokio::test]
async fn the_screens_look_as_approved_in_dark() {
    let home = Home::fresh();
    home.prefer_dark();
    look_at_all(&home, "dark").await;
}

async fn look_at_all(home: &Home, shade: &str) {
    let (machine, window) = sample_opened(home).await;
    // What was said a moment ago goes by itself, sooner or later.
    window.click_selector("[data-testid='toast'] button").await;
    let silent = "return document.querySelector('[data-testid=toast]').innerText.trim() === ''";
    window.until("nothing is said any more", silent, json!([])).await;
    let mut different = Vec::new();
    for place in ["clients", "today", "offering", "enquiries", "letters"] {
        window.click(&format!("nav-{place}")).await;
        window.see_selector(&format!("[data-testid='nav-{place}'][aria-current]")).await;
        window.see_selector("main ul, main table, main p").await;
        compare(&window, &format!("{place}-{shade}"), &mut different).await;
    }
    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    compare(&window, &format!("client-{shade}"), &mut different).await;
    window.click("write-letter").await;
    window.click_selector("[role=menuitem][data-testid='letter-kind-renewal_refusal']").await;
    window.see_words("main", "Yours sincerely").await;
    super::letter::until_ink(&window, "letter-page-0").await;
    compare(&window, &format!("letter-{shade}"), &mut different).await;
    assert_eq!(different, [""; 0], "all looks as approved; after a look at each: KINDLY_APPROVE=1");
    window.close(&machine).await;
}

/// Keeps the picture where it is approved by this run; otherwise holds it against the one that was.
async fn compare(window: &Window, name: &str, different: &mut Vec<String>) {
    // Where the pointer rests, something may be lit.
    let png = window.picture_without_pointer(&format!("350 {name}")).await;
    let approved = approved_at(name);
    if env::var_os("KINDLY_APPROVE").is_some() {
        fs::create_dir_all(approved.parent().expect("it lies in a folder")).expect("a folder can be made");
        fs::write(&approved, png).expect("a picture can be written");
        return;
    }
    let known = fs::read(&approved)
        .unwrap_or_else(|error| panic!("{}: {error}; KINDLY_APPROVE=1 writes it", approved.display()));
    let apart = apart(&Tones::of(&known), &Tones::of(&png));
    if apart > TOLERANCE {
        different.push(format!("{name}: {apart:.1} of 100 squares differ"));
    }
}

fn approved_at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/pictures/{name}.png"))
}

/// The mean tone of each square of a picture.
struct Tones {
    across: usize,
    means: Vec<f64>,
}

impl Tones {
    fn of(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("it is a picture");
        let mut pixels = vec![0; reader.output_buffer_size().expect("it fits into memory")];
        let info = reader.next_frame(&mut pixels).expect("it is a whole picture");
        let (width, height) = (info.width as usize, info.height as usize);
        let samples = info.color_type.samples();
        let (across, down) = (width.div_ceil(SQUARE), height.div_ceil(SQUARE));
        let (mut sums, mut counts) = (vec![0.0; across * down], vec![0.0; across * down]);
        for (place, pixel) in pixels.chunks_exact(samples).enumerate() {
            let square = place / width / SQUARE * across + place % width / SQUARE;
            let colours = &pixel[..samples.min(3)];
            sums[square] += colours.iter().map(|each| f64::from(*each)).sum::<f64>() / colours.len() as f64;
            counts[square] += 1.0;
        }
        Self { across, means: sums.iter().zip(&counts).map(|(sum, count)| sum / count).collect() }
    }
}

/// How many of a hundred squares differ; all, where the pictures are of two sizes.
fn apart(one: &Tones, other: &Tones) -> f64 {
    if one.across != other.across || one.means.len() != other.means.len() {
        return 100.0;
    }
    let differ =
        one.means.iter().zip(&other.means).filter(|(one, other)| (*one - *other).abs() > APART).count();
    100.0 * differ as f64 / one.means.len() as f64
}

#[test]
fn a_line_that_moved_is_told_from_letters_that_are_smoothed_otherwise() {
    let page = |line: usize, ink: u8| {
        let mut means = vec![250.0; 100 * 80];
        means[line * 100..line * 100 + 100].fill(f64::from(ink));
        Tones { across: 100, means }
    };
    assert!(apart(&page(10, 120), &page(10, 126)) < 0.01, "a little paler is the same");
    assert!(apart(&page(10, 120), &page(11, 120)) > TOLERANCE, "a line that moved is seen");
}
