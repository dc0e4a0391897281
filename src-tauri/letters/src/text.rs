//! The letter as plain text, for whoever pastes it elsewhere.

use crate::compose::Draft;
use crate::spec::LetterSpec;
use crate::to_page::{Looks, to_page};

/// The whole letter as it stands on paper, top to bottom, blocks parted by an empty line, lines by `\n`.
pub fn as_text(spec: &LetterSpec, draft: &Draft) -> String {
    let page = to_page(spec, draft, &Looks::default());
    let mut head = vec![page.letterhead.name];
    head.extend(page.letterhead.lines);
    let mut address: Vec<String> = page.remark.into_iter().collect();
    address.extend(page.recipient);

    let mut blocks =
        vec![head, address, vec![page.place_and_date], vec![page.subject], vec![page.salutation]];
    blocks.extend(page.paragraphs.into_iter().map(|paragraph| vec![paragraph]));
    blocks.extend([vec![page.closing], page.signer, page.enclosures]);
    let blocks: Vec<String> = blocks
        .into_iter()
        .map(|lines| lines.into_iter().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n"))
        .filter(|block| !block.is_empty())
        .collect();
    blocks.join("\n\n") + "\n"
}
