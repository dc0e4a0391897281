//! A drawing as an SVG file of its own, light, with its figures in English.
use std::fmt::Write as _;

use super::drawing::{Anchor, ChartText, Drawing, Fill, Mark, Place, Tint};

/// Tints that are drawn with a pattern.
const PATTERNED: [Tint; 9] = [
    Tint::Ink,
    Tint::Quiet,
    Tint::Grid,
    Tint::Accent,
    Tint::Good,
    Tint::Warn,
    Tint::Bad,
    Tint::Ours,
    Tint::Plain,
];

/// The file. It draws the same everywhere: no style sheet, no font but the reader's own.
#[must_use]
pub fn svg(drawing: &Drawing) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<defs>\n"
    );
    for tint in PATTERNED {
        let (name, colour) = (name(tint), colour(tint));
        // A text takes whatever is written into it.
        let _ = writeln!(
            out,
            "<pattern id=\"hatched-{name}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" stroke=\"{colour}\" stroke-width=\"3\"/></pattern>\n\
             <pattern id=\"dotted-{name}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><circle cx=\"2.5\" \
             cy=\"2.5\" r=\"1.3\" fill=\"{colour}\"/></pattern>"
        );
    }
    out.push_str("</defs>\n");
    for mark in &drawing.marks {
        write_mark(&mut out, mark);
    }
    out.push_str("</svg>\n");
    out
}

fn write_mark(out: &mut String, mark: &Mark) {
    let _ = match mark {
        Mark::Box { left, top, right, bottom, tint, fill } => writeln!(
            out,
            "<rect x=\"{left:.2}\" y=\"{top:.2}\" width=\"{:.2}\" height=\"{:.2}\" {}/>",
            right - left,
            bottom - top,
            filled(*tint, *fill)
        ),
        Mark::Line { points, tint, width, dashed } => writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"{}/>",
            places(points),
            colour(*tint),
            if *dashed { " stroke-dasharray=\"4 3\"" } else { "" }
        ),
        Mark::Area { points, tint, fill } => {
            writeln!(out, "<polygon points=\"{}\" {}/>", places(points), filled(*tint, *fill))
        }
        // A pattern would not show in so little room: a point in its middle does.
        Mark::Dot { x, y, radius, tint, fill: Fill::Dotted } => {
            let colour = colour(*tint);
            writeln!(
                out,
                "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius}\" fill=\"#ffffff\" stroke=\"{colour}\"/>\
                 <circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"1.2\" fill=\"{colour}\"/>"
            )
        }
        Mark::Dot { x, y, radius, tint, fill } => {
            writeln!(out, "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius}\" {}/>", filled(*tint, *fill))
        }
        Mark::Text { x, y, anchor, text, tint } => writeln!(
            out,
            "<text x=\"{x:.2}\" y=\"{y:.2}\" text-anchor=\"{}\" fill=\"{}\">{}</text>",
            match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            },
            colour(*tint),
            escaped(&in_english(text))
        ),
    };
}

fn places(points: &[Place]) -> String {
    points.iter().map(|place| format!("{:.2},{:.2}", place.x, place.y)).collect::<Vec<_>>().join(" ")
}

fn filled(tint: Tint, fill: Fill) -> String {
    let (name, colour) = (name(tint), colour(tint));
    match fill {
        Fill::Solid => format!("fill=\"{colour}\" stroke=\"{colour}\""),
        Fill::Hatched => format!("fill=\"url(#hatched-{name})\" stroke=\"{colour}\""),
        Fill::Dotted => format!("fill=\"url(#dotted-{name})\" stroke=\"{colour}\""),
        Fill::Hollow => format!("fill=\"#ffffff\" stroke=\"{colour}\""),
    }
}

/// A figure in English.
pub(crate) fn in_english(text: &ChartText) -> String {
    match text {
        ChartText::Month { day } => day.format("%b ’%y").to_string(),
        ChartText::Day { day } => day.format("%-d %b %Y").to_string(),
        ChartText::Year { year } => year.to_string(),
        ChartText::Count { value } => value.to_string(),
        ChartText::Number { value } => format!("{value:.1}").trim_end_matches(".0").to_owned(),
        ChartText::Share { value } => format!("{:.0} %", value * 100.0),
        ChartText::Days { value } => format!("{value:.0} d"),
        ChartText::Amount { value } => {
            let sign = if value.minor < 0 { "−" } else { "" };
            format!("{sign}{} {}", grouped(value.minor.unsigned_abs() / 100), value.currency)
        }
        ChartText::Name { text } => text.clone(),
    }
}

/// Thousands apart: "60,000".
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn name(tint: Tint) -> &'static str {
    match tint {
        Tint::Ink => "ink",
        Tint::Quiet => "quiet",
        Tint::Grid => "grid",
        Tint::Accent => "accent",
        Tint::Good => "good",
        Tint::Warn => "warn",
        Tint::Bad => "bad",
        Tint::Ours => "ours",
        Tint::Plain => "plain",
    }
}

/// Colours that keep 3 to 1 against white, the grid apart.
pub(super) fn colour(tint: Tint) -> &'static str {
    match tint {
        Tint::Ink => "#23211c",
        Tint::Quiet => "#6d685d",
        Tint::Grid => "#e3ded2",
        Tint::Accent => "#1f4e5f",
        Tint::Good => "#3e7d55",
        Tint::Warn => "#a8741a",
        Tint::Bad => "#a63f32",
        Tint::Ours => "#5b5ea6",
        Tint::Plain => "#827c70",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::ChartMoney;

    #[test]
    fn a_name_cannot_break_out_of_the_file() {
        let text = ChartText::Name { text: "<script>&\"".to_owned() };
        let mark = Mark::Text { x: 1.0, y: 2.0, anchor: Anchor::Start, text, tint: Tint::Ink };
        let file = svg(&Drawing { width: 10.0, height: 10.0, marks: vec![mark] });
        assert!(file.contains("&lt;script&gt;&amp;&quot;"), "as text: {file}");
        assert!(!file.contains("<script"), "and as nothing else: {file}");
    }

    #[test]
    fn figures_read_as_in_english() {
        let check = |text: ChartText, expected: &str| assert_eq!(in_english(&text), expected);
        let day = |text: &str| text.parse().expect("the test writes real days");
        let money = |minor| ChartText::Amount { value: ChartMoney { minor, currency: "GBP".to_owned() } };
        check(ChartText::Month { day: day("2024-02-01") }, "Feb ’24");
        check(ChartText::Day { day: day("2024-02-01") }, "1 Feb 2024");
        check(ChartText::Share { value: 0.4 }, "40 %");
        check(ChartText::Number { value: 4.0 }, "4");
        check(ChartText::Number { value: 4.25 }, "4.2");
        check(ChartText::Days { value: 12.0 }, "12 d");
        check(money(99_999), "999 GBP");
        check(money(123_456_700), "1,234,567 GBP");
        check(money(-2_000_000), "−20,000 GBP");
        check(money(0), "0 GBP");
    }

    #[test]
    fn every_fill_is_told_without_colour() {
        let fills = [Fill::Solid, Fill::Hatched, Fill::Dotted, Fill::Hollow];
        let drawn: Vec<String> =
            fills.iter().map(|fill| filled(Tint::Bad, *fill).replace("#a63f32", "colour")).collect();
        for (place, one) in drawn.iter().enumerate() {
            assert!(!drawn[..place].contains(one), "{one} is like no other");
        }
    }
}
