//! The structure tree: what is what, in reading order, for readers that speak or reflow (ISO 32000-1, 14.7).
use crate::tags::{Role, Tags};
use lopdf::{Document, Object, ObjectId, dictionary};

/// Adds the tree and the way back from each page's marked contents to it; returns its root for the catalog.
pub(super) fn add(document: &mut Document, tags: &Tags, pages: &[ObjectId]) -> ObjectId {
    let root = document.new_object_id();
    let whole = document.new_object_id();
    // A text without any line on a page has no place in the tree.
    let elements: Vec<Option<ObjectId>> = tags
        .elements
        .iter()
        .map(|element| (!element.pieces.is_empty()).then(|| document.new_object_id()))
        .collect();
    for (element, &id) in tags.elements.iter().zip(&elements) {
        let Some(id) = id else { continue };
        let pieces: Vec<Object> = element
            .pieces
            .iter()
            .map(|&(page, mcid)| dictionary! { "Type" => "MCR", "Pg" => pages[page], "MCID" => mcid }.into())
            .collect();
        let mut entry = dictionary! {
            "Type" => "StructElem",
            "S" => element.role.name(),
            "P" => whole,
            "Pg" => pages[element.pieces[0].0],
            "K" => pieces,
        };
        if let Role::Figure { instead, edges } = &element.role {
            let edges: Vec<Object> = edges.iter().map(|&edge| Object::Real(edge)).collect();
            entry.set("Alt", super::text_string(instead));
            entry.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => edges });
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
    let kids: Vec<Object> = elements.into_iter().flatten().map(Object::Reference).collect();
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
