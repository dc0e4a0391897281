//! The types that cross to the window, written into one TypeScript file; a test fails when that file is stale.
use std::{
    any::TypeId, collections::BTreeMap, collections::HashSet, env, fmt::Write as _, fs, path::PathBuf,
};

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
    found.visit::<crate::needs::DueCount>();
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
    found.visit::<crate::correspond::KindChoice>();
    found.visit::<crate::correspond::Script>();
    found.visit::<crate::correspond::LetterTemplateRow>();
    found.visit::<crate::correspond::Templated>();
    found.visit::<crate::correspond::LetterFile>();
    found.visit::<crate::letterhead::Pictures>();
    found.visit::<crate::letterhead::Which>();
    found.visit::<crate::parting::PartingView>();
    found.visit::<crate::find::Found>();
    found.visit::<crate::enquiries::EnquiryRow>();
    found.visit::<crate::figures::FiguresView>();
    found.visit::<crate::offering::OfferingView>();
    found.visit::<crate::explain::VerdictHistory>();
    found.visit::<crate::explain::WhatIfSteps>();
    found.visit::<crate::explain::WhatIf>();
    found.visit::<crate::decide::DecideView>();
    found.visit::<crate::worth::WorthView>();
    found.visit::<crate::worth::PriceCutView>();
    found.visit::<crate::trust::TrustView>();
    found.visit::<crate::fit::FitCriteriaView>();
    found.visit::<crate::fit::FitView>();
    found.visit::<crate::fit::FormerClient>();
    found.visit::<crate::renewals::RenewalsView>();
    found.visit::<crate::review::ReviewQuarter>();
    found.visit::<crate::method::MethodEffect>();
    found.visit::<crate::history::HistoryOf>();
    found.visit::<crate::history::HistoryView>();
    found.visit::<crate::line::Understood>();
    found.visit::<crate::routine::DueByTemplate>();
    found.visit::<crate::routine::TemplatePick>();
    found.visit::<crate::lookback::LookBack>();
    found.visit::<crate::lookback::LookBackDone>();
    found.visit::<crate::friday::FridayView>();
    found.visit::<crate::friday::FridayAnswer>();
    found.visit::<crate::question::Question>();
    found.visit::<crate::needs::SnoozedNeed>();
    found.visit::<crate::export::ExportWhat>();
    found.visit::<crate::safety::DoorView>();
    found.visit::<crate::safety::SafetyView>();
    found.visit::<crate::safety::BackupPreview>();
    found.visit::<crate::safety::BackupDone>();
    found.visit::<crate::safety::BackupFolder>();
    found.visit::<crate::safety::Strength>();
    found.visit::<crate::safety::UnprotectedBackups>();
    found.visit::<crate::safety::SafetyProgress>();
    found.visit::<crate::safety::BundleView>();
    found.visit::<crate::safety::GoesOn>();
    found.visit::<crate::safety::Salvaged>();
    found.visit::<crate::safety::CheckReport>();
    found.visit::<crate::export::ExportDone>();
    found.visit::<crate::erase::EraseWhom>();
    found.visit::<crate::erase::ErasePlan>();
    found.visit::<crate::erase::ErasureReceipt>();
    found.visit::<crate::many::FieldText>();
    found.visit::<crate::documents::DocumentChoice>();
    found.visit::<crate::import::ImportProgress>();
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
    kept_or_written("types.ts", &text);
}

/// The fields of every kind, for the forms of the window.
#[test]
fn the_fields_of_the_window_are_those_of_the_records() {
    use kindly_records::{Kind, fields};
    let mut text = String::from(
        "// Made from the Rust tables by `KINDLY_WRITE_TYPES=1 cargo test -p kindly-practice types`; do not edit.\n\
         import type { Kind } from \"./types\";\n\n\
         /** What a field can hold. */\n\
         export type Shape =\n  | { is: \"line\" | \"text\" | \"lines\" | \"words\" | \"people\" | \"whole\" | \"count\" | \"minutes\" | \"seconds\" | \"yes_no\" | \"day\" | \"currency\" | \"amount\" | \"client\" }\n  | { is: \"one_of\"; words: readonly string[] }\n  | { is: \"record\"; kind: Kind };\n\n\
         /** A field of a kind of record: its key (a dot leads into a part), what it can hold, and whether a record without it is none. */\n\
         export interface FieldSpec {\n  key: string;\n  shape: Shape;\n  needed: boolean;\n}\n\n\
         /** Every kind's fields, in the order in which a form asks for them. */\n\
         export const fields: { readonly [kind in Kind]: readonly FieldSpec[] } = {\n",
    );
    for kind in Kind::ALL {
        writeln!(text, "  {}: [", kind.name()).expect("a text takes what is written");
        for field in fields::of(kind) {
            let shape = shape_in_typescript(field.shape);
            writeln!(text, "    {{ key: \"{}\", shape: {shape}, needed: {} }},", field.key, field.needed)
                .expect("a text takes what is written");
        }
        text.push_str("  ],\n");
    }
    text.push_str("};\n");
    kept_or_written("fields.ts", &text);
}

fn shape_in_typescript(shape: kindly_records::fields::Shape) -> String {
    use kindly_records::fields::Shape;
    let is = match shape {
        Shape::Line => "line",
        Shape::Text => "text",
        Shape::Lines => "lines",
        Shape::Words => "words",
        Shape::People => "people",
        Shape::Whole => "whole",
        Shape::Count => "count",
        Shape::Minutes => "minutes",
        Shape::Seconds => "seconds",
        Shape::YesNo => "yes_no",
        Shape::Day => "day",
        Shape::Currency => "currency",
        Shape::Amount => "amount",
        Shape::Client => "client",
        Shape::OneOf(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            return format!("{{ is: \"one_of\", words: [{}] }}", words.join(", "));
        }
        Shape::Record(kind) => return format!("{{ is: \"record\", kind: \"{}\" }}", kind.name()),
    };
    format!("{{ is: \"{is}\" }}")
}

fn kept_or_written(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/api").join(name);
    if env::var_os("KINDLY_WRITE_TYPES").is_some() {
        fs::create_dir_all(path.parent().expect("the file lies in a folder"))
            .expect("the folder can be made");
        fs::write(&path, text).expect("the types can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "ui/src/lib/api/{name} is stale: run KINDLY_WRITE_TYPES=1 cargo test -p kindly-practice types"
    );
}
