//! What each text of the page is, for readers that speak or reflow it.

/// The kind of a structure element, by its standard name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Role {
    /// The subject, or the title of a report.
    Heading,
    /// The heading of a part of a report.
    Subheading,
    /// A table; its rows stand within it.
    Table,
    /// A row; its cells stand within it.
    Row,
    /// The head of a column.
    HeadCell,
    /// A cell.
    Cell,
    /// Everything else that is read.
    Paragraph,
    /// A picture that says something.
    Figure {
        /// What it says, for those who do not see it.
        instead: String,
        /// Left, lower, right and upper edge on its page, in points from the lower left corner.
        edges: [f32; 4],
    },
}

impl Role {
    /// The standard structure type of ISO 32000-1, 14.8.4.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Heading => "H1",
            Self::Subheading => "H2",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::HeadCell => "TH",
            Self::Cell => "TD",
            Self::Paragraph => "P",
            Self::Figure { .. } => "Figure",
        }
    }
}

/// A structure element with the pieces of page content that it consists of.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) role: Role,
    /// The element that it stands within; none for those of the document.
    pub(crate) within: Option<usize>,
    /// Page index and marked-content id.
    pub(crate) pieces: Vec<(usize, i64)>,
}

/// The elements of a document in reading order, and for each page which element owns each marked content.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tags {
    pub(crate) elements: Vec<Element>,
    /// By page, by marked-content id: index into `elements`.
    pub(crate) owners: Vec<Vec<usize>>,
}

impl Tags {
    pub(crate) fn new(pages: usize) -> Self {
        Self { elements: Vec::new(), owners: vec![Vec::new(); pages] }
    }

    pub(crate) fn add(&mut self, role: Role, within: Option<usize>) -> usize {
        self.elements.push(Element { role, within, pieces: Vec::new() });
        self.elements.len() - 1
    }

    /// Gives a piece of a page to an element; returns its marked-content id.
    pub(crate) fn claim(&mut self, element: usize, page: usize) -> i64 {
        let owners = &mut self.owners[page];
        let id = i64::try_from(owners.len()).expect("a page has few pieces");
        owners.push(element);
        self.elements[element].pieces.push((page, id));
        id
    }
}
