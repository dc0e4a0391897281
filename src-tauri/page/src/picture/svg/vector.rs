//! A drawing of plain areas and strokes as the operators of a page.
use super::super::error::PictureError;
use super::super::pixels::deflated;
use super::super::whole;
use super::intricacy::similar;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use resvg::tiny_skia::{PathSegment, Point};
use resvg::usvg::{
    ClipPath, Color, Fill, FillRule, Group, LineCap, LineJoin, Node, Paint, PaintOrder, Path, Stroke,
    Transform, Tree,
};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The longer side in the drawing's own units: with two decimals, finer than any printer.
const SIDE: f32 = 1000.0;

/// A drawing ready for a page.
pub(in super::super) struct Vector {
    width: f32,
    height: f32,
    /// Deflated operators.
    content: Vec<u8>,
    /// The opacities that it uses, in hundredths.
    opacities: BTreeSet<u8>,
}

impl Vector {
    /// Writes the operators.
    pub(super) fn of(tree: &Tree) -> Result<Self, PictureError> {
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = SIDE / width.max(height);
        let mut writer = Writer {
            content: String::new(),
            // A page counts from its lower edge.
            page: Transform::from_row(scale, 0.0, 0.0, -scale, 0.0, height * scale),
            opacities: BTreeSet::new(),
            painted: 0,
        };
        writer.group(tree.root());
        if writer.painted == 0 {
            return Err(PictureError::Empty);
        }
        let content = deflated(writer.content.as_bytes())?;
        Ok(Self { width: width * scale, height: height * scale, content, opacities: writer.opacities })
    }

    /// Adds the drawing as a form, whose matrix brings it into a square of one unit as for an image.
    pub(in super::super) fn add_to(&self, document: &mut Document) -> ObjectId {
        let states: Dictionary = self
            .opacities
            .iter()
            .map(|&opacity| {
                let part = f32::from(opacity) / 100.0;
                let state = dictionary! { "Type" => "ExtGState", "ca" => part, "CA" => part };
                (state_name(opacity).into_bytes(), Object::Dictionary(state))
            })
            .collect();
        let zero = || Object::Integer(0);
        let dictionary = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![zero(), zero(), self.width.into(), self.height.into()],
            "Matrix" => vec![
                (1.0 / self.width).into(), zero(), zero(), (1.0 / self.height).into(), zero(), zero(),
            ],
            "Resources" => dictionary! { "ExtGState" => states },
            "Filter" => "FlateDecode",
        };
        document.add_object(Stream::new(dictionary, self.content.clone()))
    }
}

fn state_name(opacity: u8) -> String {
    format!("Opacity{opacity}")
}

/// The one path that a group is cut to, with the rule for its inside, where there is just one.
pub(super) fn single_path(cut: &ClipPath) -> Option<&Path> {
    fn only(group: &Group) -> Option<&Path> {
        match group.children() {
            [Node::Path(path)] => Some(path),
            [Node::Group(inner)] if !inner.should_isolate() => only(inner),
            _ => None,
        }
    }
    if cut.clip_path().is_some() { None } else { only(cut.root()) }
}

struct Writer {
    content: String,
    page: Transform,
    opacities: BTreeSet<u8>,
    painted: usize,
}

impl Writer {
    fn group(&mut self, group: &Group) {
        let cut = group.clip_path().and_then(|cut| Some((cut, single_path(cut)?)));
        if let Some((cut, path)) = cut {
            self.content.push_str("q\n");
            let place = self.page.pre_concat(group.abs_transform()).pre_concat(cut.transform());
            self.outline(path, place.pre_concat(path.abs_transform()));
            let rule = path.fill().map_or(FillRule::NonZero, Fill::rule);
            self.content.push_str(if rule == FillRule::EvenOdd { "W* n\n" } else { "W n\n" });
        }
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner),
                Node::Path(path) if path.is_visible() => self.path(path),
                // Other drawings were told apart before.
                Node::Path(_) | Node::Image(_) | Node::Text(_) => {}
            }
        }
        if cut.is_some() {
            self.content.push_str("Q\n");
        }
    }

    fn path(&mut self, path: &Path) {
        let place = self.page.pre_concat(path.abs_transform());
        match path.paint_order() {
            PaintOrder::FillAndStroke => {
                self.fill(path, place);
                self.stroke(path, place);
            }
            PaintOrder::StrokeAndFill => {
                self.stroke(path, place);
                self.fill(path, place);
            }
        }
    }

    fn fill(&mut self, path: &Path, place: Transform) {
        let Some(fill) = path.fill() else { return };
        let Paint::Color(color) = fill.paint() else { return };
        self.begin(fill.opacity().get());
        self.color(*color, "rg");
        self.outline(path, place);
        self.content.push_str(if fill.rule() == FillRule::EvenOdd { "f*\nQ\n" } else { "f\nQ\n" });
    }

    fn stroke(&mut self, path: &Path, place: Transform) {
        let Some(stroke) = path.stroke() else { return };
        let Paint::Color(color) = stroke.paint() else { return };
        let Some(scale) = similar(place) else { return };
        self.begin(stroke.opacity().get());
        self.color(*color, "RG");
        self.pen(stroke, scale);
        self.outline(path, place);
        self.content.push_str("S\nQ\n");
    }

    fn begin(&mut self, opacity: f32) {
        self.painted += 1;
        self.content.push_str("q\n");
        let hundredths = u8::try_from(whole(opacity * 100.0)).unwrap_or(100);
        if hundredths < 100 {
            self.opacities.insert(hundredths);
            writeln!(self.content, "/{} gs", state_name(hundredths)).expect("a string takes any text");
        }
    }

    fn color(&mut self, color: Color, operator: &str) {
        for part in [color.red, color.green, color.blue] {
            self.number(f32::from(part) / 255.0, 3);
        }
        self.operator(operator);
    }

    fn pen(&mut self, stroke: &Stroke, scale: f32) {
        self.number(stroke.width().get() * scale, 2);
        self.operator("w");
        let cap = match stroke.linecap() {
            LineCap::Butt => 0.0,
            LineCap::Round => 1.0,
            LineCap::Square => 2.0,
        };
        self.number(cap, 0);
        self.operator("J");
        let join = match stroke.linejoin() {
            LineJoin::Miter | LineJoin::MiterClip => 0.0,
            LineJoin::Round => 1.0,
            LineJoin::Bevel => 2.0,
        };
        self.number(join, 0);
        self.operator("j");
        self.number(stroke.miterlimit().get(), 2);
        self.operator("M");
        if let Some(dashes) = stroke.dasharray() {
            self.content.push('[');
            for dash in dashes {
                self.number(dash * scale, 2);
            }
            self.content.push_str("] ");
            self.number(stroke.dashoffset() * scale, 2);
            self.operator("d");
        }
    }

    fn outline(&mut self, path: &Path, place: Transform) {
        let mut at = Point::zero();
        for segment in path.data().segments() {
            match segment {
                PathSegment::MoveTo(point) => {
                    self.points(place, &[point], "m");
                    at = point;
                }
                PathSegment::LineTo(point) => {
                    self.points(place, &[point], "l");
                    at = point;
                }
                PathSegment::QuadTo(control, point) => {
                    let toward = |from: Point| {
                        Point::from_xy(
                            from.x + (control.x - from.x) * 2.0 / 3.0,
                            from.y + (control.y - from.y) * 2.0 / 3.0,
                        )
                    };
                    self.points(place, &[toward(at), toward(point), point], "c");
                    at = point;
                }
                PathSegment::CubicTo(first, second, point) => {
                    self.points(place, &[first, second, point], "c");
                    at = point;
                }
                PathSegment::Close => self.operator("h"),
            }
        }
    }

    fn points(&mut self, place: Transform, points: &[Point], operator: &str) {
        for point in points {
            let mut placed = *point;
            place.map_point(&mut placed);
            self.number(placed.x, 2);
            self.number(placed.y, 2);
        }
        self.operator(operator);
    }

    fn number(&mut self, value: f32, decimals: usize) {
        let value = value.clamp(-30_000.0, 30_000.0);
        let start = self.content.len();
        write!(self.content, "{value:.decimals$}").expect("a string takes any text");
        if decimals > 0 {
            let kept = self.content.trim_end_matches('0').trim_end_matches('.').len();
            self.content.truncate(kept.max(start + 1));
        }
        self.content.push(' ');
    }

    fn operator(&mut self, operator: &str) {
        self.content.push_str(operator);
        self.content.push('\n');
    }
}
