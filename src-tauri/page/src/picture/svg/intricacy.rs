//! How much work a drawing is, and whether it can stay lines and areas.
use super::super::error::PictureError;
use resvg::tiny_skia::PathSegment;
use resvg::usvg::{BlendMode, Group, Node, Paint, Path, Stroke, Transform, Tree};

/// Lines and curves.
const MOST_SEGMENTS: usize = 60_000;
/// The whole drawing's area, filled so many times.
const MOST_CANVASES: f32 = 400.0;
const MOST_DASHES: f32 = 20_000.0;
/// Layers that are put together as pixels, and those inside one another.
const MOST_LAYERS: usize = 64;
const DEEPEST_LAYER: usize = 4;

/// In which form a drawing goes onto the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intricacy {
    /// Areas and strokes of one colour each, which a page can hold as such.
    Plain,
    /// With gradients, masks or pictures, which become pixels.
    Shaded,
}

impl Intricacy {
    /// Measures a drawing.
    ///
    /// # Errors
    /// One that would take too long to draw.
    pub(super) fn of(tree: &Tree) -> Result<Self, PictureError> {
        let area = tree.size().width() * tree.size().height();
        let mut sum = Sum { area, shaded: false, segments: 0, canvases: 0.0, dashes: 0.0, layers: 0 };
        sum.group(tree.root(), 0)?;
        Ok(if sum.shaded { Self::Shaded } else { Self::Plain })
    }
}

struct Sum {
    area: f32,
    shaded: bool,
    segments: usize,
    canvases: f32,
    dashes: f32,
    layers: usize,
}

impl Sum {
    fn group(&mut self, group: &Group, layer: usize) -> Result<(), PictureError> {
        let mut layer = layer;
        if group.should_isolate() {
            layer += 1;
            self.layers += 1;
            self.canvases += 2.0;
            let cut_only = group.opacity().get() >= 1.0
                && group.blend_mode() == BlendMode::Normal
                && !group.isolate()
                && group.mask().is_none()
                && group.clip_path().is_some_and(|cut| super::vector::single_path(cut).is_some());
            self.shaded |= !cut_only;
        }
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner, layer)?,
                Node::Path(path) => self.path(path),
                Node::Image(_) => {
                    self.shaded = true;
                    self.canvases += 10.0;
                }
                Node::Text(_) => return Err(PictureError::Text),
            }
            // Masks and clipping paths hold groups of their own.
            let mut inner = Ok(());
            node.subroots(|root| {
                if inner.is_ok() {
                    inner = self.group(root, layer + 1);
                }
            });
            inner?;
            self.check(layer)?;
        }
        self.check(layer)
    }

    fn path(&mut self, path: &Path) {
        self.segments += path.data().len();
        let bounds = path.abs_stroke_bounding_box();
        let share = (bounds.width() * bounds.height() / self.area).clamp(0.0, 1.0);
        for paint in
            path.fill().map(resvg::usvg::Fill::paint).into_iter().chain(path.stroke().map(Stroke::paint))
        {
            self.shaded |= !matches!(paint, Paint::Color(_));
            self.canvases += share;
        }
        if let Some(stroke) = path.stroke() {
            self.shaded |= similar(path.abs_transform()).is_none();
            if let Some(dashes) = stroke.dasharray() {
                self.dashes += length(path) / dashes.iter().sum::<f32>() * dashes.len() as f32;
            }
        }
    }

    fn check(&self, layer: usize) -> Result<(), PictureError> {
        // Written so that no number passes which is none.
        let bounded = self.canvases <= MOST_CANVASES && self.dashes <= MOST_DASHES;
        if bounded && self.segments <= MOST_SEGMENTS && self.layers <= MOST_LAYERS && layer <= DEEPEST_LAYER {
            Ok(())
        } else {
            Err(PictureError::TooIntricate)
        }
    }
}

/// Length of the polygon through all points, controls too: not less than that of the path.
fn length(path: &Path) -> f32 {
    let (mut total, mut at, mut start) = (0.0, None, None);
    for segment in path.data().segments() {
        let points = match segment {
            PathSegment::MoveTo(point) => {
                (at, start) = (Some(point), Some(point));
                continue;
            }
            PathSegment::LineTo(point) => vec![point],
            PathSegment::QuadTo(control, point) => vec![control, point],
            PathSegment::CubicTo(first, second, point) => vec![first, second, point],
            PathSegment::Close => start.into_iter().collect(),
        };
        for point in points {
            total += at.map_or(0.0, |from| (point - from).length());
            at = Some(point);
        }
    }
    total
}

/// By how much a transformation enlarges, where it does so alike in all directions.
pub(super) fn similar(transform: Transform) -> Option<f32> {
    let (across, down) = (transform.sx.hypot(transform.ky), transform.kx.hypot(transform.sy));
    let square = (transform.sx * transform.kx + transform.ky * transform.sy).abs() <= 1e-3 * across * down;
    ((across - down).abs() <= 1e-3 * across.max(down) && square).then_some(across)
}
