//! The types that cross to the window, written into one TypeScript file; a test fails when that file is stale.
use std::{any::TypeId, collections::BTreeMap, collections::HashSet, env, fs, path::PathBuf};

use ts_rs::{Config, TS, TypeVisitor};

/// Every declaration that a set of types needs, by name.
#[derive(Default)]
struct Declarations {
    seen: HashSet<TypeId>,
    by_name: BTreeMap<String, String>,
    config: Config,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only our own types have a file of their own; numbers, strings and lists are TypeScript's.
        if T::output_path().is_some() {
            self.by_name.insert(T::ident(&self.config), T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[test]
fn the_types_of_the_window_are_those_of_the_practice() {
    // Whole numbers reach the window as JSON numbers: every one of ours is far below 2^53.
    let config = Config::new().with_large_int("number");
    let mut found = Declarations { config, ..Declarations::default() };
    found.visit::<crate::StartView>();
    found.visit::<crate::WireError>();
    found.visit::<crate::standing::ClientsView>();
    found.visit::<crate::standing::ClientView>();
    found.visit::<crate::record::Done>();
    found.visit::<crate::record::Steps>();
    found.visit::<crate::record::Choices>();
    found.visit::<crate::import::ImportView>();
    found.visit::<crate::correspond::LetterView>();
    found.visit::<crate::correspond::LetterRow>();
    found.visit::<crate::correspond::SavedPdf>();
    found.visit::<crate::find::Found>();
    found.visit::<crate::enquiries::EnquiryRow>();
    found.visit::<kindly_records::Profile>();
    found.visit::<kindly_records::Record>();

    let mut text = String::from(
        "// Made from the Rust types by `KINDLY_WRITE_TYPES=1 cargo test -p kindly-practice types`; do not edit.\n",
    );
    for declaration in found.by_name.values() {
        text.push_str("\nexport ");
        text.push_str(declaration);
        text.push('\n');
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/api/types.ts");
    if env::var_os("KINDLY_WRITE_TYPES").is_some() {
        fs::create_dir_all(path.parent().expect("the file lies in a folder"))
            .expect("the folder can be made");
        fs::write(&path, &text).expect("the types can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "ui/src/lib/api/types.ts is stale: run KINDLY_WRITE_TYPES=1 cargo test -p kindly-practice types"
    );
}
