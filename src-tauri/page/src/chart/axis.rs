//! Axes: round ticks, and labels that do not lie on one another.
use super::drawing::{Anchor, ChartMoney, ChartText, Drawing, Frame, Mark, Place, Tint};

/// The most steps between the ticks of the vertical axis.
const STEPS: f64 = 5.0;
/// Room for a label of the horizontal axis.
const LABEL_ROOM: f64 = 46.0;
/// Distance of a label from its axis.
const GAP: f64 = 6.0;
/// How far below the plot the labels' baseline stands.
const BELOW: f64 = 16.0;
/// Half the height of a figure, to centre it on its tick.
const HALF_HEIGHT: f64 = 4.0;

/// In what the values of a chart are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// How many.
    Count,
    /// Shares, 0 to 1.
    Share,
    /// Days.
    Days,
    /// Numbers.
    Number,
    /// Means on a scale that ends at 5.
    OnFive,
    /// Minor units of a currency, by its ISO 4217 code.
    Money(String),
}

impl Unit {
    fn text(&self, value: f64) -> ChartText {
        match self {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "counts are whole and not below zero"
            )]
            Self::Count => ChartText::Count { value: value.round().max(0.0) as u32 },
            Self::Share => ChartText::Share { value },
            Self::Days => ChartText::Days { value },
            Self::Number | Self::OnFive => ChartText::Number { value },
            #[expect(
                clippy::cast_possible_truncation,
                reason = "amounts are far below the limits of 64 bits"
            )]
            Self::Money(currency) => ChartText::Amount {
                value: ChartMoney { minor: value.round() as i64, currency: currency.clone() },
            },
        }
    }
}

/// A vertical axis over values: its ends lie on ticks.
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
    plot: Frame,
}

impl Scale {
    /// An axis that holds zero and every value. Counts have whole ticks; shares end at 1, means at 5.
    pub(super) fn over(values: impl Iterator<Item = f64>, unit: &Unit, plot: Frame) -> Self {
        let (least, most) = values
            .filter(|value| value.is_finite())
            .fold((0.0_f64, 0.0_f64), |(least, most), value| (least.min(value), most.max(value)));
        let most = match unit {
            Unit::Share | Unit::Count | Unit::Days | Unit::Number => most.max(1.0),
            Unit::OnFive => most.max(5.0),
            // A hundred minor units are one of the major ones in most currencies.
            Unit::Money(_) => most.max(100.0),
        };
        let mut step = round_step((most - least) / STEPS);
        if matches!(unit, Unit::Count) {
            step = step.max(1.0);
        }
        Self { low: (least / step).floor() * step, high: (most / step).ceil() * step, step, plot }
    }

    /// Where a value stands, from the top.
    pub(super) fn down(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        self.plot.bottom - share.clamp(0.0, 1.0) * (self.plot.bottom - self.plot.top)
    }

    /// The ticks from low to high.
    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an axis has a handful of steps"
        )]
        let steps = ((self.high - self.low) / self.step).round() as u32;
        // From whole steps, so that zero is zero.
        let first = (self.low / self.step).round();
        (0..=steps).map(move |step| (first + f64::from(step)) * self.step)
    }

    /// The grid and its figures; the line of zero is drawn stronger.
    pub(super) fn draw(&self, unit: &Unit, drawing: &mut Drawing) {
        for value in self.ticks() {
            let y = self.down(value);
            let zero = value.abs() < self.step / 2.0;
            drawing.marks.push(Mark::Line {
                points: vec![Place { x: self.plot.left, y }, Place { x: self.plot.right, y }],
                tint: if zero { Tint::Quiet } else { Tint::Grid },
                width: 1.0,
                dashed: false,
            });
            drawing.marks.push(Mark::Text {
                x: self.plot.left - GAP,
                y: y + HALF_HEIGHT,
                anchor: Anchor::End,
                text: unit.text(value),
                tint: Tint::Quiet,
            });
        }
    }
}

/// The next of 1, 2 and 5 times a power of ten.
fn round_step(raw: f64) -> f64 {
    let power = 10_f64.powf(raw.max(f64::MIN_POSITIVE).log10().floor());
    let times = [1.0, 2.0, 5.0, 10.0].into_iter().find(|times| times * power >= raw * (1.0 - 1e-9));
    times.unwrap_or(10.0) * power
}

/// Room around the plot for the figures of a unit.
pub(super) fn plot((width, height): (f64, f64), unit: &Unit) -> Frame {
    let left = match unit {
        Unit::Money(_) => 74.0,
        Unit::Share | Unit::Days => 46.0,
        Unit::Count | Unit::Number | Unit::OnFive => 34.0,
    };
    Frame { left, top: 10.0, right: width - 10.0, bottom: height - 26.0 }
}

/// The middle of each of some places along the plot.
pub(super) fn across(plot: Frame, count: usize) -> impl Fn(usize) -> f64 {
    let room = (plot.right - plot.left) / count.max(1) as f64;
    move |place| plot.left + (place as f64 + 0.5) * room
}

/// Labels below the plot: as many as have room, the last one always among them, since it is today's.
pub(super) fn labels(texts: &[ChartText], plot: Frame, drawing: &mut Drawing) {
    let at = across(plot, texts.len());
    let room = (plot.right - plot.left) / texts.len().max(1) as f64;
    // The last one is moved inwards where it would leave the drawing, and the others keep away from it.
    let rightmost = drawing.width - LABEL_ROOM / 2.0;
    let moved = texts.len().checked_sub(1).map_or(0.0, |last| at(last) - rightmost).max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of labels")]
    let every = ((LABEL_ROOM + moved) / room).ceil().max(1.0) as usize;
    for (place, text) in texts.iter().enumerate() {
        if (texts.len() - 1 - place).is_multiple_of(every) {
            drawing.marks.push(Mark::Text {
                x: at(place).min(rightmost),
                y: plot.bottom + BELOW,
                anchor: Anchor::Middle,
                text: text.clone(),
                tint: Tint::Quiet,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        let check = |raw: f64, expected: f64| {
            assert!(
                (round_step(raw) - expected).abs() < 1e-9,
                "{raw} → {}, expected {expected}",
                round_step(raw)
            );
        };
        check(1.0, 1.0);
        check(1.1, 2.0);
        check(3.0, 5.0);
        check(6.0, 10.0);
        check(0.2, 0.2);
        check(0.13, 0.2);
        check(1_400.0, 2_000.0);
    }

    #[test]
    fn an_axis_holds_zero_and_every_value_and_ends_on_ticks() {
        let plot = Frame { left: 40.0, top: 10.0, right: 300.0, bottom: 110.0 };
        for (values, unit, ticks) in [
            (vec![7.0], Unit::Count, vec![0.0, 2.0, 4.0, 6.0, 8.0]),
            (vec![0.4], Unit::Share, vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (vec![], Unit::Count, vec![0.0, 1.0]),
            (vec![2.8], Unit::OnFive, vec![0.0, 1.0, 2.0, 3.0, 4.0, 5.0]),
            (vec![-300.0, 900.0], Unit::Money("EUR".to_owned()), vec![-500.0, 0.0, 500.0, 1_000.0]),
        ] {
            let scale = Scale::over(values.into_iter(), &unit, plot);
            let found: Vec<f64> = scale.ticks().map(|tick| (tick * 1e6).round() / 1e6).collect();
            assert_eq!(found, ticks, "{unit:?}");
            assert!((scale.down(ticks[0]) - plot.bottom).abs() < 1e-9, "the lowest tick is the lower end");
            assert!((scale.down(ticks[ticks.len() - 1]) - plot.top).abs() < 1e-9, "the highest is the upper");
        }
    }

    #[test]
    fn labels_have_room_and_the_last_is_always_there() {
        let plot = Frame { left: 0.0, top: 0.0, right: 240.0, bottom: 100.0 };
        let texts: Vec<ChartText> = (0..24).map(|value| ChartText::Count { value }).collect();
        let mut drawing = Drawing { width: 240.0, height: 120.0, marks: Vec::new() };
        labels(&texts, plot, &mut drawing);
        let said: Vec<(f64, ChartText)> = drawing
            .marks
            .into_iter()
            .map(|mark| match mark {
                Mark::Text { x, text, .. } => (x, text),
                other => panic!("labels are texts: {other:?}"),
            })
            .collect();
        assert!(
            said.windows(2).all(|pair| pair[1].0 - pair[0].0 >= LABEL_ROOM),
            "none lies on another: {said:?}"
        );
        assert_eq!(
            said.last().map(|(_, text)| text),
            Some(&ChartText::Count { value: 23 }),
            "today is named"
        );
    }
}
