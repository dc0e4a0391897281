//! Letters that the tests, the benchmark and the example set.
use chrono::NaiveDate;
use kindly_page::{Arrangement, Continuation, LetterPage, Letterhead, Paper, Rgb, Typeface};

fn lines(text: &[&str]) -> Vec<String> {
    text.iter().map(ToString::to_string).collect()
}

/// A renewal refusal of the usual length, A4.
pub(crate) fn renewal_refusal() -> LetterPage {
    LetterPage {
        paper: Paper::A4,
        arrangement: Arrangement::Din5008B,
        typeface: Typeface::Serif,
        accent: None,
        fold_marks: true,
        language: "en-GB".into(),
        letterhead: Letterhead {
            name: "Ines Marlow Consulting".into(),
            lines: lines(&["12 Quay Street, Bristol BS1 4DJ", "ines@marlow.example", "+44 117 496 0182"]),
            ..Letterhead::default()
        },
        return_line: "Ines Marlow Consulting, 12 Quay Street, Bristol BS1 4DJ".into(),
        recipient: lines(&["Halden & Co", "Ms Petra Halden", "4 Foundry Lane", "Leeds LS1 5QS"]),
        place_and_date: "Bristol, 22 November 2026".into(),
        references: Vec::new(),
        subject: "Our agreement of 1 March 2024: no renewal".into(),
        salutation: "Dear Ms Halden,".into(),
        paragraphs: lines(&[
            "This letter is notice that I will not renew our agreement of 1 March 2024. It ends on 31 January 2027.",
            "Thank you for the work we have done together.",
            "Until then I will work as agreed. You will have the year-end report by 20 January. By 29 January I \
             will send you all your files, with a handover note, so that whoever continues can start without me.",
            "Invoice 2026-034 for €4,800 falls due on 15 January.",
            "Please confirm receipt and tell me who should have the files.",
            "I wish you and your team well.",
        ]),
        closing: "Yours sincerely,".into(),
        signature: None,
        signer: lines(&["Ines Marlow", "Independent consultant"]),
        enclosures: Vec::new(),
        remark: None,
        title: "Our agreement of 1 March 2024: no renewal".into(),
        author: "Ines Marlow".into(),
        date: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day of the calendar"),
        continuation: Continuation {
            addressee: "Ms Petra Halden".into(),
            date: "22 November 2026".into(),
            page: "Page {page} of {pages}".into(),
        },
    }
}

/// A short decline of a prospect on US paper.
pub(crate) fn prospect_decline() -> LetterPage {
    LetterPage {
        paper: Paper::UsLetter,
        arrangement: Arrangement::Us,
        language: "en-US".into(),
        letterhead: Letterhead {
            name: "Marlow & Reyes Advisory".into(),
            lines: lines(&["48 Harbor Street, Suite 3", "Portland, ME 04101", "ines@marlowreyes.example"]),
            ..Letterhead::default()
        },
        return_line: String::new(),
        recipient: lines(&[
            "Mr. Daniel Okafor",
            "Okafor Instruments, Inc.",
            "1200 Commerce Avenue",
            "Columbus, OH 43215",
        ]),
        place_and_date: "November 22, 2026".into(),
        subject: "Your enquiry of November 9: pricing review in Japan".into(),
        salutation: "Dear Mr. Okafor:".into(),
        paragraphs: lines(&[
            "Thank you for your enquiry of November 9 about a pricing review in Japan. I am not able to take it on.",
            "It needs someone who reads the market in Japanese. I do not, and would be learning at your expense.",
            "Aiko Tanaka and Ben Hale work in this field. Please judge the fit for yourself; I have not passed on \
             your details, and I receive nothing for naming them.",
            "You owe nothing for our call, and I have deleted the brief you sent.",
            "I wish the project every success.",
        ]),
        closing: "Sincerely,".into(),
        signer: lines(&["Ines Marlow"]),
        title: "Your enquiry of November 9: pricing review in Japan".into(),
        continuation: Continuation {
            addressee: "Mr. Daniel Okafor".into(),
            date: "November 22, 2026".into(),
            page: "Page {page} of {pages}".into(),
        },
        ..renewal_refusal()
    }
}

/// Two pages with everything a letter can carry.
pub(crate) fn early_termination() -> LetterPage {
    LetterPage {
        remark: Some("By registered post".into()),
        recipient: lines(&[
            "Meridian Field Services Ltd",
            "Operations and Programme Office",
            "Mr Tomasz Zieliński-Ward",
            "Unit 7, Riverside Enterprise Park",
            "Newcastle upon Tyne NE1 3DX",
        ]),
        references: vec![
            ("Your reference".into(), "MFS-2025/118".into()),
            ("Our reference".into(), "MER-07".into()),
        ],
        subject: "Notice that our agreement of 4 August 2025 ends on 31 December 2026".into(),
        salutation: "Dear Mr Zieliński-Ward,".into(),
        paragraphs: lines(&[
            "This letter is notice that our agreement of 4 August 2025 ends on 31 December 2026, under clause 9.2, \
             which gives either of us the right to end it with thirty days’ notice.",
            "Thank you for the trust of the past sixteen months, and for the care with which your team has \
             answered my questions. The field survey in particular would not have been possible without the \
             evenings that Ms Okonkwo and Mr Fjeldså gave to it.",
            "Of the nine deliverables we agreed, seven are complete: the baseline study, the staffing model, the \
             two interview series, the metrics dashboard, the supplier review and the office relocation file. Two \
             are open. The quarterly forecast for the first quarter of 2027 will reach you by 11 December, and \
             the training handbook by 18 December, provided that I have the comments of your safety officer by \
             4 December. If they come later, I will hand over the handbook as it stands on 18 December, with a \
             list of the passages that still await them.",
            "From 1 January 2027 the weekly figures will no longer be refreshed by me. So that nothing lapses, \
             please name somebody who takes over the data connection before 15 December; it takes about two \
             hours to explain, and I have reserved both 16 and 17 December for it. Without a successor the \
             dashboard will go on showing the last figures of December, which could mislead anybody who does not \
             know their date.",
            "All your files, notes and access keys come back to you on 18 December by encrypted transfer. I \
             will delete my own copies on 31 January 2027, except for the invoices, which the law asks me to \
             keep for six years, and for the signed agreement itself.",
            "You have paid €6,300 in advance for January. I will return it in full to your account by 8 January \
             2027, together with the final statement. Invoice 2026-041 for €2,150 remains due on 12 December; it \
             covers the second interview series and is not affected by the end of our agreement. The \
             reconciliation of the travel expenses, which your accounting department asked for in September, is \
             enclosed with all receipts.",
            "Should it help whoever continues, I am glad to give one hour of conversation in January, without \
             charge, to explain how the forecast is built and why some of the suppliers are counted twice.",
            "Please confirm that you have received this letter, and that the agreement ends on 31 December 2026.",
            "I wish you and your colleagues a good conclusion of the year and every success with the expansion.",
        ]),
        enclosures: lines(&["Enclosures: reconciliation of travel expenses, receipts 1 to 14"]),
        title: "Notice that our agreement of 4 August 2025 ends on 31 December 2026".into(),
        continuation: Continuation {
            addressee: "Mr Tomasz Zieliński-Ward".into(),
            date: "22 November 2026".into(),
            page: "Page {page} of {pages}".into(),
        },
        ..renewal_refusal()
    }
}

/// Names in every script that the fonts have.
pub(crate) fn many_scripts() -> LetterPage {
    LetterPage {
        recipient: lines(&["Ωμέγα ΑΕ", "Nguyễn Văn Đức", "ул. Щедрина 14, кв. 3", "190000 Санкт-Петербург"]),
        subject: "Zoë Müller-Łukasiewicz, Щедрин и сыновья, Ωμέγα ΑΕ".into(),
        salutation: "Dear Zoë Müller-Łukasiewicz,".into(),
        paragraphs: lines(&[
            "The office at the fjord found five difficult files: Nguyễn Văn Đức, Ωμέγα ΑΕ and Щедрин have signed \
             the offer for €4,800, “affable” as ever.",
            "Αγαπητέ κύριε Παπαδόπουλε, σας ευχαριστούμε πολύ για τη συνεργασία μας. Уважаемая госпожа \
             Щедрина, благодарим вас за сотрудничество.",
            "The name is written שרה לוי in her own hand, and שלום עליכם stands above it.",
            "Ångström, Çelik, Đorđević, Şahin, Þórðarson, Ďuriš, Țepeș, Ġorġ, Ħal Qormi, Ŵyn.",
        ]),
        ..renewal_refusal()
    }
}

/// A German letter on a full letterhead: logo, references, columns at the foot, a signature.
pub(crate) fn dressed() -> LetterPage {
    LetterPage {
        language: "de-DE".into(),
        accent: Some(Rgb(12, 74, 110)),
        letterhead: Letterhead {
            name: "Brandt Finanzberatung".into(),
            lines: lines(&[
                "Kontorhausviertel 4",
                "20457 Hamburg",
                "+49 40 5550 0182",
                "klara@brandt.example",
                "brandt.example",
            ]),
            logo: Some(crate::pictures::plain_logo()),
            footer: vec![
                lines(&["Klara Brandt", "Finanzberatung", "Kontorhausviertel 4, 20457 Hamburg"]),
                lines(&["USt-IdNr. DE 123 456 789", "Steuernummer 22/123/45678", "Finanzamt Hamburg-Mitte"]),
                lines(&["Nordbank Hamburg", "IBAN DE02 1203 0000 0000 2020 51", "BIC BYLADEM1001"]),
            ],
        },
        return_line: "Brandt Finanzberatung · Kontorhausviertel 4 · 20457 Hamburg".into(),
        remark: Some("Einschreiben".into()),
        recipient: lines(&["Halden & Co GmbH", "Frau Petra Halden", "Gießereiweg 4", "04109 Leipzig"]),
        place_and_date: "Hamburg, 22. November 2026".into(),
        references: vec![
            ("Ihr Zeichen".into(), "PH 118".into()),
            ("Unser Zeichen".into(), "HAL-07".into()),
            ("Rechnung".into(), "2026-034".into()),
        ],
        subject: "Unsere Vereinbarung vom 1. März 2024: keine Verlängerung".into(),
        salutation: "Sehr geehrte Frau Halden,".into(),
        paragraphs: lines(&[
            "mit diesem Schreiben teile ich Ihnen mit, dass ich unsere Vereinbarung vom 1. März 2024 nicht \
             verlängere. Sie endet am 31. Januar 2027.",
            "Ich danke Ihnen für die gemeinsame Arbeit.",
            "Bis dahin arbeite ich wie vereinbart. Den Jahresbericht erhalten Sie bis zum 20. Januar. Bis zum \
             29. Januar sende ich Ihnen alle Unterlagen mit einer Übergabenotiz, damit eine Nachfolgerin oder ein \
             Nachfolger ohne mich beginnen kann.",
            "Die Rechnung 2026-034 über 4.800 € ist am 15. Januar fällig.",
            "Bitte bestätigen Sie mir den Eingang und sagen Sie mir, wer die Unterlagen bekommen soll.",
        ]),
        closing: "Mit freundlichen Grüßen".into(),
        signature: Some(crate::pictures::signature()),
        signer: lines(&["Klara Brandt", "Finanzberaterin"]),
        enclosures: lines(&["Anlagen: Übergabenotiz, Abrechnung"]),
        title: "Keine Verlängerung".into(),
        author: "Klara Brandt".into(),
        continuation: Continuation {
            addressee: "Frau Petra Halden".into(),
            date: "22. November 2026".into(),
            page: "Seite {page} von {pages}".into(),
        },
        ..renewal_refusal()
    }
}

/// The dressed letter in an arrangement, on a paper.
pub(crate) fn dressed_as(arrangement: Arrangement, paper: Paper, typeface: Typeface) -> LetterPage {
    LetterPage { arrangement, paper, typeface, ..dressed() }
}

/// About ten pages.
pub(crate) fn ten_pages() -> LetterPage {
    let paragraphs = early_termination().paragraphs;
    LetterPage { paragraphs: paragraphs.iter().cycle().take(68).cloned().collect(), ..early_termination() }
}
