//! Which colours the letter's RGB values mean: sRGB, by an embedded profile.
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

/// Adds the output intent that PDF/A asks for (ISO 19005-2, 6.2.3); returns it for the catalog.
pub(super) fn add(document: &mut Document) -> ObjectId {
    let profile = Stream::new(dictionary! { "N" => 3 }, typst_assets::icc::S_RGB_V4.to_vec());
    let profile = document.add_object(profile);
    document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    })
}
