//! Lines onto pages: where a page may end, and where each line stands.

/// A row of the flowing text. Lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Row {
    /// Space above, left out at the top of a further page.
    pub(crate) before: f32,
    pub(crate) height: f32,
    /// A new page may begin with this row.
    pub(crate) may_start_page: bool,
}

/// Where a row stands: page index, and its top below the top of that page's text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub(crate) page: usize,
    pub(crate) top: f32,
}

/// A run of lines that belong together in a known way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) lines: usize,
    /// Never split over two pages.
    pub(crate) whole: bool,
    /// Its end stays with the beginning of the next passage.
    pub(crate) with_next: bool,
}

/// Lines of a paragraph that stay together at the foot or the head of a page, and with the closing.
const TOGETHER: usize = 2;

/// For each line whether a new page may begin with it: never with the last line of a paragraph alone, never
/// leaving its first line behind, and never so that the closing, which begins with passage `closing`, is left
/// with fewer than two lines of text.
pub(crate) fn page_starts(passages: &[Passage], closing: usize) -> Vec<bool> {
    let mut starts = Vec::new();
    let mut first_of_closing = usize::MAX;
    for (index, passage) in passages.iter().enumerate() {
        if index == closing {
            first_of_closing = starts.len();
        }
        let kept_to_previous = index > 0 && passages[index - 1].with_next;
        for line in 0..passage.lines {
            starts.push(match line {
                0 => !kept_to_previous,
                _ => !passage.whole && line >= TOGETHER && passage.lines - line >= TOGETHER,
            });
        }
    }
    for (row, start) in starts.iter_mut().enumerate() {
        if row <= first_of_closing && row + TOGETHER > first_of_closing {
            *start = false;
        }
    }
    starts
}

/// Fills pages of `first` and `next` points height, each as far as it may be filled.
///
/// Rows that may not be parted yet fit on no page are parted where the page ends.
pub(crate) fn fill(rows: &[Row], first: f32, next: f32) -> Vec<Place> {
    let mut places = Vec::with_capacity(rows.len());
    let mut page = 0;
    let mut start = 0;
    while start < rows.len() {
        let room = if page == 0 { first } else { next };
        let mut tops = Vec::new();
        let mut bottom = 0.0;
        for row in &rows[start..] {
            let top = if tops.is_empty() && page > 0 { 0.0 } else { bottom + row.before };
            if top + row.height > room && !tops.is_empty() {
                break;
            }
            tops.push(top);
            bottom = top + row.height;
        }
        let full = start + tops.len();
        let end = if full == rows.len() {
            full
        } else {
            (start + 1..=full).rev().find(|&row| rows[row].may_start_page).unwrap_or(full)
        };
        places.extend(tops.into_iter().take(end - start).map(|top| Place { page, top }));
        start = end;
        page += 1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(lines: usize) -> Passage {
        Passage { lines, whole: false, with_next: false }
    }

    const HEADING: Passage = Passage { lines: 1, whole: true, with_next: true };

    fn check_starts(passages: &[Passage], closing: usize, expected: &str, why: &str) {
        let found: String =
            page_starts(passages, closing).into_iter().map(|start| if start { '|' } else { '.' }).collect();
        assert_eq!(found, expected, "{why}");
    }

    #[test]
    fn pages_begin_only_where_a_reader_is_not_disturbed() {
        check_starts(&[paragraph(3)], 9, "|..", "three lines have no place with two on either side");
        check_starts(&[paragraph(5)], 9, "|.||.", "two lines stay at the foot and two at the head");
        check_starts(&[HEADING, paragraph(2)], 9, "|..", "a heading stays with its text");
        check_starts(
            &[paragraph(4), HEADING, HEADING],
            1,
            "|.|...",
            "the closing takes two lines of the text with it",
        );
        check_starts(
            &[paragraph(3), paragraph(1), HEADING],
            2,
            "|....",
            "a last paragraph of one line takes the one before along, which cannot be split either",
        );
        check_starts(
            &[paragraph(2), paragraph(2), HEADING],
            2,
            "|.|..",
            "a last paragraph of two lines is company enough",
        );
    }

    #[test]
    fn rows_fill_pages_to_the_last_permitted_row() {
        let row = |may_start_page| Row { before: 5.0, height: 10.0, may_start_page };
        let places = fill(&[row(true), row(true), row(false), row(true)], 40.0, 60.0);
        let expected = [(0, 5.0), (1, 0.0), (1, 15.0), (1, 30.0)].map(|(page, top)| Place { page, top });
        assert_eq!(places, expected, "row 3 may not start a page, so row 2 goes with it; no space on top");
    }

    #[test]
    fn what_fits_nowhere_is_parted_rather_than_lost() {
        let rows = [Row { before: 0.0, height: 10.0, may_start_page: false }; 5];
        let pages: Vec<usize> = fill(&rows, 20.0, 20.0).iter().map(|place| place.page).collect();
        assert_eq!(pages, [0, 0, 1, 1, 2], "each page takes the two rows that it has room for");
    }
}
