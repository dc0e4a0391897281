//! The structure tree: what is what, in reading order, for readers that speak or reflow (ISO 32000-1, 14.7).
use crate::tags::{Role, Tags};
use lopdf::{Document, Object, ObjectId, dictionary};

/// Adds the tree and the way back from each page's marked contents to it; returns its root for the catalog.
pub(super) fn add(document: &mut Document, tags: &Tags, pages: &[ObjectId]) -> ObjectId {
    let root = document.new_object_id();
    let whole = document.new_object_id();
    let children = children(tags);
    // A text without any line on a page, and without any within it that has one, has no place in the tree.
    let elements: Vec<Option<ObjectId>> = (0..tags.elements.len())
        .map(|element| first_page(tags, &children, element).map(|_| document.new_object_id()))
        .collect();
    for (place, element) in tags.elements.iter().enumerate() {
        let (Some(id), Some(page)) = (elements[place], first_page(tags, &children, place)) else { continue };
        let mut kids: Vec<Object> = element
            .pieces
            .iter()
            .map(|&(page, mcid)| dictionary! { "Type" => "MCR", "Pg" => pages[page], "MCID" => mcid }.into())
            .collect();
        kids.extend(children[place].iter().filter_map(|&child| elements[child]).map(Object::Reference));
        let mut entry = dictionary! {
            "Type" => "StructElem",
            "S" => element.role.name(),
            "P" => element.within.and_then(|parent| elements[parent]).unwrap_or(whole),
            "Pg" => pages[page],
            "K" => kids,
        };
        match &element.role {
            Role::Figure { instead, edges } => {
                let edges: Vec<Object> = edges.iter().map(|&edge| Object::Real(edge)).collect();
                entry.set("Alt", super::text_string(instead));
                entry.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => edges });
            }
            Role::HeadCell => entry.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
            _ => {}
        }
        document.set_object(id, entry);
    }
    let numbers: Vec<Object> = (0_i64..)
        .zip(&tags.owners)
        .flat_map(|(page, owners)| {
            let owners: Vec<Object> =
                owners.iter().filter_map(|&owner| elements[owner]).map(Object::Reference).collect();
            [Object::Integer(page), owners.into()]
        })
        .collect();
    let next_key = i64::try_from(tags.owners.len()).expect("a letter has few pages");
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    let outermost = elements.iter().zip(&tags.elements).filter(|(_, element)| element.within.is_none());
    let kids: Vec<Object> = outermost.filter_map(|(id, _)| id.map(Object::Reference)).collect();
    document.set_object(
        whole,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => kids },
    );
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => whole,
            "ParentTree" => parents,
            "ParentTreeNextKey" => next_key,
        },
    );
    root
}

/// The elements within each, in reading order.
fn children(tags: &Tags) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); tags.elements.len()];
    for (place, element) in tags.elements.iter().enumerate() {
        if let Some(parent) = element.within {
            children[parent].push(place);
        }
    }
    children
}

/// The page on which an element, or one within it, begins.
fn first_page(tags: &Tags, children: &[Vec<usize>], element: usize) -> Option<usize> {
    let own = tags.elements[element].pieces.first().map(|&(page, _)| page);
    own.or_else(|| children[element].iter().find_map(|&child| first_page(tags, children, child)))
}
