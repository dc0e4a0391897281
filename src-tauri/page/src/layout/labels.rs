//! Where addresses stand on a sheet of labels.
use super::Layout;
use super::galley::Galley;
use crate::error::PageError;
use crate::fonts::Fonts;
use crate::geometry::{Field, INCH, MM, lines_in};
use crate::labels::{LabelSheet, Labels};
use crate::style::{ADDRESS, Style};

/// Sizes and leadings of an address.
const SIZES: [(f32, f32); 4] = [(ADDRESS.size, ADDRESS.leading), (10.0, 12.0), (9.0, 10.8), (8.0, 9.6)];
/// Printers feed a sheet a millimetre or two askew: text keeps away from the edges of its label.
const INSIDE: (f32, f32) = (6.0 * MM, 3.0 * MM);
const COLUMNS: usize = 2;

/// A sheet by its measures: size, the first label's corner, from one label to the next, a label.
struct Grid {
    sheet: (f32, f32),
    first: (f32, f32),
    step: (f32, f32),
    label: (f32, f32),
}

fn grid(sheet: LabelSheet) -> Grid {
    match sheet {
        LabelSheet::A4Fourteen => Grid {
            sheet: (210.0 * MM, 297.0 * MM),
            first: (4.65 * MM, 15.15 * MM),
            step: (101.6 * MM, 38.1 * MM),
            label: (99.1 * MM, 38.1 * MM),
        },
        LabelSheet::UsFourteen => Grid {
            sheet: (8.5 * INCH, 11.0 * INCH),
            first: (0.156 * INCH, 0.833 * INCH),
            step: (4.188 * INCH, 4.0 / 3.0 * INCH),
            label: (4.0 * INCH, 4.0 / 3.0 * INCH),
        },
    }
}

/// Each address in the middle of its label's height.
pub(crate) fn lay_out_labels(labels: &Labels, fonts: &Fonts) -> Result<Layout, PageError> {
    let grid = grid(labels.sheet);
    let places = labels.sheet.places();
    let last = labels.start - 1 + labels.addresses.len() - 1;
    let pages = last / places + 1;
    let layout = Layout { width: grid.sheet.0, height: grid.sheet.1, pages, ..Layout::default() };
    let mut galley = Galley { fonts, language: &labels.language, typeface: labels.typeface, layout };
    for (at, address) in (labels.start - 1..).zip(&labels.addresses) {
        let (page, place) = (at / places, at % places);
        let (column, row) = ((place % COLUMNS) as f32, (place / COLUMNS) as f32);
        let left = grid.first.0 + column * grid.step.0 + INSIDE.0;
        let top = grid.first.1 + row * grid.step.1 + INSIDE.1;
        let (width, height) = (grid.label.0 - 2.0 * INSIDE.0, grid.label.1 - 2.0 * INSIDE.1);
        let field = Field { left, top, width, bottom: top + height };
        label(&mut galley, page, address, &field)?;
    }
    Ok(galley.layout)
}

/// An address as large as its label takes it, rather smaller than wrapped.
fn label(galley: &mut Galley<'_>, page: usize, address: &[String], field: &Field) -> Result<(), PageError> {
    let height = field.bottom - field.top;
    let mut fault = (0, 0);
    for whole in [true, false] {
        for (size, leading) in SIZES {
            let style = galley.style(Style { size, leading, ..ADDRESS });
            let lines = galley.all_broken(address, &style, field.width);
            let limit = lines_in(height, leading);
            if lines.len() <= limit && (!whole || lines.len() == address.len()) {
                let top = field.top + (height - leading * lines.len() as f32) / 2.0;
                galley.block(page, lines, style, field, top);
                return Ok(());
            }
            fault = (lines.len(), limit);
        }
    }
    Err(PageError::TooTall { what: "address of a label", lines: fault.0, limit: fault.1 })
}
