//! Marks of several shapes, so that what they stand for is told without colour.
use super::drawing::{Fill, Mark, Place, Tint};

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A full circle.
    Circle,
    /// A circle's edge.
    Ring,
    /// A circle with a point in its middle.
    Eye,
    /// A square.
    Square,
    /// A triangle that stands on its side.
    Triangle,
    /// A triangle that stands on its point.
    Wedge,
    /// A square that stands on its corner.
    Diamond,
}

/// A mark of a shape around a place. Each looks about as large as a circle of that radius.
#[must_use]
pub fn shape(shape: Shape, (x, y): (f64, f64), radius: f64, tint: Tint) -> Mark {
    let dot = |fill| Mark::Dot { x, y, radius, tint, fill };
    let area = |corners: &[(f64, f64)]| Mark::Area {
        points: corners
            .iter()
            .map(|(right, down)| Place { x: x + right * radius, y: y + down * radius })
            .collect(),
        tint,
        fill: Fill::Solid,
    };
    match shape {
        Shape::Circle => dot(Fill::Solid),
        Shape::Ring => dot(Fill::Hollow),
        Shape::Eye => dot(Fill::Dotted),
        Shape::Square => area(&[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]),
        Shape::Triangle => area(&[(0.0, -1.2), (1.15, 0.8), (-1.15, 0.8)]),
        Shape::Wedge => area(&[(-1.15, -0.8), (1.15, -0.8), (0.0, 1.2)]),
        Shape::Diamond => area(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Shape; 7] = [
        Shape::Circle,
        Shape::Ring,
        Shape::Eye,
        Shape::Square,
        Shape::Triangle,
        Shape::Wedge,
        Shape::Diamond,
    ];

    #[test]
    fn every_shape_is_told_without_colour() {
        let drawn = ALL.map(|each| shape(each, (20.0, 30.0), 5.0, Tint::Plain));
        for (place, one) in drawn.iter().enumerate() {
            assert!(!drawn[..place].contains(one), "{:?} is like no other", ALL[place]);
        }
    }

    #[test]
    fn every_shape_stands_around_its_place() {
        for each in ALL {
            let Mark::Area { points, .. } = shape(each, (20.0, 30.0), 5.0, Tint::Plain) else { continue };
            let far = points.iter().map(|place| (place.x - 20.0).hypot(place.y - 30.0)).fold(0.0, f64::max);
            assert!((5.0..8.0).contains(&far), "{each:?} reaches {far} from its place");
        }
    }
}
