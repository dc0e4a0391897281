//! Large pictures made as small as print can show them.
use image::RgbaImage;

/// Scales a picture down so that its longer side has at most so many pixels; smaller ones stay as they are.
///
/// Each new pixel is the mean of the area that it covers, weighted by opacity: what is transparent has no colour of
/// its own and must not tinge the edge of what is not.
pub(super) fn down(picture: RgbaImage, longest: u32) -> RgbaImage {
    let (width, height) = picture.dimensions();
    let side = width.max(height);
    if side <= longest {
        return picture;
    }
    let part = |length: u32| {
        let scaled = (u64::from(length) * u64::from(longest)).div_ceil(u64::from(side));
        u32::try_from(scaled).expect("it is shorter than before").max(1)
    };
    let (new_width, new_height) = (part(width), part(height));
    let columns = spans(width, new_width);
    let rows = spans(height, new_height);
    let source = picture.as_raw();
    let stride = width as usize * 4;
    let mut scaled = Vec::with_capacity(new_width as usize * new_height as usize * 4);
    let mut sums = vec![[0.0_f32; 5]; new_width as usize];
    for row in &rows {
        sums.fill([0.0; 5]);
        for (y, down) in row.clone().weights() {
            let line = &source[y * stride..(y + 1) * stride];
            for (sum, column) in sums.iter_mut().zip(&columns) {
                for (x, across) in column.clone().weights() {
                    let weight = down * across;
                    let opacity = f32::from(line[x * 4 + 3]) * weight;
                    for channel in 0..3 {
                        sum[channel] += f32::from(line[x * 4 + channel]) * opacity;
                    }
                    sum[3] += opacity;
                    sum[4] += weight;
                }
            }
        }
        for sum in &sums {
            let colour = |channel: usize| if sum[3] > 0.0 { byte(sum[channel] / sum[3]) } else { 255 };
            scaled.extend([colour(0), colour(1), colour(2), byte(sum[3] / sum[4])]);
        }
    }
    RgbaImage::from_raw(new_width, new_height, scaled).expect("each pixel was written")
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "means of bytes lie in the range of bytes"
)]
fn byte(value: f32) -> u8 {
    value.round() as u8
}

/// The old pixels that a new one covers, the first and the last in part.
#[derive(Clone)]
struct Span {
    first: usize,
    last: usize,
    of_first: f32,
    of_last: f32,
}

impl Span {
    fn weights(self) -> impl Iterator<Item = (usize, f32)> {
        (self.first..=self.last).map(move |at| {
            let weight = if at == self.first {
                self.of_first
            } else if at == self.last {
                self.of_last
            } else {
                1.0
            };
            (at, weight)
        })
    }
}

fn spans(old: u32, new: u32) -> Vec<Span> {
    let (old, new) = (u64::from(old), u64::from(new));
    let index = |at: u64| usize::try_from(at).expect("a picture's side is bounded");
    (0..new)
        .map(|at| {
            // In parts of 1/new of an old pixel, which makes both ends whole numbers.
            let (from, to) = (at * old, (at + 1) * old);
            let (first, last) = (from / new, (to - 1) / new);
            let part = |parts: u64| parts as f32 / new as f32;
            let of_first = part(to.min((first + 1) * new) - from);
            Span { first: index(first), last: index(last), of_first, of_last: part(to - last * new) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgba;

    #[test]
    fn the_mean_of_the_area_is_kept() {
        let striped =
            RgbaImage::from_fn(3000, 30, |x, _| Rgba([if x % 2 == 0 { 0 } else { 200 }, 10, 20, 255]));
        let small = down(striped, 1200);
        assert_eq!(small.dimensions(), (1200, 12), "both sides shrink alike");
        let mean = small.pixels().map(|pixel| f64::from(pixel[0])).sum::<f64>() / 14_400.0;
        assert!((mean - 100.0).abs() < 1.0, "the stripes even out to {mean}");
        assert!(
            small.pixels().all(|pixel| pixel[1] == 10 && pixel[2] == 20 && pixel[3] == 255),
            "flat stays flat"
        );
    }

    #[test]
    fn what_is_transparent_does_not_tinge_the_edge() {
        let edge =
            RgbaImage::from_fn(
                2400,
                4,
                |x, _| if x < 1001 { Rgba([200, 0, 0, 255]) } else { Rgba([0, 255, 0, 0]) },
            );
        let small = down(edge, 1200);
        let seen = small.pixels().filter(|pixel| pixel[3] > 0);
        assert!(seen.clone().all(|pixel| pixel[0] == 200 && pixel[1] == 0), "the edge keeps its colour");
        assert!(seen.clone().any(|pixel| pixel[3] == 128), "and is half there where it covers half");
    }

    #[test]
    fn a_line_of_one_pixel_stays_a_line() {
        let line = RgbaImage::from_pixel(20_000, 1, Rgba([0, 0, 0, 255]));
        assert_eq!(down(line, 1200).dimensions(), (1200, 1), "no side vanishes");
    }
}
