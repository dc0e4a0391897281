//! Refuses, before a drawing is read, what could run, fetch, blow up, or vanish without a word.
use super::super::error::PictureError;
use resvg::usvg::roxmltree::{Document, Node, NodeId};
use std::collections::HashMap;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Elements after all that is used twice has been counted twice.
const MOST_ELEMENTS: u64 = 100_000;
/// Elements inside one another.
const DEEPEST: u32 = 200;
/// Characters of style rules times the elements that they are tried on.
const MOST_STYLING: u64 = 50_000_000;

/// Looks at every element.
pub(super) fn look_over(document: &Document<'_>) -> Result<(), PictureError> {
    let mut style = String::new();
    for node in document.descendants() {
        if node.pi().is_some_and(|instruction| instruction.target == "xml-stylesheet") {
            return Err(PictureError::ExternalLink);
        }
        if !node.is_element() {
            continue;
        }
        element(node)?;
        if node.tag_name().name() == "style" {
            style.extend(node.descendants().filter(Node::is_text).filter_map(|text| text.text()));
        }
    }
    styling(&style)?;
    growth(document, &style)
}

fn element(node: Node<'_, '_>) -> Result<(), PictureError> {
    match node.tag_name().name() {
        "script" => return Err(PictureError::Script),
        "text" if node.descendants().any(|inner| inner.is_text() && has_words(inner.text())) => {
            return Err(PictureError::Text);
        }
        "foreignObject" => return Err(PictureError::Unprintable("foreignObject")),
        "marker" => return Err(PictureError::Unprintable("marker")),
        "pattern" => return Err(PictureError::Unprintable("pattern")),
        _ => {}
    }
    let drawn = node.tag_name().namespace().is_none_or(|namespace| namespace == SVG);
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value().trim());
        if name.to_ascii_lowercase().starts_with("on") && attribute.namespace().is_none() {
            return Err(PictureError::Script);
        }
        if name == "href" && drawn {
            link(node.tag_name().name(), value)?;
        }
        styling(value)?;
    }
    Ok(())
}

fn has_words(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Where a link leads: into the drawing itself, or to the bytes of a picture that it brings along.
fn link(element: &str, target: &str) -> Result<(), PictureError> {
    let start = target.get(..11).unwrap_or(target).to_ascii_lowercase();
    if start.starts_with("javascript:") {
        return Err(PictureError::Script);
    }
    if target.is_empty()
        || target.starts_with('#')
        || (start.starts_with("data:image/") && element == "image")
    {
        return Ok(());
    }
    Err(PictureError::ExternalLink)
}

/// Style rules may refer to what is in the drawing only.
fn styling(style: &str) -> Result<(), PictureError> {
    if style.contains("@import") {
        return Err(PictureError::ExternalLink);
    }
    for target in references(style) {
        if !target.starts_with('#') && !target.starts_with("data:") && !target.is_empty() {
            return Err(PictureError::ExternalLink);
        }
    }
    Ok(())
}

/// What stands inside each `url(…)`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("url(").map(|(at, opening)| {
        let rest = &text[at + opening.len()..];
        let inside = rest.find(')').map_or(rest, |end| &rest[..end]);
        inside.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''))
    })
}

/// How many elements a part of the drawing grows to, and how deep they lie.
#[derive(Clone, Copy)]
struct Grown {
    elements: u64,
    depth: u32,
}

/// Counts each element as often as it will be drawn: a few lines can name one another billions of times.
fn growth(document: &Document<'_>, style: &str) -> Result<(), PictureError> {
    let elements = document.descendants().filter(Node::is_element);
    let named: HashMap<&str, Node<'_, '_>> =
        elements.clone().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let count = elements.count() as u64;
    let mut known = HashMap::new();
    let whole = grown(document.root_element(), &named, &mut known, 0)?;
    let mut styled = 0_u64;
    for target in references(style).filter_map(|target| named.get(target.strip_prefix('#')?)) {
        styled = styled.saturating_add(grown(*target, &named, &mut known, 0)?.elements);
    }
    let drawn = whole.elements.saturating_add(styled.saturating_mul(count));
    let tried = (style.len() as u64).saturating_mul(count);
    if drawn > MOST_ELEMENTS || whole.depth > DEEPEST || tried > MOST_STYLING {
        return Err(PictureError::TooIntricate);
    }
    Ok(())
}

fn grown<'a, 'b>(
    node: Node<'a, 'b>,
    named: &HashMap<&str, Node<'a, 'b>>,
    known: &mut HashMap<NodeId, Option<Grown>>,
    depth: u32,
) -> Result<Grown, PictureError> {
    if depth > DEEPEST {
        return Err(PictureError::TooIntricate);
    }
    match known.get(&node.id()) {
        Some(Some(grown)) => return Ok(*grown),
        // It contains itself.
        Some(None) => return Err(PictureError::TooIntricate),
        None => known.insert(node.id(), None),
    };
    let children = node.children().filter(Node::is_element);
    let linked =
        node.attributes().filter(|attribute| attribute.name() == "href").map(|link| link.value().trim());
    let referred = node.attributes().flat_map(|attribute| references(attribute.value()));
    let targets = linked.chain(referred).filter_map(|target| named.get(target.strip_prefix('#')?)).copied();
    let mut whole = Grown { elements: 1, depth: 1 };
    for part in children.chain(targets) {
        let part = grown(part, named, known, depth + 1)?;
        whole.elements = whole.elements.saturating_add(part.elements);
        whole.depth = whole.depth.max(part.depth + 1);
    }
    known.insert(node.id(), Some(whole));
    Ok(whole)
}
